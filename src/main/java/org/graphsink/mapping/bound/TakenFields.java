package org.graphsink.mapping.bound;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphsink.pattern.Expression;
import org.graphsink.pattern.Selector;
import org.graphsink.pattern.Source;

/** The fields of a value that selectors name, with all that lies below them: {@code *} leaves them alone. */
final class TakenFields {

    private final Set<List<String>> paths = new HashSet<>();

    /** @param lists the selectors of a pattern's parts */
    TakenFields(List<List<Selector>> lists) {
        for (var list : lists) {
            for (var selector : list) {
                if (selector instanceof Selector.Key key) {
                    add(key.source());
                } else if (selector instanceof Selector.Include include) {
                    add(include.source());
                } else if (selector instanceof Selector.Exclude exclude) {
                    add(exclude.source());
                }
            }
        }
    }

    private void add(Expression expression) {
        if (expression instanceof Expression.Call call) {
            call.arguments().forEach(this::add);
        } else if (expression instanceof Source source
                && (source.root() == Source.Root.RECORD || source.root() == Source.Root.VALUE)) {
            paths.add(source.path());
        }
    }

    boolean hold(List<String> path) {
        for (int length = 1; length <= path.size(); length++) {
            if (paths.contains(path.subList(0, length))) {
                return true;
            }
        }
        return false;
    }
}
