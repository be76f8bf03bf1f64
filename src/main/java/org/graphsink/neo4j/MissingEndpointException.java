package org.graphsink.neo4j;

/** Relationships whose start or end node does not exist, where {@code neo4j.relationships.missing-endpoints=fail}. */
public final class MissingEndpointException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingEndpointException(long missing) {
        super(missing + " relationship(s) have no start or no end node (neo4j.relationships.missing-endpoints=fail)");
    }
}
