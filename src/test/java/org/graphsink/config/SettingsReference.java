package org.graphsink.config;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings as Markdown, a table for each group. */
final class SettingsReference {

    private SettingsReference() {}

    static String markdown() {
        return AllSettings.GROUPS.stream().map(SettingsReference::group).collect(Collectors.joining("\n"));
    }

    private static String group(SettingGroup group) {
        var families =
                group.families().stream().map(family -> row(family.toString(), "text", "", family.documentation()));
        var settings = group.settings().stream()
                .map(setting ->
                        row(setting.name(), setting.kind().hint(), defaultOf(setting), setting.documentation()));
        return "### " + group.title() + "\n\n"
                + "| setting | values | default | what it does |\n"
                + "| --- | --- | --- | --- |\n"
                + Stream.concat(families, settings).collect(Collectors.joining());
    }

    private static String row(String name, String values, String defaultValue, String documentation) {
        return "| `" + name + "` | " + cell(values) + " | " + defaultValue + " | " + cell(documentation) + " |\n";
    }

    private static String defaultOf(Setting<?> setting) {
        if (setting.isRequired()) {
            return "**required**";
        }
        var text = setting.defaultValue().toString();
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
