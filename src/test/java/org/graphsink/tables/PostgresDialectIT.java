package org.graphsink.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.graphsink.servers.ConnectOptions;
import org.graphsink.servers.ConnectWorker;
import org.graphsink.servers.DebeziumPlugin;
import org.graphsink.servers.GraphsinkPlugin;
import org.graphsink.servers.KafkaBroker;
import org.graphsink.servers.Neo4jServer;
import org.graphsink.servers.PostgresServer;
import org.graphsink.servers.WithNeo4j;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/**
 * A row with a column of every type goes through Debezium in each of its dialects, once as the snapshot reads it and once as
 * the log streams it: the same properties arrive, of the same types.
 */
@WithNeo4j
class PostgresDialectIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    private static KafkaBroker broker;
    private static PostgresServer postgres;
    private static ConnectWorker worker;

    @BeforeAll
    static void start() throws SQLException {
        broker = KafkaBroker.start();
        postgres = PostgresServer.start();
        worker = ConnectWorker.start(
                broker, ConnectOptions.withPlugins(GraphsinkPlugin.install(), DebeziumPlugin.folder()));
        try (var database = postgres.connect();
                var statement = database.createStatement()) {
            statement.execute("CREATE EXTENSION hstore; CREATE EXTENSION citext; CREATE EXTENSION ltree;"
                    + "CREATE TYPE mood AS ENUM ('sad', 'ok');"
                    + AllTypes.table());
            statement.execute(AllTypes.row(1));
        }
    }

    @AfterAll
    static void stop() {
        worker.close();
        postgres.close();
        broker.close();
    }

    @Test
    void everyTypeArrivesInEveryDialect(Neo4jServer neo4j, Driver driver) throws SQLException {
        var sink = new HashMap<>(Map.of(
                "connector.class",
                "org.graphsink.Neo4jSinkConnector",
                "topics",
                Arrays.stream(Dialect.values()).map(Dialect::topic).collect(Collectors.joining(",")),
                "neo4j.uri",
                neo4j.uri().toString(),
                "neo4j.authentication.type",
                "NONE"));
        for (var dialect : Dialect.values()) {
            broker.createTopic(dialect.topic(), 1);
            sink.put("neo4j.pattern.topic." + dialect.topic(), "(:" + dialect.label() + " {!id, *})");
            var source = new HashMap<>(DebeziumPlugin.source(postgres, dialect.prefix()));
            source.put("publication.name", dialect.prefix());
            source.put("include.unknown.datatypes", "true");
            source.putAll(dialect.settings());
            worker.client().configure(dialect.prefix(), source);
        }
        worker.client().configure("graph", sink);
        for (var dialect : Dialect.values()) {
            worker.client().awaitRunning(dialect.prefix());
        }
        worker.client().awaitRunning("graph");
        awaitNodes(driver, 1);
        try (var database = postgres.connect();
                var statement = database.createStatement()) {
            statement.execute(AllTypes.row(2));
        }
        awaitNodes(driver, 2);

        for (var dialect : Dialect.values()) {
            System.out.println("== " + dialect);
            read(driver, dialect, 1).forEach((k, v) -> System.out.println(k + " = " + v));
            assertThat(read(driver, dialect, 2)).as(dialect + " streamed").isEqualTo(read(driver, dialect, 1));
        }
    }

    private static void awaitNodes(Driver driver, int id) {
        await().atMost(SOON).untilAsserted(() -> {
            worker.client().awaitRunning("graph");
            for (var dialect : Dialect.values()) {
                assertThat(read(driver, dialect, id)).as(dialect.name()).isNotEmpty();
            }
        });
    }

    /** Values with their types, as the driver shows them. */
    private static Map<String, String> read(Driver driver, Dialect dialect, int id) {
        var read = new TreeMap<String, String>();
        for (var row : driver.executableQuery("MATCH (n:" + dialect.label() + " {id: " + id + "}) RETURN n")
                .execute()
                .records()) {
            row.get(0).asNode().asMap(value -> value).forEach((name, value) -> {
                if (!name.equals("id")) {
                    read.put(name, value.type().name() + " " + value);
                }
            });
        }
        return read;
    }

    /** Settings of Debezium that change what it writes. */
    private enum Dialect {
        PRECISE(Map.of("decimal.handling.mode", "precise", "time.precision.mode", "adaptive")),
        DOUBLE(Map.of(
                "decimal.handling.mode",
                "double",
                "time.precision.mode",
                "connect",
                "binary.handling.mode",
                "base64",
                "interval.handling.mode",
                "string",
                "hstore.handling.mode",
                "map")),
        STRING(Map.of(
                "decimal.handling.mode",
                "string",
                "time.precision.mode",
                "isostring",
                "binary.handling.mode",
                "hex",
                "interval.handling.mode",
                "string")),
        MICROSECONDS(Map.of(
                "time.precision.mode",
                "adaptive_time_microseconds",
                "binary.handling.mode",
                "base64-url-safe",
                "interval.handling.mode",
                "numeric")),
        NANOSECONDS(Map.of("time.precision.mode", "nanoseconds"));

        private final Map<String, String> settings;

        Dialect(Map<String, String> settings) {
            this.settings = settings;
        }

        String label() {
            return name().charAt(0) + name().substring(1).toLowerCase();
        }

        String prefix() {
            return name().toLowerCase();
        }

        String topic() {
            return prefix() + ".public.all_types";
        }

        Map<String, String> settings() {
            return settings;
        }
    }

    /** A table with a column of every type that PostgreSQL and its bundled extensions have. */
    private static final class AllTypes {

        private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

        static {
            String[] columns = {
                "small smallint", "-7",
                "big bigint", "9007199254740993",
                "single real", "0.25",
                "double double precision", "0.1",
                "flag boolean", "true",
                "num numeric(12,4)", "12345.6789",
                "num_any numeric", "1234.5",
                "cash money", "'1234.56'",
                "chr char(5)", "'ab'",
                "vchr varchar(9)", "'vchr'",
                "txt text", "'täxt'",
                "bin bytea", "'\\xfbef00ff'",
                "bit_one bit(1)", "B'1'",
                "bit_five bit(5)", "B'10110'",
                "bit_any bit varying(20)", "B'1011011101'",
                "dt date", "'2026-02-28'",
                "tm time", "'13:14:15.123456'",
                "tm_three time(3)", "'13:14:15.123'",
                "tm_zoned timetz", "'13:14:15.123456+02'",
                "ts timestamp", "'2026-02-28 13:14:15.123456'",
                "ts_three timestamp(3)", "'2026-02-28 13:14:15.123'",
                "ts_zoned timestamptz", "'2026-02-28 13:14:15.123456+02'",
                "ts_old timestamp", "'1888-02-28 13:14:15.123456'",
                "span interval", "'1 year 2 months 3 days 04:05:06.789012'",
                "uid uuid", "'1b671a64-40d5-491e-99b0-da01ff1f3341'",
                "js json", "'{\"a\": [1, 2]}'",
                "jsb jsonb", "'{\"a\": [1, 2]}'",
                "doc xml", "'<a>1</a>'",
                "md mood", "'ok'",
                "moods mood[]", "'{sad,ok}'",
                "ints int[]", "'{1,2,3}'",
                "bigs bigint[]", "'{1,2}'",
                "texts text[]", "'{a,b}'",
                "nums numeric(6,2)[]", "'{1.50,2.25}'",
                "reals double precision[]", "'{1.5,2.5}'",
                "flags boolean[]", "'{true,false}'",
                "dates date[]", "'{2026-02-28}'",
                "zoned timestamptz[]", "'{2026-02-28 13:14:15.123456+02}'",
                "uids uuid[]", "'{1b671a64-40d5-491e-99b0-da01ff1f3341}'",
                "none int[]", "'{}'",
                "ip inet", "'10.1.2.3/24'",
                "net cidr", "'10.1.0.0/16'",
                "mac macaddr", "'08:00:2b:01:02:03'",
                "int_range int4range", "'[1,5)'",
                "big_range int8range", "'[1,5)'",
                "num_range numrange", "'[1.5,2.5]'",
                "date_range daterange", "'[2026-01-01,2026-02-01)'",
                "ts_range tsrange", "'[2026-01-01 01:02:03,2026-02-01 01:02:03)'",
                "zoned_range tstzrange", "'[2026-01-01 01:02:03+00,2026-02-01 01:02:03+00)'",
                "ranges int4multirange", "'{[1,5),[7,9)}'",
                "pnt point", "'(1.5,2.5)'",
                "bx box", "'((0,0),(1,1))'",
                "ci citext", "'CiText'",
                "tree ltree", "'a.b.c'",
                "hs hstore", "'a=>1, b=>NULL'",
                "words tsvector", "to_tsvector('english', 'The fat cats')",
                "num_oid oid", "42",
                "nothing text", "NULL"
            };
            for (int i = 0; i < columns.length; i += 2) {
                COLUMNS.put(columns[i], columns[i + 1]);
            }
        }

        static String table() {
            return COLUMNS.keySet().stream()
                    .map(column -> column.replaceFirst("^double ", "\"double\" "))
                    .collect(Collectors.joining(", ", "CREATE TABLE all_types (id int PRIMARY KEY, ", ")"));
        }

        static String row(int id) {
            return "INSERT INTO all_types VALUES (" + id + ", " + String.join(", ", List.copyOf(COLUMNS.values()))
                    + ")";
        }
    }
}
