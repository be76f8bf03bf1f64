package org.graphsink.record.decoder;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;

/** The top-level fields of a record value as far as they tell what kind of record it is. */
interface Outline {

    boolean has(String field);

    /** Whether the field holds text. */
    boolean isText(String field);

    /** Whether the field holds a struct or map. */
    boolean isNested(String field);

    /** Whether the field holds a boolean. */
    boolean isBoolean(String field);

    /** What Debezium connector a {@code source} block is of, or an empty text. */
    String sourceConnector();

    static Outline of(Schema schema) {
        return new Outline() {
            @Override
            public boolean has(String field) {
                return schema.field(field) != null;
            }

            @Override
            public boolean isText(String field) {
                return isOf(field, Schema.Type.STRING);
            }

            @Override
            public boolean isNested(String field) {
                return isOf(field, Schema.Type.STRUCT);
            }

            @Override
            public boolean isBoolean(String field) {
                return isOf(field, Schema.Type.BOOLEAN);
            }

            @Override
            public String sourceConnector() {
                var name = schema.field("source").schema().name();
                return name != null && name.startsWith("io.debezium.connector.mongo") ? "mongodb" : "";
            }

            private boolean isOf(String field, Schema.Type type) {
                return has(field) && schema.field(field).schema().type() == type;
            }
        };
    }

    static Outline of(Map<?, ?> map) {
        return new Outline() {
            @Override
            public boolean has(String field) {
                return map.containsKey(field);
            }

            @Override
            public boolean isText(String field) {
                return map.get(field) instanceof String;
            }

            @Override
            public boolean isNested(String field) {
                return map.get(field) instanceof Map;
            }

            @Override
            public boolean isBoolean(String field) {
                return map.get(field) instanceof Boolean;
            }

            @Override
            public String sourceConnector() {
                return map.get("source") instanceof Map<?, ?> source && source.get("connector") instanceof String name
                        ? name
                        : "";
            }
        };
    }
}
