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
import org.graphsink.plan.Planner;
import org.graphsink.plan.WriteStep;
import org.graphsink.plan.WriteStep.DeleteNodes;
import org.graphsink.plan.WriteStep.DeleteRelationships;
import org.graphsink.plan.WriteStep.EmptyLabel;
import org.graphsink.plan.WriteStep.EmptyRelationshipType;
import org.graphsink.plan.WriteStep.PruneRelationships;
import org.graphsink.plan.WriteStep.RekeyNodes;
import org.graphsink.plan.WriteStep.RelationshipShape;
import org.graphsink.plan.WriteStep.UpsertNodes;
import org.graphsink.plan.WriteStep.UpsertRelationships;

/** A plan as text: a line per step, then an indented line per row. */
public final class PlanText {

    private PlanText() {}

    public static String of(GraphChange... changes) {
        return of(List.of(changes));
    }

    public static String of(List<GraphChange> changes) {
        return Planner.plan(changes).steps().stream().map(PlanText::of).collect(Collectors.joining());
    }

    private static String of(WriteStep step) {
        if (step instanceof UpsertNodes upsert) {
            return "upsert nodes " + shape(upsert.shape())
                    + ChangeText.labels(" +", upsert.addedLabels())
                    + ChangeText.labels(" -", upsert.removedLabels())
                    + properties(upsert.properties(), upsert.write())
                    + ChangeText.missing(upsert.missing(), " if they exist")
                    + rows(upsert.rows().stream()
                            .map(row -> ChangeText.of(row.key()) + " " + ChangeText.of(row.properties()))
                            .toList());
        } else if (step instanceof UpsertRelationships upsert) {
            return "upsert relationships " + shape(upsert.shape())
                    + creating(upsert.start(), "starts")
                    + creating(upsert.end(), "ends")
                    + properties(upsert.properties(), upsert.write())
                    + (upsert.missing() == MissingEndpoints.CREATE
                            ? ""
                            : " or " + upsert.missing().name().toLowerCase(Locale.ROOT))
                    + rows(upsert.rows().stream()
                            .map(row -> ChangeText.of(row.relationship()) + " " + ChangeText.of(row.properties()))
                            .toList());
        } else if (step instanceof DeleteNodes delete) {
            return "delete nodes " + shape(delete.shape())
                    + ChangeText.claims(delete.claims())
                    + rows(delete.rows().stream().map(ChangeText::of).toList());
        } else if (step instanceof DeleteRelationships delete) {
            return "delete relationships " + shape(delete.shape())
                    + rows(delete.rows().stream().map(ChangeText::of).toList());
        } else if (step instanceof PruneRelationships prune) {
            var shape = prune.shape();
            return "prune " + shape(shape.start())
                    + "-[:" + shape.type() + names(shape.key()) + "]->" + shape(shape.end())
                    + " at " + (shape.startKnown() ? "start" : "") + (shape.endKnown() ? "end" : "")
                    + (shape.key().isEmpty() ? "" : "key")
                    + (shape.keptKey().isEmpty() ? "" : ", kept by" + names(shape.keptKey()))
                    + rows(prune.rows().stream()
                            .map(row -> ChangeText.of(row.scope()) + ChangeText.keeping(row.keep()))
                            .toList());
        } else if (step instanceof RekeyNodes rekey) {
            return "rekey nodes " + shape(rekey.from()) + " to " + shape(rekey.to())
                    + rows(rekey.rows().stream()
                            .map(row -> ChangeText.of(row.from()) + " to " + ChangeText.of(row.to()))
                            .toList());
        } else if (step instanceof EmptyLabel empty) {
            return "empty (:" + empty.shape().label() + ")" + ChangeText.claims(empty.claims()) + "\n";
        }
        var empty = (EmptyRelationshipType) step;
        return "empty (:" + empty.startLabel() + ")-[:" + empty.type() + "]->(:" + empty.endLabel() + ")\n";
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
