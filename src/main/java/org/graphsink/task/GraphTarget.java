package org.graphsink.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.config.SinkSettings;
import org.graphsink.neo4j.Neo4jConnection;
import org.graphsink.neo4j.Neo4jGraphStore;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.GraphStore;

/**
 * One database to which records go, with all that is true of that database alone: its schema, whose the partitions are there
 * and up to where they have been written, and what writes. It may be away for any time.
 */
final class GraphTarget implements AutoCloseable {

    private final TargetSchema schema;
    private final Assignment assignment;
    private final PollWriter writer;
    private final Runnable closing;

    /** @param closing gives the connection up */
    GraphTarget(TargetSchema schema, Assignment assignment, PollWriter writer, Runnable closing) {
        this.schema = schema;
        this.assignment = assignment;
        this.writer = writer;
        this.closing = closing;
    }

    /**
     * Nothing is sent before the first use.
     *
     * @param userAgent how the task introduces itself to Neo4j, as {@code name/version}
     * @param writing makes what writes to the store
     */
    static GraphTarget of(SinkSettings settings, String userAgent, Assignment.Seek seek, Writing writing) {
        var connection = Neo4jConnection.open(settings.connection(), userAgent);
        try {
            var store = new Neo4jGraphStore(
                    connection,
                    settings.connectorName(),
                    UUID.randomUUID().toString(),
                    settings.delivery().offsetLabel(),
                    settings.delivery().batchTimeout());
            var schema = new DatabaseSchema(settings, connection);
            var assignment = new Assignment(store, seek);
            return new GraphTarget(schema, assignment, writing.to(store, schema, assignment), connection::close);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Makes what writes the records of a task to a store. */
    interface Writing {
        PollWriter to(GraphStore store, TargetSchema schema, Assignment assignment);
    }

    /** Sets up the schema, unless that has been done. */
    Optional<Failed> prepare(Deadline deadline) {
        return schema.prepare(deadline);
    }

    /** Takes partitions on and claims them; where that fails, they are claimed before the next write. */
    Optional<Failed> open(Collection<TopicPartition> partitions, Deadline deadline) {
        assignment.adopt(partitions);
        // The stored offsets have a constraint, without which two first claims could store one offset twice.
        return prepare(deadline).or(() -> assignment.claimOpened(partitions, deadline));
    }

    void close(Collection<TopicPartition> partitions) {
        assignment.close(partitions);
    }

    Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> reached) {
        return assignment.committable(reached);
    }

    /**
     * Writes what is still to be written of the records.
     *
     * @return empty where they are done with; else why they have to be delivered again
     */
    Optional<Failed> write(Collection<SinkRecord> records, RecordMapper mapper, Deadline deadline) {
        var poll = assignment.arrived(records);
        boolean delivered = false;
        try {
            var failed = prepare(deadline)
                    .or(() -> assignment.claimOpen(deadline))
                    .or(() -> write(poll, records, mapper, deadline));
            delivered = failed.isEmpty();
            failed.ifPresent(poll::failedFor);
            return failed;
        } catch (FailedException e) {
            return Optional.of(e.failed());
        } finally {
            if (delivered) {
                assignment.delivered(records);
            } else {
                assignment.failed(records);
            }
        }
    }

    private Optional<Failed> write(
            PollInHand poll, Collection<SinkRecord> records, RecordMapper mapper, Deadline deadline) {
        var due = new ArrayList<MappedRecord>(records.size());
        for (var record : records) {
            var partition = assignment.of(record);
            if (poll.takes(partition, record.originalKafkaOffset())) {
                due.add(mapper.map(record, partition, deadline));
            }
        }
        return writer.write(due, poll, deadline);
    }

    /** Takes partitions back from another task that has claimed them, though they are still this one's. */
    void claimAgain(Failed fenced) {
        assignment.claimAgain(fenced.taken());
    }

    @Override
    public void close() {
        closing.run();
    }
}
