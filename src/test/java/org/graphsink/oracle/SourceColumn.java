package org.graphsink.oracle;

/**
 * A column of a source table.
 *
 * @param references the table and column that a foreign key names, as in {@code customers.id}; else null
 * @param with the foreign key without which there is nothing that holds the column's value; else null
 */
record SourceColumn(
        String name, Domain domain, boolean key, boolean nullable, boolean unique, String references, String with) {

    boolean refersTo(SourceTable table) {
        return references != null && references.startsWith(table.name() + ".");
    }

    String referredColumn() {
        return references.substring(references.indexOf('.') + 1);
    }
}
