package org.graphsink.mapping;

import java.util.List;
import java.util.Optional;
import org.graphsink.footprint.Footprints;
import org.graphsink.graph.GraphChange;
import org.graphsink.mapping.bound.Bindings;
import org.graphsink.mapping.bound.Unchanged;
import org.graphsink.pattern.RowKey;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.RecordException;

/**
 * The patterns of one topic: turns each of its records into graph changes.
 *
 * <p>What a row produces is a set of nodes and relationships. An update applies what the new row produces and removes what
 * only the old one did; a delete removes what the row produced. Events only add. Used by one thread.
 */
public final class TopicMapping {

    private final Emptying emptying;
    private final Production production;
    private final Disappearance disappearance;
    private final Unchanged unchanged;
    private final DoubtfulKeys keys;

    /**
     * @param rowKey what identifies the rows in place of their record key
     * @param footprints of all topics, among them one of the patterns
     */
    public TopicMapping(
            String topic,
            TopicPatterns patterns,
            Optional<RowKey> rowKey,
            Footprints footprints,
            MappingSettings settings) {
        var others = new OtherRows(footprints, topic, settings);
        var bindings = new Bindings(patterns, rowKey, others.keysOfLikes(), settings.restrictions());
        var gone = new GoneNodes(patterns, others);
        this.emptying = new Emptying(topic, patterns, others, gone);
        this.production = new Production(bindings, settings, others, gone);
        this.disappearance = new Disappearance(bindings, gone, others, others.likeRelationships());
        this.unchanged = new Unchanged(patterns, bindings);
        this.keys = new DoubtfulKeys(rowKey.isPresent());
    }

    /** Whether the record shows that nothing has changed of what the patterns read. */
    public boolean isUnchanged(ChangeEvent.Upserted event) {
        return unchanged.is(event);
    }

    /**
     * What the row has now is there, and what only its former state had is not.
     *
     * @throws RecordException where the record lacks what a pattern needs; nothing of it is to be written then. So with all
     *     kinds of records
     */
    public List<GraphChange> upserted(ChangeEvent.Upserted event) {
        var changes = production.ofRow(event);
        keys.look(event, changes);
        return changes;
    }

    /**
     * What the event tells is there as well.
     *
     * @throws RecordException also where nothing can be made of the record
     */
    public Addition appended(ChangeEvent.Appended event) {
        return production.ofEvent(event);
    }

    /** What the row had goes. */
    public List<GraphChange> deleted(ChangeEvent.Deleted event) {
        keys.forget(event);
        return disappearance.ofRow(event);
    }

    /** What the record key determines goes; empty where that is nothing. */
    public List<GraphChange> deleted(ChangeEvent.Tombstone event) {
        keys.forget(event);
        return disappearance.ofTombstone(event);
    }

    /** All that the topic's rows had goes. */
    public List<GraphChange> emptied() {
        return emptying.all();
    }
}
