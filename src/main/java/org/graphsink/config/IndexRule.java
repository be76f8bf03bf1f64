package org.graphsink.config;

import java.util.function.BiFunction;
import org.graphsink.schema.PropertyIndex;
import org.graphsink.schema.SchemaSyntaxException;
import org.graphsink.schema.VectorIndex;

/** Every declared index can be read. */
final class IndexRule implements Rule<Submitted> {

    @Override
    public void check(Submitted config, Findings findings) {
        check(SchemaGroup.VECTOR, VectorIndex::parse, config, findings);
        check(SchemaGroup.INDEX, PropertyIndex::parse, config, findings);
    }

    private static void check(
            SettingFamily family, BiFunction<String, String, ?> parser, Submitted config, Findings findings) {
        family.in(config.texts()).forEach((name, text) -> {
            try {
                parser.apply(name, text);
            } catch (SchemaSyntaxException e) {
                var setting = family.member(name);
                findings.add(setting, setting + ": " + e.getMessage());
            }
        });
    }
}
