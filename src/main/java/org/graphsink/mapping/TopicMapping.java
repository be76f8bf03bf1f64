package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphsink.graph.GraphChange;
import org.graphsink.pattern.Name;
import org.graphsink.pattern.Pattern;
import org.graphsink.pattern.RelationshipPattern;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.RecordException;

/**
 * The patterns of one topic: turns each of its records into graph changes.
 *
 * <p>What a row produces is a set of nodes and relationships. An update applies what the new row produces and removes what
 * only the old one did; a delete removes what the row produced. Events only add. Used by one thread.
 */
public final class TopicMapping {

    private final List<Pattern> patterns;
    private final GoneNodes gone;
    private final Production production;
    private final Disappearance disappearance;

    /** @param others what the rows of other topics have in the nodes of this one's */
    private TopicMapping(List<Pattern> patterns, MappingSettings settings, OtherRows others) {
        this.patterns = List.copyOf(patterns);
        var bindings = new Bindings(this.patterns, settings);
        this.gone = new GoneNodes(bindings, others);
        this.production = new Production(bindings, settings, others, shared(patterns, others));
        this.disappearance = new Disappearance(bindings, gone);
    }

    /** For each relationship pattern, whether other topics have the like. */
    private static List<Boolean> shared(List<Pattern> patterns, OtherRows others) {
        var shared = new ArrayList<Boolean>();
        for (var pattern : patterns) {
            if (pattern instanceof RelationshipPattern relationship) {
                shared.add(others.produceToo(relationship));
            }
        }
        return shared;
    }

    /** The mapping of each of a connector's topics, given by their patterns. */
    public static Map<String, TopicMapping> of(Map<String, List<Pattern>> topics, MappingSettings settings) {
        var shared = SharedNodes.of(topics, settings);
        var mappings = new HashMap<String, TopicMapping>();
        topics.forEach(
                (topic, patterns) -> mappings.put(topic, new TopicMapping(patterns, settings, shared.besides(topic))));
        return mappings;
    }

    /**
     * What the row has now is there, and what only its former state had is not.
     *
     * @throws RecordException where the record lacks what a pattern needs; nothing of it is to be written then. So with all
     *     kinds of records
     */
    public List<GraphChange> upserted(ChangeEvent.Upserted event) {
        return production.ofRow(event);
    }

    /** What the event tells is there as well. */
    public List<GraphChange> appended(ChangeEvent.Appended event) {
        return production.ofEvent(event);
    }

    /** What the row had goes. */
    public List<GraphChange> deleted(ChangeEvent.Deleted event) {
        return disappearance.ofRow(event);
    }

    /** What the record key determines goes; empty where that is nothing. */
    public List<GraphChange> deleted(ChangeEvent.Tombstone event) {
        return disappearance.ofTombstone(event);
    }

    /** All that the topic's rows had goes. */
    public List<GraphChange> emptied() {
        var changes = new ArrayList<GraphChange>();
        for (var pattern : patterns) {
            if (pattern instanceof RelationshipPattern relationship) {
                empty(relationship, changes);
            }
        }
        var own = SharedNodes.own(patterns);
        if (own != null) {
            names(own.label()).forEach(label -> changes.add(gone.all(own, label)));
        }
        return changes;
    }

    private static void empty(RelationshipPattern pattern, List<GraphChange> changes) {
        for (var type : names(pattern.type())) {
            for (var start : names(pattern.start().label())) {
                for (var end : names(pattern.end().label())) {
                    changes.add(new GraphChange.EmptyRelationshipType(type, start, end));
                }
            }
        }
    }

    private static List<String> names(Name name) {
        if (name instanceof Name.Static known) {
            return List.of(known.name());
        }
        var allowed = ((Name.Dynamic) name).allowed();
        if (allowed.isEmpty()) {
            throw new RecordException("A truncate cannot be applied where labels or types come from the record; "
                    + "list them in the pattern, as in $(field|A,B), or set neo4j.cdc.truncate=ignore");
        }
        return allowed;
    }
}
