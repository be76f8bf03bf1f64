package org.graphsink.mapping.bound;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The labels that a node is given besides the one that identifies it, bound to the layouts of a view.
 *
 * @param fixed all of them, where the pattern names them all
 */
public record BoundLabels(List<BoundName> names, Optional<Set<String>> fixed) {

    static BoundLabels of(List<BoundName> names) {
        var fixed = new LinkedHashSet<String>();
        names.forEach(name -> name.fixed().ifPresent(fixed::add));
        return new BoundLabels(
                names,
                names.stream().allMatch(BoundName::isFixed)
                        ? Optional.of(Collections.unmodifiableSet(fixed))
                        : Optional.empty());
    }

    /** Whether all rows give the same. */
    public boolean areFixed() {
        return fixed.isPresent();
    }

    /** Those that the view asks for. */
    public Set<String> read(View view) {
        if (fixed.isPresent()) {
            return fixed.get();
        }
        var labels = new LinkedHashSet<String>();
        for (var each : names) {
            var name = each.read(view);
            if (name != null) {
                labels.add(name);
            }
        }
        return labels;
    }

    /** Those that an earlier state of the row may have had, besides those that all states have. */
    public Set<String> possible() {
        var labels = new HashSet<String>();
        names.forEach(name -> {
            if (!name.isFixed()) {
                labels.addAll(name.allowed());
            }
        });
        return labels;
    }
}
