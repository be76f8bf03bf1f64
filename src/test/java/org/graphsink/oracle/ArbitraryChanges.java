package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.graphsink.graph.Carried;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.Heir;
import org.graphsink.graph.Key;
import org.graphsink.graph.KeyMove;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.Reference;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.graph.Share;
import org.graphsink.plan.LabelFamilies;

/**
 * Changes over so few labels, keys and values that they meet again and again. Each sequence draws what it may contain, so
 * that no feature hides what the others do.
 */
final class ArbitraryChanges {

    private static final List<String> BY_ID = List.of("id");
    private static final List<String> BY_MAIL = List.of("mail");

    private final Random random;
    private final int keys;
    private final boolean oneLabel;
    private final boolean twoKeys;
    private final boolean rekeys;
    private final boolean relabels;
    private final boolean empties;
    private final boolean halves;
    private final boolean furtherLabels;
    private final boolean overlappingLabels;
    /** Of the labels that nodes get, those by which others are found are not known. */
    private final boolean unlistedLabels;

    private final boolean replaces;
    private final boolean lenient;
    private final boolean placeholders;
    private final boolean marks;
    /** A relationship that moves keeps its properties. */
    private final boolean moves;

    private final int relationshipKeys;
    private final boolean maps;
    private long at;

    ArbitraryChanges(Random random) {
        this.random = random;
        this.placeholders = one(2);
        this.keys = 1 + random.nextInt(3);
        this.oneLabel = random.nextBoolean();
        this.twoKeys = one(6);
        this.rekeys = one(2);
        this.relabels = one(4);
        this.empties = one(8);
        this.furtherLabels = one(2);
        // Labels that come to nodes without regard to others' keys would make two nodes of one key.
        this.overlappingLabels = !placeholders && one(4);
        this.unlistedLabels = overlappingLabels && !twoKeys && one(2);
        this.replaces = one(3);
        // Ends are either created as placeholders or left to be missing.
        this.lenient = !placeholders && one(2);
        this.marks = placeholders && one(2);
        this.moves = one(2);
        // Nothing is taken from nodes then: one that waits for the other half gets it back if that comes later, but not
        // if
        // it comes in the same plan.
        this.halves = !twoKeys && !overlappingLabels && one(2);
        this.relationshipKeys = random.nextInt(3);
        this.maps = !halves && one(3);
    }

