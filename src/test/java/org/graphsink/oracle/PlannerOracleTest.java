package org.graphsink.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.graphsink.graph.GraphChange;
import org.graphsink.pipeline.ChangeText;
import org.graphsink.plan.LabelFamilies;
import org.graphsink.plan.Planner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Generated sequences of changes leave the same graph whether they are applied one by one or as they are planned.
 *
 * <p>{@code -Dgraphsink.oracle.changes=N} sets how many sequences there are and {@code -Dgraphsink.oracle.seed=S} which.
 */
class PlannerOracleTest {

    private static final int MOST_CHANGES = 12;

    private record Sequence(LabelFamilies families, List<List<GraphChange>> before, List<List<GraphChange>> changes) {

        static Sequence of(long seed) {
            var arbitrary = new ArbitraryChanges(new Random(seed));
            return new Sequence(
                    arbitrary.families(), arbitrary.sequence(MOST_CHANGES / 2), arbitrary.sequence(MOST_CHANGES));
        }

        GraphDump oneByOne() {
            var graph = start();
            flat(changes).forEach(graph::apply);
            return graph.dump();
        }

        GraphDump planned() {
            var graph = start();
            PlannedChanges.of(Planner.plan(flat(changes), families)).forEach(graph::apply);
            return graph.dump();
        }

        private ModelGraph start() {
            var graph = new ModelGraph();
            flat(before).forEach(graph::apply);
            return graph;
        }

        private static List<GraphChange> flat(List<List<GraphChange>> changes) {
            return changes.stream().flatMap(List::stream).toList();
        }

        boolean differs() {
            return !planned().equals(oneByOne());
        }

        Sequence shrunk() {
            var fewerChanges = new Sequence(
                    families,
                    before,
                    Shrinking.shrink(changes, left -> new Sequence(families, before, left).differs()));
            return new Sequence(
                    families,
                    Shrinking.shrink(before, left -> new Sequence(families, left, fewerChanges.changes).differs()),
                    fewerChanges.changes);
        }

        String report(long seed) {
            return "seed " + seed + "\ngraph before, made by\n" + ChangeText.of(flat(before)) + "\nchanges\n"
                    + ChangeText.of(flat(changes)) + "\none by one\n" + oneByOne() + "\nas planned\n" + planned()
                    + "\nplan\n"
                    + ChangeText.of(PlannedChanges.of(Planner.plan(flat(changes), families)));
        }
    }

    @Test
    void aPlanLeavesTheGraphThatItsChangesOneByOneWouldLeave(TestReporter reporter) {
        long first = Long.getLong("graphsink.oracle.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(first));
        System.out.println("Sequences from seed " + first);
        int count = Integer.getInteger("graphsink.oracle.changes", 50_000);
        for (long seed = first; seed < first + count; seed++) {
            var sequence = Sequence.of(seed);
            if (sequence.differs()) {
                fail(sequence.shrunk().report(seed));
            }
        }
        assertThat(count).isPositive();
    }
}
