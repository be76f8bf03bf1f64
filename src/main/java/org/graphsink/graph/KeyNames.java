package org.graphsink.graph;

import java.util.List;

/** The rule that the names of key properties keep, and what keys owe to them. */
final class KeyNames {

    private KeyNames() {}

    /** @throws IllegalArgumentException unless the names are distinct and in alphabetical order */
    static void requireSorted(List<String> names) {
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i - 1).compareTo(names.get(i)) >= 0) {
                throw new IllegalArgumentException("Key properties must be distinct and sorted: " + names);
            }
        }
    }

    /** @throws IllegalArgumentException unless the key has one value per name, none of them null */
    static void requireValues(List<String> names, Key key) {
        if (names.size() != key.size()) {
            throw new IllegalArgumentException(
                    "A key of " + names.size() + " properties cannot take " + key.size() + " values");
        }
        for (int i = 0; i < key.size(); i++) {
            if (key.value(i) == null) {
                throw new IllegalArgumentException("The key property " + names.get(i) + " is null");
            }
        }
    }
}
