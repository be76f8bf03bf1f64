package org.graphsink.schema;

import java.util.Locale;
import java.util.Optional;

/**
 * A row of SHOW INDEXES.
 *
 * @param owningConstraint also empty while the constraint that the index will belong to is still being created
 * @param configuration of a vector index; all null for others
 */
record ExistingIndex(
        String name,
        String type,
        Target target,
        Optional<String> owningConstraint,
        String state,
        double populationPercent,
        VectorConfiguration configuration) {

    boolean isVector() {
        return type.equals("VECTOR");
    }

    boolean isOnline() {
        return state.equals("ONLINE");
    }

    boolean hasFailed() {
        return state.equals("FAILED");
    }

    /** As {@link Declaration#definition()}. */
    String definition() {
        return type + " " + target;
    }

    String described() {
        String text = type.toLowerCase(Locale.ROOT) + " index " + name + " on " + target;
        return isVector() ? text + " " + configuration : text;
    }
}
