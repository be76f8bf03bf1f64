package org.graphsink.schema;

import java.util.List;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops what is not wanted any more. */
final class SchemaDrop {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaDrop.class);

    private final Session session;

    SchemaDrop(Session session) {
        this.session = session;
    }

    /** {@code neo4j.schema.drop-undeclared}: only what this connector recorded and no other connector relies on. */
    void dropUndeclared(DeclaredSchema schema, CreatedRecords records) {
        List<CreatedRecord> all = records.read(session);
        var undeclared = all.stream()
                .filter(record -> records.isOwn(record) && !record.isDeclaredBy(schema))
                .toList();
        if (undeclared.isEmpty()) {
            return;
        }
        Catalog catalog = Catalog.read(session);
        for (CreatedRecord record : undeclared) {
            boolean shared = all.stream()
                    .anyMatch(other -> !records.isOwn(other)
                            && other.name().equals(record.name())
                            && other.definition().equals(record.definition()));
            if (!shared && record.isStillIn(catalog)) {
                LOG.info("Dropping {}, which the configuration no longer declares", described(record));
                drop(record.dropStatement());
            }
            records.remove(session, record);
        }
    }

    /** The name of a constraint on a label that records name is made from a record's value. */
    private static String described(CreatedRecord record) {
        return record.openKey().isEmpty() ? record.name() : "a constraint on " + record.openKey();
    }

    void drop(String statement) {
        try {
            session.executeWriteWithoutResult(tx -> tx.run(statement).consume());
        } catch (Neo4jException e) {
            if (!SchemaStatus.isAlreadyGone(e)) {
                throw e;
            }
        }
    }
}
