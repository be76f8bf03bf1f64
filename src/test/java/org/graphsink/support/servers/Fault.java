package org.graphsink.support.servers;

/** What a {@link FaultyProxy} does to one message of the client. */
public enum Fault {
    NONE,
    /** The message arrives late. */
    DELAY,
    /** The connection ends in order before the message reaches the server. */
    CLOSE_BEFORE,
    /** The server does as it is asked; the connection ends in order before its answer reaches the client. */
    CLOSE_AFTER,
    /** As {@link #CLOSE_BEFORE}, with a TCP reset. */
    RESET_BEFORE,
    /** As {@link #CLOSE_AFTER}, with a TCP reset. */
    RESET_AFTER,
    /** The server does as it is asked; the client is told that nothing more will come, and may go on sending. */
    HALF_CLOSE,
    /** The server does as it is asked; its answer, and all that follows, is lost while the connection stays open. */
    SILENCE,
    /** The server does not do it; the client is told a status code. */
    REFUSAL;

    boolean isBefore() {
        return this == CLOSE_BEFORE || this == RESET_BEFORE;
    }

    boolean isAfter() {
        return this == CLOSE_AFTER || this == RESET_AFTER || this == HALF_CLOSE;
    }

    boolean isReset() {
        return this == RESET_BEFORE || this == RESET_AFTER;
    }
}
