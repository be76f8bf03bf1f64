package org.graphsink.tables;

import java.util.Map;

/** How the tables of the shop are captured, and so how much their records tell. */
enum ShopVariant {
    /** A before image has the primary key alone, and unchanged large columns are not told. Header values are text. */
    DEFAULT(Database.POSTGRES, "DEFAULT", Map.of(), Map.of()),

    /** Before images are whole rows. Header values are structs. */
    FULL(Database.POSTGRES, "FULL", Headers.WITH_SCHEMAS, Headers.WITH_SCHEMAS),

    /** Whole rows without schemas: numbers are of the least type, and a moment is a text. Header values are maps. */
    SCHEMALESS(Database.POSTGRES, "FULL", Headers.NO_SCHEMAS, Headers.NO_SCHEMAS),

    /** No before images at all; what a row lost is told by the row as it is. */
    FLATTENED(
            Database.POSTGRES,
            "DEFAULT",
            Map.of(
                    "transforms", "unwrap",
                    "transforms.unwrap.type", "io.debezium.transforms.ExtractNewRecordState",
                    "transforms.unwrap.delete.tombstone.handling.mode", "rewrite-with-tombstone",
                    "transforms.unwrap.add.fields", "op"),
            Map.of()),

    /** As FLATTENED; a deleted row is known by its tombstone. */
    TOMBSTONES(
            Database.POSTGRES,
            "DEFAULT",
            Map.of(
                    "transforms", "unwrap",
                    "transforms.unwrap.type", "io.debezium.transforms.ExtractNewRecordState",
                    "transforms.unwrap.delete.tombstone.handling.mode", "delete-to-tombstone",
                    "transforms.unwrap.add.fields", "op"),
            Map.of()),

    /** Whole rows of a binary log. */
    MARIADB(Database.MARIADB, "FULL", Map.of(), Map.of());

    /** What stores the tables. */
    enum Database {
        POSTGRES,
        MARIADB
    }

    private static final class Headers {
        private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";
        private static final Map<String, String> WITH_SCHEMAS =
                Map.of("header.converter", JSON, "header.converter.schemas.enable", "true");
        private static final Map<String, String> NO_SCHEMAS = Map.of(
                "key.converter", JSON,
                "key.converter.schemas.enable", "false",
                "value.converter", JSON,
                "value.converter.schemas.enable", "false",
                "header.converter", JSON,
                "header.converter.schemas.enable", "false",
                "decimal.handling.mode", "string");
    }

    private final Database database;
    private final String replicaIdentity;
    private final Map<String, String> source;
    private final Map<String, String> sink;

    /**
     * @param replicaIdentity how much of a row PostgreSQL puts into before images, see
     *     <a href="https://www.postgresql.org/docs/17/sql-altertable.html#SQL-ALTERTABLE-REPLICA-IDENTITY">REPLICA IDENTITY</a>
     */
    ShopVariant(Database database, String replicaIdentity, Map<String, String> source, Map<String, String> sink) {
        this.database = database;
        this.replicaIdentity = replicaIdentity;
        this.source = source;
        this.sink = sink;
    }

    Database database() {
        return database;
    }

    String replicaIdentity() {
        return replicaIdentity;
    }

    /** Whether updates and deletes show the row as it was. */
    boolean hasBefore() {
        return replicaIdentity.equals("FULL");
    }

    boolean hasSchemas() {
        return this != SCHEMALESS;
    }

    /** Whether the column {@code attrs} is a map, of text. */
    boolean hasMaps() {
        return database == Database.POSTGRES;
    }

    /** Settings of the source connector. */
    Map<String, String> source() {
        return source;
    }

    /** Settings of the sink connector. */
    Map<String, String> sink() {
        return sink;
    }
}
