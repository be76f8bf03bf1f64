package org.graphsink.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** The constraints and indexes that a database has. */
record Catalog(List<ExistingConstraint> constraints, List<ExistingIndex> indexes) {

    /** Both lists from one transaction. */
    static Catalog read(Session session) {
        return session.executeWrite(Catalog::read);
    }

    private static Catalog read(TransactionContext tx) {
        var constraints = tx.run("SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties")
                .list(row -> new ExistingConstraint(
                        row.get("name").asString(), row.get("type").asString(), target(row)));
        var indexes = tx.run("SHOW INDEXES YIELD name, state, populationPercent, type, entityType, labelsOrTypes,"
                        + " properties, owningConstraint, options")
                .list(Catalog::index);
        return new Catalog(constraints, indexes);
    }

    private static ExistingIndex index(Record row) {
        Value owner = row.get("owningConstraint");
        return new ExistingIndex(
                row.get("name").asString(),
                row.get("type").asString(),
                target(row),
                owner.isNull() ? Optional.empty() : Optional.of(owner.asString()),
                row.get("state").asString(),
                row.get("populationPercent").asDouble(),
                configuration(row.get("options").get("indexConfig")));
    }

    private static Target target(Record row) {
        return new Target(
                EntityType.valueOf(row.get("entityType").asString()),
                row.get("labelsOrTypes").asList(Value::asString, List.of()),
                row.get("properties").asList(Value::asString, List.of()));
    }

    private static VectorConfiguration configuration(Value config) {
        Value similarity = config.get("vector.similarity_function");
        return new VectorConfiguration(
                integer(config.get("vector.dimensions")),
                similarity.isNull() ? null : similarity.asString().toLowerCase(Locale.ROOT),
                quantization(config),
                integer(config.get("vector.hnsw.m")),
                integer(config.get("vector.hnsw.ef_construction")));
    }

    /** Newer servers report the type of the quantization where older ones say whether there is one. */
    private static Boolean quantization(Value config) {
        Value enabled = config.get("vector.quantization.enabled");
        if (!enabled.isNull()) {
            return enabled.asBoolean();
        }
        Value type = config.get("vector.quantization.type");
        return type.isNull() ? null : !type.asString().equalsIgnoreCase("none");
    }

    private static Integer integer(Value value) {
        return value.isNull() ? null : value.asInt();
    }

    Optional<ExistingConstraint> constraint(String name) {
        return constraints.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    Optional<ExistingIndex> index(String name) {
        return indexes.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
