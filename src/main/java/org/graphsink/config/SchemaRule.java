package org.graphsink.config;

import org.graphsink.schema.DeclaredSchema;
import org.graphsink.schema.SchemaException;

/** Settings that are right one by one do not declare together what no database can have. */
final class SchemaRule implements Rule<Sound> {

    @Override
    public void check(Sound config, Findings findings) {
        var settings = config.settings();
        try {
            DeclaredSchema.of(settings.footprints(), settings.schema());
        } catch (SchemaException e) {
            findings.add("neo4j.schema", "neo4j.schema: " + e.getMessage());
        }
    }
}
