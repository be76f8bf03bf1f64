package org.graphsink.graph;

import java.util.List;
import java.util.Optional;

/**
 * What a row's node does not keep when the row gets another key, because the record of its new state tells it. All else that
 * the record does not tell goes with the node.
 *
 * @param labels that the rows give
 * @param made relationships that rows make
 * @param share what of a node of several writers is the row's: nothing else of it goes along, no label and no relationship
 */
public record Carried(List<String> labels, List<Reference> made, Optional<Share> share) {

    /** Of a node that is all its row's own. */
    public Carried(List<String> labels, List<Reference> made) {
        this(labels, made, Optional.empty());
    }

    public Carried {
        labels = List.copyOf(labels);
        made = List.copyOf(made);
    }
}
