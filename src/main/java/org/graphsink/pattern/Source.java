package org.graphsink.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** The property that is set where the pattern names none: the path without its root, joined with dots. */
    String defaultProperty() {
        return path.isEmpty() ? root.word : String.join(".", path);
    }

    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        if (root != Root.RECORD) {
            parts.add(root.word);
        }
        for (String field : path) {
            // A field that is named like a root is told apart from it by backticks.
            parts.add(parts.isEmpty() && Root.of(field).isPresent() ? NameText.quoted(field) : NameText.ofField(field));
        }
        return String.join(".", parts);
    }

    public enum Root {
        /** A bare path: looked up in the value, then in the key. */
        RECORD("", true),
        /** {@code __value.x} */
        VALUE("__value", true),
        /** {@code __key.x}, or {@code __key} for a primitive key. */
        KEY("__key", true),
        /** {@code __header.x} */
        HEADER("__header", true),
        /** {@code __timestamp} */
        TIMESTAMP("__timestamp", false),
        /** {@code __topic} */
        TOPIC("__topic", false),
        /** {@code __partition} */
        PARTITION("__partition", false),
        /** {@code __offset} */
        OFFSET("__offset", false);

        private final String word;
        private final boolean hasFields;

        Root(String word, boolean hasFields) {
            this.word = word;
            this.hasFields = hasFields;
        }

        /** Whether it is the row or its key, rather than something of the record that brings it. */
        public boolean isOfRow() {
            return this == RECORD || this == VALUE || this == KEY || this == TOPIC;
        }

        boolean hasFields() {
            return hasFields;
        }

        /** Whether the root alone is a source. */
        boolean standsAlone() {
            return this == KEY || !hasFields;
        }

        /** The root of this name; that of the headers has two, because the official connector's manual uses the other. */
        static Optional<Root> of(String word) {
            if (word.equals("__headers")) {
                return Optional.of(HEADER);
            }
            for (Root root : values()) {
                if (root != RECORD && root.word.equals(word)) {
                    return Optional.of(root);
                }
            }
            return Optional.empty();
        }
    }
}
