package org.graphsink.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphsink.cypher.CypherStatement;
import org.graphsink.neo4j.Authentication;
import org.graphsink.neo4j.ConnectionSettings;
import org.graphsink.neo4j.Neo4jConnection;
import org.graphsink.neo4j.Neo4jGraphStore;
import org.graphsink.neo4j.PoolSettings;
import org.graphsink.neo4j.SecuritySettings;
import org.graphsink.schema.DeclaredSchema;
import org.graphsink.schema.OnConflict;
import org.graphsink.schema.SchemaMode;
import org.graphsink.schema.SchemaSettings;
import org.graphsink.schema.SchemaSetup;
import org.graphsink.store.Batch;
import org.graphsink.store.Deadline;
import org.graphsink.store.WriteOutcome;
import org.graphsink.support.servers.Neo4jServer;

/** A database that holds the graphs of many sequences beside each other. */
final class OracleDatabase implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Neo4jConnection connection;
    private final Neo4jGraphStore store;
    private final Map<String, Set<String>> keys = new HashMap<>();

    OracleDatabase(Neo4jServer server, List<SourceTable> tables) {
        var footprints = SourceTable.footprints(tables);
        connection = Neo4jConnection.open(
                new ConnectionSettings(
                        List.of(server.uri()),
                        Optional.empty(),
                        new Authentication.None(),
                        SecuritySettings.NONE,
                        new PoolSettings(5, SOON, Optional.empty(), Duration.ofHours(1)),
                        SOON,
                        SOON),
                "graphsink-oracle");
        store = new Neo4jGraphStore(connection, "oracle", "oracle", Optional.empty(), Optional.empty());
        var settings =
                new SchemaSettings(SchemaMode.CREATE, false, SOON, OnConflict.ERROR, false, List.of(), List.of());
        new SchemaSetup(connection.driver(), connection.sessionConfig(), "oracle", settings)
                .apply(DeclaredSchema.of(footprints, settings).withMoves());
        footprints
                .nodes()
                .forEach(node -> node.label()
                        .listed()
                        .forEach(label -> keys.computeIfAbsent(label, name -> new HashSet<>())
                                .addAll(node.key())));
    }

    /** Writes the statements in one transaction. */
    void write(List<CypherStatement> statements) {
        if (!statements.isEmpty()) {
            var outcome = store.write(new Batch(statements, List.of()), Deadline.in(SOON));
            if (!(outcome instanceof WriteOutcome.Written)) {
                throw new IllegalStateException("Not written: " + outcome);
            }
        }
    }

    /** The graphs by the number of their sequence; none for a sequence whose graph is empty. */
    Map<Long, GraphDump> dumps() {
        Map<Long, String> texts = new HashMap<>();
        Map<Long, Long> sequences = new HashMap<>();
        Map<Long, List<String>> nodes = new HashMap<>();
        Map<Long, List<String>> relationships = new HashMap<>();
        try (var session = connection.session()) {
            for (var row : session.run("MATCH (n) WHERE none(label IN labels(n) WHERE label STARTS WITH '__'"
                            + " AND NOT label STARTS WITH '__Row_' AND NOT label IN ['__Shared', '"
                            + ModelGraph.PLACEHOLDER + "'])"
                            + " RETURN id(n), labels(n), properties(n)")
                    .list()) {
                long id = row.get(0).asLong();
                var labels = row.get(1).asList(label -> label.asString());
                var properties = row.get(2).asMap();
                var sequence = sequence(labels, properties);
                var text = GraphDump.node(labels, properties);
                texts.put(id, text);
                sequences.put(id, sequence);
                nodes.computeIfAbsent(sequence, key -> new ArrayList<>()).add(text);
            }
            for (var row : session.run("MATCH (a)-[r]->(b) RETURN id(a), type(r), properties(r), id(b)")
                    .list()) {
                relationships
                        .computeIfAbsent(sequences.get(row.get(0).asLong()), key -> new ArrayList<>())
                        .add(GraphDump.relationship(
                                texts.get(row.get(0).asLong()),
                                row.get(1).asString(),
                                row.get(2).asMap(),
                                texts.get(row.get(3).asLong())));
            }
        }
        Map<Long, GraphDump> dumps = new HashMap<>();
        nodes.forEach((sequence, lines) ->
                dumps.put(sequence, GraphDump.of(lines, relationships.getOrDefault(sequence, List.of()))));
        return dumps;
    }

    private long sequence(List<String> labels, Map<String, Object> properties) {
        for (var label : labels) {
            for (var key : keys.getOrDefault(label, Set.of())) {
                if (properties.containsKey(key)) {
                    return Domain.sequence(properties.get(key));
                }
            }
        }
        throw new AssertionError("A node of " + labels + " without key");
    }

    @Override
    public void close() {
        connection.close();
    }
}
