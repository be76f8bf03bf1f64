package org.graphsink.value.connect;

import org.graphsink.value.Absent;
import org.graphsink.value.Unconvertible;

/** Turns the values of one type into Neo4j values. */
@FunctionalInterface
public interface Conversion {

    /**
     * @param value not null
     * @return a Neo4j value or {@link Absent}
     * @throws Unconvertible where there is no such value, saying why
     * @throws RuntimeException where the value is not of the form that its type asks for; the message may show it
     */
    Object convert(Object value);
}
