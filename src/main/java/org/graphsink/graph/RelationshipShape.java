package org.graphsink.graph;

import java.util.Comparator;
import java.util.List;

/**
 * How relationships are identified: by a type, the shapes of their end nodes and the properties of a key of their own, where
 * they have one. Relationships of one shape are written by one statement.
 *
 * <p>As with {@link NodeShape}, one instance is shared by many identities. Shapes are in order of their types, then of their
 * start nodes, end nodes and the names of their keys.
 */
public final class RelationshipShape implements Comparable<RelationshipShape> {

    private static final Comparator<RelationshipShape> ORDER = Comparator.comparing(RelationshipShape::type)
            .thenComparing(RelationshipShape::start)
            .thenComparing(RelationshipShape::end)
            .thenComparing(RelationshipShape::key, ListOrder.OF_NAMES);

    private final String type;
    private final NodeShape start;
    private final NodeShape end;
    private final List<String> key;
    private final List<List<String>> keysOfLikes;
    private final int hash;

    /**
     * @param key the property names, distinct and in alphabetical order; empty where type and ends identify a relationship;
     *     the list is kept, not copied
     */
    public RelationshipShape(String type, NodeShape start, NodeShape end, List<String> key) {
        this(type, start, end, key, List.of());
    }

    /**
     * @param keysOfLikes the keys that others of the type between such nodes have: a relationship with one of them is none of
     *     this shape. Only where these have no key
     */
    public RelationshipShape(
            String type, NodeShape start, NodeShape end, List<String> key, List<List<String>> keysOfLikes) {
        KeyNames.requireSorted(key);
        this.type = type;
        this.start = start;
        this.end = end;
        this.key = key;
        this.keysOfLikes = keysOfLikes;
        this.hash = 31 * (31 * (31 * type.hashCode() + start.hashCode()) + end.hashCode()) + key.hashCode();
    }

    public String type() {
        return type;
    }

    public NodeShape start() {
        return start;
    }

    public NodeShape end() {
        return end;
    }

    /** The names of the key properties. */
    public List<String> key() {
        return key;
    }

    /** The keys of other relationships that a relationship of this shape does not have. */
    public List<List<String>> keysOfLikes() {
        return keysOfLikes;
    }

    /** What is left of the shape where the relationships' own key is not known. */
    public RelationshipShape withoutKey() {
        return key.isEmpty() ? this : new RelationshipShape(type, start, end, List.of());
    }

    /** The shape of such relationships between nodes of these shapes. */
    public RelationshipShape between(NodeShape newStart, NodeShape newEnd) {
        return start.equals(newStart) && end.equals(newEnd)
                ? this
                : new RelationshipShape(type, newStart, newEnd, key, keysOfLikes);
    }

    @Override
    public int compareTo(RelationshipShape other) {
        return this == other ? 0 : ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof RelationshipShape shape
                        && hash == shape.hash
                        && type.equals(shape.type)
                        && start.equals(shape.start)
                        && end.equals(shape.end)
                        && key.equals(shape.key);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return start + "-[:" + type + (key.isEmpty() ? "" : " {" + String.join(", ", key) + "}") + "]->" + end;
    }
}
