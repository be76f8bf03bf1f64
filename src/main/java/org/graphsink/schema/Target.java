package org.graphsink.schema;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.graphsink.cypher.Identifier;

/**
 * What a constraint or index is on: the properties of the nodes of a label, or of the relationships of a type.
 *
 * @param names labels or relationship types; only a full-text index has more than one
 * @param properties in the order of the index
 */
public record Target(EntityType entity, List<String> names, List<String> properties) {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    public Target {
        names = List.copyOf(names);
        properties = List.copyOf(properties);
    }

    static Target node(String label, List<String> properties) {
        return new Target(EntityType.NODE, List.of(label), properties);
    }

    static Target relationship(String type, List<String> properties) {
        return new Target(EntityType.RELATIONSHIP, List.of(type), properties);
    }

    /** Whether both have the same names and properties, in whatever order. */
    boolean sameSet(Target other) {
        return entity == other.entity
                && new HashSet<>(names).equals(new HashSet<>(other.names))
                && new HashSet<>(properties).equals(new HashSet<>(other.properties));
    }

    /** As written in a setting: {@code (:Label|Other {property})} or {@code ()-[:TYPE {property}]-()}. */
    @Override
    public String toString() {
        String inside = ":" + shown(names, "|") + " {" + shown(properties, ", ") + "}";
        return entity == EntityType.NODE ? "(" + inside + ")" : "()-[" + inside + "]-()";
    }

    private static String shown(List<String> names, String separator) {
        return names.stream()
                .map(name -> PLAIN.matcher(name).matches() ? name : Identifier.quote(name))
                .collect(Collectors.joining(separator));
    }
}
