package org.graphsink.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graphsink.support.servers.WithNeo4j;
import org.graphsink.value.DurationValue;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** Two keys are equal just where MERGE finds one node by both. */
@WithNeo4j
class KeyEqualityIT {

    private static final List<Object> VALUES = Arrays.asList(
            0L,
            -0.0,
            1L,
            1.0,
            1.5,
            (1L << 53) + 1,
            (double) (1L << 53),
            1L << 60,
            (double) (1L << 60),
            1e19,
            1e300,
            Long.MIN_VALUE,
            (double) Long.MIN_VALUE,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE,
            (double) Long.MAX_VALUE,
            "1",
            "a",
            "A",
            "a ",
            "",
            "\u00e9",
            "e\u0301",
            true,
            false,
            new byte[] {1, 2},
            new byte[] {2, 1},
            new byte[0],
            List.of(1L, 2L),
            List.of(1.0, 2.0),
            new double[] {1, 2},
            List.of("1", "2"),
            List.of(),
            new double[0],
            List.of((1L << 53) + 1),
            List.of((double) (1L << 53)),
            new byte[] {-1},
            List.of(-1L),
            new DurationValue(0, 1, 0, 0),
            new DurationValue(0, 0, 86_400, 0),
            List.of(1L),
            List.of(true),
            LocalDate.of(2024, 2, 29),
            LocalDateTime.of(2024, 2, 29, 0, 0),
            LocalTime.of(10, 0),
            OffsetTime.parse("10:00Z"),
            OffsetTime.parse("11:00+01:00"),
            ZonedDateTime.parse("2024-01-01T10:00Z"),
            ZonedDateTime.parse("2024-01-01T10:00Z[UTC]"),
            ZonedDateTime.parse("2024-01-01T11:00+01:00"),
            ZonedDateTime.parse("2024-01-01T11:00+01:00[Europe/Paris]"),
            ZonedDateTime.parse("2024-01-01T11:00+01:00[Europe/Berlin]"));

    @Test
    void keysAreEqualJustWhereTheDatabaseFindsOneNodeByBoth(Driver driver) {
        driver.executableQuery("CREATE CONSTRAINT FOR (n:One) REQUIRE n.id IS UNIQUE")
                .execute();
        driver.executableQuery("CREATE CONSTRAINT FOR (n:Two) REQUIRE (n.id, n.part) IS UNIQUE")
                .execute();
        var keys = new LinkedHashMap<Key, List<String>>();
        for (var value : VALUES) {
            keys.computeIfAbsent(Key.of(value), key -> new ArrayList<>()).add(describe(value));
        }
        var ours = keys.values().stream().filter(equal -> equal.size() > 1).toList();

        assertThat(ours).isNotEmpty();
        assertThat(foundByTheSame(driver, "(n:One {id: $values[i]})")).isEqualTo(ours);
        assertThat(foundByTheSame(driver, "(n:Two {id: $values[i], part: 1})")).isEqualTo(ours);
    }

    /** What a transaction has not committed yet is not looked up where the rest is. */
    @Test
    void keysAreEqualJustWhereTheDatabaseFindsOneNodeByBothInTransactionsOfTheirOwn(Driver driver) {
        driver.executableQuery("CREATE CONSTRAINT FOR (n:Alone) REQUIRE n.id IS UNIQUE")
                .execute();
        var keys = new LinkedHashMap<Key, List<String>>();
        var nodes = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < VALUES.size(); i++) {
            keys.computeIfAbsent(Key.of(VALUES.get(i)), key -> new ArrayList<>())
                    .add(describe(VALUES.get(i)));
            var node = driver.executableQuery("MERGE (n:Alone {id: $value}) RETURN elementId(n) AS node")
                    .withParameters(Map.of("value", parameters().get(i)))
                    .execute()
                    .records()
                    .get(0)
                    .get("node")
                    .asString();
            nodes.computeIfAbsent(node, id -> new ArrayList<>()).add(describe(VALUES.get(i)));
        }

        assertThat(nodes.values()).containsExactlyElementsOf(keys.values());
    }

    private static List<List<String>> foundByTheSame(Driver driver, String node) {
        var nodes = new LinkedHashMap<String, List<String>>();
        for (var row : driver.executableQuery("UNWIND range(0, size($values) - 1) AS i MERGE " + node
                        + " RETURN i, elementId(n) AS node ORDER BY i")
                .withParameters(Map.of("values", parameters()))
                .execute()
                .records()) {
            nodes.computeIfAbsent(row.get("node").asString(), id -> new ArrayList<>())
                    .add(describe(VALUES.get(row.get("i").asInt())));
        }
        return nodes.values().stream().filter(equal -> equal.size() > 1).toList();
    }

    private static List<Object> parameters() {
        return VALUES.stream()
                .map(value -> Key.of(value).value(0))
                .map(value -> value instanceof DurationValue duration
                        ? org.neo4j.driver.Values.isoDuration(
                                duration.months(), duration.days(), duration.seconds(), duration.nanoseconds())
                        : value)
                .toList();
    }

    private static String describe(Object value) {
        var text = value instanceof byte[] bytes
                ? Arrays.toString(bytes)
                : value instanceof double[] doubles ? Arrays.toString(doubles) : value.toString();
        return value.getClass().getSimpleName() + " " + text;
    }
}
