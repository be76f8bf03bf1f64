package org.graphsink.config;

import java.util.List;
import org.graphsink.schema.DeclaredSchema;
import org.graphsink.schema.SchemaException;

/** Settings that are right one by one and together declare what no database can have. */
final class SchemaFinding {

    private SchemaFinding() {}

    static void add(SinkSettings settings, Findings findings) {
        var patterns = settings.topics().values().stream().flatMap(List::stream).toList();
        try {
            DeclaredSchema.of(patterns, settings.schema());
        } catch (SchemaException e) {
            findings.add("neo4j.schema", "neo4j.schema: " + e.getMessage());
        }
    }
}
