package org.graphsink.schema;

import java.util.Locale;

/** A range, text, point or full-text index, as in {@code neo4j.schema.index.<name>}. */
public record PropertyIndex(String name, IndexType type, Target target) implements Declaration {

    /**
     * @param text the setting, for example {@code FULLTEXT (:Article|Book {title, body})} or
     *     {@code RANGE ()-[:RATED {stars}]-()}
     * @throws SchemaSyntaxException where the text is wrong
     */
    public static PropertyIndex parse(String name, String text) {
        return new IndexParser(text).propertyIndex(name);
    }

    static PropertyIndex range(Target target) {
        return new PropertyIndex(OwnName.of("range", target), IndexType.RANGE, target);
    }

    @Override
    public String definition() {
        return type + " " + target;
    }

    @Override
    public String described() {
        return type.name().toLowerCase(Locale.ROOT) + " index " + name + " on " + target;
    }
}
