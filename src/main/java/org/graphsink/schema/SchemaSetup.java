package org.graphsink.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a database the constraints and indexes that a connector declares. Several tasks may do so at the same time. Not
 * for use by several threads.
 *
 * <p>What is wrong with the schema is a {@link SchemaException}. Every other error is thrown as the driver threw it, an
 * outage among them; the call may then be repeated.
 */
public final class SchemaSetup {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaSetup.class);

    private static final long REFUSED_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Driver driver;
    private final SessionConfig sessionConfig;
    private final SchemaSettings settings;
    private final CreatedRecords records;
    private final Set<LabelKey> ensured = new HashSet<>();
    private final Map<LabelKey, Refused> refused = new HashMap<>();

    /** A label met in records that cannot have its constraint. */
    private record Refused(SchemaException reason, long nanos) {}

    /**
     * @param sessionConfig names the database
     * @param connector the name under which is recorded what is created
     */
    public SchemaSetup(Driver driver, SessionConfig sessionConfig, String connector, SchemaSettings settings) {
        this.driver = driver;
        this.sessionConfig = sessionConfig;
        this.settings = settings;
        this.records = new CreatedRecords(connector);
    }

    /**
     * Creates or checks what is declared, as the mode says, and waits until its indexes are online.
     *
     * @throws SchemaException where the database cannot have what is declared, or lacks it in the mode
     *     {@link SchemaMode#VALIDATE}; one exception lists everything
     */
    public void apply(DeclaredSchema schema) {
        if (settings.mode() == SchemaMode.NONE) {
            return;
        }
        try (Session session = driver.session(sessionConfig)) {
            ServerVersion server = ServerVersion.read(session);
            introduce(server);
            List<String> impossible = server.cannot(schema, settings.nodeKeys());
            if (!impossible.isEmpty()) {
                throw new SchemaException("The server cannot have the declared schema:", impossible);
            }
            if (settings.mode() == SchemaMode.VALIDATE) {
                validate(session, schema);
            } else {
                create(session, schema);
            }
        }
    }

    private static void introduce(ServerVersion server) {
        LOG.info("The server is Neo4j {}", server);
        if (!server.hasDynamicNames()) {
            LOG.warn(
                    "Neo4j {} is older than 5.26. A key that moves to where a placeholder stands, nested and map columns that"
                            + " become null, and rows of several topics in one label need statements that it does not know:"
                            + " their records are refused. Upgrade the server where there are such",
                    server);
        }
    }

    private void create(Session session, DeclaredSchema schema) {
        if (settings.dropUndeclared()) {
            new SchemaDrop(session).dropUndeclared(schema, records);
        }
        boolean declaresAny =
                !schema.declarations().isEmpty() || !schema.openKeys().isEmpty();
        if (!declaresAny) {
            return;
        }
        Catalog catalog = creation(session).create(schema);
        catalog.constraints().stream()
                .filter(it -> it.isNodeKey() || it.isNodeUniqueness() && !settings.nodeKeys())
                .forEach(it -> ensured.add(
                        new LabelKey(it.target().names().get(0), it.target().properties())));
        LOG.info(
                "All {} declared constraints and indexes are there",
                schema.declarations().size());
    }

    private void validate(Session session, DeclaredSchema schema) {
        var problems = new ArrayList<String>();
        for (Finding finding : new Comparison(Catalog.read(session)).of(schema)) {
            if (finding instanceof Finding.Missing missing) {
                problems.add("missing: the " + missing.declaration().described() + "\n    "
                        + CreateStatement.of(missing.declaration()));
            } else if (finding instanceof Finding.Blocked blocked) {
                problems.add(blocked.problem());
            } else if (finding instanceof Finding.Conflict conflict) {
                problems.add(conflict.problem());
            } else if (finding instanceof Finding.Present present
                    && present.index().hasFailed()) {
                problems.add("the " + present.index().described() + " has failed");
            }
        }
        if (!problems.isEmpty()) {
            throw new SchemaException(
                    "The database lacks what the configuration declares. Add it, or let the connector do so with"
                            + " neo4j.schema=create:",
                    problems);
        }
    }

    /** Whether {@link #ensure} has nothing to do. */
    public boolean isEnsured(String label, List<String> keyProperties) {
        return settings.mode() != SchemaMode.CREATE || ensured.contains(new LabelKey(label, keyProperties));
    }

    /**
     * Makes sure of the constraint of a label that only the records know. The answer is kept, a refusal for a minute, so
     * that asking again costs nothing. In the modes other than {@link SchemaMode#CREATE} nothing happens.
     *
     * @throws SchemaException where the label cannot have the constraint, which is a refusal, or its index has failed or is
     *     not online in time. No message names the label
     */
    public void ensure(String label, List<String> keyProperties) {
        if (settings.mode() != SchemaMode.CREATE) {
            return;
        }
        var key = new LabelKey(label, keyProperties);
        if (ensured.contains(key)) {
            return;
        }
        var before = refused.get(key);
        if (before != null && System.nanoTime() - before.nanos() < REFUSED_NANOS) {
            throw before.reason();
        }
        try (Session session = driver.session(sessionConfig)) {
            creation(session)
                    .create(new DeclaredSchema(List.of(NodeConstraint.met(key, settings.nodeKeys())), Set.of()));
        } catch (SchemaException e) {
            if (e.isRefusal()) {
                refused.put(key, new Refused(e, System.nanoTime()));
            }
            throw e;
        }
        refused.remove(key);
        ensured.add(key);
    }

    private SchemaCreation creation(Session session) {
        return new SchemaCreation(session, records, settings);
    }
}
