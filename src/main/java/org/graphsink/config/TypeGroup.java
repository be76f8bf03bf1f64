package org.graphsink.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import java.util.Map;
import org.graphsink.value.connect.DecimalMode;
import org.graphsink.value.connect.ListOfStructsMode;
import org.graphsink.value.connect.NestedMode;
import org.graphsink.value.connect.TypeSettings;

/** How values that Neo4j has no type for are stored. */
final class TypeGroup {

    static final Setting<DecimalMode> DECIMAL = Setting.optional(
            "neo4j.types.decimal",
            Kind.choice(DecimalMode.class),
            "string",
            MEDIUM,
            "Decimals",
            "How decimals, and integers beyond 64 bits, are stored: string keeps every digit, double is a FLOAT that"
                    + " may lose some, fail is a FLOAT too and makes a value that would lose digits its record's"
                    + " error.");

    static final Setting<NestedMode> NESTED = Setting.optional(
            "neo4j.types.nested",
            Kind.choice(NestedMode.class),
            "flatten",
            MEDIUM,
            "Nested structs",
            "How structs and maps in a record are stored: flatten writes a property per leaf, named a.b, json writes"
                    + " one JSON text, fail makes them the record's error.");

    static final Setting<ListOfStructsMode> LIST_OF_STRUCTS = Setting.optional(
            "neo4j.types.list-of-structs",
            Kind.choice(ListOfStructsMode.class),
            "json",
            LOW,
            "Lists of structs",
            "How lists of structs, maps or lists are stored: json writes one JSON text, fail makes them the record's"
                    + " error.");

    static final SettingGroup GROUP = SettingGroup.of("Types", DECIMAL, NESTED, LIST_OF_STRUCTS);

    private TypeGroup() {}

    static TypeSettings read(Map<String, Object> values) {
        return new TypeSettings(DECIMAL.from(values), NESTED.from(values), LIST_OF_STRUCTS.from(values));
    }
}