    /** Whether a node may get both of the labels by which nodes are found. */
    LabelFamilies families() {
        var families = LabelFamilies.of(
                Set.of("A", "B"),
                overlappingLabels && !unlistedLabels
                        ? Set.of(Set.of("A", "B"))
                        : Set.of(Set.of("A", "X", "Y"), Set.of("B", "X", "Y")));
        return unlistedLabels ? families.andUnlisted(Set.of(BY_ID)) : families;
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T oneOf(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    /** Changes that a record makes together are one element. */
    List<List<GraphChange>> sequence(int most) {
        var sequence = new ArrayList<List<GraphChange>>();
        int left = random.nextInt(most + 1);
        while (left > 0) {
            var changes = new ArrayList<GraphChange>();
            add(changes);
            sequence.add(changes);
            left -= changes.size();
        }
        return sequence;
    }

    private void add(List<GraphChange> changes) {
        if (rekeys && one(6)) {
            var rekey = rekey();
            if (placeholders && one(2)) {
                // A row that gets another key has withdrawn what refers to placeholders, or its node keeps it.
                addPrunes(rekey.from(), changes);
            }
            changes.add(rekey);
            return;
        }
        if (halves && one(4)) {
            addHalf(changes);
            return;
        }
        if (empties && one(10)) {
            changes.add(empty());
            return;
        }
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> changes.add(upsertNode());
            case 3, 4, 5 -> addRelationship(changes);
            case 6 -> addDelete(node(), changes);
            case 7 -> changes.add(deletion());
            default -> changes.add(prune());
        }
    }

    /** One half of a changed primary key (design: the halves come in either order, each does what it says besides). */
    private void addHalf(List<GraphChange> changes) {
        var node = node();
        var other = new NodeIdentity(node.shape(), Key.of(random.nextInt(keys)));
        boolean leaves = random.nextBoolean();
        var share = marks ? Optional.of(ArbitraryShares.of(random, marks, halves)) : Optional.<Share>empty();
        var mark = share.flatMap(Share::mark);
        var name = leaves ? name(node, other) : name(other, node);
        var move = new KeyMove(mark.orElse("") + name, at++, mark);
        if (leaves) {
            changes.add(new GraphChange.SetAsideNode(node, move, !one(4), new Carried(List.of("Y"), List.of(), share)));
            if (share.isEmpty()) {
                addDelete(node, changes);
            } else {
                changes.add(new GraphChange.DeleteNode(
                        node, new Claims(List.of(new Reference(Optional.of("T"), true)), share, List.of("X", "Y"))));
            }
            return;
        }
        var upsert = upsertNode(node, placeholders ? MissingNode.CREATE_FOR_ROW : MissingNode.CREATE);
        if (mark.isPresent()) {
            var labels = new HashSet<>(upsert.addedLabels());
            labels.removeAll(ArbitraryShares.MARKS);
            labels.add(mark.get());
            upsert = new GraphChange.UpsertNode(
                    node, upsert.missing(), labels, upsert.removedLabels(), upsert.properties(), upsert.write());
        }
        changes.add(upsert);
        changes.add(new GraphChange.TakeBackNode(
                node,
                move,
                upsert.write() == PropertyWrite.REPLACE
                        ? Optional.empty()
                        : Optional.of(Stream.concat(node.shape().key().stream(), upsert.properties().names().stream())
                                .toList())));
    }

    private static String name(NodeIdentity from, NodeIdentity to) {
        return from.label() + from.key().value(0) + ">" + to.key().value(0);
    }

    private GraphChange empty() {
        return random.nextBoolean()
                ? new GraphChange.EmptyLabel(node().shape(), Claims.NONE)
                : new GraphChange.EmptyRelationshipType(type(), label(), label());
    }

    private GraphChange upsertNode() {
        return upsertNode(
                node(),
                lenient && one(2) ? MissingNode.LEAVE : placeholders ? MissingNode.CREATE_FOR_ROW : MissingNode.CREATE);
    }

    private GraphChange.UpsertNode upsertNode(NodeIdentity node, MissingNode missing) {
        Set<String> added = new HashSet<>();
        Set<String> removed = new HashSet<>();
        for (String label : List.of("X", "Y")) {
            if (furtherLabels && one(2)) {
                (halves || one(2) ? added : removed).add(label);
            }
        }
        if (marks) {
            added.add(oneOf(ArbitraryShares.MARKS));
        }
        if (overlappingLabels && one(2)) {
            var other = node.label().equals("A") ? "B" : "A";
            (one(4) ? removed : added).add(other);
        }
        return new GraphChange.UpsertNode(
                node, missing, added, removed, properties(node.shape().key()), write());
    }

    private void addDelete(NodeIdentity node, List<GraphChange> changes) {
        boolean shared = placeholders && (marks || one(3));
        if (!placeholders || !shared && one(2)) {
            changes.add(new GraphChange.DeleteNode(node, Claims.NONE));
            return;
        }
        changes.add(new GraphChange.DeleteNode(
                node,
                new Claims(
                        List.of(new Reference(Optional.of("T"), true)),
                        shared ? Optional.of(ArbitraryShares.of(random, marks, halves)) : Optional.empty(),
                        List.of("X", "Y"))));
    }

    /** Deletes all relationships of the node. */
    private static void addPrunes(NodeIdentity node, List<GraphChange> changes) {
        for (var label : List.of("A", "B")) {
            var other = new NodeShape(label, node.shape().key());
            for (var type : List.of("S", "T")) {
                var out = new RelationshipShape(type, node.shape(), other, List.of());
                var in = new RelationshipShape(type, other, node.shape(), List.of());
                changes.add(new GraphChange.PruneRelationships(
                        new RelationshipScope(out, node.key(), Key.NONE, Key.NONE), Set.of()));
                changes.add(new GraphChange.PruneRelationships(
                        new RelationshipScope(in, Key.NONE, node.key(), Key.NONE), Set.of()));
            }
        }
    }

    private PropertyWrite write() {
        return replaces && !halves && one(2) ? PropertyWrite.REPLACE : PropertyWrite.MERGE;
    }

    private Properties properties(List<String> key) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : one(2) ? List.of("p", "q") : List.of("q", "p")) {
            if (one(2)) {
                properties.put(name, !halves && one(3) ? null : "v" + random.nextInt(4));
            }
        }
        // Nor is one key written to a node that is found by another.
        if (twoKeys && !placeholders && one(2)) {
            properties.put(key.equals(BY_ID) ? "mail" : "id", oneOf(List.of(0, 1, 2)));
        }
        return nested(properties);
    }

    /** With entries of a map, which the record tells as a whole or, as an event, does not. */
    private Properties nested(Map<String, Object> properties) {
        for (var entry : List.of("m.a", "m.b")) {
            if (maps && one(3)) {
                properties.put(entry, one(4) ? null : "v" + random.nextInt(4));
            }
        }
        return Properties.of(
                        new ArrayList<>(properties.keySet()),
                        properties.values().toArray())
                .emptying(maps && one(3) ? List.of("m") : List.of());
    }

    private void addRelationship(List<GraphChange> changes) {
        var relationship = relationship();
        var missing = lenient && one(2) ? MissingEndpoints.SKIP : MissingEndpoints.CREATE;
        if (missing == MissingEndpoints.CREATE) {
            var ends = placeholders ? MissingNode.CREATE_PLACEHOLDER : MissingNode.CREATE;
            changes.add(GraphChange.UpsertNode.ensure(relationship.start(), ends));
            changes.add(GraphChange.UpsertNode.ensure(relationship.end(), ends));
        }
        changes.add(new GraphChange.UpsertRelationship(
                relationship,
                properties(relationship.shape().key()).isEmpty() ? Properties.NONE : written(),
                write(),
                missing));
    }

    private Properties written() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("p", one(3) ? null : "v" + random.nextInt(4));
        return nested(properties);
    }

    private GraphChange deletion() {
        var relationship = relationship();
        var to = new RelationshipIdentity(
                relationship.shape(),
                one(2) ? relationship.start() : node(relationship.start().shape()),
                node(relationship.end().shape()),
                relationship.key().isEmpty() ? Key.NONE : ownKey());
        return moves && one(2) && !to.equals(relationship)
                ? new GraphChange.DeleteRelationship(relationship, Optional.of(heir(to)))
                : new GraphChange.DeleteRelationship(relationship);
    }

    private Heir heir(RelationshipIdentity relationship) {
        return new Heir(relationship, missingAtHeir(), missingAtHeir());
    }

    private MissingNode missingAtHeir() {
        return placeholders
                ? MissingNode.CREATE_PLACEHOLDER
                : lenient && one(2) ? MissingNode.LEAVE : MissingNode.CREATE;
    }

    private GraphChange prune() {
        var relationship = relationship();
        boolean start = random.nextBoolean();
        boolean end = one(3);
        boolean own = !relationship.key().isEmpty() && (one(2) || !start && !end);
        if (!start && !end && !own) {
            start = true;
        }
        var scope = new RelationshipScope(
                own ? relationship.shape() : relationship.shape().withoutKey(),
                start ? relationship.start().key() : Key.NONE,
                end ? relationship.end().key() : Key.NONE,
                own ? relationship.key() : Key.NONE);
        var keep = new HashSet<RelationshipIdentity>();
        for (int i = random.nextInt(3); i > 0; i--) {
            keep.add(new RelationshipIdentity(
                    relationship.shape(),
                    start ? relationship.start() : node(relationship.start().shape()),
                    end ? relationship.end() : node(relationship.end().shape()),
                    own || relationship.key().isEmpty() ? relationship.key() : ownKey()));
        }
        return moves && !keep.isEmpty() && one(2)
                ? new GraphChange.PruneRelationships(
                        scope, keep, Optional.of(heir(keep.iterator().next())))
                : new GraphChange.PruneRelationships(scope, keep);
    }

    private GraphChange.RekeyNode rekey() {
        var from = node();
        NodeIdentity to = from;
        while (to.equals(from)) {
            var label = relabels ? label() : from.label();
            to = new NodeIdentity(
                    new NodeShape(label, from.shape().key()),
                    Key.of(keys == 1 ? random.nextInt(2) : random.nextInt(keys)));
        }
        return new GraphChange.RekeyNode(from, to);
    }

    private String label() {
        return oneLabel && !relabels || one(2) ? "A" : "B";
    }

    private String type() {
        return one(4) ? "S" : "T";
    }

    private NodeIdentity node() {
        return node(new NodeShape(label(), twoKeys && one(2) ? BY_MAIL : BY_ID));
    }

    private NodeIdentity node(NodeShape shape) {
        return new NodeIdentity(shape, Key.of(random.nextInt(keys)));
    }

    private RelationshipIdentity relationship() {
        boolean keyed = relationshipKeys == 1 || relationshipKeys == 2 && one(2);
        var type = type();
        var start = node();
        var end = node();
        var shape = new RelationshipShape(type, start.shape(), end.shape(), keyed ? List.of("k") : List.of());
        return new RelationshipIdentity(shape, start, end, keyed ? ownKey() : Key.NONE);
    }

    private Key ownKey() {
        return Key.of(random.nextInt(2));
    }
}
