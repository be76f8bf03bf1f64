package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What was done to the connector, how many records were to arrive, and what was found afterwards, added up and printed as
 * one line {@code FAULTS <test> injected=… records=… lost=… strays=…}. Upserts hide that something is written twice, so
 * {@code doubled=…} is there only where that was looked for: next to {@code watched=…}, of how many records. As an extension
 * of a class it prints after the last test.
 */
final class Figures implements AfterAllCallback {

    private final Map<String, Long> sums = new LinkedHashMap<>();

    Figures() {
        for (var name : List.of("injected", "records", "lost", "strays")) {
            sums.put(name, 0L);
        }
    }

    synchronized Figures add(String name, long number) {
        sums.merge(name, number, Long::sum);
        return this;
    }

    /** Something was done to a server, a worker or a connection. */
    Figures injected(long times) {
        return add("injected", times);
    }

    /** Requires that exactly these ids are there, each once and in order; counts what is not. */
    void assertWritten(List<Long> found, Long... expected) {
        written(found, List.of(expected));
        assertThat(found).containsExactly(expected);
    }

    /** Counts what should be there and is not, and what should not be there. */
    void written(Collection<Long> found, Collection<Long> expected) {
        var distinct = new HashSet<>(found);
        add("records", expected.size());
        add("lost", expected.stream().filter(id -> !distinct.contains(id)).count());
        distinct.removeAll(new HashSet<>(expected));
        add("strays", distinct.size());
    }

    /**
     * Counts events by how often they appeared, and reported records that should not have been.
     *
     * @param strays records that were reported though they are right
     */
    void counted(Appearances.Counted counted, long expected, long strays) {
        long doubled = counted.several().size();
        add("records", expected);
        add("lost", Math.max(0, expected - counted.once() - doubled));
        doubled(expected, doubled);
        add("strays", strays);
    }

    /**
     * What was written twice.
     *
     * @param watched of how many records that would have shown
     */
    Figures doubled(long watched, long doubled) {
        return add("watched", watched).add("doubled", doubled);
    }

    /** Counts the reported records that should not have been, and requires that there are none and none is missing. */
    void assertReported(Collection<String> reported, String... expected) {
        var strays = new TreeSet<>(reported);
        strays.removeAll(List.of(expected));
        add("strays", strays.size());
        add("reported", expected.length);
        assertThat(reported).containsExactly(expected);
    }

    void print(String test) {
        System.out.println("FAULTS " + test + " seed=" + Scale.seed() + " "
                + sums.entrySet().stream()
                        .map(sum -> sum.getKey() + "=" + sum.getValue())
                        .collect(Collectors.joining(" ")));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        print(context.getRequiredTestClass().getSimpleName());
    }
}
