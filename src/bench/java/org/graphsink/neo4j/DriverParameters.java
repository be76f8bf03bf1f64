package org.graphsink.neo4j;

import org.graphsink.cypher.CypherStatement;
import org.neo4j.driver.Value;

/** The parameters of a statement as the driver gets them. */
public final class DriverParameters {

    private DriverParameters() {}

    public static Value of(CypherStatement statement) {
        return DriverValues.parameters(statement.parameters());
    }
}
