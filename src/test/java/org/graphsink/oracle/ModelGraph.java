package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.Heir;
import org.graphsink.graph.KeyMove;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.graph.Share;

/**
 * A property graph in memory that takes changes one at a time. It knows nothing of plans: what a change means is written
 * down here a second time, as plainly as possible.
 */
final class ModelGraph {

    static final String PLACEHOLDER = "__Placeholder";

    private final List<ModelHalf<ModelNode>> halves = new ArrayList<>();
    private final List<ModelNode> nodes = new ArrayList<>();
    private final List<ModelRelationship> relationships = new ArrayList<>();
    private final ModelOtherKeys otherKeys = new ModelOtherKeys(this, relationships);

    void apply(GraphChange change) {
        if (change instanceof GraphChange.UpsertNode upsert) {
            upsert(upsert);
        } else if (change instanceof GraphChange.DeleteNode delete) {
            delete(found(delete.node()), delete.node().shape(), delete.claims());
        } else if (change instanceof GraphChange.RekeyNode rekey) {
            rekey(rekey.from(), rekey.to());
        } else if (change instanceof GraphChange.CarryProperties carry) {
            carry(carry);
        } else if (change instanceof GraphChange.SetAsideNode aside) {
            setAside(aside);
        } else if (change instanceof GraphChange.TakeBackNode back) {
            takeBack(back);
        } else if (change instanceof GraphChange.UpsertRelationship upsert) {
            upsert(upsert.relationship(), upsert.properties(), upsert.write());
        } else if (change instanceof GraphChange.DeleteRelationship delete) {
            delete(relationship -> relationship.is(delete.relationship()), delete.heir());
        } else if (change instanceof GraphChange.PruneRelationships prune) {
            prune(prune.scope(), prune.keep(), prune.heir());
        } else if (change instanceof GraphChange.EmptyLabel empty) {
            var mark = empty.claims().share().flatMap(Share::mark);
            delete(
                    nodes(node -> node.labels.contains(empty.shape().label())
                            && mark.map(node.labels::contains).orElse(true)),
                    empty.shape(),
                    empty.claims());
        } else if (change instanceof GraphChange.EmptyRelationshipType empty) {
            delete(relationship -> relationship.type().equals(empty.type())
                    && relationship.start().labels.contains(empty.startLabel())
                    && relationship.end().labels.contains(empty.endLabel()));
        } else {
            throw new IllegalStateException("Unknown change " + change.getClass());
        }
    }

    void upsert(GraphChange.UpsertNode upsert) {
        upsert.otherKeys().forEach(key -> otherKeys.adopt(upsert, key));
        var found = found(upsert.node());
        if (found.isEmpty() && upsert.missing() != MissingNode.LEAVE) {
            var node = new ModelNode();
            if (upsert.missing() == MissingNode.CREATE_PLACEHOLDER) {
                node.labels.add(PLACEHOLDER);
            }
            node.labels.add(upsert.node().label());
            ModelProperties.write(
                    node.properties, upsert.node().shape().key(), upsert.node().key());
            nodes.add(node);
            found = List.of(node);
        }
        for (var node : found) {
            if (upsert.missing() == MissingNode.CREATE_FOR_ROW) {
                node.labels.remove(PLACEHOLDER);
            }
            node.labels.addAll(upsert.addedLabels());
            node.labels.removeAll(upsert.removedLabels());
            ModelProperties.write(
                    node.properties,
                    upsert.node().shape().key(),
                    upsert.node().key(),
                    upsert.properties(),
                    upsert.write());
        }
    }

    private void carry(GraphChange.CarryProperties carry) {
        for (var from : found(carry.from())) {
            upsert(GraphChange.UpsertNode.ensure(carry.to(), MissingNode.CREATE));
            for (var to : found(carry.to())) {
                for (var name : carry.names()) {
                    to.properties.remove(name);
                    if (from.properties.containsKey(name)) {
                        to.properties.put(name, from.properties.get(name));
                    }
                }
            }
        }
    }

    private void rekey(NodeIdentity from, NodeIdentity to) {
        var found = found(from);
        if (!found.isEmpty()) {
            for (var there : found(to)) {
                if (there.labels.contains(PLACEHOLDER)) {
                    give(there, found.get(0));
                }
            }
        }
        if (!found(to).isEmpty()) {
            var gone = relationships.stream()
                    .filter(relationship -> found.stream().anyMatch(relationship::isAt))
                    .toList();
            relationships.removeAll(gone);
            gone.forEach(relationship -> relationship.ends().forEach(end -> end.referred = isReferred(end)));
            nodes.removeAll(found);
            return;
        }
        for (var node : found) {
            node.labels.remove(from.label());
            node.labels.add(to.label());
            ModelProperties.write(node.properties, to.shape().key(), to.key());
        }
    }

