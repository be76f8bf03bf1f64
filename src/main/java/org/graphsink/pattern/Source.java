package org.graphsink.pattern;

import java.util.List;

/**
 * A part of a record.
 *
 * @param path field names from outside inwards; empty for the primitive key ({@code __key}) and for the roots that
 *     have no fields
 */
public record Source(Root root, List<String> path) implements Expression {

    public Source {
        path = List.copyOf(path);
    }

    public enum Root {
        /** A bare path: looked up in the value, then in the key. */
        RECORD,
        /** {@code __value.x} */
        VALUE,
        /** {@code __key.x}, or {@code __key} for a primitive key. */
        KEY,
        /** {@code __header.x} */
        HEADER,
        /** {@code __timestamp} */
        TIMESTAMP,
        /** {@code __topic} */
        TOPIC,
        /** {@code __partition} */
        PARTITION,
        /** {@code __offset} */
        OFFSET
    }
}
