package org.graphsink.bench;

import java.util.ArrayList;
import java.util.List;

/** The connector and the loop by hand at the same work, in turns. */
final class Contest {

    private final List<Double> ratios = new ArrayList<>();
    private final List<Expense> connector = new ArrayList<>();
    private final List<Expense> byHand = new ArrayList<>();

    void add(Turn connectors, Turn hands) {
        ratios.add(connectors.recordsPerSecond() / hands.recordsPerSecond());
        connector.add(connectors.expense());
        byHand.add(hands.expense());
    }

    /** How much of the loop's throughput the connector reaches. */
    double ratio() {
        return Expense.median(ratios, ratio -> ratio);
    }

    String expenses() {
        return Expense.median(connector) + " (by hand " + Expense.median(byHand) + ")";
    }
}
