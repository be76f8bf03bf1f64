package org.graphsink.pattern;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Reads labels and relationship types. */
final class NameParser {

    private final Tokens tokens;
    private final ExpressionParser expressions;

    NameParser(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
    }

    boolean atName() {
        return tokens.atName() || tokens.at(TokenKind.DOLLAR);
    }

    /** @param expected what the user should have written where there is no name */
    Name name(String expected) {
        if (!tokens.accept(TokenKind.DOLLAR)) {
            return new Name.Static(DottedName.read(tokens, expected).name());
        }
        tokens.expect(TokenKind.LEFT_PAREN, "'(' and a field after '$'");
        Source source = expressions.source(DottedName.read(tokens, "a field after '$('"));
        var allowed = new LinkedHashSet<String>();
        if (tokens.accept(TokenKind.BAR)) {
            do {
                allowed.add(DottedName.read(tokens, "one of the names that the field can yield")
                        .name());
            } while (tokens.accept(TokenKind.COMMA));
        }
        tokens.expect(TokenKind.RIGHT_PAREN, allowed.isEmpty() ? "'|' or ')'" : "',' or ')'");
        return new Name.Dynamic(source, List.copyOf(allowed));
    }

    /** {@code :Further:Labels}, none of them twice. */
    List<Name> furtherLabels(Name first) {
        var labels = new LinkedHashSet<Name>();
        while (tokens.accept(TokenKind.COLON)) {
            labels.add(name("a label after ':'"));
        }
        labels.remove(first);
        return new ArrayList<>(labels);
    }
}
