package org.graphsink.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the texts of {@code neo4j.schema.vector.<name>} and {@code neo4j.schema.index.<name>}. */
final class IndexParser {

    private static final String TARGET = "(:Label {property}) or ()-[:TYPE {property}]-()";

    private final Scanner scanner;

    IndexParser(String text) {
        this.scanner = new Scanner(text);
    }

    PropertyIndex propertyIndex(String name) {
        IndexType type = type();
        Target target = target(
                type.takesSeveralNames(),
                type.takesSeveralProperties(),
                type == IndexType.RANGE ? "a range index" : "a " + type.name().toLowerCase(Locale.ROOT) + " index");
        scanner.expectEnd("the end");
        return new PropertyIndex(name, type, target);
    }

    VectorIndex vectorIndex(String name) {
        Target target = target(false, false, "a vector index");
        Integer dimensions = scanner.number("the number of dimensions", VectorConfiguration.MOST_DIMENSIONS);
        String similarity = similarity();
        Boolean quantization = null;
        Integer connections = null;
        Integer candidates = null;
        while (!scanner.atEnd()) {
            int start = scanner.position();
            String option = scanner.word();
            boolean repeated = switch (option) {
                case "quantization" -> quantization != null;
                case "hnsw.m" -> connections != null;
                case "hnsw.ef_construction" -> candidates != null;
                default -> throw scanner.expectedAt(start, "quantization=, hnsw.m=, hnsw.ef_construction= or the end");
            };
            if (repeated) {
                throw scanner.problemAt(start, option + " is given twice");
            }
            scanner.expect("=");
            switch (option) {
                case "quantization" -> quantization = bool();
                case "hnsw.m" -> connections = scanner.number("a number", VectorConfiguration.MOST_CONNECTIONS);
                default -> candidates = scanner.number("a number", VectorConfiguration.MOST_CANDIDATES);
            }
        }
        return new VectorIndex(
                name, target, new VectorConfiguration(dimensions, similarity, quantization, connections, candidates));
    }

    private IndexType type() {
        int start = scanner.position();
        String word = scanner.word().toUpperCase(Locale.ROOT);
        for (IndexType type : IndexType.values()) {
            if (type.name().equals(word)) {
                return type;
            }
        }
        throw scanner.expectedAt(start, "RANGE, TEXT, POINT or FULLTEXT");
    }

    private String similarity() {
        int start = scanner.position();
        String word = scanner.word().toLowerCase(Locale.ROOT);
        if (!word.equals("cosine") && !word.equals("euclidean")) {
            throw scanner.expectedAt(start, "cosine or euclidean");
        }
        return word;
    }

    private Boolean bool() {
        int start = scanner.position();
        String word = scanner.word();
        if (!word.equals("true") && !word.equals("false")) {
            throw scanner.expectedAt(start, "true or false");
        }
        return Boolean.valueOf(word);
    }

    private Target target(boolean severalNames, boolean severalProperties, String index) {
        if (!scanner.accepts("(")) {
            throw scanner.expectedAt(scanner.position(), TARGET);
        }
        if (scanner.accepts(")")) {
            scanner.expect("-[:", "-", "[", ":");
            var target = inside(EntityType.RELATIONSHIP, "a relationship type", severalNames, severalProperties, index);
            scanner.expect("]-() (an index has no direction)", "]", "-", "(", ")");
            return target;
        }
        if (!scanner.accepts(":")) {
            throw scanner.expectedAt(scanner.position(), "\":\" and a label, or \")\" of ()-[:TYPE {property}]-()");
        }
        var target = inside(EntityType.NODE, "a label", severalNames, severalProperties, index);
        scanner.expect(")");
        return target;
    }

    private Target inside(
            EntityType entity, String name, boolean severalNames, boolean severalProperties, String index) {
        List<String> names = list(name, "|", severalNames, index + " takes only one");
        scanner.expect("{");
        List<String> properties = list("a property", ",", severalProperties, index + " takes only one");
        scanner.expect("}");
        return new Target(entity, names, properties);
    }

    private List<String> list(String what, String separator, boolean several, String refusal) {
        var names = new ArrayList<String>();
        do {
            int start = scanner.position();
            String name = scanner.name(what);
            if (names.contains(name)) {
                throw scanner.problemAt(start, "named twice");
            }
            names.add(name);
            if (!several && scanner.sees(separator)) {
                throw scanner.problemAt(scanner.position(), refusal);
            }
        } while (scanner.accepts(separator));
        return names;
    }
}
