package org.graphsink.support;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The configuration of a connector, as it is given to Kafka Connect. Immutable: what changes it returns another one. */
public final class ConnectorSettings {

    private final Map<String, String> settings;

    private ConnectorSettings(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** Of a connector to a server without authentication; it has no name and no topic. */
    public static ConnectorSettings to(URI server) {
        return to(server.toString());
    }

    public static ConnectorSettings to(String server) {
        return new ConnectorSettings(Map.of(
                "connector.class", "org.graphsink.Neo4jSinkConnector",
                "neo4j.uri", server,
                "neo4j.authentication.type", "NONE"));
    }

    public ConnectorSettings named(String connector) {
        return with("name", connector);
    }

    public ConnectorSettings as(String user, String password) {
        return without("neo4j.authentication.type")
                .with("neo4j.authentication.basic.username", user, "neo4j.authentication.basic.password", password);
    }

    /** Reads the topic, besides those that it reads already, with a mapping of the topic. */
    public ConnectorSettings topic(String topic, String pattern) {
        String topics = settings.get("topics");
        return with("topics", topics == null ? topic : topics + "," + topic).pattern(topic, pattern);
    }

    public ConnectorSettings topics(Map<String, String> patterns) {
        var all = this;
        for (var pattern : patterns.entrySet()) {
            all = all.topic(pattern.getKey(), pattern.getValue());
        }
        return all;
    }

    /** With a mapping of what is a topic after transformations, or matches a regular expression. */
    public ConnectorSettings pattern(String topic, String pattern) {
        return with("neo4j.pattern.topic." + topic, pattern);
    }

    /** The values of records are JSON without schemas. */
    public ConnectorSettings plainJson() {
        return with(
                "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                "value.converter.schemas.enable", "false");
    }

    public ConnectorSettings with(String... namesAndValues) {
        var changed = map();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new ConnectorSettings(changed);
    }

    public ConnectorSettings with(Map<String, String> more) {
        var changed = map();
        changed.putAll(more);
        return new ConnectorSettings(changed);
    }

    public ConnectorSettings without(String... names) {
        var changed = map();
        changed.keySet().removeAll(List.of(names));
        return new ConnectorSettings(changed);
    }

    public String get(String name) {
        return settings.get(name);
    }

    /** As a worker hands them over: a map of the caller's own. */
    public Map<String, String> map() {
        return new HashMap<>(settings);
    }
}
