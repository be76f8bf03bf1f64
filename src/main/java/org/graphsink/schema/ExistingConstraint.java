package org.graphsink.schema;

/**
 * A row of SHOW CONSTRAINTS.
 *
 * @param type depends on the Cypher version that the database speaks: UNIQUENESS or NODE_PROPERTY_UNIQUENESS
 */
record ExistingConstraint(String name, String type, Target target) {

    boolean isNodeKey() {
        return type.equals("NODE_KEY");
    }

    boolean isNodeUniqueness() {
        return target.entity() == EntityType.NODE && type.endsWith("UNIQUENESS");
    }

    /** As {@link Declaration#definition()}; other kinds of constraint are never declared. */
    String definition() {
        String kind = isNodeKey() ? "NODE KEY" : isNodeUniqueness() ? "UNIQUENESS" : type;
        return kind + " " + target;
    }

    String described() {
        String kind = isNodeKey() ? "node key constraint" : isNodeUniqueness() ? "uniqueness constraint" : "constraint";
        return kind + " " + name + " on " + target;
    }
}
