package org.graphsink.schema;

import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;

/** Why the server refused to create what is declared, in words that never quote a property's value. */
final class Refusal {

    private Refusal() {}

    /** @throws Neo4jException the same one, where it is not about the schema, or about all labels that records may name */
    static String of(Session session, Declaration declaration, Neo4jException e) {
        boolean labelFromRecord = declaration instanceof NodeConstraint constraint && constraint.labelFromRecord();
        String subject = "the " + declaration.described() + " cannot be created: ";
        if (SchemaStatus.isForbidden(e) && !labelFromRecord) {
            return subject + "the user of the connector has no right to create it. Grant the right, or have an"
                    + " administrator create it and set neo4j.schema=validate";
        }
        if (SchemaStatus.isRefusedByData(e)) {
            return subject + refusedByData(session, declaration, e);
        }
        if (SchemaStatus.isRefusedByServer(e) && !(labelFromRecord && SchemaStatus.isFaultOfServer(e))) {
            // The server's words quote the label.
            return subject + (labelFromRecord ? "the server refuses it" : e.getMessage()) + " (" + e.code() + ")";
        }
        throw e;
    }

    private static String refusedByData(Session session, Declaration declaration, Neo4jException e) {
        if (!(declaration instanceof NodeConstraint constraint)) {
            return unexplained(e);
        }
        var problem = BlockingNodes.describe(session, constraint);
        if (constraint.labelFromRecord()) {
            // A disk without room gives the same status: only nodes that are found put the record at fault.
            return problem.orElseThrow(() -> e) + ". Merge or delete them and send the record again";
        }
        return problem.map(nodes -> nodes + ". Merge or delete them and start the connector again")
                .orElseGet(() -> unexplained(e));
    }

    private static String unexplained(Neo4jException e) {
        return "the nodes that exist do not satisfy it (" + e.code() + ", details are in the server's debug.log)";
    }
}
