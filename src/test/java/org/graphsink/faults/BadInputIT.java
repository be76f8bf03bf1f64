package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.faults.Records.P0;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.servers.FaultyProxy;
import org.graphsink.servers.Neo4jServer;
import org.graphsink.servers.WithNeo4j;
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
                (:Written {!offset: __offset, partition: __partition}) ;
                (:Person:$(kind) {!id, *, born: date(born), place: point(lon, lat), age: toInteger(age), vec: vector(vec)}) ;
                (:Person {!id})-[:KNOWS {!id, born}]->(:Person {!id: friend})
                """);
    }

    @Test
    void eachRecordIsWrittenOrReportedAndNothingElseIsDisturbed() {
        long seed = Scale.seed();
        var malformed = new MalformedRecords(new Random(seed));
        database.run("CREATE (:Canary {id: 1})");
        try (var log = LogCapture.everything();
                var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(settings(proxy.uri())).open(P0)) {
            for (long from = 0; from < RECORDS; from += POLL) {
                var poll = new ArrayList<SinkRecord>();
                for (long offset = from; offset < from + POLL; offset++) {
                    var value = offset % GOOD == 0 ? MalformedRecords.good(offset) : malformed.next(offset);
                    poll.add(Records.record(P0, offset, value));
                }
                task.put(poll);
            }

            var written = written();
            var reported = task.reported().stream()
                    .map(coordinates -> Long.parseLong(coordinates.substring(coordinates.indexOf('@') + 1)))
                    .collect(Collectors.toCollection(ArrayList::new));
            figures.injected(RECORDS - RECORDS / GOOD)
                    .add("records", RECORDS)
                    .add("written", written.size())
                    .add("reported", reported.size())
                    .add("lost", RECORDS - union(written, reported).size())
                    .add(
                            "doubled",
                            written.size()
                                    + reported.size()
                                    - union(written, reported).size())
                    .add(
                            "strays",
                            reported.stream()
                                    .filter(offset -> offset % GOOD == 0)
                                    .count());
            assertThat(reported).as("seed " + seed).doesNotHaveDuplicates().doesNotContainAnyElementsOf(written);
            assertThat(written.size() + reported.size()).as("seed " + seed).isEqualTo(RECORDS);
            for (long good = 0; good < RECORDS; good += GOOD) {
                assertThat(written).as("seed " + seed).contains(good);
            }
            assertThat(database.number("MATCH (c:Canary) RETURN count(c)")).isEqualTo(1);
            assertThat(database.offsets()).isEqualTo(Map.of("events-0", (long) RECORDS));
            assertThat(task.messages()).allMatch(message -> message.startsWith("The record events-0@"));
            assertThat(task.messages())
                    .as("seed " + seed)
                    .filteredOn(message -> message.contains(MalformedRecords.MARKER))
                    .isEmpty();
            assertThat(log.lines(MalformedRecords.MARKER)).as("seed " + seed).isEmpty();
            assertThat(proxy.statements())
                    .as("seed " + seed)
                    .anyMatch(text -> text.contains(MalformedRecords.LABEL))
                    .noneMatch(text -> text.contains(MalformedRecords.MARKER))
                    .noneMatch(text -> withoutNames(text).contains(MalformedRecords.LABEL));
        }
    }

    private static Set<Long> union(Collection<Long> some, Collection<Long> others) {
        var union = new HashSet<>(some);
        union.addAll(others);
        return union;
    }

    /** A statement but for what it quotes as names. */
    private static String withoutNames(String statement) {
        return statement.replaceAll("`(?:[^`]++|``)*+`", "");
    }

    private TreeSet<Long> written() {
        return database
                .driver()
                .executableQuery("MATCH (w:Written) RETURN w.offset AS offset")
                .execute()
                .records()
                .stream()
                .map(row -> row.get("offset").asLong())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
