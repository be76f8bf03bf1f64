package org.graphsink.task;

import java.util.List;
import java.util.Optional;
import org.graphsink.config.SinkSettings;
import org.graphsink.graph.NodeShape;
import org.graphsink.neo4j.DriverFailures;
import org.graphsink.neo4j.FormerPlaceholders;
import org.graphsink.neo4j.Neo4jConnection;
import org.graphsink.schema.DeclaredSchema;
import org.graphsink.schema.LabelKey;
import org.graphsink.schema.SchemaException;
import org.graphsink.schema.SchemaSetup;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;

/**
 * The schema of a Neo4j database, with the constraint of the stored offsets and the index of changed keys in it. What is no
 * placeholder in this configuration ceases to be one.
 */
final class DatabaseSchema implements TargetSchema {

    private static final List<String> OFFSET_KEY = List.of("connector", "partition", "topic");

    private final Neo4jConnection connection;
    private final DeclaredSchema declared;
    private final SchemaSetup setup;
    private final FormerPlaceholders formerPlaceholders;
    private boolean prepared;

    /** @throws SchemaException where the settings declare what cannot be */
    DatabaseSchema(SinkSettings settings, Neo4jConnection connection) {
        var patterns =
                DeclaredSchema.of(settings.footprints(), settings.schema()).withMoves();
        this.connection = connection;
        this.declared = settings.delivery()
                .offsetLabel()
                .map(label -> patterns.with(new LabelKey(label, OFFSET_KEY)))
                .orElse(patterns);
        this.setup = new SchemaSetup(
                connection.driver(), connection.sessionConfig(), settings.connectorName(), settings.schema());
        this.formerPlaceholders = new FormerPlaceholders(
                connection, settings.placeholderLabel().orElse(""), settings.neverPlaceholders());
    }

    @Override
    public Optional<Failed> prepare(Deadline deadline) {
        if (prepared) {
            return Optional.empty();
        }
        var failed = attempt(deadline, () -> {
            setup.apply(declared);
            formerPlaceholders.release();
        });
        prepared = failed.isEmpty();
        return failed;
    }

    @Override
    public boolean isOpen() {
        return !declared.openKeys().isEmpty();
    }

    @Override
    public Optional<Failed> ensure(NodeShape shape, Deadline deadline) {
        return setup.isEnsured(shape.label(), shape.key())
                ? Optional.empty()
                : attempt(deadline, () -> setup.ensure(shape.label(), shape.key()));
    }

    private Optional<Failed> attempt(Deadline deadline, Runnable work) {
        try {
            connection.within(deadline, () -> {
                work.run();
                return true;
            });
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(failed(e));
        }
    }

    /** A failure of the driver or of the schema, or any other, of which nobody knows more. */
    static Failed failed(RuntimeException failure) {
        if (!(failure instanceof SchemaException schema)) {
            return DriverFailures.of(failure);
        }
        return schema.isRefusal()
                ? Failed.of(FailureKind.DATA, String.join("; ", schema.problems()), schema)
                : Failed.of(FailureKind.SCHEMA, schema.getMessage(), schema);
    }
}
