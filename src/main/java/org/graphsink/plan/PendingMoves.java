package org.graphsink.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.GraphChange.SetAsideNode;
import org.graphsink.graph.GraphChange.TakeBackNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.PropertyWrite;

/** The halves of changed keys in a segment: what is left is set aside before all else, and taken back after all else. */
final class PendingMoves {

    private final Map<NodeIdentity, SetAsideNode> leaving = new LinkedHashMap<>();
    private final Map<NodeIdentity, TakeBackNode> arriving = new LinkedHashMap<>();
    private final Set<String> departures = new HashSet<>();
    private final Set<String> arrivals = new HashSet<>();

    boolean isEmpty() {
        return leaving.isEmpty() && arriving.isEmpty();
    }

    /** Whether the same half of the same change is there already, as a tombstone tells it once more. */
    boolean repeats(SetAsideNode change) {
        var present = leaving.get(change.node());
        return present != null
                && !change.certain()
                && present.move().name().equals(change.move().name());
    }

    /**
     * Enters the change, unless the other half of it has come in the segment, which is to be written before it, or the same half of
     * another change of that name.
     */
    boolean accept(SetAsideNode change) {
        return !arriving.containsKey(change.node())
                && !arrivals.contains(change.move().name())
                && !leaving.containsKey(change.node())
                && departures.add(change.move().name())
                && leaving.put(change.node(), change) == null;
    }

    boolean accept(TakeBackNode change) {
        return !arriving.containsKey(change.node())
                && arrivals.add(change.move().name())
                && arriving.put(change.node(), change) == null;
    }

    /** Whether the node is to get what was set aside. */
    boolean lead(NodeIdentity node) {
        return arriving.containsKey(node);
    }

    /**
     * Whether the change comes to the same before the node gets what was set aside: what it writes stays. Not where it takes
     * away what the node is yet to get.
     */
    boolean admits(UpsertNode change) {
        var present = arriving.get(change.node());
        return present == null
                || change.removedLabels().isEmpty()
                        && change.write() == PropertyWrite.MERGE
                        && change.properties().emptied().isEmpty()
                        && (present.told().isEmpty() || takesNothing(change, present));
    }

    private static boolean takesNothing(UpsertNode change, TakeBackNode present) {
        var properties = change.properties();
        for (int i = 0; i < properties.size(); i++) {
            if (properties.value(i) == null
                    && !present.told().orElseThrow().contains(properties.names().get(i))) {
                return false;
            }
        }
        return true;
    }

    Collection<SetAsideNode> leaving() {
        return leaving.values();
    }

    Collection<TakeBackNode> arriving() {
        return arriving.values();
    }
}
