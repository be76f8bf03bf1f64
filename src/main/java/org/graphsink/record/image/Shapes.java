package org.graphsink.record.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.graphsink.record.Field;
import org.graphsink.record.RecordException;
import org.graphsink.value.connect.Conversions;
import org.graphsink.value.connect.Unavailable;

/**
 * Remembers which field names records came with, in which nesting, so that each distinct set of names has one list of
 * fields. A record finds its list by following its names through a tree.
 */
final class Shapes {

    /** Data whose names are values (maps keyed by an id, say) must not fill the memory. */
    private static final int MOST_NODES = 50_000;

    private static final int DEEPEST_NESTING = 500;
    private static final String METADATA_PREFIX = "__";

    private final Conversions conversions;
    private Node first = new Node();
    private int nodes;

    /** What was seen up to one point of a record. */
    static final class Node {
        private final Branches leaves = new Branches();
        private final Branches nested = new Branches();
        private Node end;
        /** The fields of records that end here, once they are known. */
        List<Field> fields;
    }

    /** Where names lead. Most records have the names of the one before, whose node is found without a look at the others. */
    private static final class Branches {
        private Map<String, Node> nodes;
        private String lastName;
        private Node last;

        /** @return null for a name that is new */
        private Node get(String name) {
            if (name.equals(lastName)) {
                return last;
            }
            return nodes == null ? null : took(name, nodes.get(name));
        }

        private Node put(String name, Node node) {
            if (nodes == null) {
                nodes = new HashMap<>();
            }
            nodes.put(name, node);
            return took(name, node);
        }

        private Node took(String name, Node node) {
            if (node != null) {
                lastName = name;
                last = node;
            }
            return node;
        }
    }

    Shapes(Conversions conversions) {
        this.conversions = conversions;
    }

    Node start() {
        if (nodes > MOST_NODES) {
            first = new Node();
            nodes = 0;
        }
        return first;
    }

    /**
     * The node after all names of a map or struct; null and scalars have none.
     *
     * @param hidesMetadata whether names of the outermost level that start with two underscores are left out
     */
    Node follow(Node from, Object container, boolean hidesMetadata) {
        return follow(from, container, hidesMetadata, 0);
    }

    private Node follow(Node from, Object container, boolean hidesMetadata, int depth) {
        refuseEndlessNesting(depth);
        var node = from;
        if (container instanceof Map<?, ?> map && !Unavailable.is(map)) {
            for (var entry : map.entrySet()) {
                var name = Names.of(entry.getKey());
                if (!hidesMetadata || !name.startsWith(METADATA_PREFIX)) {
                    node = follow(node, name, entry.getValue(), depth);
                }
            }
        } else if (container instanceof Struct struct) {
            for (var field : struct.schema().fields()) {
                node = follow(node, field.name(), struct.get(field), depth);
            }
        }
        if (node.end == null) {
            node.end = newNode();
        }
        return node.end;
    }

    private Node follow(Node node, String name, Object value, int depth) {
        return isOpen(value)
                ? follow(next(node.nested, name), plain(value), false, depth + 1)
                : next(node.leaves, name);
    }

    private Node next(Branches branches, String name) {
        var known = branches.get(name);
        return known != null ? known : branches.put(name, newNode());
    }

    /** The paths of all leaves of a map or struct that stands at a path. */
    List<List<String>> leaves(List<String> path, Object container, boolean hidesMetadata) {
        var leaves = new ArrayList<List<String>>();
        collect(path, container, hidesMetadata, leaves);
        return leaves;
    }

    private void collect(List<String> path, Object container, boolean hidesMetadata, List<List<String>> leaves) {
        if (container instanceof Map<?, ?> map && !Unavailable.is(map)) {
            for (var entry : map.entrySet()) {
                var name = Names.of(entry.getKey());
                if (!hidesMetadata || !name.startsWith(METADATA_PREFIX)) {
                    collect(path, name, entry.getValue(), leaves);
                }
            }
        } else if (container instanceof Struct struct) {
            for (var field : struct.schema().fields()) {
                collect(path, field.name(), struct.get(field), leaves);
            }
        }
    }

    private void collect(List<String> path, String name, Object value, List<List<String>> leaves) {
        var inner = new ArrayList<>(path);
        inner.add(name);
        if (isOpen(value) && !isEmpty(plain(value))) {
            collect(inner, plain(value), false, leaves);
        } else {
            leaves.add(inner);
        }
    }

    /** A map without entries has no leaves, and stands for there being none. */
    static boolean isEmpty(Object container) {
        return container instanceof Map<?, ?> map && map.isEmpty();
    }

    /** Whether the value stands for its leaves. */
    boolean isOpen(Object value) {
        var plain = plain(value);
        return conversions.flattens()
                && (plain instanceof Map || plain instanceof Struct struct && conversions.isNested(struct.schema()));
    }

    static Object plain(Object value) {
        return value instanceof SchemaAndValue typed ? typed.value() : value;
    }

    private Node newNode() {
        nodes++;
        return new Node();
    }

    private static void refuseEndlessNesting(int depth) {
        if (depth > DEEPEST_NESTING) {
            throw new RecordException(
                    "The record nests deeper than " + DEEPEST_NESTING + " levels; set neo4j.types.nested to json");
        }
    }
}
