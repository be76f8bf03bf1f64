package org.graphsink.cypher;

import java.util.StringJoiner;
import org.graphsink.graph.RelationshipKeys;

/** Parts of statements by which a node gives its relationships to another one, which is to be there in its place. */
final class GivingClauses {

    private final String keys;

    GivingClauses(RelationshipKeys keys) {
        var map = new StringJoiner(", ", "{", "}");
        map.setEmptyValue("");
        keys.byType().forEach((type, names) -> {
            var quoted = new StringJoiner(", ", "{", "}");
            names.forEach(name -> quoted.add(Identifier.quote(name) + ": 0"));
            map.add(Identifier.quote(type) + ": " + quoted);
        });
        this.keys = map.toString();
    }

    /**
     * Gives the relationships that end at a node. Where the taker has the like already, that gets the properties of the one
     * that goes.
     *
     * @param giver a variable, as is the taker; neither is null
     */
    String incoming(String giver, String taker) {
        return give(
                "(" + giver + ")<-[r]-(x)", "(" + taker + ")<-[q]-(x)", "(x)-[c:$(type(r))]->(" + taker + ")", taker);
    }

    /** As {@link #incoming}, the relationships that start at a node. */
    String outgoing(String giver, String taker) {
        return give(
                "(" + giver + ")-[r]->(x)", "(" + taker + ")-[q]->(x)", "(x)<-[c:$(type(r))]-(" + taker + ")", taker);
    }

    /**
     * Gives relationships of a node to one that has been written later: where that has the like already, nothing is given.
     *
     * @param where which of them, as a clause
     */
    String incomingWhereMissing(String giver, String taker, String where) {
        return giveWhereMissing(
                "(" + giver + ")<-[r]-(x)",
                "(" + taker + ")<-[q]-(x)",
                "(x)-[c:$(type(r))]->(" + taker + ")",
                taker,
                where);
    }

    /** As {@link #incomingWhereMissing}, the relationships that start at a node. */
    String outgoingWhereMissing(String giver, String taker, String where) {
        return giveWhereMissing(
                "(" + giver + ")-[r]->(x)",
                "(" + taker + ")-[q]->(x)",
                "(x)<-[c:$(type(r))]-(" + taker + ")",
                taker,
                where);
    }

    private String giveWhereMissing(String given, String like, String created, String taker, String where) {
        return "\nMATCH " + given + where
                + "\nOPTIONAL MATCH " + like + " WHERE type(q) = type(r)" + sameKey()
                + "\nWITH " + taker + ", x, r, head(collect(q)) AS q"
                + "\nFOREACH (none IN CASE WHEN q IS NULL THEN [1] ELSE [] END | CREATE " + created
                + " SET c = properties(r))"
                + "\nDELETE r";
    }

    private String give(String given, String like, String created, String taker) {
        return "\nMATCH " + given
                + "\nOPTIONAL MATCH " + like + " WHERE type(q) = type(r)" + sameKey()
                + "\nWITH " + taker + ", x, r, head(collect(q)) AS q"
                + "\nFOREACH (none IN CASE WHEN q IS NULL THEN [1] ELSE [] END | CREATE " + created
                + " SET c = properties(r))"
                + "\nFOREACH (like IN CASE WHEN q IS NULL THEN [] ELSE [q] END | SET like += properties(r))"
                + "\nDELETE r";
    }

    /** A map holds the names, which can be quoted as its keys. */
    private String sameKey() {
        return keys.isEmpty()
                ? ""
                : " AND all(name IN keys(coalesce(" + keys + "[type(r)], {}))"
                        + " WHERE coalesce(q[name] = r[name], q[name] IS NULL AND r[name] IS NULL))";
    }
}
