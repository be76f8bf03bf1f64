package org.graphsink.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The selectors between braces as they are written, before it is known what they belong to.
 *
 * @param start the opening brace
 */
record Braces(Token start, List<Entry> entries) {

    /** @param start where the selector begins */
    record Entry(Token start, Selector selector) {}

    /** The canonical text of a pattern's selectors. */
    static String text(List<Selector> selectors) {
        return selectors.stream().map(Selector::toString).collect(Collectors.joining(", ", "{", "}"));
    }

    /** The selectors of a node of its own. */
    List<Selector> ofNode(Tokens tokens) {
        checkKey(tokens);
        return withImpliedAll(tokens);
    }

    /** The selectors of a relationship; empty braces select nothing. */
    List<Selector> ofRelationship(Tokens tokens) {
        return entries.isEmpty() ? List.of() : withImpliedAll(tokens);
    }

    /** The selectors of a relationship's start or end node. */
    List<Selector> ofEndpoint(Tokens tokens) {
        for (Entry entry : entries) {
            if (entry.selector() instanceof Selector.All || entry.selector() instanceof Selector.Exclude) {
                throw tokens.mistake(
                        entry.start(),
                        "the start and end nodes of a relationship list their properties: neither '*' nor '-' is allowed");
            }
        }
        checkKey(tokens);
        return selectors();
    }

    private void checkKey(Tokens tokens) {
        if (!has(Selector.Key.class::isInstance)) {
            throw tokens.mistake(start, "a node needs at least one key, a property with '!' before it as in {!id}");
        }
    }

    private List<Selector> withImpliedAll(Tokens tokens) {
        if (has(Selector.All.class::isInstance)) {
            return selectors();
        }
        int firstExclude = firstExclude();
        if (!has(Selector.Include.class::isInstance)) {
            var selectors = new ArrayList<>(selectors());
            selectors.add(firstExclude, new Selector.All());
            return selectors;
        }
        if (firstExclude < entries.size()) {
            throw tokens.mistake(
                    entries.get(firstExclude).start(),
                    "'-' leaves a field out of '*', which is missing: write '*' too, or only the properties wanted");
        }
        return selectors();
    }

    private int firstExclude() {
        int index = 0;
        while (index < entries.size() && !(entries.get(index).selector() instanceof Selector.Exclude)) {
            index++;
        }
        return index;
    }

    private boolean has(Predicate<Selector> kind) {
        return entries.stream().map(Entry::selector).anyMatch(kind);
    }

    private List<Selector> selectors() {
        return entries.stream().map(Entry::selector).toList();
    }
}
