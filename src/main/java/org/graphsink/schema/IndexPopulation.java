package org.graphsink.schema;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.graphsink.store.Backoff;
import org.neo4j.driver.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until indexes are online. */
final class IndexPopulation {

    private static final Logger LOG = LoggerFactory.getLogger(IndexPopulation.class);
    private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Duration await;
    private final boolean named;

    /** @param named false where the names hold labels that are values of records, so that they are not told */
    IndexPopulation(Duration await, boolean named) {
        this.await = await;
        this.named = named;
    }

    /**
     * @return false where one of the indexes is gone, so that the schema has to be looked at again
     * @throws SchemaException where an index has failed, or is not online in time
     */
    boolean complete(Session session, Set<String> names) {
        long start = System.nanoTime();
        long reported = start;
        var pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        while (true) {
            List<ExistingIndex> indexes = Catalog.read(session).indexes().stream()
                    .filter(index -> names.contains(index.name()))
                    .toList();
            refuseFailed(indexes);
            if (indexes.size() < names.size()) {
                return false;
            }
            List<ExistingIndex> populating =
                    indexes.stream().filter(index -> !index.isOnline()).toList();
            long now = System.nanoTime();
            if (populating.isEmpty() || await.isZero()) {
                return true;
            }
            if (now - start > await.toNanos()) {
                throw new SchemaException("neo4j.schema.await (" + await.toMillis() + " ms) is over, and "
                        + progress(populating)
                        + " are not online. The server goes on populating them: start the task again later, or raise"
                        + " neo4j.schema.await");
            }
            if (now - reported > REPORT_NANOS) {
                reported = now;
                LOG.info("Waiting for indexes to come online: {}", progress(populating));
            }
            Pause.of(pauses.next());
        }
    }

    private void refuseFailed(List<ExistingIndex> indexes) {
        List<String> failed = indexes.stream()
                .filter(ExistingIndex::hasFailed)
                .map(index -> "the " + (named ? index.described() : "index of a label that records name")
                        + " has failed. SHOW INDEXES YIELD name, failureMessage says why;"
                        + " drop it when the cause is gone, and the connector creates it again")
                .toList();
        if (!failed.isEmpty()) {
            throw new SchemaException("Indexes cannot be used:", failed);
        }
    }

    private String progress(List<ExistingIndex> populating) {
        return populating.stream()
                .map(index -> String.format(
                        Locale.ROOT,
                        "%s (%.0f %%)",
                        named ? index.name() : "one of a label that records name",
                        index.populationPercent()))
                .collect(Collectors.joining(", "));
    }
}
