package org.graphsink.record;

/** What a record says about its row or event. */
public enum Operation {
    /** The row exists with the values of {@link ChangeEvent#after()}: created, updated or read by a snapshot. */
    UPSERT,
    /** The row is gone: Debezium's {@code op=d} or {@code __deleted=true}. */
    DELETE,
    /** A record without value: only its key says what is gone. */
    TOMBSTONE,
    /** The table was emptied: Debezium's {@code op=t}. */
    TRUNCATE,
    /** Nothing that a mapping could use: heartbeats, transaction markers, schema changes, logical messages. */
    SKIP
}
