package org.graphsink.task;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.source.Mapped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the records of topics without mapping. Where {@code topics.regex} chooses the topics, new ones come by
 * themselves, and tables that are nobody's data, such as Debezium's signals: they are passed over, and named once.
 */
final class UnmappedTopics {

    private static final Logger LOG = LoggerFactory.getLogger(UnmappedTopics.class);

    private final boolean matched;
    private final Set<String> named = new HashSet<>();

    /** @param matched whether {@code topics.regex} chooses the topics, rather than a list of them */
    UnmappedTopics(boolean matched) {
        this.matched = matched;
    }

    /** @throws ConnectException where the topics are listed: one that has no mapping is a mistake */
    Mapped.Skipped skip(SinkRecord record) {
        var topic = record.topic();
        if (!matched) {
            throw new ConnectException(FailureText.ofRecord(
                            record,
                            "no pattern is configured for the topic " + topic
                                    + " (as it is after transformations); set neo4j.pattern.topic." + topic)
                    .getMessage());
        }
        if (named.add(topic)) {
            LOG.warn(
                    "No pattern is configured for the topic {} (as it is after transformations), which topics.regex lets in: its"
                            + " records are passed over and counted. Set neo4j.pattern.topic.{} to have them written",
                    topic,
                    topic);
        }
        return new Mapped.Skipped("a record of a topic without mapping");
    }
}
