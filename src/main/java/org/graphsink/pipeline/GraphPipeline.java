package org.graphsink.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.config.SinkSettings;
import org.graphsink.cypher.CypherRenderer;
import org.graphsink.cypher.CypherStatement;
import org.graphsink.footprint.Footprints;
import org.graphsink.graph.GraphChange;
import org.graphsink.mapping.MappingSettings;
import org.graphsink.plan.LabelFamilies;
import org.graphsink.plan.Planner;
import org.graphsink.plan.WritePlan;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.RecordException;
import org.graphsink.record.decoder.DecoderSettings;
import org.graphsink.record.decoder.RecordDecoder;
import org.graphsink.source.ChangeSource;
import org.graphsink.source.Mapped;
import org.graphsink.source.TopicStrategy;

/** The way from records to statements, without a server. Used by one thread. */
public final class GraphPipeline {

    private final RecordDecoder decoder;
    private final Map<String, ChangeSource> sources;
    private final LabelFamilies families;
    private final CypherRenderer renderer;

    /** @param sources what makes the changes of each mapped topic */
    GraphPipeline(
            RecordDecoder decoder,
            Map<String, ChangeSource> sources,
            Footprints footprints,
            Optional<String> placeholderLabel) {
        this.decoder = decoder;
        this.sources = Map.copyOf(sources);
        this.families = families(footprints);
        this.renderer = new CypherRenderer(footprints.placeholders(placeholderLabel), footprints.relationshipKeys());
    }

    private static LabelFamilies families(Footprints footprints) {
        var families =
                LabelFamilies.of(footprints.found(), footprints.together()).andUnlisted(footprints.keysOfUnlisted());
        return footprints.haveAnything() ? families.andOthers() : families;
    }

    public static GraphPipeline of(SinkSettings settings) {
        return of(settings.topics(), settings.decoder(), settings.mapping());
    }

    /** @param topics how each mapped topic is mapped */
    public static GraphPipeline of(
            Map<String, ? extends TopicStrategy> topics, DecoderSettings decoding, MappingSettings mapping) {
        var decoder = new RecordDecoder(decoding);
        var footprints = TopicStrategy.footprints(topics);
        var sources = new HashMap<String, ChangeSource>();
        topics.forEach((topic, strategy) -> sources.put(topic, strategy.source(topic, footprints, decoder, mapping)));
        return new GraphPipeline(decoder, sources, footprints, mapping.placeholderLabel());
    }

    /**
     * The changes that a record makes.
     *
     * @return {@link Mapped#UNMAPPED} for a record whose topic has no mapping, but for those that Debezium writes to topics
     *     of their own, which are skipped: heartbeats and transaction markers, which {@code topics.regex} matches along with
     *     the topics of tables
     * @throws RecordException where the record is at fault; nothing of it is to be written then
     */
    public Mapped changes(SinkRecord record) {
        var source = sources.get(record.topic());
        return source == null ? withoutSource(record) : source.changes(record);
    }

    private Mapped withoutSource(SinkRecord record) {
        try {
            return decoder.decode(record) instanceof ChangeEvent.Skipped skipped
                    ? Mapped.skipped(skipped.reason())
                    : Mapped.UNMAPPED;
        } catch (RecordException e) {
            return Mapped.UNMAPPED;
        }
    }

    /** What is to be written so that the graph is as after one change after the other. */
    public WritePlan plan(List<GraphChange> changes) {
        return Planner.plan(changes, families);
    }

    /** The statements that write the changes, in the order in which they must run, in one transaction. */
    public List<CypherStatement> statements(List<GraphChange> changes) {
        return renderer.render(plan(changes));
    }

    /**
     * The statements that empty labels and relationship types in transactions of a bounded size, see
     * {@link CypherRenderer#renderEmptyingInBatches}.
     *
     * @param most how many nodes or relationships one run of a statement takes
     * @return empty where the changes do anything else
     */
    public Optional<List<CypherStatement>> emptyingInBatches(List<GraphChange> changes, int most) {
        return renderer.renderEmptyingInBatches(plan(changes), most);
    }
}
