package org.graphsink.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphsink.graph.NodeShape;
import org.graphsink.graph.OtherKey;
import org.graphsink.graph.Reference;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.source.PatternStrategy;
import org.junit.jupiter.api.Test;

/** By which keys others refer to the nodes of rows. */
class OtherKeysTest {

    private static final Footprint CUSTOMERS = of("(:Customer {!id, email, name})");
    private static final Footprint ORDERS = of("(:Order {!id}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!email})");
    private static final Footprint REVIEWS =
            of("(:Customer {!id: by})-[:WROTE]->(:Review {!id}) ; (:Review {!id})-[:OF]->(:Customer {!email})");

    private static Footprint of(String patterns) {
        return new PatternStrategy(TopicPatterns.parse(patterns)).footprint();
    }

    private static List<OtherKey> keys(Map<String, Footprint> topics) {
        return Footprints.of(topics).otherKeys("customers", new NodeShape("Customer", List.of("id")));
    }

    @Test
    void aKeyByWhichOthersReferIsAnotherWhereTheRowWritesIt() {
        assertThat(keys(Map.of("customers", CUSTOMERS, "orders", ORDERS, "reviews", REVIEWS)))
                .containsExactly(new OtherKey(
                        List.of("email"),
                        List.of(
                                new Reference(Optional.of("OF"), true),
                                new Reference(Optional.of("PLACED_BY"), true))));
        assertThat(keys(Map.of("customers", of("(:Customer {!id, name})"), "orders", ORDERS)))
                .isEmpty();
        assertThat(keys(Map.of("customers", of("(:Customer {!id, *})"), "orders", ORDERS)))
                .hasSize(1);
    }

    @Test
    void relationshipsByWhichSomeReferByOneKeyAndSomeByAnotherTellNone() {
        var invoices = of("(:Invoice {!id}) ; (:Invoice {!id})-[:PLACED_BY]->(:Customer {!id: customer})");

        assertThat(keys(Map.of("customers", CUSTOMERS, "orders", ORDERS, "invoices", invoices)))
                .containsExactly(new OtherKey(List.of("email"), List.of()));
    }
}
