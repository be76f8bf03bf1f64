package org.graphsink.tables;

import java.util.List;
import java.util.Map;

/** What Debezium's PostgreSQL connector can be told about types. */
final class PostgresDialects {

    static final List<DebeziumDialect> ALL = List.of(
            new DebeziumDialect(
                    "Precise",
                    PostgresTypes.ALL,
                    Map.of("decimal.handling.mode", "precise", "time.precision.mode", "adaptive"),
                    Map.of()),
            new DebeziumDialect(
                    "Double",
                    PostgresTypes.ALL,
                    Map.of(
                            "decimal.handling.mode",
                            "double",
                            "time.precision.mode",
                            "connect",
                            "binary.handling.mode",
                            "base64",
                            "interval.handling.mode",
                            "string",
                            "hstore.handling.mode",
                            "map"),
                    Map.ofEntries(
                            Map.entry("bin", "STRING \"++8A/w==\""),
                            Map.entry("cash", "FLOAT 1234.56"),
                            Map.entry("hs", ""),
                            Map.entry("hs.a", "STRING \"1\""),
                            Map.entry("num", "FLOAT 12345.6789"),
                            Map.entry("num_any", "FLOAT 1234.5"),
                            Map.entry("nums", "LIST [1.5, 2.25]"),
                            Map.entry("ranges", "STRING \"e1sxLDUpLFs3LDkpfQ==\""),
                            Map.entry("span", "DURATION P14M3DT14706.789012000S"),
                            Map.entry("tm", "LOCAL_TIME 13:14:15.123"),
                            Map.entry("ts", "LOCAL_DATE_TIME 2026-02-28T13:14:15.123"),
                            Map.entry("ts_old", "LOCAL_DATE_TIME 1888-02-28T13:14:15.123"))),
            new DebeziumDialect(
                    "String",
                    PostgresTypes.ALL,
                    Map.of(
                            "decimal.handling.mode",
                            "string",
                            "time.precision.mode",
                            "isostring",
                            "binary.handling.mode",
                            "hex",
                            "interval.handling.mode",
                            "string"),
                    Map.of(
                            "bin",
                            "STRING \"fbef00ff\"",
                            "ranges",
                            "STRING \"7b5b312c35292c5b372c39297d\"",
                            "span",
                            "DURATION P14M3DT14706.789012000S")),
            new DebeziumDialect(
                    "Microseconds",
                    PostgresTypes.ALL,
                    Map.of(
                            "time.precision.mode",
                            "adaptive_time_microseconds",
                            "binary.handling.mode",
                            "base64-url-safe",
                            "interval.handling.mode",
                            "numeric"),
                    Map.of("bin", "STRING \"--8A_w==\"", "ranges", "STRING \"e1sxLDUpLFs3LDkpfQ==\"")),
            new DebeziumDialect(
                    "Nanoseconds", PostgresTypes.ALL, Map.of("time.precision.mode", "nanoseconds"), Map.of()),
            new DebeziumDialect(
                    "Structured",
                    PostgresTypes.ALL,
                    Map.of("time.precision.mode", "structured"),
                    Map.of(
                            "span", "DURATION P14M3DT14706.789012000S",
                            "tm_zoned", "TIME 13:14:15.123456+02:00")));

    private PostgresDialects() {}
}
