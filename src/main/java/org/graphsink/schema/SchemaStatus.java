package org.graphsink.schema;

import org.graphsink.neo4j.StatusCode;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * What a failure says about a schema that is being set up. Whatever is not told apart here (an outage, a wrong password, a
 * missing database) is left to the task as the driver threw it.
 */
final class SchemaStatus {

    private SchemaStatus() {}

    static boolean isAlreadyThere(Neo4jException e) {
        return StatusCode.ALREADY_THERE.contains(code(e));
    }

    static boolean isRace(Neo4jException e) {
        return StatusCode.SCHEMA_RACES.contains(code(e));
    }

    static boolean isAlreadyGone(Neo4jException e) {
        return StatusCode.ALREADY_GONE.contains(code(e));
    }

    static boolean isRefusedByData(Neo4jException e) {
        return StatusCode.CONSTRAINT_REFUSED_BY_DATA.contains(code(e));
    }

    static boolean isForbidden(Neo4jException e) {
        return StatusCode.FORBIDDEN.equals(code(e));
    }

    /** The server has something against the statement itself. */
    static boolean isRefusedByServer(Neo4jException e) {
        return StatusCode.SCHEMA_REFUSED.stream().anyMatch(code(e)::startsWith);
    }

    /** Nothing tells whether what was asked for, or the server's state, is at fault. */
    static boolean isFaultOfServer(Neo4jException e) {
        return StatusCode.isFaultOfServer(code(e));
    }

    private static String code(Neo4jException e) {
        return e.code() == null ? "" : e.code();
    }
}
