package org.graphsink.neo4j;

import org.neo4j.driver.exceptions.Neo4jException;

/** The server refuses even what holds nothing of a record. */
public final class ServerFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerFaultException(Neo4jException failure) {
        super("Neo4j refuses every transaction (" + failure.code()
                + "); see the server's log, and the constraints on the label of neo4j.eos-offset-label");
    }
}
