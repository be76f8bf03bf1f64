package org.graphsink.cypher;

import org.graphsink.graph.Placeholders;

/** Parts of statements that make placeholders and make away with them. */
final class PlaceholderClauses {

    private final Placeholders placeholders;
    private final String label;

    PlaceholderClauses(Placeholders placeholders) {
        this.placeholders = placeholders;
        this.label = placeholders.label() == null ? null : Identifier.quote(placeholders.label());
    }

    /** With the colon. */
    String label() {
        return ":" + label;
    }

    String onCreate(String variable) {
        return " ON CREATE SET " + variable + label();
    }

    /** Deletes the placeholders among the ends of deleted relationships that have none left. */
    String deleteLeft(String start, String startLabel, String end, String endLabel) {
        boolean starts = placeholders.possible().test(startLabel);
        boolean ends = placeholders.possible().test(endLabel);
        if (starts && ends) {
            return "\nWITH " + start + ", " + end + "\nUNWIND [" + start + ", " + end + "] AS left" + delete("left");
        }
        return starts ? delete(start) : ends ? delete(end) : "";
    }

    /** Deletes the placeholders among the nodes of a list that have no relationships left. */
    String deleteLeft(String list) {
        return "\nWITH " + list + "\nUNWIND " + list + " AS left" + delete("left");
    }

    /** Deletes a variable's nodes where they are placeholders without relationships. */
    private String delete(String variable) {
        return "\nWITH DISTINCT " + variable + "\nWHERE " + variable + label() + " AND NOT (" + variable + ")--()"
                + "\nSET " + variable + " = {}\nDELETE " + variable;
    }

    /** Whether nodes of the label may be placeholders. */
    boolean arePossible(String nodeLabel) {
        return placeholders.possible().test(nodeLabel);
    }

    /**
     * Whether nodes of the label may have relationships to placeholders, which are to go before the nodes do.
     */
    boolean areAdjacentTo(String nodeLabel) {
        return placeholders.adjacent().test(nodeLabel);
    }

    /** Deletes the relationships of a variable's nodes to placeholders, and those that have none left. */
    String detachPlaceholders(String variable) {
        return "\nMATCH (" + variable + ")-[r]-(left" + label() + ")\nDELETE r" + delete("left");
    }

    /**
     * Deletes relationships {@code r} of a variable's nodes, and placeholders at their other ends that have none left.
     *
     * @param where which of them, as a clause; empty for all
     */
    String detach(String variable, String where) {
        return "\nMATCH (" + variable + ")-[r]-(left)" + where + "\nDELETE r" + delete("left");
    }
}
