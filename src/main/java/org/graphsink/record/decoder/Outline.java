package org.graphsink.record.decoder;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;

/** The top-level fields of a record value as far as they tell what kind of record it is. */
interface Outline {

    /** The name of the value's schema, or an empty text. */
    String name();

    Set<String> fields();

    boolean has(String field);

    /** Whether the field holds text. */
    boolean isText(String field);

    /** Whether the field holds a struct or map. */
    boolean isNested(String field);

    /** Whether the field is missing or holds a struct or map, or null in place of one. */
    boolean isNestedOrNone(String field);

    /** Whether the field may hold one of Debezium's codes of operations. */
    boolean mayBeOperation(String field);

    /** Whether the field holds a boolean. */
    boolean isBoolean(String field);

    /** What Debezium connector a {@code source} block is of, or an empty text. */
    String sourceConnector();

    static Outline of(Schema schema) {
        return new Outline() {
            @Override
            public String name() {
                return schema.name() == null ? "" : schema.name();
            }

            @Override
            public Set<String> fields() {
                return schema.fields().stream().map(Field::name).collect(Collectors.toSet());
            }

            @Override
            public boolean has(String field) {
                return schema.field(field) != null;
            }

            @Override
            public boolean isNestedOrNone(String field) {
                return !has(field) || isNested(field);
            }

            @Override
            public boolean mayBeOperation(String field) {
                return isText(field);
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
            public String name() {
                return "";
            }

            @Override
            public Set<String> fields() {
                return map.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
            }

            @Override
            public boolean has(String field) {
                return map.containsKey(field);
            }

            @Override
            public boolean isNestedOrNone(String field) {
                return map.get(field) == null || isNested(field);
            }

            @Override
            public boolean mayBeOperation(String field) {
                return map.get(field) instanceof String code && Operation.isCode(code);
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
