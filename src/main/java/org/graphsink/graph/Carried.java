package org.graphsink.graph;

import java.util.List;

/**
 * What a row's node does not keep when the row gets another key, because the record of its new state tells it. All else that
 * the record does not tell goes with the node.
 *
 * @param labels that the rows give
 * @param made relationships that rows make
 */
public record Carried(List<String> labels, List<Reference> made) {

    public Carried {
        labels = List.copyOf(labels);
        made = List.copyOf(made);
    }
}
