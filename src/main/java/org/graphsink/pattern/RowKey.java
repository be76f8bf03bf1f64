package org.graphsink.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields that identify the rows of a topic where its record key does not: {@code id}, or {@code tenant, order.number}.
 *
 * @param fields paths in the row, each once
 */
public record RowKey(List<List<String>> fields) {

    public RowKey {
        fields = fields.stream().map(List::copyOf).toList();
    }

    /** @throws PatternException at the first mistake */
    public static RowKey parse(String text) {
        var tokens = new Tokens(text);
        var expressions = new ExpressionParser(tokens);
        var fields = new ArrayList<List<String>>();
        do {
            var first = tokens.peek();
            var source = expressions.source(DottedName.read(tokens, "a field of the row"));
            if (source.root() != Source.Root.RECORD && source.root() != Source.Root.VALUE) {
                throw tokens.mistake(first, "expected a field of the row but found " + first.description());
            }
            if (fields.contains(source.path())) {
                throw tokens.mistake(first, "the field " + source + " is named twice");
            }
            fields.add(source.path());
        } while (tokens.accept(TokenKind.COMMA));
        tokens.expect(TokenKind.END, "',' or the end of the text");
        return new RowKey(fields);
    }
}
