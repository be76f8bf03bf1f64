package org.graphsink.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.graphsink.graph.RelationshipScope.End;
import org.junit.jupiter.api.Test;

class RelationshipScopeTest {

    private static final NodeShape ORDER = new NodeShape("Order", List.of("id"));
    private static final NodeShape CUSTOMER = new NodeShape("Customer", List.of("id"));

    private static Key id(long value) {
        return Key.of(List.of("id"), value);
    }

    private static NodeIdentity order(long id) {
        return new NodeIdentity("Order", id(id));
    }

    private static NodeIdentity customer(long id) {
        return new NodeIdentity("Customer", id(id));
    }

    private static RelationshipIdentity placedBy(long order, long customer) {
        return new RelationshipIdentity("PLACED_BY", order(order), customer(customer), Key.NONE);
    }

    @Test
    void aKnownStartHoldsItsRelationshipsToAnyEnd() {
        var scope = new RelationshipScope("PLACED_BY", End.of(order(1)), End.any(CUSTOMER), Key.NONE);

        assertThat(scope.contains(placedBy(1, 7))).isTrue();
        assertThat(scope.contains(placedBy(1, 8))).isTrue();
        assertThat(scope.contains(placedBy(2, 7))).isFalse();
    }

    @Test
    void aKnownEndHoldsItsRelationshipsFromAnyStart() {
        var scope = new RelationshipScope("PLACED_BY", End.any(ORDER), End.of(customer(7)), Key.NONE);

        assertThat(scope.contains(placedBy(1, 7))).isTrue();
        assertThat(scope.contains(placedBy(1, 8))).isFalse();
    }

    @Test
    void aKnownKeyHoldsTheRelationshipBetweenAnyEnds() {
        var scope = new RelationshipScope("PLACED_BY", End.any(ORDER), End.any(CUSTOMER), id(5));

        assertThat(scope.contains(new RelationshipIdentity("PLACED_BY", order(1), customer(7), id(5))))
                .isTrue();
        assertThat(scope.contains(new RelationshipIdentity("PLACED_BY", order(1), customer(7), id(6))))
                .isFalse();
    }

    @Test
    void otherTypesAndLabelsAreOutside() {
        var scope = new RelationshipScope("PLACED_BY", End.of(order(1)), End.any(CUSTOMER), Key.NONE);

        assertThat(scope.contains(new RelationshipIdentity("PAID_BY", order(1), customer(7), Key.NONE)))
                .isFalse();
        assertThat(scope.contains(
                        new RelationshipIdentity("PLACED_BY", order(1), new NodeIdentity("Shop", id(7)), Key.NONE)))
                .isFalse();
    }

    @Test
    void aScopeKnowsAnEndOrAKey() {
        assertThatThrownBy(() -> new RelationshipScope("PLACED_BY", End.any(ORDER), End.any(CUSTOMER), Key.NONE))
                .hasMessage("A scope that names neither end nor key is all of PLACED_BY");
    }

    @Test
    void aRelationshipFollowsAnEndThatIsRekeyed() {
        assertThat(placedBy(1, 7).rekeyed(order(1), order(2))).isEqualTo(placedBy(2, 7));
        assertThat(placedBy(1, 7).rekeyed(customer(7), customer(8))).isEqualTo(placedBy(1, 8));
        assertThat(placedBy(1, 7).rekeyed(order(3), order(4))).isEqualTo(placedBy(1, 7));
    }
}
