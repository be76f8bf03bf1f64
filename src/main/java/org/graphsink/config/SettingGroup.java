package org.graphsink.config;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** The settings of one concern, in the order in which they are shown. */
record SettingGroup(String title, List<SettingFamily> families, List<Setting<?>> settings) {

    static SettingGroup of(String title, Setting<?>... settings) {
        return new SettingGroup(title, List.of(), List.of(settings));
    }

    SettingGroup with(SettingFamily... families) {
        return new SettingGroup(title, List.of(families), settings);
    }

    void define(ConfigDef definition) {
        for (int i = 0; i < settings.size(); i++) {
            var setting = settings.get(i);
            setting.define(definition, title, i + 1, dependentsOf(setting));
        }
    }

    private List<String> dependentsOf(Setting<?> parent) {
        return settings.stream()
                .filter(setting ->
                        setting.condition() != null && setting.condition().parent() == parent)
                .map(Setting::name)
                .toList();
    }
}