    /** Relationships that no record tells are none here: generated graphs are made of records alone. */
    private void setAside(GraphChange.SetAsideNode aside) {
        var rows = found(aside.node()).stream()
                .filter(node -> !node.labels.contains(PLACEHOLDER)
                        && node.labels.containsAll(aside.move().mark().stream().toList()))
                .toList();
        if (rows.isEmpty() && !aside.certain()) {
            return;
        }
        var half = first(aside.move(), true);
        if (half == null) {
            half = new ModelHalf<>(aside.move(), false, Optional.of(List.of()), new ModelNode());
            halves.add(half);
        } else {
            halves.remove(half);
        }
        var to = half.node;
        for (var row : rows) {
            if (to == null || row == to) {
                continue;
            }
            var told = half.told;
            var carried = aside.carried();
            row.properties.forEach((name, value) -> {
                boolean goes = !aside.node().shape().key().contains(name)
                        && carried.share().map(share -> share.has(name)).orElse(true);
                if (goes && told.isPresent() && !ModelProperties.tell(told.get(), name)) {
                    to.properties.putIfAbsent(name, value);
                }
            });
            var labels = row.labels.stream()
                    .filter(label -> carried.share().isEmpty()
                            && !label.equals(aside.node().label())
                            && !carried.labels().contains(label))
                    .toList();
            to.labels.addAll(labels);
            row.labels.removeAll(labels);
            halves.stream()
                    .filter(other -> other.node == row
                            && other.move.mark().equals(aside.move().mark()))
                    .forEach(other -> other.node = to);
        }
    }

    private void takeBack(GraphChange.TakeBackNode back) {
        var half = first(back.move(), false);
        var rows = found(back.node());
        if (half == null) {
            rows.forEach(row -> halves.add(new ModelHalf<>(back.move(), true, back.told(), row)));
            return;
        }
        halves.remove(half);
        for (var row : rows) {
            half.node.properties.forEach((name, value) -> {
                if (back.told().isPresent() && !ModelProperties.tell(back.told().get(), name)) {
                    row.properties.putIfAbsent(name, value);
                }
            });
            row.labels.addAll(half.node.labels);
            halves.stream().filter(other -> other.node == half.node).forEach(other -> other.node = row);
        }
    }

    /** A node that is there no more waits for nothing. */
    private ModelHalf<ModelNode> first(KeyMove move, boolean waits) {
        for (var half : halves) {
            if (half.waits && half.node != null && !nodes.contains(half.node) && !isLeft(half.node)) {
                half.node = null;
            }
        }
        return ModelHalf.first(halves, move, waits);
    }

    private boolean isLeft(ModelNode node) {
        return halves.stream().anyMatch(half -> !half.waits && half.node == node);
    }

    /**
     * A placeholder gives way: the node has its relationships now, in the place of those that are alike. Of several that become
     * one, nothing says which is the later: it is the same here in whatever order they were made.
     */
    void give(ModelNode placeholder, ModelNode node) {
        var ordered = new ArrayList<>(relationships);
        ordered.sort(Comparator.comparing(relationship -> new TreeMap<>(relationship.properties()).toString()));
        for (var given : ordered) {
            if (given.isAt(placeholder)) {
                relationships.remove(given);
                var moved = new ModelRelationship(
                        given.type(),
                        given.start() == placeholder ? node : given.start(),
                        given.end() == placeholder ? node : given.end(),
                        new HashMap<>(given.properties()));
                var like = relationships.stream()
                        .filter(relationship -> relationship.isLike(moved))
                        .findFirst();
                like.ifPresentOrElse(
                        relationship -> relationship.properties().putAll(moved.properties()),
                        () -> relationships.add(moved));
                node.referred = true;
            }
        }
        nodes.remove(placeholder);
    }

    private void upsert(RelationshipIdentity identity, Properties properties, PropertyWrite write) {
        var key = identity.shape().key();
        for (var start : found(identity.start())) {
            for (var end : found(identity.end())) {
                var there = relationships.stream()
                        .filter(relationship -> relationship.type().equals(identity.type())
                                && relationship.start() == start
                                && relationship.end() == end
                                && ModelProperties.has(relationship.properties(), key, identity.key())
                                && !relationship.isLike(identity.shape()))
                        .toList();
                if (there.isEmpty()) {
                    var created = new ModelRelationship(identity.type(), start, end, new HashMap<>());
                    start.referred = true;
                    end.referred = true;
                    ModelProperties.write(created.properties(), key, identity.key());
                    relationships.add(created);
                    there = List.of(created);
                }
                there.forEach(relationship ->
                        ModelProperties.write(relationship.properties(), key, identity.key(), properties, write));
            }
        }
    }

