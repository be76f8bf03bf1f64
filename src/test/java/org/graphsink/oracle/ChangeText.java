package org.graphsink.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.Key;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Properties;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;

/** Changes with their values, as one reads them in the report of a failing sequence. */
final class ChangeText {

    private ChangeText() {}

    static String of(List<? extends GraphChange> changes) {
        return changes.stream().map(ChangeText::of).collect(Collectors.joining("\n"));
    }

    static String of(GraphChange change) {
        if (change instanceof GraphChange.UpsertNode upsert) {
            return (upsert.create() ? "upsert " : "update ") + node(upsert.node())
                    + (upsert.addedLabels().isEmpty() ? "" : " add " + upsert.addedLabels())
                    + (upsert.removedLabels().isEmpty() ? "" : " remove " + upsert.removedLabels())
                    + " " + upsert.write() + " " + properties(upsert.properties());
        } else if (change instanceof GraphChange.UpsertRelationship upsert) {
            return "upsert " + relationship(upsert.relationship()) + " " + upsert.write() + " "
                    + properties(upsert.properties()) + " missing " + upsert.missing();
        } else if (change instanceof GraphChange.DeleteNode delete) {
            return "delete " + node(delete.node());
        } else if (change instanceof GraphChange.DeleteRelationship delete) {
            return "delete " + relationship(delete.relationship());
        } else if (change instanceof GraphChange.RekeyNode rekey) {
            return "rekey " + node(rekey.from()) + " to " + node(rekey.to());
        } else if (change instanceof GraphChange.PruneRelationships prune) {
            return "prune " + end(prune.scope().start()) + "-[:" + prune.scope().type()
                    + key(prune.scope().key()) + "]->"
                    + end(prune.scope().end()) + " but "
                    + prune.keep().stream()
                            .map(ChangeText::relationship)
                            .sorted()
                            .toList();
        }
        return change.toString();
    }

    private static String end(RelationshipScope.End end) {
        return "(:" + end.shape().label() + key(end.key()) + ")";
    }

    private static String relationship(RelationshipIdentity identity) {
        return node(identity.start()) + "-[:" + identity.type() + key(identity.key()) + "]->" + node(identity.end());
    }

    private static String node(NodeIdentity identity) {
        return "(:" + identity.label() + key(identity.key()) + ")";
    }

    private static String key(Key key) {
        var values = new TreeMap<String, Object>();
        for (int i = 0; i < key.size(); i++) {
            values.put(key.properties().get(i), key.value(i));
        }
        return values.isEmpty() ? "" : " " + values;
    }

    private static String properties(Properties properties) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < properties.size(); i++) {
            values.put(properties.names().get(i), properties.value(i));
        }
        return values.toString();
    }
}
