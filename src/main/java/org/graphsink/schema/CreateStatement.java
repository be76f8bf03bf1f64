package org.graphsink.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.graphsink.cypher.Identifier;

/**
 * The Cypher text that creates what is declared. It does nothing where the database already has it, or has anything of
 * its name.
 *
 * @see <a href="https://neo4j.com/docs/cypher-manual/current/schema/syntax/">Schema commands</a>
 */
final class CreateStatement {

    private CreateStatement() {}

    static String of(Declaration declaration) {
        if (declaration instanceof NodeConstraint constraint) {
            return of(constraint);
        }
        if (declaration instanceof PropertyIndex index) {
            return of(index);
        }
        return of((VectorIndex) declaration);
    }

    private static String of(NodeConstraint constraint) {
        return "CREATE CONSTRAINT " + Identifier.quote(constraint.name()) + " IF NOT EXISTS FOR "
                + entity(constraint.target()) + " REQUIRE (" + properties(constraint.target()) + ") IS "
                + (constraint.key() ? "NODE KEY" : "UNIQUE");
    }

    private static String of(PropertyIndex index) {
        return start(index.type().name(), index)
                + (index.type() == IndexType.FULLTEXT
                        ? " ON EACH [" + properties(index.target()) + "]"
                        : " ON (" + properties(index.target()) + ")");
    }

    private static String of(VectorIndex index) {
        return start("VECTOR", index) + " ON (" + properties(index.target()) + ") OPTIONS {indexConfig: {"
                + String.join(", ", options(index.configuration())) + "}}";
    }

    private static List<String> options(VectorConfiguration configuration) {
        var options = new ArrayList<String>();
        options.add("`vector.dimensions`: " + configuration.dimensions());
        options.add("`vector.similarity_function`: '" + configuration.similarity() + "'");
        if (configuration.quantization() != null) {
            options.add("`vector.quantization.enabled`: " + configuration.quantization());
        }
        if (configuration.connections() != null) {
            options.add("`vector.hnsw.m`: " + configuration.connections());
        }
        if (configuration.candidates() != null) {
            options.add("`vector.hnsw.ef_construction`: " + configuration.candidates());
        }
        return options;
    }

    private static String start(String type, Declaration index) {
        return "CREATE " + type + " INDEX " + Identifier.quote(index.name()) + " IF NOT EXISTS FOR "
                + entity(index.target());
    }

    static String entity(Target target) {
        String names = target.names().stream().map(Identifier::quote).collect(Collectors.joining("|"));
        return target.entity() == EntityType.NODE ? "(n:" + names + ")" : "()-[n:" + names + "]-()";
    }

    private static String properties(Target target) {
        return target.properties().stream()
                .map(property -> "n." + Identifier.quote(property))
                .collect(Collectors.joining(", "));
    }
}
