package org.graphsink.plan;

import org.graphsink.graph.RelationshipShape;

/** Where relationships can be one whatever their ends are found by: of one type, between nodes found by the same labels. */
record RelationshipSpace(String type, String startLabel, String endLabel) {

    static RelationshipSpace of(RelationshipShape shape) {
        return new RelationshipSpace(
                shape.type(), shape.start().label(), shape.end().label());
    }
}
