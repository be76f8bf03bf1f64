package org.graphsink.config;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;

/** Every setting of the connector. */
public final class AllSettings {

    static final List<SettingGroup> GROUPS = List.of(
            ConnectionGroup.GROUP,
            AuthenticationGroup.GROUP,
            SecurityGroup.GROUP,
            PoolGroup.GROUP,
            MappingGroup.GROUP,
            TypeGroup.GROUP,
            SchemaGroup.GROUP,
            DeliveryGroup.GROUP);

    private static final ConfigDef DEFINITION = new ConfigDef();

    static {
        GROUPS.forEach(group -> group.define(DEFINITION));
    }

    private AllSettings() {}

    /** The definition as Kafka Connect takes it. A copy, since definitions can be changed. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    static Stream<String> names() {
        return GROUPS.stream().flatMap(group -> group.settings().stream()).map(Setting::name);
    }

    static Stream<SettingFamily> families() {
        return GROUPS.stream().flatMap(group -> group.families().stream());
    }
}
