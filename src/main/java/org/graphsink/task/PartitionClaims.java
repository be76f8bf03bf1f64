package org.graphsink.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphsink.neo4j.Neo4jConnection;
import org.graphsink.neo4j.OffsetStore;
import org.graphsink.store.SourcePartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of the task's partitions it has still to claim, so that no task which had them before can write them any more. */
final class PartitionClaims {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionClaims.class);

    private final Optional<OffsetStore> store;
    private final Neo4jConnection connection;
    private final Set<SourcePartition> unclaimed = new HashSet<>();
    private final Set<SourcePartition> claimedAgain = new HashSet<>();

    /** @param store empty where offsets are not stored, so that nothing can be claimed */
    PartitionClaims(Optional<OffsetStore> store, Neo4jConnection connection) {
        this.store = store;
        this.connection = connection;
    }

    void assigned(SourcePartition partition) {
        if (store.isPresent()) {
            unclaimed.add(partition);
        }
    }

    void revoked(SourcePartition partition) {
        unclaimed.remove(partition);
        claimedAgain.remove(partition);
    }

    /**
     * For partitions that another task claimed last though the coordinator leaves them to this one: a task that stood still
     * when it was about to claim, and went on after its time. Nothing tells claims of members of the group from those of
     * former members, for Connect does not let a task know the generation of its group; but a claim by the wrong one does
     * no harm, since each begins with a seek to the stored offset. Once per assignment, so that connectors of the same name
     * do not take partitions from one another for ever.
     *
     * @return those that are to be claimed now
     */
    List<SourcePartition> again(Collection<SourcePartition> partitions) {
        var again = new ArrayList<SourcePartition>();
        for (var partition : partitions) {
            if (claimedAgain.add(partition)) {
                LOG.warn("{} is still assigned to this task, which claims it again", partition);
                unclaimed.add(partition);
                again.add(partition);
            }
        }
        return again;
    }

    /** Claims what is not claimed yet. @return the offsets that were stored of these partitions */
    Map<SourcePartition, Long> make() {
        var stored = new HashMap<SourcePartition, Long>();
        if (store.isEmpty() || unclaimed.isEmpty()) {
            return stored;
        }
        store.get().claim(connection, unclaimed).forEach((partition, offset) -> {
            offset.ifPresent(value -> stored.put(partition, value));
            LOG.info(
                    "{} goes on at {}",
                    partition,
                    offset.isPresent() ? "the stored offset " + offset.getAsLong() : "the consumer's offset");
        });
        unclaimed.clear();
        return stored;
    }
}
