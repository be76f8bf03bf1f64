package org.graphsink.pattern;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code (:Label:Further {selectors})}.
 *
 * @param label identifies the node together with its key properties
 * @param furtherLabels added to the node, not matched
 */
public record NodePattern(Name label, List<Name> furtherLabels, List<Selector> selectors) implements Pattern {
    public NodePattern {
        furtherLabels = List.copyOf(furtherLabels);
        selectors = List.copyOf(selectors);
    }

    /** What identifies the node besides its label, by the names of the properties. */
    public List<Selector.Key> key() {
        return Selector.key(selectors);
    }

    Stream<Source> sources() {
        return Stream.of(
                        label.sources(),
                        furtherLabels.stream().flatMap(Name::sources),
                        selectors.stream().flatMap(Selector::sources))
                .flatMap(sources -> sources);
    }

    /** Whether both mean the same node of the same record. */
    boolean isSameNode(NodePattern other) {
        return label.equals(other.label) && key().equals(other.key());
    }

    @Override
    public String toString() {
        var text = new StringBuilder("(:").append(label);
        furtherLabels.forEach(further -> text.append(':').append(further));
        return text.append(' ').append(Braces.text(selectors)).append(')').toString();
    }
}
