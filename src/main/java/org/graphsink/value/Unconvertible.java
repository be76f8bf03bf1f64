package org.graphsink.value;

/**
 * A value that cannot become a Neo4j value. The message says why and never shows the value; it continues a text such as
 * "Field a.b: ", which whoever knows the place adds.
 */
public final class Unconvertible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unconvertible(String message) {
        super(message, null, false, false);
    }
}
