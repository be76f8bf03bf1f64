package org.graphsink.schema;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;

/** Declares schemas and reads them back from a database. */
record SchemaFixture(Driver driver) {

    static final SchemaSettings CREATE = new SchemaSettings(
            SchemaMode.CREATE, false, Duration.ofMinutes(1), OnConflict.ERROR, false, List.of(), List.of());
    static final SchemaSettings VALIDATE = with(SchemaMode.VALIDATE, OnConflict.ERROR, false);
    static final SchemaSettings RECREATE = with(SchemaMode.CREATE, OnConflict.RECREATE, false);
    static final SchemaSettings DROP_UNDECLARED = with(SchemaMode.CREATE, OnConflict.ERROR, true);

    private static SchemaSettings with(SchemaMode mode, OnConflict onConflict, boolean dropUndeclared) {
        return new SchemaSettings(mode, false, Duration.ofMinutes(1), onConflict, dropUndeclared, List.of(), List.of());
    }

    SchemaSetup setup(SchemaSettings settings) {
        return setup("shop", settings);
    }

    SchemaSetup setup(String connector, SchemaSettings settings) {
        return new SchemaSetup(driver, SessionConfig.forDatabase("neo4j"), connector, settings);
    }

    static DeclaredSchema schema(Declaration... declarations) {
        return new DeclaredSchema(List.of(declarations), Set.of());
    }

    static NodeConstraint unique(String label, String... properties) {
        return NodeConstraint.declared(new LabelKey(label, List.of(properties)), false);
    }

    void run(String... statements) {
        for (String statement : statements) {
            driver.executableQuery(statement).execute();
        }
    }

    List<String> strings(String query) {
        return driver.executableQuery(query).withParameters(Map.of()).execute().records().stream()
                .map(row -> row.get(0).asString())
                .toList();
    }

    /** Kind, name and target of everything but the token look-ups and the connector's own book-keeping. */
    List<String> existing() {
        try (var session = driver.session()) {
            Catalog catalog = Catalog.read(session);
            return Stream.concat(
                            catalog.constraints().stream()
                                    .filter(it -> !it.definition().equals(CreatedRecords.OWN_CONSTRAINT.definition()))
                                    .map(ExistingConstraint::described),
                            catalog.indexes().stream()
                                    .filter(it -> it.owningConstraint().isEmpty()
                                            && !it.type().equals("LOOKUP"))
                                    .map(it -> it.definition().replaceFirst(" ", " " + it.name() + " ")))
                    .toList();
        }
    }

    List<String> recorded() {
        return strings("MATCH (r:__GraphsinkSchema) RETURN r.connector + ' ' + r.name AS record ORDER BY record");
    }
}
