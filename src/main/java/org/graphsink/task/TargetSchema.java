package org.graphsink.task;

import java.util.Optional;
import org.graphsink.graph.NodeShape;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;

/** The constraints and indexes of a database, as far as a task has to see to them. */
interface TargetSchema {

    /** Sets up what is declared. Asking again costs nothing once it is there. */
    Optional<Failed> prepare(Deadline deadline);

    /** Whether records may name labels of which nothing is declared. */
    boolean isOpen();

    /**
     * Makes sure of the constraint of a label that a record names. Asking again costs nothing.
     *
     * @return empty where the constraint is there; {@link FailureKind#DATA} where the label cannot have it
     */
    Optional<Failed> ensure(NodeShape shape, Deadline deadline);
}
