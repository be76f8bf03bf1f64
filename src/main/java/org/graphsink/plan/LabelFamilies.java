package org.graphsink.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the labels that nodes are found by may lie on one node, so that a node found by the one can be the node found by
 * the other: a Person that some patterns know as an Employee.
 */
public final class LabelFamilies {

    private final Map<String, String> families;
    private final boolean others;
    private final Set<List<String>> unlisted;

    private LabelFamilies(Map<String, String> families, boolean others, Set<List<String>> unlisted) {
        this.families = families;
        this.others = others;
        this.unlisted = Set.copyOf(unlisted);
    }

    /**
     * @param found the labels that some node is found by
     * @param together the labels that one node may have, once for each kind of node; those that no node is found by do not
     *     matter
     */
    public static LabelFamilies of(Set<String> found, Collection<? extends Set<String>> together) {
        var families = new HashMap<String, String>();
        found.forEach(label -> families.put(label, label));
        for (var labels : together) {
            String first = null;
            for (var label : labels) {
                if (found.contains(label)) {
                    first = first == null ? label : first;
                    unite(families, families.get(first), families.get(label));
                }
            }
        }
        return new LabelFamilies(families, false, Set.of());
    }

    /** These, where nodes may be found by labels besides of which nothing is known but what the changes show. */
    public LabelFamilies andOthers() {
        return new LabelFamilies(families, true, unlisted);
    }

    /** These, where nodes that are found by some keys may be given any labels. */
    public LabelFamilies andUnlisted(Set<List<String>> keys) {
        return new LabelFamilies(families, others, keys);
    }

    private static void unite(Map<String, String> families, String family, String other) {
        families.replaceAll((label, present) -> present.equals(other) ? family : present);
    }

    /** The name of the family; a label that is not known is a family by itself. */
    String of(String label) {
        return families.getOrDefault(label, label);
    }

    /** Whether there are nodes that may be given any labels. */
    boolean haveUnlisted() {
        return !unlisted.isEmpty();
    }

    /** Whether nodes that are found by the key may be given any labels. */
    boolean haveUnlisted(List<String> key) {
        return unlisted.contains(key);
    }

    /** Whether nodes may be found by the label. */
    boolean isFoundBy(String label) {
        return others || families.containsKey(label);
    }
}
