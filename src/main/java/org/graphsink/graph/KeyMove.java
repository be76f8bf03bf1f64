package org.graphsink.graph;

import java.util.Optional;
import java.util.Set;

/**
 * One half of a change of a row's key. The halves come in either order; those of one change have the same name.
 *
 * @param name of the change: topic, pattern, old key and new key. It holds values and never reaches a log or a message
 * @param at the record's offset: of several halves that wait under one name, the first to come is the first to be joined
 * @param mark of the row at a node of several writers, see {@link Share}: the row is in the node as long as that bears it
 */
public record KeyMove(String name, long at, Optional<String> mark) {

    /** The label of the connector's own nodes for changes of which one half has come. */
    public static final String LABEL = "__Moving";

    /** The label of what a node has left for its new key. */
    public static final String LEFT_LABEL = "__Left";

    /**
     * The label of a node that is there only within a transaction which writes a half. Its name is unique, so that halves which
     * are written at the same time wait for each other.
     */
    public static final String LOCK_LABEL = "__Changing";

    /** By which the nodes of {@link #LABEL} and of {@link #LOCK_LABEL} are found. */
    public static final String NAME = "__move";

    /** All labels that no other node may have. */
    public static final Set<String> LABELS = Set.of(LABEL, LEFT_LABEL, LOCK_LABEL);

    /** Of a node that is all its row's own. */
    public KeyMove(String name, long at) {
        this(name, at, Optional.empty());
    }

    @Override
    public String toString() {
        return "Move at " + at;
    }
}
