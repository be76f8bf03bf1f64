package org.graphsink.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.NodeShape;
import org.graphsink.pattern.Name;
import org.graphsink.pattern.RelationshipPattern;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.record.RecordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes with all rows of a topic at once: their nodes, as far as others have no claims, and their relationships, where
 * these can be told from those of other topics.
 */
final class Emptying {

    private static final Logger LOG = LoggerFactory.getLogger(Emptying.class);

    private final String topic;
    private final TopicPatterns patterns;
    private final OtherRows others;
    private final GoneNodes gone;
    private boolean warned;

    Emptying(String topic, TopicPatterns patterns, OtherRows others, GoneNodes gone) {
        this.topic = topic;
        this.patterns = patterns;
        this.others = others;
        this.gone = gone;
    }

    /** @throws RecordException where the labels or types are not known */
    List<GraphChange> all() {
        var changes = new ArrayList<GraphChange>();
        var likes = others.likeRelationships();
        for (int i = 0; i < likes.size(); i++) {
            var relationship = patterns.relationships().get(i);
            if (likes.get(i).isShared()) {
                warn(relationship, likes.get(i).topics());
            } else {
                empty(relationship, changes);
            }
        }
        warned = true;
        var nodes = new LinkedHashMap<NodeShape, Claims>();
        for (int i = 0; i < patterns.nodes().size(); i++) {
            if (patterns.mayBeOwn(i)) {
                for (var label : names(patterns.nodes().get(i).label())) {
                    var all = gone.all(i, label);
                    nodes.merge(
                            all.shape(),
                            all.claims(),
                            (first, more) -> first.areNone() ? first : first.and(more.labels()));
                }
            }
        }
        nodes.forEach((shape, claims) -> changes.add(new GraphChange.EmptyLabel(shape, claims)));
        return changes;
    }

    private void warn(RelationshipPattern relationship, List<String> topics) {
        if (!warned) {
            LOG.warn(
                    "The table of topic {} was truncated; the relationships of {} stay, because those of {} cannot be told from"
                            + " them: give them another type, or a constant in their key, as in -[:TYPE {!source: __topic}]->",
                    topic,
                    relationship,
                    topics);
        }
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
        if (name.possible().isEmpty()) {
            throw new RecordException("A truncate cannot be applied where labels or types come from the record; "
                    + "list them in the pattern, as in $(field|A,B), or set neo4j.cdc.truncate=ignore");
        }
        return name.possible();
    }
}
