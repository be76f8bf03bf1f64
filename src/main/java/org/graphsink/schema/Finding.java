package org.graphsink.schema;

import java.util.Optional;

/** What the database has of a declaration. */
sealed interface Finding {

    Declaration declaration();

    /** @param index the index that serves it, under whatever name */
    record Present(Declaration declaration, ExistingIndex index) implements Finding {}

    record Missing(Declaration declaration) implements Finding {}

    /**
     * A plain range index where the constraint needs its own. It may also be the index of the very constraint, which
     * another task is about to create: only an attempt to create it tells.
     */
    record Blocked(Declaration declaration, String problem) implements Finding {}

    /**
     * Something else is in its place.
     *
     * @param droppable the name of the index that {@code neo4j.schema.on-conflict=recreate} may drop
     */
    record Conflict(Declaration declaration, String problem, Optional<String> droppable) implements Finding {}
}
