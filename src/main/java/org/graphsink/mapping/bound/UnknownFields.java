package org.graphsink.mapping.bound;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.pattern.Expression;
import org.graphsink.pattern.Nearest;
import org.graphsink.pattern.Selector;
import org.graphsink.pattern.Source;
import org.graphsink.record.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of properties whose field no record of the topic has had so far. Older and newer schemas meet in one topic, so that a
 * field that some records do not have is no mistake; one that none has may be mistyped. Used by one thread.
 */
public final class UnknownFields {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownFields.class);

    private final Set<String> settled = new HashSet<>();
    private Binding last;

    /** @param binding of the view, which is that of a row or event */
    public void look(Binding binding, View view) {
        if (binding == last) {
            return;
        }
        last = binding;
        binding.nodes().forEach(node -> settled.addAll(node.properties().found()));
        for (var relationship : binding.relationships()) {
            parts(relationship).forEach(part -> settled.addAll(part.found()));
        }
        binding.nodes().forEach(node -> look(node.text(), node.properties(), view));
        for (var relationship : binding.relationships()) {
            parts(relationship).forEach(part -> look(relationship.text(), part, view));
        }
    }

    private static List<BoundProperties> parts(BoundRelationship relationship) {
        return List.of(
                relationship.start().properties(),
                relationship.properties(),
                relationship.end().properties());
    }

    private void look(String pattern, BoundProperties properties, View view) {
        for (var unknown : properties.unknown()) {
            if (settled.add(unknown.source().toString())) {
                warn(pattern, unknown, view);
            }
        }
    }

    private static void warn(String pattern, Selector.Include unknown, View view) {
        var value = new SourceBinder(view).bind(unknown.source());
        LOG.warn(
                "In the pattern {} of topic {}: the property {} (from {}) names a field that no record so far has had in its"
                        + " schema, and is left as it is{}{}",
                pattern,
                view.metadata().topic(),
                unknown.property(),
                value.text(),
                value.advice(),
                nearest(unknown.source(), view)
                        .map(field -> "; did you mean " + field + "?")
                        .orElse(""));
    }

    private static Optional<String> nearest(Expression expression, View view) {
        if (expression instanceof Expression.Call call) {
            return call.arguments().stream()
                    .flatMap(argument -> nearest(argument, view).stream())
                    .findFirst();
        }
        var source = (Source) expression;
        return new SourceBinder(view).bind(source).reader().isPresent()
                ? Optional.empty()
                : Nearest.to(String.join(".", source.path()), names(source, view));
    }

    private static List<String> names(Source source, View view) {
        var names = new ArrayList<String>();
        if (source.root() != Source.Root.KEY) {
            add(view.value(), names);
        }
        if (source.root() != Source.Root.VALUE) {
            add(view.key(), names);
        }
        return names;
    }

    private static void add(Image image, List<String> names) {
        image.fields().forEach(field -> names.add(String.join(".", field.path())));
    }
}
