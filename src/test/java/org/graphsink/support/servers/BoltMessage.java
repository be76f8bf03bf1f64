package org.graphsink.support.servers;

/**
 * What a client asks a Neo4j server for, as far as a {@link FaultyProxy} tells it apart.
 *
 * @see <a href="https://neo4j.com/docs/bolt/current/bolt/message/">Bolt messages</a>
 */
public enum BoltMessage {
    LOGON(0x6A),
    RESET(0x0F),
    BEGIN(0x11),
    RUN(0x10),
    PULL(0x3F),
    COMMIT(0x12),
    ROLLBACK(0x13),
    ROUTE(0x66),
    OTHER(-1);

    private final int signature;

    BoltMessage(int signature) {
        this.signature = signature;
    }

    static BoltMessage of(int signature) {
        for (var message : values()) {
            if (message.signature == signature) {
                return message;
            }
        }
        return OTHER;
    }
}
