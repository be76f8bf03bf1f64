package org.graphsink.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.footprint.Footprint;
import org.graphsink.footprint.Footprints;
import org.graphsink.footprint.NameSet;
import org.graphsink.footprint.NodeFootprint;
import org.graphsink.footprint.RelationshipFootprint;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.record.RecordException;
import org.graphsink.record.decoder.DecoderSettings;
import org.graphsink.record.decoder.RecordDecoder;
import org.graphsink.source.ChangeSource;
import org.graphsink.source.Mapped;
import org.graphsink.source.PatternStrategy;
import org.graphsink.support.DefaultSettings;

/** A topic that no pattern maps: {@code {payment, customer}} is a payment that makes its customer a payer. */
final class Payments implements ChangeSource {

    static final String TOPIC = "payments";

    private static final NodeFootprint PAYMENT =
            new NodeFootprint(NameSet.of("Payment"), List.of("id"), NameSet.NONE, NameSet.NONE);
    private static final NodeFootprint CUSTOMER =
            new NodeFootprint(NameSet.of("Customer"), List.of("id"), NameSet.of("Payer"), NameSet.NONE);

    static final Footprint FOOTPRINT = new Footprint(
            List.of(PAYMENT),
            List.of(),
            List.of(new RelationshipFootprint(
                    NameSet.of("MADE"),
                    List.of(),
                    new RelationshipFootprint.End(CUSTOMER, OptionalInt.empty(), false),
                    new RelationshipFootprint.End(PAYMENT, OptionalInt.of(0), true),
                    NameSet.NONE,
                    Set.of())),
            false);

    /**
     * The pipeline of the payments and of topics of rows that patterns map.
     *
     * @param footprint of the payments
     */
    static GraphPipeline beside(Footprint footprint, Map<String, String> patterns) {
        var settings = DefaultSettings.MAPPING;
        var decoder = new RecordDecoder(new DecoderSettings(patterns.keySet(), DefaultSettings.TYPES));
        var strategies = new LinkedHashMap<String, PatternStrategy>();
        patterns.forEach((topic, text) -> strategies.put(topic, new PatternStrategy(TopicPatterns.parse(text))));
        var topics = new LinkedHashMap<String, Footprint>();
        strategies.forEach((topic, strategy) -> topics.put(topic, strategy.footprint()));
        topics.put(TOPIC, footprint);
        var footprints = Footprints.of(topics);
        var sources = new HashMap<String, ChangeSource>();
        strategies.forEach(
                (topic, strategy) -> sources.put(topic, strategy.source(topic, footprints, decoder, settings)));
        sources.put(TOPIC, new Payments());
        return new GraphPipeline(decoder, sources, footprints, settings.placeholderLabel());
    }

    static SinkRecord payment(long id, Object customer) {
        return record(TOPIC, null, Map.of("payment", id, "customer", customer));
    }

    /** The state of a row, or its tombstone. */
    static SinkRecord row(String topic, long id, Map<String, ?> columns) {
        Map<String, Object> row = null;
        if (columns != null) {
            row = new LinkedHashMap<>(columns);
            row.put("id", id);
        }
        return record(topic, Map.of("id", id), row);
    }

    private static SinkRecord record(String topic, Object key, Object value) {
        return new SinkRecord(topic, 0, null, key, null, value, 0);
    }

    /** The changes of a poll, one record after the other. */
    static List<GraphChange> changes(GraphPipeline pipeline, SinkRecord... poll) {
        var changes = new ArrayList<GraphChange>();
        for (var record : poll) {
            changes.addAll(pipeline.changes(record).changes());
        }
        return changes;
    }

    @Override
    public Mapped changes(SinkRecord record) {
        var value = (Map<?, ?>) record.value();
        if (!(value.get("customer") instanceof Long)) {
            throw new RecordException("A payment names its customer by a number");
        }
        var payment = NodeIdentity.of("Payment", Map.of("id", value.get("payment")));
        var customer = NodeIdentity.of("Customer", Map.of("id", value.get("customer")));
        return Mapped.of(List.of(
                GraphChange.UpsertNode.ensure(payment, MissingNode.CREATE),
                new GraphChange.UpsertNode(
                        customer,
                        MissingNode.CREATE_PLACEHOLDER,
                        Set.of("Payer"),
                        Set.of(),
                        Properties.NONE,
                        PropertyWrite.MERGE),
                new GraphChange.UpsertRelationship(
                        RelationshipIdentity.of("MADE", customer, payment),
                        Properties.NONE,
                        PropertyWrite.MERGE,
                        MissingEndpoints.CREATE)));
    }
}
