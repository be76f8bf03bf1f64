package org.graphsink.record.decoder;

import java.util.Map;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.Image;

/** A change event with its images read, to compare whole. */
record Decoded(
        Class<? extends ChangeEvent> kind,
        Map<String, Object> key,
        Map<String, Object> before,
        Map<String, Object> after,
        String skipped) {

    static Decoded of(ChangeEvent event) {
        var key = read(event.key());
        return event.match(new ChangeEvent.Cases<>() {
            @Override
            public Decoded upserted(ChangeEvent.Upserted row) {
                return Decoded.upserted(key, read(row.before()), read(row.after()));
            }

            @Override
            public Decoded appended(ChangeEvent.Appended plain) {
                return Decoded.appended(key, read(plain.value()));
            }

            @Override
            public Decoded deleted(ChangeEvent.Deleted row) {
                return Decoded.deleted(key, read(row.before()));
            }

            @Override
            public Decoded tombstone(ChangeEvent.Tombstone tombstone) {
                return Decoded.tombstone(key);
            }

            @Override
            public Decoded truncated(ChangeEvent.Truncated table) {
                return Decoded.truncated(key);
            }

            @Override
            public Decoded skipped(ChangeEvent.Skipped nothing) {
                return Decoded.skipped(key, nothing.reason());
            }
        });
    }

    static Decoded upserted(Map<String, Object> key, Map<String, Object> before, Map<String, Object> after) {
        return new Decoded(ChangeEvent.Upserted.class, key, before, after, null);
    }

    static Decoded appended(Map<String, Object> key, Map<String, Object> value) {
        return new Decoded(ChangeEvent.Appended.class, key, null, value, null);
    }

    static Decoded deleted(Map<String, Object> key, Map<String, Object> before) {
        return new Decoded(ChangeEvent.Deleted.class, key, before, null, null);
    }

    static Decoded tombstone(Map<String, Object> key) {
        return new Decoded(ChangeEvent.Tombstone.class, key, null, null, null);
    }

    static Decoded truncated(Map<String, Object> key) {
        return new Decoded(ChangeEvent.Truncated.class, key, null, null, null);
    }

    static Decoded skipped(Map<String, Object> key, String reason) {
        return new Decoded(ChangeEvent.Skipped.class, key, null, null, reason);
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
