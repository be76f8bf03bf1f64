package org.graphsink.mapping;

import java.util.List;
import org.graphsink.graph.GraphChange;

/**
 * What an event adds to the graph.
 *
 * @param leftOut how many of its patterns it lacks the key for
 */
public record Addition(List<GraphChange> changes, int leftOut) {}
