package org.graphsink.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.plan.StepKind;
import org.graphsink.plan.StepKind.Inheritance;
import org.graphsink.plan.StepKind.Pruning;
import org.graphsink.plan.StepKind.RelationshipUpsert;
import org.graphsink.plan.WriteStep;

/** Statements that write relationships. */
final class RelationshipStatements {

    private final PlaceholderClauses placeholders;
    private final InheritanceClauses inheritance;
    private final Texts texts;

    RelationshipStatements(Placeholders placeholders, Texts texts) {
        this.placeholders = new PlaceholderClauses(placeholders);
        this.inheritance = new InheritanceClauses(this.placeholders);
        this.texts = texts;
    }

    CypherStatement upsert(WriteStep.UpsertRelationships step) {
        var kind = step.kind();
        var shape = kind.shape();
        var rows = step.rows();
        var columns = new Columns()
                .add(
                        "s",
                        shape.start().key().size(),
                        rows,
                        (row, i) -> row.relationship().start().key().value(i))
                .add(
                        "e",
                        shape.end().key().size(),
                        rows,
                        (row, i) -> row.relationship().end().key().value(i))
                .add(
                        "k",
                        shape.key().size(),
                        rows,
                        (row, i) -> row.relationship().key().value(i));
        PropertyClauses.parameters(
                columns, kind.properties(), isEmptying(kind), rows, WriteStep.RelationshipRow::properties);
        return columns.statement(text(kind, () -> upsert(kind)), kind.missing(), rows.size());
    }

    private String text(StepKind kind, Supplier<String> made) {
        return texts.of(kind, () -> List.of(made.get())).get(0);
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
        var pattern = "(a)-" + relationship(shape.type(), shape.key()) + "->(b)";
        if (shape.keysOfLikes().isEmpty()) {
            return "\nMERGE " + pattern;
        }
        var type = Identifier.quote(shape.type());
        return "\nFOREACH (none IN CASE WHEN EXISTS { MATCH " + pattern + " WHERE" + withoutKeysOfLikes(shape)
                + " } THEN [] ELSE [1] END | CREATE (a)-[:" + type + "]->(b))"
                + "\nWITH i, a, b\nMATCH " + pattern + "\nWHERE" + withoutKeysOfLikes(shape);
    }

    private static String withoutKeysOfLikes(RelationshipShape shape) {
        var text = new StringJoiner(" AND");
        for (var key : shape.keysOfLikes()) {
            text.add(key.stream()
                    .map(name -> "r." + Identifier.quote(name) + " IS NULL")
                    .collect(Collectors.joining(" OR ", " (", ")")));
        }
        return text.toString();
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

    CypherStatement delete(WriteStep.DeleteRelationships step) {
        var kind = step.kind();
        var shape = kind.shape();
        return identities(shape, step.rows(), row -> row).statement(text(kind, () -> delete(shape)));
    }

    private static <R> Columns identities(
            RelationshipShape shape, List<R> rows, Function<R, RelationshipIdentity> relationship) {
        return new Columns()
                .add(
                        "s",
                        shape.start().key().size(),
                        rows,
                        (row, i) -> relationship.apply(row).start().key().value(i))
                .add(
                        "e",
                        shape.end().key().size(),
                        rows,
                        (row, i) -> relationship.apply(row).end().key().value(i))
                .add(
                        "k",
                        shape.key().size(),
                        rows,
                        (row, i) -> relationship.apply(row).key().value(i));
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
                + "\nOPTIONAL MATCH (a)-" + relationship(shape.type(), shape.key()) + "->(b)"
                + (shape.keysOfLikes().isEmpty() ? "" : "\nWHERE" + withoutKeysOfLikes(shape));
    }

    /** Deletes relationships of which the heirs get the properties. */
    CypherStatement move(WriteStep.MoveRelationships step) {
        var kind = step.kind();
        var columns = identities(kind.from(), step.rows(), WriteStep.Move::from);
        return InheritanceClauses.columns(columns, kind.to(), step.rows(), WriteStep.Move::to)
                .statement(text(kind, () -> found(kind.from()) + bequeath(kind.from(), kind.to())));
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
        return columns.statement(text(kind, () -> prune(kind)));
    }

    /** What tells the relationships of a scope apart is what the scope leaves open: an end, the own key. */
    private String prune(Pruning kind) {
        var shape = kind.shape();
        var first = kind.startKnown() ? "s0" : kind.endKnown() ? "e0" : "k0";
        return Columns.unwind(first)
                + "MATCH " + end("a", shape.start(), kind.startKnown(), "s")
                + "-" + relationship(shape.type(), shape.key()) + "->"
                + end("b", shape.end(), kind.endKnown(), "e")
                + "\nWHERE NOT " + open(kind) + " IN $keep[i]"
                + (shape.keysOfLikes().isEmpty() ? "" : " AND" + withoutKeysOfLikes(shape))
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

    private static String relationship(String type, List<String> key) {
        return "[r:" + Identifier.quote(type) + Columns.keyMap(key, "k") + "]";
    }
}
