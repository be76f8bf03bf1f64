package org.graphsink.cypher;

import java.util.Map;

/**
 * A statement with its parameters.
 *
 * @param text the same for all rows of one shape, so that the server plans it once
 * @param parameters Neo4j values, or lists or maps of them
 */
public record CypherStatement(String text, Map<String, Object> parameters) {

    /** The text alone: parameters never reach a log or a message. */
    @Override
    public String toString() {
        return text;
    }
}
