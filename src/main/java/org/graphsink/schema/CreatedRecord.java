package org.graphsink.schema;

import java.util.List;
import org.graphsink.cypher.Identifier;

/**
 * A note in the database that a connector created, or came to rely on, a constraint or index of ours.
 *
 * @param name of the constraint or index
 * @param constraint rather than index
 * @param openKey the key properties, where the label was met in records; else empty
 * @param leaving whether the connector is about to drop it
 */
record CreatedRecord(
        String connector, String name, boolean constraint, String definition, List<String> openKey, boolean leaving) {

    boolean isAboutTheSameAs(CreatedRecord other) {
        return name.equals(other.name) && definition.equals(other.definition);
    }

    boolean isDeclaredBy(DeclaredSchema schema) {
        return schema.declarations().stream()
                        .anyMatch(declaration -> declaration.definition().equals(definition))
                || !openKey.isEmpty() && schema.openKeys().contains(openKey);
    }

    /** Whether the database still has what was created, rather than something else of its name. */
    boolean isStillIn(Catalog catalog) {
        return constraint
                ? catalog.constraint(name)
                        .filter(it -> it.definition().equals(definition))
                        .isPresent()
                : catalog.index(name)
                        .filter(it -> it.definition().equals(definition))
                        .isPresent();
    }

    String dropStatement() {
        return "DROP " + (constraint ? "CONSTRAINT " : "INDEX ") + Identifier.quote(name) + " IF EXISTS";
    }
}
