package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.DeleteNode;
import org.graphsink.graph.GraphChange.EmptyLabel;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Placeholders;
import org.graphsink.support.UnknownFamilies;
import org.junit.jupiter.api.Test;

/** Nodes that are deleted after the same transaction has written them leave the unique index empty-handed. */
class DeletedNodesTest {

    private static final NodeIdentity OLD = NodeIdentity.of("Device", Map.of("serial", "a"));
    private static final NodeIdentity NEW = NodeIdentity.of("Device", Map.of("serial", "b"));

    @Test
    void aNodeThatIsDeletedAfterAReKeyFirstLosesItsProperties() {
        assertThat(last(new RekeyNode(OLD, NEW), new DeleteNode(NEW, Claims.NONE)))
                .isEqualTo("""
                UNWIND range(0, size($k0) - 1) AS i
                MATCH (n:`Device` {`serial`: $k0[i]})
                SET n = {}
                DETACH DELETE n""");
    }

    @Test
    void aNodeThatGivesWayAfterAReKeyFirstLosesItsProperties() {
        assertThat(last(UpsertNode.ensure(NEW, MissingNode.CREATE), new RekeyNode(NEW, OLD)))
                .isEqualTo("""
                UNWIND range(0, size($f0) - 1) AS i
                MATCH (n:`Device` {`serial`: $f0[i]})
                SET n = {}
                DETACH DELETE n""");
    }

    @Test
    void nodesOfALabelThatIsEmptiedAfterAnUpsertFirstLoseTheirProperties() {
        assertThat(last(UpsertNode.ensure(NEW, MissingNode.CREATE), new EmptyLabel(NEW.shape(), Claims.NONE)))
                .isEqualTo("""
                MATCH (n:`Device`)
                SET n = {}
                DETACH DELETE n""");
    }

    private static String last(GraphChange... changes) {
        var statements = new CypherRenderer(Placeholders.NONE).render(UnknownFamilies.plan(List.of(changes)));
        return statements.get(statements.size() - 1).text();
    }
}
