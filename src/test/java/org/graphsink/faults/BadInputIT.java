package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.support.Records.P0;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.support.Database;
import org.graphsink.support.LogCapture;
import org.graphsink.support.Records;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.FaultyProxy;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;

/** Thousands of generated records that are not what the mapping expects, among others that are. */
@WithNeo4j
class BadInputIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private static final int POLL = 250;
    private static final int RECORDS = Scale.of(3_000, 9_000);
    private static final int GOOD = 5;

    private final Neo4jServer neo4j;
    private final Database database;

    BadInputIT(Neo4jServer neo4j, Driver driver) {
        this.neo4j = neo4j;
        this.database = new Database(driver);
    }

    private static Map<String, String> settings(URI server) {
        return RunningTask.settings(
                server, "neo4j.schema.vector.people", "(:Person {vec}) 3 cosine", "neo4j.pattern.topic.events", """
                (:Person:$(kind) {!id, *, born: date(born), place: point(lon, lat), age: toInteger(age), vec: vector(vec)}) ;
                (:Written {!id: __offset, partition: __partition}) ;
                (:Person {!id})-[:KNOWS {!id, born}]->(:Person {!id: friend}) ;
                (:$(kind) {!number: __offset, partition: __partition})
                """);
    }

    @Test
    void eachRecordIsWrittenOrReportedAndNothingElseIsDisturbed() {
        long seed = Scale.seed();
        var malformed = new MalformedRecords(new Random(seed));
        var sent = new TreeMap<Long, SinkRecord>();
        database.run("CREATE (:Canary {id: 1})");
        try (var log = LogCapture.everything();
                var proxy = FaultyProxy.to(neo4j);
                var appearances = Appearances.watch(database.driver(), "Written");
                var task = RunningTask.start(settings(proxy.uri())).open(P0)) {
            proxy.faults(appearances::takeBefore);
            for (long from = 0; from < RECORDS; from += POLL) {
                var poll = new ArrayList<SinkRecord>();
                for (long offset = from; offset < from + POLL; offset++) {
                    poll.add(
                            offset % GOOD == 0
                                    ? Records.record(P0, offset, MalformedRecords.good(offset))
                                    : malformed.next(P0, offset));
                }
                poll.forEach(record -> sent.put(record.kafkaOffset(), record));
                task.put(poll);
            }

            var counted = appearances.counted();
            var written = numbers("MATCH (t:Trace) RETURN DISTINCT t.id AS offset");
            var reported = task.reported().stream()
                    .map(coordinates -> Long.parseLong(coordinates.substring(coordinates.indexOf('@') + 1)))
                    .toList();
            var tombstones = sent.values().stream()
                    .filter(record -> record.value() == null)
                    .map(SinkRecord::kafkaOffset)
                    .toList();
            var all = new ArrayList<>(written);
            all.addAll(reported);
            all.addAll(tombstones);
            var distinct = new TreeSet<>(all);
            figures.injected(RECORDS - RECORDS / GOOD)
                    .add("records", RECORDS)
                    .add("written", written.size())
                    .add("reported", reported.size())
                    .add("tombstones", tombstones.size())
                    .add("lost", RECORDS - distinct.size())
                    .doubled(RECORDS, counted.several().size() + all.size() - distinct.size())
                    .add(
                            "strays",
                            reported.stream()
                                    .filter(offset -> offset % GOOD == 0)
                                    .count());
            assertThat(counted).as("seed " + seed).isEqualTo(new Appearances.Counted(written.size(), Map.of()));
            assertThat(all)
                    .as("seed " + seed)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(sent.keySet());
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", (long) RECORDS));
            assertThat(database.number("MATCH (c:Canary) RETURN count(c)")).isEqualTo(1);
            assertGoodOnesAreComplete();
            assertThat(written)
                    .as("seed " + seed)
                    .noneMatch(offset -> field(sent.get(offset), "born") instanceof String born
                            && MalformedRecords.DATES.contains(born))
                    .noneMatch(offset -> field(sent.get(offset), "vec") instanceof List<?> vector
                            && List.of(2, 4).contains(vector.size()));
            assertLabels(sent, written);
            assertNothingIsLeftOf(reported);
            assertMessages(task.messages());
            assertThat(log.lines(MalformedRecords.MARKER)).as("seed " + seed).isEmpty();
            assertThat(log.lines(MalformedRecords.LABEL)).as("seed " + seed).isEmpty();
            assertThat(proxy.statements())
                    .as("seed " + seed)
                    .anyMatch(text -> text.contains(MalformedRecords.LABEL))
                    .noneMatch(text -> text.contains(MalformedRecords.MARKER))
                    .noneMatch(text -> withoutNames(text).contains(MalformedRecords.LABEL));
        }
    }

    private void assertGoodOnesAreComplete() {
        assertThat(numbers("UNWIND range(0, " + (RECORDS - 1) + ", " + GOOD + ") AS offset"
                        + " MATCH (p:Person:Good {id: 'good' + offset, age: 36, born: date('1815-12-10')})"
                        + "-[:KNOWS {id: p.id, born: '1815-12-10'}]->(:Person {id: 'good' + (offset / 2)})"
                        + " WHERE p.name = '" + MalformedRecords.MARKER + "' + offset AND p.vec = [1.0, 0.5, 0.25]"
                        + " AND p.place = point({longitude: 0.1, latitude: 51.5})"
                        + " MATCH (:Good {number: offset}) RETURN offset"))
                .isEqualTo(LongStream.range(0, RECORDS)
                        .filter(offset -> offset % GOOD == 0)
                        .boxed()
                        .toList());
    }

    /** A text that a label is taken from is the label, whatever is in it. */
    private void assertLabels(Map<Long, SinkRecord> sent, List<Long> written) {
        var found = new TreeMap<Long, String>();
        database.driver()
                .executableQuery(
                        "MATCH (n) WHERE n.number IS NOT NULL RETURN n.number AS number, labels(n)[0] AS label")
                .execute()
                .records()
                .forEach(row ->
                        found.put(row.get("number").asLong(), row.get("label").asString()));
        assertThat(written).containsAll(found.keySet());
        written.stream()
                .filter(offset -> field(sent.get(offset), "kind") instanceof String)
                .forEach(offset -> assertThat(found).containsEntry(offset, (String) field(sent.get(offset), "kind")));
        assertThat(found.values()).contains(MalformedRecords.CONTROL_LABEL, MalformedRecords.INJECTION_LABEL);
    }

    /** Of records that kept their own id; such nodes can be there as ends of other records' relationships, with nothing but their key. */
    private void assertNothingIsLeftOf(List<Long> reported) {
        assertThat(numbers("MATCH (p:Person) WHERE p.id STARTS WITH 'good' AND size(keys(p)) > 1"
                        + " RETURN toInteger(substring(p.id, 4)) AS offset"))
                .doesNotContainAnyElementsOf(reported);
        assertThat(numbers("MATCH ()-[r:KNOWS]->() WHERE r.id STARTS WITH 'good'"
                        + " RETURN toInteger(substring(r.id, 4)) AS offset"))
                .doesNotContainAnyElementsOf(reported);
    }

    private static void assertMessages(List<String> messages) {
        assertThat(messages)
                .allMatch(message -> message.startsWith("The record events-0@"))
                .allMatch(message -> message.contains(" in the pattern (") || message.contains(": Neo4j answered Neo."))
                .noneMatch(message -> message.contains(MalformedRecords.MARKER))
                .noneMatch(message -> message.contains(MalformedRecords.LABEL))
                .noneMatch(message -> message.contains("it could not be read ("))
                .anyMatch(message -> message.endsWith(
                        "the property vec is a vector of 2 dimensions where neo4j.schema.vector.people declares 3"))
                .anyMatch(message -> message.endsWith(
                        "the property vec is a vector of 4 dimensions where neo4j.schema.vector.people declares 3"))
                .anyMatch(message -> message.endsWith("in date(born): date() cannot read the text that it was given"))
                .anyMatch(
                        message -> message.endsWith("$(kind) is a text with a null character, which cannot be a name"));
    }

    /** A statement but for what it quotes as names. */
    private static String withoutNames(String statement) {
        return statement.replaceAll("`(?:[^`]++|``)*+`", "");
    }

    private static Object field(SinkRecord record, String name) {
        if (record.value() instanceof Struct struct) {
            return struct.schema().field(name) == null ? null : struct.get(name);
        }
        return record.value() instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** The offsets that a query finds, in order. */
    private List<Long> numbers(String cypher) {
        return database.driver().executableQuery(cypher).execute().records().stream()
                .map(row -> row.get("offset").asLong())
                .sorted()
                .toList();
    }
}
