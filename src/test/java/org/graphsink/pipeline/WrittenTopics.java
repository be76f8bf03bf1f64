package org.graphsink.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.mapping.Truncate;
import org.graphsink.mapping.UnchangedRows;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.record.decoder.DecoderSettings;
import org.graphsink.source.PatternStrategy;
import org.graphsink.support.DefaultSettings;
import org.graphsink.support.GraphText;
import org.neo4j.driver.Driver;

/** Topics of rows whose changes are written to a database as they come, each in a transaction of its own. */
final class WrittenTopics {

    private static final MappingSettings TRUNCATING = new MappingSettings(
            true,
            true,
            MissingEndpoints.CREATE,
            DefaultSettings.MAPPING.placeholderLabel(),
            DefaultSettings.MAPPING.reservedLabels(),
            List.of(),
            Truncate.APPLY,
            UnchangedRows.WRITE);

    private final Driver driver;
    private final Map<String, PatternStrategy> patterns = new LinkedHashMap<>();
    private GraphPipeline pipeline;
    private List<GraphChange> poll;

    WrittenTopics(Driver driver) {
        this.driver = driver;
    }

    WrittenTopics topic(String name, String mapping) {
        patterns.put(name, new PatternStrategy(TopicPatterns.parse(mapping)));
        restart();
        return this;
    }

    /** Forgets the records that have come. */
    WrittenTopics restart() {
        pipeline = GraphPipeline.of(patterns, new DecoderSettings(Set.of(), DefaultSettings.TYPES), TRUNCATING);
        return this;
    }

    /** @param key the record key, whose fields are those of the row */
    WrittenTopics inserted(String topic, Map<String, ?> key, Map<String, ?> after) {
        return write(topic, key, envelope("c", null, after));
    }

    /** @param before null where the table captures no before images */
    WrittenTopics updated(String topic, Map<String, ?> key, Map<String, ?> before, Map<String, ?> after) {
        return write(topic, key, envelope("u", before, after));
    }

    /** @param before null where the table captures no before images */
    WrittenTopics deleted(String topic, Map<String, ?> key, Map<String, ?> before) {
        return write(topic, key, envelope("d", before, null));
    }

    WrittenTopics tombstone(String topic, Map<String, ?> key) {
        return write(topic, key, null);
    }

    /** The half of a changed primary key that tells of the old one. */
    WrittenTopics left(String topic, Map<String, ?> key, Map<String, ?> newKey) {
        return write(topic, key, envelope("d", null, null), Map.of("__debezium.newkey", newKey));
    }

    /** The half of a changed primary key that tells of the new one. */
    WrittenTopics arrived(String topic, Map<String, ?> key, Map<String, ?> oldKey, Map<String, ?> after) {
        return write(topic, key, envelope("c", null, after), Map.of("__debezium.oldkey", oldKey));
    }

    WrittenTopics truncated(String topic) {
        return write(topic, null, envelope("t", null, null));
    }

    /** What somebody else does to the graph. */
    WrittenTopics query(String cypher) {
        driver.executableQuery(cypher).execute();
        return this;
    }

    List<String> graph() {
        return GraphText.of(driver);
    }

    /** Names and values by turns. */
    static Map<String, Object> row(Object... namesAndValues) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    private static Map<String, Object> envelope(String operation, Map<String, ?> before, Map<String, ?> after) {
        return row("before", before, "after", after, "source", Map.of("connector", "postgresql"), "op", operation);
    }

    private WrittenTopics write(String topic, Map<String, ?> key, Map<String, ?> value) {
        return write(topic, key, value, Map.of());
    }

    private WrittenTopics write(String topic, Map<String, ?> key, Map<String, ?> value, Map<String, ?> headers) {
        var record = new SinkRecord(topic, 0, null, key, null, value, 0);
        headers.forEach((name, header) -> record.headers().add(name, header, null));
        var changes = pipeline.changes(record).changes();
        if (poll == null) {
            write(changes);
        } else {
            poll.addAll(changes);
        }
        return this;
    }

    /** @param records what writes them */
    WrittenTopics inOnePoll(Runnable records) {
        poll = new ArrayList<>();
        records.run();
        write(poll);
        poll = null;
        return this;
    }

    private void write(List<GraphChange> changes) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(tx -> pipeline.statements(changes)
                    .forEach(statement ->
                            tx.run(statement.text(), statement.parameters()).consume()));
        }
    }
}
