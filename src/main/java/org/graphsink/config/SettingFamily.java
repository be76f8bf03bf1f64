package org.graphsink.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings whose names end in something that the user chooses, such as a topic.
 *
 * @param prefix up to and with the last dot
 * @param placeholder what the rest of the name is
 */
record SettingFamily(String prefix, String placeholder, String documentation) {

    boolean contains(String name) {
        return name.startsWith(prefix) && name.length() > prefix.length();
    }

    String member(String rest) {
        return prefix + rest;
    }

    /** The texts of all members by the rest of their names, alphabetically. */
    Map<String, String> in(Map<String, String> config) {
        var members = new LinkedHashMap<String, String>();
        new TreeMap<>(config).forEach((name, text) -> {
            if (contains(name)) {
                members.put(name.substring(prefix.length()), text);
            }
        });
        return members;
    }

    @Override
    public String toString() {
        return prefix + '<' + placeholder + '>';
    }
}
