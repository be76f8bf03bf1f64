package org.graphsink.graph;

import java.util.List;

/**
 * How nodes are identified: by a label and the properties of a key. Nodes of one shape are written by one statement.
 *
 * @param key the property names, alphabetically; never empty
 */
public record NodeShape(String label, List<String> key) {}
