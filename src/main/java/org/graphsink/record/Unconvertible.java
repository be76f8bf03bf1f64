package org.graphsink.record;

/**
 * A value that cannot become a Neo4j value. The message continues "Field a.b: "; whoever knows the field adds it.
 */
final class Unconvertible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unconvertible(String message) {
        super(message, null, false, false);
    }
}
