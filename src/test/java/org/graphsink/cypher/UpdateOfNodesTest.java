package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.support.UnknownFamilies;
import org.junit.jupiter.api.Test;

/** Nodes that are written to only where they exist. */
class UpdateOfNodesTest {

    private static final NodeIdentity CUSTOMER = NodeIdentity.of("Customer", Map.of("id", 1L));

    @Test
    void anUpdateMatchesItsNodeAndCreatesNone() {
        assertThat(texts(Set.of("Buyer"), Properties.of(Map.of("name", "Ada")))).containsExactly("""
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Customer` {`id`: $k0[i]})
                SET n:`Buyer`, n.`name` = $p0[i]""");
    }

    @Test
    void anUpdateThatWritesNothingIsNoStatement() {
        assertThat(texts(Set.of(), Properties.NONE)).isEmpty();
    }

    private static List<String> texts(Set<String> addedLabels, Properties properties) {
        var update =
                new UpsertNode(CUSTOMER, MissingNode.LEAVE, addedLabels, Set.of(), properties, PropertyWrite.MERGE);
        return new CypherRenderer(Placeholders.NONE)
                .render(UnknownFamilies.plan(List.of(update))).stream()
                        .map(CypherStatement::text)
                        .toList();
    }
}
