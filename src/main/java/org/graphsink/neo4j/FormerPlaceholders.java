package org.graphsink.neo4j;

import java.util.List;
import java.util.Map;
import org.graphsink.cypher.Identifier;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes that an earlier configuration made placeholders of, and no topic does any more. Their rows come, or have come, without
 * looking for placeholders, which would cost each row of each topic; so the label goes once, at the start.
 */
public final class FormerPlaceholders {

    private static final Logger LOG = LoggerFactory.getLogger(FormerPlaceholders.class);
    private static final int AT_A_TIME = 10_000;

    private final Neo4jConnection connection;
    private final String placeholder;
    private final List<String> labels;

    /**
     * @param placeholder the label of placeholders
     * @param labels whose nodes are none any more
     */
    public FormerPlaceholders(Neo4jConnection connection, String placeholder, List<String> labels) {
        this.connection = connection;
        this.placeholder = placeholder;
        this.labels = labels;
    }

    /** Several tasks may do so at the same time, and it may be repeated. Every error is thrown as the driver threw it. */
    public void release() {
        if (labels.isEmpty()) {
            return;
        }
        SessionConfig config = connection.sessionConfig();
        try (Session session = connection.driver().session(config)) {
            labels.forEach(label -> release(session, label));
        }
    }

    private void release(Session session, String label) {
        var text = "MATCH (n:" + Identifier.quote(label) + ":" + Identifier.quote(placeholder)
                + ")\nWITH n LIMIT $most\nREMOVE n:" + Identifier.quote(placeholder) + "\nRETURN count(n) AS changed";
        long all = 0;
        long changed;
        do {
            changed = session.executeWrite(tx -> tx.run(text, Map.of("most", AT_A_TIME))
                    .single()
                    .get("changed")
                    .asLong());
            all += changed;
        } while (changed == AT_A_TIME);
        if (all > 0) {
            LOG.info("{} nodes :{} are placeholders no more: no topic refers to rows of that label", all, label);
        }
    }
}
