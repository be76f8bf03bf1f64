package org.graphsink.mapping.bound;

/** Reads one value from views of the layouts that it was bound to. */
@FunctionalInterface
interface ValueReader {

    /**
     * @return a Neo4j value, null, or {@link org.graphsink.value.Absent}
     * @throws org.graphsink.record.RecordException where there is a value that cannot be taken
     */
    Object read(View view);
}
