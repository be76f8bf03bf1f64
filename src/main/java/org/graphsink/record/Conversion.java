package org.graphsink.record;

import java.util.List;
import org.graphsink.value.Absent;
import org.graphsink.value.Unconvertible;

/** Turns the values of one type into Neo4j values. */
@FunctionalInterface
interface Conversion {

    /**
     * @param value not null
     * @return a Neo4j value or {@link Absent}
     * @throws RuntimeException where there is no such value
     */
    Object convert(Object value);

    /** The converted value of a field; null stays null. */
    default Object read(List<String> path, Object value) {
        if (value == null) {
            return null;
        }
        try {
            return convert(value);
        } catch (Unconvertible e) {
            throw new RecordException("Field " + String.join(".", path) + ": " + e.getMessage());
        } catch (RuntimeException e) {
            // Messages of the Java library may hold the value.
            throw new RecordException("Field " + String.join(".", path) + ": a "
                    + value.getClass().getSimpleName() + " value is not of the form that its type asks for");
        }
    }
}
