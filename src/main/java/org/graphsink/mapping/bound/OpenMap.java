package org.graphsink.mapping.bound;

/**
 * A map whose entries become properties. As long as the record tells it, only those are there.
 *
 * @param name of the property below which they are
 * @param told null where the record tells the map
 */
record OpenMap(String name, ValueReader told) {}
