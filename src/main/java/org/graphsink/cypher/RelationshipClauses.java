package org.graphsink.cypher;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipShape;

/** Parts of statements by which relationships are found, with their parameters. */
final class RelationshipClauses {

    private RelationshipClauses() {}

    /** The relationship {@code r} of a pattern. */
    static String pattern(RelationshipShape shape) {
        return "[r:" + Identifier.quote(shape.type()) + Columns.keyMap(shape.key(), "k") + "]";
    }

    /** A condition, for a shape without key: that {@code r} has none of the keys by which others are told from such. */
    static String withoutKeysOfLikes(RelationshipShape shape) {
        var text = new StringJoiner(" AND");
        for (var key : shape.keysOfLikes()) {
            text.add(key.stream()
                    .map(name -> "r." + Identifier.quote(name) + " IS NULL")
                    .collect(Collectors.joining(" OR ", " (", ")")));
        }
        return text.toString();
    }

    /** The keys of both ends and of the relationship itself, as columns s, e and k. */
    static <R> Columns identities(
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
}
