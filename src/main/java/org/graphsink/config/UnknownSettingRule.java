package org.graphsink.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every setting that begins with {@code neo4j.} is one of ours: a mistyped name must not go unnoticed. */
final class UnknownSettingRule implements Rule<Submitted> {

    /** Names, or beginnings of names, that the official connector has and we have not. */
    private static final Map<String, String> OFFICIAL = new LinkedHashMap<>();

    static {
        var usePatterns = "write the mapping as graph patterns in " + MappingGroup.TOPIC;
        OFFICIAL.put("neo4j.cypher.", usePatterns);
        OFFICIAL.put("neo4j.cud.", usePatterns);
        OFFICIAL.put("neo4j.cdc.schema.", usePatterns);
        OFFICIAL.put("neo4j.cdc.source-id.", usePatterns);
        OFFICIAL.put(
                "neo4j.pattern.bind-",
                "patterns always call the parts of a record __key, __value, __header and __timestamp");
        OFFICIAL.put("neo4j.metrics.", "remove it");
    }

    @Override
    public void check(Submitted config, Findings findings) {
        var known = AllSettings.names().collect(Collectors.toSet());
        for (var name : new TreeSet<>(config.texts().keySet())) {
            if (name.startsWith("neo4j.")
                    && !known.contains(name)
                    && AllSettings.families().noneMatch(family -> family.contains(name))) {
                findings.add(name, message(name));
            }
        }
    }

    private static String message(String name) {
        for (var official : OFFICIAL.entrySet()) {
            if (name.startsWith(official.getKey())) {
                return name + " is a setting of the official Neo4j connector that Graphsink does not have: "
                        + official.getValue();
            }
        }
        return "There is no setting " + name
                + NearestSetting.to(name)
                        .map(nearest -> ": did you mean " + nearest + "?")
                        .orElse("");
    }
}
