package org.graphsink.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Names joined with dots, before it is known whether they are a path of fields, a property, a label or a function. */
record DottedName(List<Token> parts) {

    /** @param expected what the user should have written where there is no name */
    static DottedName read(Tokens tokens, String expected) {
        var parts = new ArrayList<Token>();
        parts.add(tokens.expectName(expected));
        while (tokens.accept(TokenKind.DOT)) {
            parts.add(tokens.expectName("a name after '.'"));
        }
        return new DottedName(List.copyOf(parts));
    }

    Token first() {
        return parts.get(0);
    }

    /** Where dots are part of the name. */
    String name() {
        return parts.stream().map(Token::text).collect(Collectors.joining("."));
    }

    boolean isQuoted() {
        return parts.stream().anyMatch(part -> part.kind() == TokenKind.QUOTED);
    }
}
