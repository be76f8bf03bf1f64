package org.graphsink.check;

/**
 * Why a connection to Neo4j cannot be used.
 *
 * @param subject which part of the settings has to change
 * @param message a whole sentence without secrets
 */
public record ConnectionProblem(Subject subject, String message) {

    public enum Subject {
        ADDRESS,
        /** Nothing has to change where the server will be there later; else it is the address. */
        AWAY,
        ENCRYPTION,
        AUTHENTICATION,
        DATABASE,
        /** What {@code neo4j.schema.keys} asks for. */
        NODE_KEYS
    }
}
