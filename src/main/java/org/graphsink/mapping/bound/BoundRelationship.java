package org.graphsink.mapping.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphsink.graph.Key;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.pattern.RelationshipPattern;
import org.graphsink.pattern.Selector;
import org.graphsink.record.RecordException;

/**
 * A relationship pattern bound to the layouts of a view.
 *
 * @param text the pattern, for messages
 * @param possibleShapes how relationships of the pattern can be identified; empty where any name can come
 * @param keysOfLikes as in {@link RelationshipShape}
 * @param unknownField which field of type or key neither schema has, for messages
 */
public record BoundRelationship(
        String text,
        BoundNode start,
        BoundName type,
        BoundKey key,
        BoundProperties properties,
        BoundNode end,
        List<RelationshipShape> possibleShapes,
        List<List<String>> keysOfLikes,
        Narrowing narrowing,
        Optional<String> unknownField) {

    static BoundRelationship of(
            RelationshipPattern pattern,
            BoundNode start,
            BoundNode end,
            List<List<String>> keysOfLikes,
            RowIdentity rows,
            View view,
            Restrictions restrictions) {
        var binder = new SourceBinder(view, rows);
        var ends = new ArrayList<Selector>(pattern.start().selectors());
        ends.addAll(pattern.end().selectors());
        var type = BoundName.type(pattern.type(), binder);
        var key = BoundKey.of(pattern.key(), binder);
        return new BoundRelationship(
                pattern.toString(),
                start,
                type,
                key,
                BoundProperties.of(
                        pattern.selectors(), ends, view, VectorGuard.ofRelationship(restrictions.vectors(), type)),
                end,
                shapes(type, start, end, key, keysOfLikes),
                keysOfLikes,
                new Narrowing(List.of(start.key(), end.key(), key), rows.fields()),
                key.unknownField().or(type::unknownField));
    }

    private static List<RelationshipShape> shapes(
            BoundName type, BoundNode start, BoundNode end, BoundKey key, List<List<String>> keysOfLikes) {
        var shapes = new ArrayList<RelationshipShape>();
        for (var name : type.possible()) {
            for (var startShape : start.possibleShapes()) {
                for (var endShape : end.possibleShapes()) {
                    shapes.add(new RelationshipShape(name, startShape, endShape, key.properties(), keysOfLikes));
                }
            }
        }
        return shapes;
    }

    /** As {@link BoundNode#requireFields}. */
    public void requireFields() {
        start.requireFields();
        end.requireFields();
        if (unknownField.isPresent()) {
            throw new RecordException(unknownField.get());
        }
    }

    /** Whether what identifies the relationship is in unchanged columns that were not captured. */
    public boolean isUnavailable(View view) {
        return type.isUnavailable(view)
                || start.isUnavailable(view)
                || end.isUnavailable(view)
                || key.isUnavailable(view);
    }

    /**
     * @param row the identity of the row's own node; null where it has to be read
     * @return null where the type, an end or the relationship's own key is null or absent
     */
    public RelationshipIdentity identity(View view, NodeIdentity row) {
        var name = type.read(view);
        if (name == null) {
            return null;
        }
        var from = end(start, view, row);
        var to = from == null ? null : end(end, view, row);
        var own = to == null ? null : key.read(view);
        return own == null ? null : new RelationshipIdentity(shape(name, from, to), from, to, own);
    }

    private static NodeIdentity end(BoundNode end, View view, NodeIdentity row) {
        return end.own() && row != null ? row : end.identity(view);
    }

    private RelationshipShape shape(String name, NodeIdentity from, NodeIdentity to) {
        for (var shape : possibleShapes) {
            if (shape.start() == from.shape()
                    && shape.end() == to.shape()
                    && shape.type().equals(name)) {
                return shape;
            }
        }
        return new RelationshipShape(name, from.shape(), to.shape(), key.properties(), keysOfLikes);
    }

    /** Whether the record key determines all that identifies the relationship, so that nothing of it can ever move. */
    public boolean isDetermined() {
        return type.isFixed()
                && start.isDetermined()
                && end.isDetermined()
                && (key.isEmpty() || key.origin().isKnown());
    }

    /** Whether rows of different record keys may mean one relationship, which goes with the first of them. */
    public boolean mayBeOfManyRows(List<List<String>> recordKey) {
        return key.isEmpty()
                && !start.own()
                && !end.own()
                && !recordKey.isEmpty()
                && !narrowing.isToOneRow(true, true, false);
    }

    /**
     * The scopes, one per possible type and labels of the ends, in which only relationships of the view's row lie. Empty where
     * the record key does not narrow them down to one row.
     *
     * @param present what the view says of the relationship; null where that has to be read, or is not known
     */
    public List<RelationshipScope> scopes(View view, RelationshipIdentity present) {
        var from = narrowing.isDetermined(0)
                ? present == null ? known(start.key(), view) : present.start().key()
                : Key.NONE;
        var to = narrowing.isDetermined(1)
                ? present == null ? known(end.key(), view) : present.end().key()
                : Key.NONE;
        var own = narrowing.isDetermined(2) ? present == null ? known(key, view) : present.key() : Key.NONE;
        if (!narrowing.isToOneRow(!from.isEmpty(), !to.isEmpty(), !own.isEmpty())) {
            return List.of();
        }
        var scopes = new ArrayList<RelationshipScope>(possibleShapes.size());
        for (var shape : possibleShapes) {
            scopes.add(new RelationshipScope(own.isEmpty() ? shape.withoutKey() : shape, from, to, own));
        }
        return scopes;
    }

    private static Key known(BoundKey key, View view) {
        var value = key.read(view);
        return value == null ? Key.NONE : value;
    }
}