    private void prune(RelationshipScope scope, Set<RelationshipIdentity> keep, Optional<Heir> heir) {
        delete(
                relationship -> relationship.type().equals(scope.type())
                        && relationship.start().is(scope.shape().start(), scope.start())
                        && relationship.end().is(scope.shape().end(), scope.end())
                        && ModelProperties.has(
                                relationship.properties(), scope.shape().key(), scope.key())
                        && !relationship.isLike(scope.shape())
                        && keep.stream().noneMatch(kept -> relationship.is(kept)),
                heir);
    }

    private void delete(Predicate<ModelRelationship> condition) {
        delete(condition, Optional.empty());
    }

    /** A placeholder goes with its last relationship. The heir gets the properties of one that goes alone. */
    private void delete(Predicate<ModelRelationship> condition, Optional<Heir> heir) {
        var gone = relationships.stream().filter(condition).toList();
        relationships.removeAll(gone);
        if (gone.size() == 1 && heir.isPresent()) {
            inherit(gone.get(0), heir.get());
        }
        gone.forEach(relationship -> {
            for (var end : relationship.ends()) {
                if (end.labels.contains(PLACEHOLDER) && !isReferred(end)) {
                    nodes.remove(end);
                }
            }
        });
    }

    private void inherit(ModelRelationship gone, Heir heir) {
        var properties = new HashMap<>(gone.properties());
        heir.relationship().shape().key().forEach(properties::remove);
        upsert(UpsertNode.ensure(heir.relationship().start(), heir.start()));
        upsert(UpsertNode.ensure(heir.relationship().end(), heir.end()));
        upsert(heir.relationship(), Properties.of(properties), PropertyWrite.MERGE);
    }

    private boolean isReferred(ModelNode node) {
        return relationships.stream().anyMatch(relationship -> relationship.isAt(node));
    }

    private void delete(List<ModelNode> found, NodeShape shape, Claims claims) {
        for (var node : found) {
            var former = new HashMap<>(node.properties);
            boolean left = claims.areNone() || isLeftUnclaimed(node, shape, claims, former);
            if (left) {
                delete(relationship -> relationship.isAt(node));
                nodes.remove(node);
            }
        }
    }

    /** Takes from the node what was its row's own, which makes it a placeholder unless others wrote to it. */
    private boolean isLeftUnclaimed(ModelNode node, NodeShape shape, Claims claims, Map<String, Object> former) {
        var share = claims.share().orElse(null);
        if (share != null) {
            share.mark().ifPresent(node.labels::remove);
            halves.stream()
                    .filter(half -> half.node == node
                            && share.mark().isPresent()
                            && half.move.mark().equals(share.mark()))
                    .forEach(half -> half.node = null);
            claims.labels().stream()
                    .filter(label -> share.keepers(label).stream().noneMatch(node.labels::contains))
                    .forEach(node.labels::remove);
            node.properties.keySet().removeIf(name -> !shape.key().contains(name) && share.has(name));
            if (share.others().stream().anyMatch(node.labels::contains)
                    || share.unmarked() && node.properties.size() > shape.key().size()) {
                claims.otherKeys().forEach(key -> otherKeys.separate(node, shape, key, former));
                return false;
            }
        } else {
            node.labels.removeAll(claims.labels());
        }
        node.properties.keySet().retainAll(shape.key());
        node.labels.add(PLACEHOLDER);
        halves.stream().filter(half -> half.node == node).forEach(half -> half.node = null);
        claims.otherKeys().forEach(key -> otherKeys.separate(node, shape, key, former));
        delete(relationship -> relationship.isAt(node)
                && claims.references().stream()
                        .noneMatch(reference -> reference
                                        .type()
                                        .map(relationship.type()::equals)
                                        .orElse(true)
                                && node == (reference.incoming() ? relationship.end() : relationship.start())));
        return !isReferred(node);
    }

    List<ModelNode> found(NodeIdentity identity) {
        return nodes(node -> node.is(identity.shape(), identity.key()));
    }

    private List<ModelNode> nodes(Predicate<ModelNode> predicate) {
        return nodes.stream().filter(predicate).toList();
    }

    /**
     * Without placeholders that no relationship needed: those of a relationship that was left out, and those of a node that
     * gave way to another when it was re-keyed.
     */
    GraphDump dump() {
        return GraphDump.of(
                nodes.stream()
                        .filter(node -> node.referred || !node.labels.contains(PLACEHOLDER))
                        .map(ModelGraph::text)
                        .toList(),
                relationships.stream()
                        .map(relationship -> GraphDump.relationship(
                                text(relationship.start()),
                                relationship.type(),
                                relationship.properties(),
                                text(relationship.end())))
                        .toList());
    }

    private static String text(ModelNode node) {
        return GraphDump.node(node.labels, node.properties);
    }
}
