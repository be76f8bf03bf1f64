package org.graphsink.cypher;

import java.util.Map;
import org.graphsink.graph.MissingEndpoints;

/**
 * A statement with its parameters.
 *
 * @param text the same for all rows of one shape, so that the server plans it once
 * @param parameters Neo4j values, or lists or maps of them; a list may be a view of the rows of the plan
 * @param missing other than {@link MissingEndpoints#CREATE} for a statement that returns, as {@code written}, for how many
 *     of its rows it found both end nodes
 * @param rows how many rows there are
 */
public record CypherStatement(String text, Map<String, Object> parameters, MissingEndpoints missing, int rows) {

    /** The text alone: parameters never reach a log or a message. */
    @Override
    public String toString() {
        return text;
    }
}
