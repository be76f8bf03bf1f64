package org.graphsink.store;

/** What the failure of a transaction means for the records that it was to write. */
public enum FailureKind {
    /** The database cannot write now and will later: down, starting, electing a leader, out of connections, deadlocked. */
    OUTAGE,
    /**
     * The database ended the transaction, because somebody asked it to or another transaction was in the way. Passing, unless
     * a record provokes it each time.
     */
    INTERRUPTED,
    /** A record asks for something that the database refuses. */
    DATA,
    /** The transaction holds more than the server allows any; fewer records may pass. */
    TOO_LARGE,
    /**
     * The transaction needs more time, or more of the memory that all transactions share, than there is now; fewer
     * records may pass, or the same ones when the database is less busy.
     */
    TOO_MUCH_NOW,
    /** The time that a poll may take was up; fewer records may pass. */
    OUT_OF_TIME,
    /** Time was up while the transaction waited for a lock that another one holds; fewer records would wait as well. */
    LOCKED,
    /** Another task owns the stored offsets. */
    FENCED,
    /** The dead letter queue did not take a report in time. */
    UNREPORTED,
    /** The connector's own code failed before anything was sent: a record provokes it, or all of them do. */
    UNEXPECTED,
    /** The database's schema is not as declared; what is wrong is said in full. */
    SCHEMA,
    /** Nothing will be written until somebody changes the configuration, the database's or the connector's. */
    FATAL;

    /** Whether the same records can be written later without anybody changing anything. */
    public boolean isPassing() {
        return switch (this) {
            case OUTAGE, INTERRUPTED, TOO_MUCH_NOW, OUT_OF_TIME, LOCKED, UNREPORTED -> true;
            case DATA, TOO_LARGE, FENCED, UNEXPECTED, SCHEMA, FATAL -> false;
        };
    }

    /** Whether a transaction of fewer records may pass where this one did not. */
    public boolean isOfSize() {
        return this == TOO_LARGE || this == TOO_MUCH_NOW;
    }
}
