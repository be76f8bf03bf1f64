package org.graphsink.cypher;

import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.plan.StepKind.RelationshipUpsert;
import org.graphsink.plan.WriteStep;

/** Statements that upsert relationships. */
final class RelationshipStatements {

    private final PlaceholderClauses placeholders;
    private final Texts texts;

    RelationshipStatements(Placeholders placeholders, Texts texts) {
        this.placeholders = new PlaceholderClauses(placeholders);
        this.texts = texts;
    }

    CypherStatement upsert(WriteStep.UpsertRelationships step) {
        var kind = step.kind();
        var shape = kind.shape();
        var rows = step.rows();
        var columns = RelationshipClauses.identities(shape, rows, WriteStep.RelationshipRow::relationship);
        PropertyClauses.parameters(
                columns, kind.properties(), isEmptying(kind), rows, WriteStep.RelationshipRow::properties);
        return columns.statement(texts.one(kind, () -> upsert(kind)), kind.missing(), rows.size());
    }

    private String upsert(RelationshipUpsert kind) {
        var shape = kind.shape();
        var start = end(kind.start(), "a", shape.start(), "s");
        var end = end(kind.end(), "b", shape.end(), "e");
        // A MATCH after a MERGE needs a WITH between them.
        boolean endFirst = kind.start() != MissingNode.LEAVE && kind.end() == MissingNode.LEAVE;
        var text = new StringBuilder(Columns.unwind("s0"))
                .append(endFirst ? end : start)
                .append("\n")
                .append(endFirst ? start : end)
                .append(merge(shape));
        if (isEmptying(kind)) {
            text.append(PropertyClauses.emptying("r", shape.key(), "k"));
        }
        var items = PropertyClauses.items("r", shape.key(), "k", kind.properties(), kind.write());
        if (!items.isEmpty()) {
            text.append("\nSET ").append(items);
        }
        if (kind.missing() != MissingEndpoints.CREATE) {
            text.append("\nRETURN count(*) AS written");
        }
        return text.toString();
    }

    /** MERGE would find one that has a key of others as well. */
    private static String merge(RelationshipShape shape) {
        var pattern = "(a)-" + RelationshipClauses.pattern(shape) + "->(b)";
        if (shape.keysOfLikes().isEmpty()) {
            return "\nMERGE " + pattern;
        }
        var type = Identifier.quote(shape.type());
        return "\nFOREACH (none IN CASE WHEN EXISTS { MATCH " + pattern + " WHERE"
                + RelationshipClauses.withoutKeysOfLikes(shape)
                + " } THEN [] ELSE [1] END | CREATE (a)-[:" + type + "]->(b))"
                + "\nWITH i, a, b\nMATCH " + pattern + "\nWHERE" + RelationshipClauses.withoutKeysOfLikes(shape);
    }

    /** A replacement leaves nothing anyway. */
    private static boolean isEmptying(RelationshipUpsert kind) {
        return kind.emptying() && kind.write() == PropertyWrite.MERGE;
    }

    private String end(MissingNode missing, String variable, NodeShape shape, String prefix) {
        var node = NodeStatements.node(variable, shape, prefix);
        return switch (missing) {
            case LEAVE -> "MATCH " + node;
            case CREATE_PLACEHOLDER -> "MERGE " + node + placeholders.onCreate(variable);
            default -> "MERGE " + node;
        };
    }
}
