package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockingNodesTest {

    private static final Target TARGET = Target.node("A", List.of("x", "y"));

    @Test
    void duplicatesAreCountedWithoutReturningTheirValues() {
        assertThat(BlockingNodes.duplicatesQuery(TARGET))
                .isEqualTo("MATCH (n:`A`) WHERE n.`x` IS NOT NULL AND n.`y` IS NOT NULL"
                        + " WITH n.`x` AS k0, n.`y` AS k1, count(*) AS copies, collect(elementId(n))[..3] AS ids"
                        + " WHERE copies > 1"
                        + " RETURN count(*) AS values, sum(copies) AS nodes, collect(ids)[..3] AS examples");
    }

    @Test
    void nodesWithoutTheirKeyAreCounted() {
        assertThat(BlockingNodes.withoutKeyQuery(TARGET))
                .isEqualTo("MATCH (n:`A`) WHERE n.`x` IS NULL OR n.`y` IS NULL"
                        + " RETURN count(*) AS nodes, collect(elementId(n))[..3] AS examples");
    }
}
