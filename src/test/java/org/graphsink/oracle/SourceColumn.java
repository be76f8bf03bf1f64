package org.graphsink.oracle;

/**
 * A column of a source table.
 *
 * @param references the table and column that a foreign key names, as in {@code customers.id}; else null
 */
record SourceColumn(String name, Domain domain, boolean key, boolean nullable, boolean unique, String references) {

    boolean refersTo(SourceTable table) {
        return references != null && references.startsWith(table.name() + ".");
    }

    String referredColumn() {
        return references.substring(references.indexOf('.') + 1);
    }
}
