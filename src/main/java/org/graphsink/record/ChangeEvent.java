package org.graphsink.record;

/** One record, decoded as far as the mapping needs it. Values are read from its images on demand. */
public sealed interface ChangeEvent {

    /** What is to be done in each case. */
    interface Cases<T> {
        T upserted(Upserted event);

        T appended(Appended event);

        T deleted(Deleted event);

        T tombstone(Tombstone event);

        T truncated(Truncated event);

        T skipped(Skipped event);
    }

    /** What the cases make of the one that this is. */
    <T> T match(Cases<T> cases);

    /** The record key; {@link Image#NONE} for a record without key. */
    Image key();

    /** Headers and coordinates as sources of values. */
    Metadata metadata();

    /** The topic as the task sees it, after transformations: what the mapping goes by. */
    default String topic() {
        return metadata().topic();
    }

    /**
     * The state of a row: a Debezium envelope, a flattened Debezium record, a record of a topic of
     * {@code neo4j.pattern.rows.topics}.
     *
     * @param created whether the record says that the row is new, or read by a snapshot: then there is no before image,
     *     whatever the source captures otherwise
     * @param before the row before the change; {@link Image#NONE} where the record does not have it
     * @param after the row after the change
     */
    record Upserted(Image key, Metadata metadata, boolean created, Image before, Image after) implements ChangeEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.upserted(this);
        }
    }

    /** Something that happened: plain data, which no later record takes back. */
    record Appended(Image key, Metadata metadata, Image value) implements ChangeEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.appended(this);
        }
    }

    /**
     * A row that is gone: Debezium's {@code op=d} or {@code __deleted=true}.
     *
     * @param before as much of the row as the record really tells; {@link Image#NONE} where that is nothing
     */
    record Deleted(Image key, Metadata metadata, Image before) implements ChangeEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.deleted(this);
        }
    }

    /** A record without value: only its key says what is gone. */
    record Tombstone(Image key, Metadata metadata) implements ChangeEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.tombstone(this);
        }
    }

    /** The table was emptied: Debezium's {@code op=t}. */
    record Truncated(Image key, Metadata metadata) implements ChangeEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.truncated(this);
        }
    }

    /**
     * Nothing that a mapping could use: heartbeats, transaction markers, schema changes, logical messages.
     *
     * @param reason why, for logs and metrics
     */
    record Skipped(Image key, Metadata metadata, String reason) implements ChangeEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.skipped(this);
        }
    }
}
