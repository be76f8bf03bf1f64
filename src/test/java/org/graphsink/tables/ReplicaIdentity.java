package org.graphsink.tables;

/**
 * How much of a row PostgreSQL puts into the before image of its changes.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-altertable.html#SQL-ALTERTABLE-REPLICA-IDENTITY">REPLICA IDENTITY</a>
 */
enum ReplicaIdentity {
    /** The primary key, at deletes and changes of the key. */
    DEFAULT,
    /** All columns, at updates and deletes. */
    FULL
}
