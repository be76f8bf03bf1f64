package org.graphsink.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.plan.WritePlan;
import org.graphsink.plan.WriteStep;
import org.graphsink.plan.WriteStep.DeleteNodes;
import org.graphsink.plan.WriteStep.DeleteRelationships;
import org.graphsink.plan.WriteStep.EmptyLabel;
import org.graphsink.plan.WriteStep.EmptyRelationshipType;
import org.graphsink.plan.WriteStep.PruneRelationships;
import org.graphsink.plan.WriteStep.RekeyNodes;
import org.graphsink.plan.WriteStep.UpsertNodes;
import org.graphsink.plan.WriteStep.UpsertRelationships;
import org.graphsink.support.UnknownFamilies;

/** A plan as text: a line per step, then an indented line per row. */
public final class PlanText {

    private PlanText() {}

    public static String of(GraphChange... changes) {
        return of(List.of(changes));
    }

    public static String of(List<GraphChange> changes) {
        return of(UnknownFamilies.plan(changes));
    }

    static String of(WritePlan plan) {
        return plan.steps().stream().map(PlanText::of).collect(Collectors.joining());
    }

    private static String of(WriteStep step) {
        if (step instanceof UpsertNodes upsert) {
            return "upsert nodes " + shape(upsert.kind().shape())
                    + ChangeText.labels(" +", upsert.kind().addedLabels())
                    + ChangeText.labels(" -", upsert.kind().removedLabels())
                    + properties(upsert.kind().properties(), upsert.kind().write())
                    + ChangeText.missing(upsert.kind().missing(), " if they exist")
                    + ChangeText.adopting(upsert.kind().otherKeys())
                    + rows(upsert.rows().stream()
                            .map(row -> ChangeText.of(upsert.kind().shape().key(), row.key()) + " "
                                    + ChangeText.of(row.properties()))
                            .toList());
        } else if (step instanceof UpsertRelationships upsert) {
            return "upsert relationships " + shape(upsert.kind().shape())
                    + creating(upsert.kind().start(), "starts")
                    + creating(upsert.kind().end(), "ends")
                    + properties(upsert.kind().properties(), upsert.kind().write())
                    + (upsert.kind().missing() == MissingEndpoints.CREATE
                            ? ""
                            : " or " + upsert.kind().missing().name().toLowerCase(Locale.ROOT))
                    + rows(upsert.rows().stream()
                            .map(row -> ChangeText.of(row.relationship()) + " " + ChangeText.of(row.properties()))
                            .toList());
        } else if (step instanceof DeleteNodes delete) {
            return "delete nodes " + shape(delete.kind().shape())
                    + ChangeText.claims(delete.kind().claims())
                    + rows(delete.rows().stream()
                            .map(key -> ChangeText.of(delete.kind().shape().key(), key))
                            .toList());
        } else if (step instanceof DeleteRelationships delete) {
            return "delete relationships " + shape(delete.kind().shape())
                    + rows(delete.rows().stream().map(ChangeText::of).toList());
        } else if (step instanceof WriteStep.MoveRelationships move) {
            return "move relationships " + shape(move.kind().from()) + " to "
                    + shape(move.kind().to().shape())
                    + rows(move.rows().stream()
                            .map(row -> ChangeText.of(row.from()) + " to " + ChangeText.of(row.to()))
                            .toList());
        } else if (step instanceof PruneRelationships prune) {
            var kind = prune.kind();
            var shape = kind.shape();
            return "prune " + shape(shape.start())
                    + "-[:" + shape.type() + names(shape.key()) + "]->" + shape(shape.end())
                    + " at " + (kind.startKnown() ? "start" : "") + (kind.endKnown() ? "end" : "")
                    + (shape.key().isEmpty() ? "" : "key")
                    + (kind.keptKey().isEmpty() ? "" : ", kept by" + names(kind.keptKey()))
                    + rows(prune.rows().stream()
                            .map(row -> ChangeText.of(row.scope()) + ChangeText.keeping(row.keep(), row.heir()))
                            .toList());
        } else if (step instanceof RekeyNodes rekey) {
            return "rekey nodes " + shape(rekey.kind().from()) + " to "
                    + shape(rekey.kind().to())
                    + rows(rekey.rows().stream()
                            .map(row -> ChangeText.of(rekey.kind().from().key(), row.from()) + " to "
                                    + ChangeText.of(rekey.kind().to().key(), row.to()))
                            .toList());
        } else if (step instanceof WriteStep.CarryProperties carry) {
            return "carry " + carry.kind().names() + " from "
                    + shape(carry.kind().from()) + " to "
                    + shape(carry.kind().to())
                    + rows(carry.rows().stream()
                            .map(row -> ChangeText.of(carry.kind().from().key(), row.from()) + " to "
                                    + ChangeText.of(carry.kind().to().key(), row.to()))
                            .toList());
        } else if (step instanceof WriteStep.SetNodesAside aside) {
            return "set nodes aside"
                    + rows(aside.rows().stream()
                            .map(row -> ChangeText.of(row.node())
                                    + (row.certain() ? "" : " if it is there") + " for "
                                    + row.move().name())
                            .toList());
        } else if (step instanceof WriteStep.TakeNodesBack back) {
            return "take nodes back"
                    + rows(back.rows().stream()
                            .map(row -> ChangeText.of(row.node()) + " from "
                                    + row.move().name()
                                    + row.told().map(told -> " but " + told).orElse(""))
                            .toList());
        } else if (step instanceof EmptyLabel empty) {
            return "empty (:" + empty.kind().shape().label() + ")"
                    + ChangeText.claims(empty.kind().claims()) + "\n";
        }
        var empty = (EmptyRelationshipType) step;
        return "empty (:" + empty.kind().startLabel() + ")-[:" + empty.kind().type() + "]->(:"
                + empty.kind().endLabel() + ")\n";
    }

    private static String creating(MissingNode missing, String ends) {
        return switch (missing) {
            case LEAVE -> "";
            case CREATE_PLACEHOLDER -> " creating placeholders as " + ends;
            default -> " creating " + ends;
        };
    }

    private static String rows(List<String> rows) {
        return rows.stream().map(row -> "  " + row + "\n").collect(Collectors.joining("", "\n", ""));
    }

    private static String shape(NodeShape shape) {
        return "(:" + shape.label() + names(shape.key()) + ")";
    }

    private static String shape(RelationshipShape shape) {
        return shape(shape.start()) + "-[:" + shape.type() + names(shape.key()) + "]->" + shape(shape.end());
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "" : " {" + String.join(", ", names) + "}";
    }

    private static String properties(Optional<List<String>> properties, PropertyWrite write) {
        return (write == PropertyWrite.REPLACE ? " = " : " += ")
                + properties.map(names -> "{" + String.join(", ", names) + "}").orElse("a map per row");
    }
}
