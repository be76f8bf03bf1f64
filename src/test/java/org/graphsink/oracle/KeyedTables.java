package org.graphsink.oracle;

import static org.graphsink.oracle.ExpectedGraph.map;

import java.util.Map;

/** Tables of which the record key or the row tells less than it seems to. */
final class KeyedTables {

    private KeyedTables() {}

    /** A map column loses entries, at a node and at a relationship, of which no before image tells. */
    static SourceTable articles() {
        return SourceTable.named("articles")
                .key("id", Domain.ID)
                .column("attributes", Domain.MAP)
                .column("maker", Domain.NAME)
                .needsSchemas()
                .mapped(
                        "(:Article {!id, *, -maker}); (:Article {!id})-[:MADE_BY {as: attributes}]->(:Maker {!name: maker})",
                        (row, graph) -> {
                            var attributes = row.get("attributes") instanceof Map<?, ?> map ? map : Map.of();
                            graph.node(
                                    "Article",
                                    "id",
                                    row.get("id"),
                                    "attributes.a",
                                    attributes.get("a"),
                                    "attributes.b",
                                    attributes.get("b"));
                            if (row.get("maker") != null) {
                                graph.shared("Maker", "name", row.get("maker"));
                            }
                            graph.relationship(
                                    "Article",
                                    "id",
                                    row.get("id"),
                                    "MADE_BY",
                                    map(),
                                    map("as.a", attributes.get("a"), "as.b", attributes.get("b")),
                                    "Maker",
                                    "name",
                                    row.get("maker"));
                        });
    }

    /** The relationship's key follows from the record key, and is that of several rows: it does not find the row. */
    static SourceTable alarms() {
        return SourceTable.named("alarms")
                .key("sensor", Domain.NAME)
                .key("level", Domain.NUMBER)
                .unique("code", Domain.NAME)
                .needsBefore()
                .mapped(
                        "(:Sensor {!name: sensor})-[:RAISED {!high: toBoolean(level)}]->(:Alarm {!code})",
                        (row, graph) -> {
                            graph.shared("Sensor", "name", row.get("sensor"));
                            graph.shared("Alarm", "code", row.get("code"));
                            graph.relationship(
                                    "Sensor",
                                    "name",
                                    row.get("sensor"),
                                    "RAISED",
                                    map("high", !row.get("level").equals(0L)),
                                    map(),
                                    "Alarm",
                                    "code",
                                    row.get("code"));
                        });
    }

    /** Records are keyed by the receiver, of whom there are several parcels: fields of the row identify it. */
    static SourceTable parcels() {
        return SourceTable.named("parcels")
                .key("id", Domain.ID)
                .required("receiver", Domain.NAME, null)
                .column("weight", Domain.NUMBER)
                .recordKey("receiver")
                .needsBefore()
                .mapped("""
                        (:Parcel {!id, weight});
                        (:Receiver {!name: receiver, -id, -weight});
                        (:Receiver {!name: receiver})-[:AWAITS {weight}]->(:Parcel {!id})""", (row, graph) -> {
                    graph.node("Parcel", "id", row.get("id"), "weight", row.get("weight"));
                    graph.shared("Receiver", "name", row.get("receiver"));
                    graph.relationship(
                            "Receiver",
                            "name",
                            row.get("receiver"),
                            "AWAITS",
                            map(),
                            map("weight", row.get("weight")),
                            "Parcel",
                            "id",
                            row.get("id"));
                });
    }
}
