package org.graphsink.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.plan.StepKind.NodeUpsert;

/** What the changes so far amount to for one node: perhaps its deletion, then perhaps an upsert. */
final class PendingNode {

    private final NodeIdentity node;
    private Set<Claims> deletions = Set.of();
    private List<PendingRelationship> relationships = List.of();
    private int awaited;
    private boolean upserted;
    private boolean released;
    private boolean sought;
    private MissingNode missing = MissingNode.LEAVE;
    private Set<String> addedLabels = Set.of();
    private Set<String> removedLabels = Set.of();
    private Properties properties = Properties.NONE;
    private PropertyWrite write = PropertyWrite.MERGE;
    private List<List<String>> otherKeys = List.of();

    PendingNode(NodeIdentity node) {
        this.node = node;
    }

    void upsert(UpsertNode change) {
        if (change.write() == PropertyWrite.REPLACE) {
            properties = change.properties();
            write = PropertyWrite.REPLACE;
        } else {
            properties = properties.then(change.properties());
        }
        addedLabels = united(addedLabels, change.addedLabels(), change.removedLabels());
        removedLabels = united(removedLabels, change.removedLabels(), change.addedLabels());
        otherKeys = united(otherKeys, change.otherKeys());
        upserted = true;
        released = false;
        missing = later(missing, change.missing());
    }

    /** A row that has come makes a node of its placeholder, and an end that only has to be there changes nothing any more. */
    private static MissingNode later(MissingNode earlier, MissingNode later) {
        return later == MissingNode.LEAVE || earlier == MissingNode.CREATE_FOR_ROW ? earlier : later;
    }

    /** What was written to a node only if it exists must not be written to one that a later change creates. */
    boolean admits(UpsertNode change) {
        return !upserted
                || (missing != MissingNode.LEAVE || change.missing() == MissingNode.LEAVE)
                        && (otherKeys.isEmpty() || staysFound(change.properties()));
    }

    /** Whether others who refer to the node by another key find it by the same values afterwards. */
    private boolean staysFound(Properties later) {
        return otherKeys.stream().flatMap(List::stream).noneMatch(name -> properties.differIn(name, later));
    }

    private static List<List<String>> united(List<List<String>> some, List<List<String>> more) {
        if (some.isEmpty() || some.equals(more) || more.isEmpty()) {
            return more.isEmpty() ? some : more;
        }
        var both = new LinkedHashSet<>(some);
        both.addAll(more);
        return List.copyOf(both);
    }

    /** What an heir of a relationship does here before the node is written, where the node is missing. */
    Optional<MissingNode> missingAtHeir(MissingNode wanted) {
        if (!upserted) {
            // A relationship that came before its end node would find the node that the heir makes.
            return wanted != MissingNode.LEAVE && isAwaited() ? Optional.empty() : Optional.of(wanted);
        }
        if (missing == MissingNode.LEAVE) {
            return wanted == MissingNode.LEAVE ? Optional.of(wanted) : Optional.empty();
        }
        return Optional.of(wanted == MissingNode.LEAVE ? MissingNode.CREATE : wanted);
    }

    /** Whether a deletion that leaves others their claims would take back all of the upsert so far. */
    boolean forgets(Claims claims) {
        return !upserted
                || otherKeys.isEmpty()
                        && claims.share().isEmpty()
                        && claims.labels().containsAll(addedLabels)
                        && claims.labels().containsAll(removedLabels);
    }

    void delete(Claims claims) {
        if (deletions.isEmpty()) {
            deletions = Set.of(claims);
        } else if (!deletions.contains(claims)) {
            deletions = new LinkedHashSet<>(deletions);
            deletions.add(claims);
        }
        upserted = false;
        missing = MissingNode.LEAVE;
        addedLabels = Set.of();
        removedLabels = Set.of();
        properties = Properties.NONE;
        write = PropertyWrite.MERGE;
        otherKeys = List.of();
    }

    private static Set<String> united(Set<String> earlier, Set<String> later, Set<String> opposed) {
        if (earlier.isEmpty() || earlier.equals(later)) {
            return later;
        }
        if (later.isEmpty() && opposed.isEmpty()) {
            return earlier;
        }
        var labels = new LinkedHashSet<>(earlier);
        labels.removeAll(opposed);
        labels.addAll(later);
        return labels;
    }

    /** Whether all that is asked of the node is to be there, which a relationship at it can see to. */
    private boolean isOnlyEnsured() {
        return upserted
                && (missing == MissingNode.CREATE || missing == MissingNode.CREATE_PLACEHOLDER)
                && properties.isEmpty()
                && addedLabels.isEmpty()
                && removedLabels.isEmpty()
                && write == PropertyWrite.MERGE;
    }

    /** Enters a relationship that has the node as an end. */
    void enter(PendingRelationship relationship) {
        if (relationships.isEmpty()) {
            relationships = List.of(relationship);
            return;
        }
        if (relationships.size() == 1) {
            relationships = new ArrayList<>(relationships);
        }
        relationships.add(relationship);
    }

    /** Those that the segment has seen at the node, forgotten ones among them; a loop twice. */
    List<PendingRelationship> relationships() {
        return relationships;
    }

    void leaveRelationships() {
        relationships = List.of();
    }

    void await() {
        awaited++;
    }

    void awaitNoMore() {
        awaited--;
    }

    /** A relationship is to be upserted here that is left out where one of its ends is missing, and so creates neither. */
    void seek() {
        sought = true;
    }

    /** Whether a relationship is to be upserted at the node. */
    boolean isAwaited() {
        return awaited > 0;
    }

    /** Whether an upserted relationship at the node may create it, because nothing else writes it. */
    boolean isLeftToRelationships() {
        return isAwaited() && !sought && isOnlyEnsured();
    }

    /** What an upserted relationship does where the node is missing: nothing where the node is written by itself. */
    MissingNode missingAtRelationships() {
        return isOnlyEnsured() && !sought ? missing : MissingNode.LEAVE;
    }

    NodeIdentity node() {
        return node;
    }

    /** A relationship that was to be upserted here is not any more. */
    void release() {
        released = true;
    }

    /** Whether nothing but relationships asked for the placeholder, which are not to be upserted any more. */
    boolean isNeededNoMore() {
        return released && !isAwaited() && missing == MissingNode.CREATE_PLACEHOLDER && isOnlyEnsured();
    }

    /** The claims in spite of which the node is to be deleted; none where it is not. */
    Collection<Claims> deletions() {
        return deletions;
    }

    boolean isUpserted() {
        return upserted;
    }

    Properties properties() {
        return properties;
    }

    /**
     * How the node is upserted.
     *
     * @param last given back where it is the same; may be null
     */
    NodeUpsert kind(NodeUpsert last) {
        return last != null
                        && last.shape().equals(node.shape())
                        && last.missing() == missing
                        && last.write() == write
                        && last.addedLabels().equals(addedLabels)
                        && last.removedLabels().equals(removedLabels)
                        && last.otherKeys().equals(otherKeys)
                ? last
                : new NodeUpsert(
                        node.shape(), missing, addedLabels, removedLabels, write, Optional.empty(), false, otherKeys);
    }
}
