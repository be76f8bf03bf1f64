package org.graphsink.store;

import java.util.List;
import org.graphsink.cypher.CypherStatement;

/**
 * What is written as one: all of it or nothing.
 *
 * @param statements run in this order
 * @param advances one for each partition of which there are records
 */
public record Batch(List<CypherStatement> statements, List<Advance> advances) {
    public Batch {
        statements = List.copyOf(statements);
        advances = List.copyOf(advances);
    }
}
