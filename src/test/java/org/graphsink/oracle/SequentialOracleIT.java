package org.graphsink.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.graphsink.cypher.CypherStatement;
import org.graphsink.pipeline.ChangeText;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Generated sequences of records leave the same graph in a real database whether each record is written in a transaction of
 * its own or many are written together, and it is the graph that the model has; where records tell all that happened to
 * their rows, it is also the mapping of the rows that are left.
 *
 * <p>Sequences have keys of their own and share the database, so that the transactions of many run as one.
 * {@code -Dgraphsink.oracle.sequences=N} sets how many there are and {@code -Dgraphsink.oracle.seed=S} which.
 */
@WithNeo4j
class SequentialOracleIT {

    private static final int AT_A_TIME = 2000;
    private static final int MOST_TOGETHER = 5;

    private long lastSequence;

    /** The two graphs that a sequence has got in the database, next to what they should be. */
    private record Outcome(Scenario scenario, GraphDump oneByOne, GraphDump inPolls, GraphDump modelled) {

        boolean isRight() {
            return oneByOne.equals(modelled)
                    && inPolls.equals(modelled)
                    && (!scenario.addsUp() || modelled.equals(scenario.expected()));
        }

        /** Without the final rows, which shrunk sequences do not lead to. */
        boolean agrees() {
            return oneByOne.equals(modelled) && inPolls.equals(modelled);
        }
    }

    @Test
    void recordsOneByOneAndInPollsLeaveTheSameGraph(Neo4jServer server, TestReporter reporter) {
        long seed = Long.getLong("graphsink.oracle.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(seed));
        System.out.println("Sequences from seed " + seed);
        int count = Integer.getInteger("graphsink.oracle.sequences", 2000);
        try (var database = new OracleDatabase(server, ShopTables.ALL)) {
            int written = 0;
            while (written < count) {
                int size = Math.min(AT_A_TIME, count - written);
                var arrivals = arrivals(seed + written, size);
                var outcomes = write(database, arrivals);
                for (int i = 0; i < arrivals.size(); i++) {
                    if (!outcomes.get(i).stream().allMatch(Outcome::isRight)) {
                        report(database, arrivals.get(i), outcomes.get(i));
                    }
                }
                written += size;
            }
            assertThat(written).isEqualTo(count);
        }
    }

    private static List<Arrival> arrivals(long firstSeed, int count) {
        var random = new Random(firstSeed);
        var arrivals = new ArrayList<Arrival>();
        for (int from = 0; from < count; ) {
            int to = Math.min(count, from + 1 + random.nextInt(MOST_TOGETHER));
            arrivals.add(Arrival.of(
                    LongStream.range(firstSeed + from, firstSeed + to)
                            .mapToObj(Scenario::ofAnyKind)
                            .toList(),
                    random));
            from = to;
        }
        return arrivals;
    }

    private List<List<Outcome>> write(OracleDatabase database, List<Arrival> arrivals) {
        var singly = new ArrayList<List<Long>>();
        var together = new ArrayList<List<Long>>();
        var records = new ArrayList<List<List<CypherStatement>>>();
        var polls = new ArrayList<List<List<CypherStatement>>>();
        for (var arrival : arrivals) {
            singly.add(sequences(arrival));
            together.add(sequences(arrival));
            records.addAll(arrival.oneByOne(singly.get(singly.size() - 1)));
            polls.add(arrival.polls(together.get(together.size() - 1)));
        }
        inRounds(database, records);
        inRounds(database, polls);
        var dumps = database.dumps();
        var outcomes = new ArrayList<List<Outcome>>();
        for (int i = 0; i < arrivals.size(); i++) {
            outcomes.add(outcomes(arrivals.get(i), dumps, singly.get(i), together.get(i)));
        }
        return outcomes;
    }

    private List<Long> sequences(Arrival arrival) {
        return arrival.scenarios().stream().map(scenario -> ++lastSequence).toList();
    }

    /** What comes n-th in any of the lists is written in the n-th transaction. */
    private static void inRounds(OracleDatabase database, List<List<List<CypherStatement>>> lists) {
        int rounds = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < rounds; i++) {
            int round = i;
            database.write(MergedStatements.of(lists.stream()
                    .filter(list -> list.size() > round)
                    .map(list -> list.get(round))
                    .toList()));
        }
    }

    private static List<Outcome> outcomes(
            Arrival arrival, Map<Long, GraphDump> dumps, List<Long> singly, List<Long> together) {
        var nothing = new GraphDump(List.of());
        var modelled = arrival.modelled();
        return IntStream.range(0, modelled.size())
                .mapToObj(i -> new Outcome(
                        arrival.scenarios().get(i),
                        dumps.getOrDefault(singly.get(i), nothing),
                        dumps.getOrDefault(together.get(i), nothing),
                        modelled.get(i)))
                .toList();
    }

    private void report(OracleDatabase database, Arrival arrival, List<Outcome> outcomes) {
        var wrong = outcomes.stream()
                .filter(outcome -> !outcome.isRight())
                .findFirst()
                .orElseThrow();
        if (wrong.agrees()) {
            fail(wrong.scenario().report() + "\nexpected\n" + wrong.scenario().expected() + "\nis\n"
                    + wrong.modelled());
        }
        var left = arrival.with(Shrinking.shrink(
                arrival.records(), fewer -> !agree(write(database, List.of(arrival.with(fewer))))));
        var changes = left.changes(left.scenarios().stream().map(scenario -> 0L).toList());
        var text = new StringBuilder("The sequences from seed "
                + arrival.scenarios().get(0).seed() + " on: records that suffice, each with its poll and changes\n");
        for (int i = 0; i < changes.size(); i++) {
            var record = left.records().get(i);
            text.append(record)
                    .append(' ')
                    .append(left.scenarios().get(record.scenario()).records(0).get(record.record()));
            text.append('\n').append(ChangeText.of(changes.get(i)).indent(4));
        }
        fail(text
                + write(database, List.of(left)).get(0).stream()
                        .filter(outcome -> !outcome.agrees())
                        .map(outcome -> "\none by one\n" + outcome.oneByOne() + "\nin polls\n" + outcome.inPolls()
                                + "\nby the model\n" + outcome.modelled())
                        .collect(Collectors.joining("\n")));
    }

    private static boolean agree(List<List<Outcome>> outcomes) {
        return outcomes.get(0).stream().allMatch(Outcome::agrees);
    }
}
