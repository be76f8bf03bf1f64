package org.graphsink.record.image;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.record.Image;
import org.graphsink.value.connect.Conversions;
import org.graphsink.value.connect.TypeSettings;

/**
 * Images over Connect data. A schema's layout is made once and found by the schema's identity; schemas that are equal
 * but not the same (a converter makes one for the row before and one for the row after) share it.
 */
public final class Layouts {

    /** Converters that make a schema for every record must not fill the memory. */
    private static final int MOST_SCHEMAS = 10_000;

    private final Conversions conversions;
    private final MapLayout schemaless;
    private final Cache shown = new Cache(false);
    private final Cache hidden = new Cache(true);

    public Layouts(TypeSettings types) {
        this.conversions = new Conversions(types);
        this.schemaless = new MapLayout(conversions);
    }

    public Image of(Struct struct) {
        return new StructImage(shown.layout(struct.schema()), struct);
    }

    /** A flattened Debezium record, whose metadata fields {@code *} leaves out. */
    public Image withoutMetadata(Struct struct) {
        return new StructImage(hidden.layout(struct.schema()), struct);
    }

    public Image of(Map<?, ?> map) {
        return new MapImage(schemaless, map, false);
    }

    /** A flattened Debezium record, whose metadata fields {@code *} leaves out. */
    public Image withoutMetadata(Map<?, ?> map) {
        return new MapImage(schemaless, map, true);
    }

    /**
     * A key or value that is one value, read by its schema.
     *
     * @param name what messages call it
     * @param schema null for schemaless data
     * @param value not null
     */
    public Image scalar(String name, Schema schema, Object value) {
        return new ScalarImage(name, value, conversions.of(schema));
    }

    private final class Cache {

        private final boolean hidesMetadata;
        private final Map<Schema, StructLayout> same = new IdentityHashMap<>();
        private final Map<Schema, StructLayout> equal = new HashMap<>();

        private Cache(boolean hidesMetadata) {
            this.hidesMetadata = hidesMetadata;
        }

        private StructLayout layout(Schema schema) {
            var layout = same.get(schema);
            if (layout != null) {
                return layout;
            }
            if (same.size() >= MOST_SCHEMAS) {
                same.clear();
                equal.clear();
            }
            layout = equal.computeIfAbsent(schema, s -> new StructLayout(s, conversions, hidesMetadata));
            same.put(schema, layout);
            return layout;
        }
    }
}
