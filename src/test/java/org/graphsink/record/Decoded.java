package org.graphsink.record;

import java.util.Map;

/** A change event with its images read, to compare whole. */
record Decoded(
        Operation operation,
        boolean row,
        Map<String, Object> key,
        Map<String, Object> before,
        Map<String, Object> after,
        String skipped) {

    static Decoded of(ChangeEvent event) {
        return new Decoded(
                event.operation(),
                event.row(),
                read(event.key()),
                read(event.before()),
                read(event.after()),
                event.skipped());
    }

    static Decoded upsert(boolean row, Map<String, Object> key, Map<String, Object> before, Map<String, Object> after) {
        return new Decoded(Operation.UPSERT, row, key, before, after, null);
    }

    static Decoded delete(Map<String, Object> key, Map<String, Object> before) {
        return new Decoded(Operation.DELETE, true, key, before, null, null);
    }

    static Decoded tombstone(boolean row, Map<String, Object> key) {
        return new Decoded(Operation.TOMBSTONE, row, key, null, null, null);
    }

    /** Null for no image; a scalar under the name {@code =}. */
    private static Map<String, Object> read(Image image) {
        if (!image.exists()) {
            return null;
        }
        return image.scalar()
                .<Map<String, Object>>map(value -> Map.of("=", value))
                .orElseGet(() -> Decoding.all(image));
    }
}
