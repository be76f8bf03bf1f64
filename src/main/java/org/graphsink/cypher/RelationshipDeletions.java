package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.graphsink.graph.Key;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.plan.StepKind.Inheritance;
import org.graphsink.plan.StepKind.Pruning;
import org.graphsink.plan.WriteStep;

/** Statements that delete relationships, whose heirs may get what they have. */
final class RelationshipDeletions {

    private final PlaceholderClauses placeholders;
    private final InheritanceClauses inheritance;
    private final Texts texts;

    RelationshipDeletions(Placeholders placeholders, Texts texts) {
        this.placeholders = new PlaceholderClauses(placeholders);
        this.inheritance = new InheritanceClauses(this.placeholders);
        this.texts = texts;
    }

    CypherStatement delete(WriteStep.DeleteRelationships step) {
        var kind = step.kind();
        var shape = kind.shape();
        return RelationshipClauses.identities(shape, step.rows(), row -> row)
                .statement(texts.one(kind, () -> delete(shape)));
    }

    /**
     * Both ends are found by their keys before the relationship is looked for, so that a dense end is not expanded: of a
     * MATCH in place of the OPTIONAL MATCH, the server makes one pattern and goes through all relationships of one end.
     */
    private String delete(RelationshipShape shape) {
        return found(shape)
                + "\nDELETE r"
                + placeholders.deleteLeft(
                        "a", shape.start().label(), "b", shape.end().label());
    }

    private static String found(RelationshipShape shape) {
        return Columns.unwind("s0")
                + "MATCH " + NodeStatements.node("a", shape.start(), "s")
                + "\nMATCH " + NodeStatements.node("b", shape.end(), "e")
                + "\nOPTIONAL MATCH (a)-" + RelationshipClauses.pattern(shape) + "->(b)"
                + (shape.keysOfLikes().isEmpty() ? "" : "\nWHERE" + RelationshipClauses.withoutKeysOfLikes(shape));
    }

    /** Deletes relationships of which the heirs get the properties. */
    CypherStatement move(WriteStep.MoveRelationships step) {
        var kind = step.kind();
        var columns = RelationshipClauses.identities(kind.from(), step.rows(), WriteStep.Move::from);
        return InheritanceClauses.columns(columns, kind.to(), step.rows(), WriteStep.Move::to)
                .statement(texts.one(kind, () -> found(kind.from()) + bequeath(kind.from(), kind.to())));
    }

    private String bequeath(RelationshipShape from, Inheritance to) {
        return inheritance.bequeath(to, from.start().label(), from.end().label());
    }

    CypherStatement prune(WriteStep.PruneRelationships step) {
        var kind = step.kind();
        var shape = kind.shape();
        var rows = step.rows();
        var columns = new Columns()
                .add(
                        "s",
                        kind.startKnown() ? shape.start().key().size() : 0,
                        rows,
                        (row, i) -> row.scope().start().value(i))
                .add(
                        "e",
                        kind.endKnown() ? shape.end().key().size() : 0,
                        rows,
                        (row, i) -> row.scope().end().value(i))
                .add(
                        "k",
                        shape.key().size(),
                        rows,
                        (row, i) -> row.scope().key().value(i))
                .addOne("keep", rows, row -> kept(kind, row.keep()));
        kind.heirs()
                .ifPresent(heirs -> InheritanceClauses.columns(
                        columns, heirs, rows, row -> row.heir().orElseThrow()));
        return columns.statement(texts.one(kind, () -> prune(kind)));
    }

    /** What tells the relationships of a scope apart is what the scope leaves open: an end, the own key. */
    private String prune(Pruning kind) {
        var shape = kind.shape();
        var first = kind.startKnown() ? "s0" : kind.endKnown() ? "e0" : "k0";
        return Columns.unwind(first)
                + "MATCH " + end("a", shape.start(), kind.startKnown(), "s")
                + "-" + RelationshipClauses.pattern(shape) + "->"
                + end("b", shape.end(), kind.endKnown(), "e")
                + "\nWHERE NOT " + open(kind) + " IN $keep[i]"
                + (shape.keysOfLikes().isEmpty() ? "" : " AND" + RelationshipClauses.withoutKeysOfLikes(shape))
                + kind.heirs()
                        .map(heirs -> bequeath(shape, heirs))
                        .orElseGet(() -> "\nDELETE r"
                                + placeholders.deleteLeft(
                                        "a",
                                        shape.start().label(),
                                        "b",
                                        shape.end().label()));
    }

    private static String end(String variable, NodeShape shape, boolean known, String prefix) {
        return known
                ? NodeStatements.node(variable, shape, prefix)
                : "(" + variable + ":" + Identifier.quote(shape.label()) + ")";
    }

    private static String open(Pruning kind) {
        var parts = new StringJoiner(", ", "[", "]");
        if (!kind.startKnown()) {
            kind.shape().start().key().forEach(name -> parts.add("a." + Identifier.quote(name)));
        }
        if (!kind.endKnown()) {
            kind.shape().end().key().forEach(name -> parts.add("b." + Identifier.quote(name)));
        }
        kind.keptKey().forEach(name -> parts.add("r." + Identifier.quote(name)));
        return parts.toString();
    }

    private static List<Object> kept(Pruning kind, List<RelationshipIdentity> keep) {
        var kept = new ArrayList<>(keep.size());
        for (var relationship : keep) {
            var parts = new ArrayList<>(2);
            if (!kind.startKnown()) {
                addValues(parts, relationship.start().key());
            }
            if (!kind.endKnown()) {
                addValues(parts, relationship.end().key());
            }
            if (!kind.keptKey().isEmpty()) {
                addValues(parts, relationship.key());
            }
            kept.add(parts);
        }
        return kept;
    }

    private static void addValues(List<Object> parts, Key key) {
        for (int i = 0; i < key.size(); i++) {
            parts.add(key.value(i));
        }
    }

    CypherStatement empty(WriteStep.EmptyRelationshipType step) {
        var kind = step.kind();
        return new Columns()
                .statement("MATCH (a:" + Identifier.quote(kind.startLabel()) + ")-[r:" + Identifier.quote(kind.type())
                        + "]->(b:" + Identifier.quote(kind.endLabel()) + ")\nDELETE r"
                        + placeholders.deleteLeft("a", kind.startLabel(), "b", kind.endLabel()));
    }
}
