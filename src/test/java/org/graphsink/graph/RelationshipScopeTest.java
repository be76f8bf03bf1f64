package org.graphsink.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelationshipScopeTest {

    private static final NodeShape ORDER = new NodeShape("Order", List.of("id"));
    private static final NodeShape CUSTOMER = new NodeShape("Customer", List.of("id"));
    private static final RelationshipShape PLACED_BY = new RelationshipShape("PLACED_BY", ORDER, CUSTOMER, List.of());
    private static final RelationshipShape KEYED = new RelationshipShape("PLACED_BY", ORDER, CUSTOMER, List.of("id"));

    private static Key id(long value) {
        return Key.of(value);
    }

    private static NodeIdentity order(long id) {
        return new NodeIdentity(ORDER, id(id));
    }

    private static NodeIdentity customer(long id) {
        return new NodeIdentity(CUSTOMER, id(id));
    }

    private static RelationshipIdentity placedBy(long order, long customer) {
        return new RelationshipIdentity(PLACED_BY, order(order), customer(customer), Key.NONE);
    }

    @Test
    void aKnownStartHoldsItsRelationshipsToAnyEnd() {
        var scope = new RelationshipScope(PLACED_BY, id(1), Key.NONE, Key.NONE);

        assertThat(scope.contains(placedBy(1, 7))).isTrue();
        assertThat(scope.contains(placedBy(1, 8))).isTrue();
        assertThat(scope.contains(placedBy(2, 7))).isFalse();
    }

    @Test
    void aKnownEndHoldsItsRelationshipsFromAnyStart() {
        var scope = new RelationshipScope(PLACED_BY, Key.NONE, id(7), Key.NONE);

        assertThat(scope.contains(placedBy(1, 7))).isTrue();
        assertThat(scope.contains(placedBy(1, 8))).isFalse();
    }

    @Test
    void aKnownKeyHoldsTheRelationshipBetweenAnyEnds() {
        var scope = new RelationshipScope(KEYED, Key.NONE, Key.NONE, id(5));

        assertThat(scope.contains(new RelationshipIdentity(KEYED, order(1), customer(7), id(5))))
                .isTrue();
        assertThat(scope.contains(new RelationshipIdentity(KEYED, order(1), customer(7), id(6))))
                .isFalse();
    }

    @Test
    void otherTypesAndLabelsAreOutside() {
        var scope = new RelationshipScope(PLACED_BY, id(1), Key.NONE, Key.NONE);

        assertThat(scope.contains(RelationshipIdentity.of("PAID_BY", order(1), customer(7))))
                .isFalse();
        assertThat(scope.contains(
                        RelationshipIdentity.of("PLACED_BY", order(1), NodeIdentity.of("Shop", Map.of("id", 7L)))))
                .isFalse();
    }

    @Test
    void aScopeKnowsAnEndOrAKey() {
        assertThatThrownBy(() -> new RelationshipScope(PLACED_BY, Key.NONE, Key.NONE, Key.NONE))
                .hasMessage("A scope that names neither end nor key is all of PLACED_BY");
    }

    @Test
    void aRelationshipFollowsAnEndThatIsRekeyed() {
        assertThat(placedBy(1, 7).rekeyed(order(1), order(2))).isEqualTo(placedBy(2, 7));
        assertThat(placedBy(1, 7).rekeyed(customer(7), customer(8))).isEqualTo(placedBy(1, 8));
        assertThat(placedBy(1, 7).rekeyed(order(3), order(4))).isEqualTo(placedBy(1, 7));
    }
}
