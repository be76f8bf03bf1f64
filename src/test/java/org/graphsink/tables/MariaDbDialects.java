package org.graphsink.tables;

import java.util.List;
import java.util.Map;

/**
 * What Debezium's MariaDB connector can be told about types. A time beyond a day, and one below zero, it has only as a count of
 * microseconds or nanoseconds: else it logs a warning and sends a null.
 */
final class MariaDbDialects {

    static final List<DebeziumDialect> ALL = List.of(
            new DebeziumDialect("Defaults", MariaDbTypes.ALL, Map.of(), Map.of()),
            new DebeziumDialect(
                    "Precise",
                    MariaDbTypes.ALL,
                    Map.of("bigint.unsigned.handling.mode", "precise"),
                    Map.of("most", "STRING \"18446744073709551615\"", "ubig", "STRING \"9223372036854775807\"")),
            new DebeziumDialect(
                    "Double",
                    MariaDbTypes.ALL,
                    Map.of(
                            "decimal.handling.mode",
                            "double",
                            "time.precision.mode",
                            "connect",
                            "binary.handling.mode",
                            "base64"),
                    Map.ofEntries(
                            Map.entry("bin", "STRING \"++8AAA==\""),
                            Map.entry("blb", "STRING \"++8A/w==\""),
                            Map.entry("dtm_six", "LOCAL_DATE_TIME 2026-02-28T13:14:15.123"),
                            Map.entry("num", "FLOAT 12345.6789"),
                            Map.entry("num_whole", "FLOAT 1.2345678901234568E29"),
                            Map.entry("tm_long", ""),
                            Map.entry("tm_negative", ""),
                            Map.entry("tm_six", "LOCAL_TIME 13:14:15.123"),
                            Map.entry("unum", "FLOAT 1.5"),
                            Map.entry("vbin", "STRING \"++8A/w==\""))),
            new DebeziumDialect(
                    "String",
                    MariaDbTypes.ALL,
                    Map.of(
                            "decimal.handling.mode",
                            "string",
                            "time.precision.mode",
                            "isostring",
                            "binary.handling.mode",
                            "hex"),
                    Map.of(
                            "bin", "STRING \"fbef0000\"",
                            "blb", "STRING \"fbef00ff\"",
                            "tm_long", "",
                            "tm_negative", "",
                            "vbin", "STRING \"fbef00ff\"")),
            new DebeziumDialect(
                    "Nanoseconds", MariaDbTypes.ALL, Map.of("time.precision.mode", "nanoseconds"), Map.of()));

    private MariaDbDialects() {}
}
