package org.graphsink.oracle;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * After generated workloads on source tables the graph is the mapping of the rows that are left, worked out without the
 * connector's mapping.
 *
 * <p>{@code -Dgraphsink.oracle.workloads=N} sets how many workloads there are and {@code -Dgraphsink.oracle.seed=S} which.
 */
class MappingOracleTest {

    @Test
    void recordsOneByOneLeaveTheMappingOfTheFinalRows(TestReporter reporter) {
        forEach(reporter, scenario -> !Scenario.oneByOne(scenario.changes(0)).equals(scenario.expected()));
    }

    @Test
    void recordsInPollsLeaveTheMappingOfTheFinalRows(TestReporter reporter) {
        forEach(reporter, scenario -> !scenario.inPolls(scenario.changes(0)).equals(scenario.expected()));
    }

    private static void forEach(TestReporter reporter, Predicate<Scenario> fails) {
        long first = Long.getLong("graphsink.oracle.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(first));
        System.out.println("Sequences from seed " + first);
        int count = Integer.getInteger("graphsink.oracle.workloads", 10_000);
        for (long seed = first; seed < first + count; seed++) {
            var scenario = Scenario.of(seed);
            if (fails.test(scenario)) {
                report(scenario, fails);
            }
        }
    }

    private static void report(Scenario scenario, Predicate<Scenario> fails) {
        List<SourceStep> left = Shrinking.shrink(scenario.steps(), steps -> fails.test(scenario.with(steps)));
        var shrunk = scenario.with(left);
        var changes = shrunk.changes(0);
        fail(shrunk.report() + "\nexpected\n" + shrunk.expected() + "\none by one\n" + Scenario.oneByOne(changes)
                + "\nin polls\n" + shrunk.inPolls(changes));
    }
}
