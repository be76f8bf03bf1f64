package org.graphsink.task;

import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.store.SourcePartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source partition from its assignment to this task until it is revoked, as one database has it: whose it is there, and up
 * to where it has been written. Assigned again it is another object, which knows nothing of this one.
 */
final class Partition {

    private static final Logger LOG = LoggerFactory.getLogger(Partition.class);

    /** Whose the partition is in the database. Nothing is written of a partition that is still to be claimed. */
    enum Claim {
        /** There is nothing to claim: the database keeps no offsets, or the partition is not assigned. */
        NONE,
        /** Another task may still write it. */
        UNCLAIMED,
        /** Only this task can write it, until another one claims it. */
        CLAIMED,
        /** Another task has claimed it, though it is assigned to this one, which claims it again. */
        TAKEN,
        /** Claimed a second time; if it is taken again, it stays so. */
        RECLAIMED
    }

    /** Up to where the partition has been written. */
    enum Position {
        /** No offset is stored as far as this task knows. */
        UNKNOWN,
        /** Everything before the next offset has been written. */
        AT,
        /** Likewise, but the log has begun again, with offsets below that: they are due. */
        RESTARTED
    }

    private final SourcePartition source;
    private Claim claim;
    private Position position = Position.UNKNOWN;
    private long next;

    private Partition(SourcePartition source, Claim claim) {
        this.source = source;
        this.claim = claim;
    }

    /** To be claimed before anything is written. */
    static Partition unclaimed(SourcePartition source) {
        return new Partition(source, Claim.UNCLAIMED);
    }

    static Partition unclaimable(SourcePartition source) {
        return new Partition(source, Claim.NONE);
    }

    SourcePartition source() {
        return source;
    }

    boolean isOf(SinkRecord record) {
        return source.partition() == record.originalKafkaPartition()
                && source.topic().equals(record.originalTopic());
    }

    Claim claim() {
        return claim;
    }

    Position position() {
        return position;
    }

    boolean isToBeClaimed() {
        return claim == Claim.UNCLAIMED || claim == Claim.TAKEN;
    }

    /** unclaimed → claimed, taken → reclaimed; and to the stored offset, from where the consumer has to go on. */
    void claimed(OptionalLong stored) {
        claim = claim == Claim.TAKEN ? Claim.RECLAIMED : Claim.CLAIMED;
        if (stored.isPresent()) {
            at(stored.getAsLong());
        }
        LOG.info(
                "{} goes on at {}",
                source,
                stored.isPresent() ? "the stored offset " + stored.getAsLong() : "the consumer's offset");
    }

    /**
     * claimed → taken: another task has claimed the partition last though the coordinator leaves it to this one. That task
     * stood still when it was about to claim, and went on after its time. Nothing tells claims of members of the group from
     * those of former members, for Connect does not let a task know the generation of its group; but a claim by the wrong one
     * does no harm, since each begins with a seek to the stored offset. Once per assignment, so that connectors of the same
     * name do not take partitions from one another for ever.
     */
    void taken() {
        if (claim == Claim.CLAIMED) {
            LOG.warn("{} is still assigned to this task, which claims it again", source);
            claim = Claim.TAKEN;
            position = Position.UNKNOWN;
        }
    }

    /** The stored offset that a write relies on. */
    OptionalLong expected() {
        return position == Position.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(next);
    }

    /**
     * A record has arrived. One from before the position is old where its poll was delivered before, which may have been
     * written in part; in any other poll it says that the log has begun again: at → restarted.
     *
     * @return whether it is still to be written
     */
    boolean arrived(long offset, boolean deliveredBefore) {
        if (position != Position.AT || offset >= next) {
            return true;
        }
        if (deliveredBefore) {
            return false;
        }
        LOG.warn(
                "{} has a record at offset {} although everything before {} has been written: the log has been"
                        + " restarted, or offsets have been reset outside Graphsink. The record is applied and"
                        + " followed",
                source,
                offset,
                next);
        position = Position.RESTARTED;
        return true;
    }

    /** To the offset after the last record of a transaction. */
    void written(long after) {
        at(after);
    }

    /**
     * To the offset that was found stored where another was expected. Where it is behind what this task has written, the
     * database has been put back to an earlier state.
     *
     * @return whether the consumer has to go back there
     */
    boolean found(long stored) {
        boolean putBack = position != Position.UNKNOWN && stored < next;
        if (putBack) {
            LOG.warn(
                    "{} is stored up to {} although {} had been written: the database has been put back to an earlier"
                            + " state. The task goes back there too",
                    source,
                    stored,
                    next);
        } else {
            LOG.info("{} had been written up to {} by a transaction that gave no answer", source, stored);
        }
        at(stored);
        return putBack;
    }

    /** From where the consumer has to fetch again what it has been robbed of, from that offset on at the earliest. */
    long refetched(long first) {
        return position == Position.AT ? Math.max(first, next) : first;
    }

    private void at(long offset) {
        position = Position.AT;
        next = offset;
    }

    static SourcePartition source(TopicPartition partition) {
        return new SourcePartition(partition.topic(), partition.partition());
    }

    @Override
    public String toString() {
        return source + " " + claim + ", " + position + (position == Position.UNKNOWN ? "" : " " + next);
    }
}
