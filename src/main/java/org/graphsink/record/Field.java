package org.graphsink.record;

import java.util.List;
import org.graphsink.value.Absent;

/** A field bound to a {@link Layout}: where it is and how its values become Neo4j values. */
public interface Field {

    /** Names from the outermost struct inwards; joined with dots it is the default property name. */
    List<String> path();

    /** Whether a null may stand for nested data, whose leaves are fields of their own: data without schema does not tell. */
    default boolean mayBeNested() {
        return false;
    }

    /**
     * @param image an image of the layout that gave this field
     * @return a Neo4j value, null for an explicit null, or {@link Absent}
     * @throws RecordException where the value cannot become a Neo4j value; it names the field, never the value
     */
    Object read(Image image);
}
