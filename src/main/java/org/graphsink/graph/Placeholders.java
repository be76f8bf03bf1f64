package org.graphsink.graph;

import java.util.function.Predicate;

/**
 * Nodes that are there only because relationships need their ends: their own rows have not come yet, or are gone already.
 * They have a label of their own until their row comes, and go with their last relationship.
 *
 * @param label the label that tells placeholders from other nodes; null where there are no placeholders
 * @param possible whether nodes of a label may be placeholders
 * @param adjacent labels whose nodes may have relationships to placeholders
 */
public record Placeholders(String label, Predicate<String> possible, Predicate<String> adjacent) {

    public static final Placeholders NONE = new Placeholders(null, label -> false, label -> false);
}
