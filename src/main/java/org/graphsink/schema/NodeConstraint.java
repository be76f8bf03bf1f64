package org.graphsink.schema;

/**
 * The constraint on the key of a label.
 *
 * @param key a node key constraint (unique and present, Enterprise only) rather than a uniqueness constraint
 * @param labelFromRecord whether the label was met in a record, so that messages leave it out
 */
public record NodeConstraint(String name, Target target, boolean key, boolean labelFromRecord) implements Declaration {

    static NodeConstraint declared(LabelKey labelKey, boolean key) {
        return of(labelKey, key, false);
    }

    static NodeConstraint met(LabelKey labelKey, boolean key) {
        return of(labelKey, key, true);
    }

    private static NodeConstraint of(LabelKey labelKey, boolean key, boolean labelFromRecord) {
        var target = Target.node(labelKey.label(), labelKey.properties());
        return new NodeConstraint(OwnName.of(key ? "key" : "unique", target), target, key, labelFromRecord);
    }

    @Override
    public String definition() {
        return (key ? "NODE KEY " : "UNIQUENESS ") + target;
    }

    @Override
    public String described() {
        String kind = key ? "node key constraint" : "uniqueness constraint";
        if (labelFromRecord) {
            return kind + " on " + target.properties() + " of a label that records name";
        }
        return kind + " on " + target;
    }
}
