package org.graphsink.schema;

import java.time.Duration;
import java.util.List;
import org.graphsink.store.Backoff;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops what is not wanted any more. */
final class SchemaDrop {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaDrop.class);
    private static final int ATTEMPTS = 20;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Session session;

    SchemaDrop(Session session) {
        this.session = session;
    }

    /** {@code neo4j.schema.drop-undeclared}: only what this connector recorded and no other connector relies on. */
    void dropUndeclared(DeclaredSchema schema, CreatedRecords records) {
        List<CreatedRecord> undeclared = undeclared(schema, records);
        if (undeclared.isEmpty()) {
            return;
        }
        // Said before looking at the others: connectors that leave something at the same time see each other leave.
        records.markLeaving(session, undeclared);
        List<CreatedRecord> all = records.read(session);
        Catalog catalog = Catalog.read(session);
        for (CreatedRecord record : undeclared) {
            boolean needed = all.stream()
                    .anyMatch(other -> !records.isOwn(other) && !other.leaving() && other.isAboutTheSameAs(record));
            if (!needed && record.isStillIn(catalog)) {
                LOG.info("Dropping {}, which the configuration no longer declares", described(record));
                drop(record.dropStatement());
            }
            records.remove(session, record);
        }
    }

    private List<CreatedRecord> undeclared(DeclaredSchema schema, CreatedRecords records) {
        return records.read(session).stream()
                .filter(record -> records.isOwn(record) && !record.isDeclaredBy(schema))
                .toList();
    }

    /** The name of a constraint on a label that records name is made from a record's value. */
    private static String described(CreatedRecord record) {
        return record.openKey().isEmpty() ? record.name() : "a constraint on " + record.openKey();
    }

    void drop(String statement) {
        var pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        for (int attempt = 1; ; attempt++) {
            try {
                session.run(statement).consume();
                return;
            } catch (Neo4jException e) {
                if (SchemaStatus.isAlreadyGone(e)) {
                    return;
                }
                if (!SchemaStatus.isRace(e) || attempt == ATTEMPTS) {
                    throw e;
                }
                Pause.of(pauses.nextAtRandom());
            }
        }
    }
}
