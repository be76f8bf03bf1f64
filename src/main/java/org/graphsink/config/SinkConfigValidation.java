package org.graphsink.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;
import org.graphsink.check.ConnectionProblem;
import org.graphsink.neo4j.ConnectionSettings;
import org.graphsink.schema.SchemaSettings;

/**
 * Judges a configuration before a connector is created from it. Errors are on the settings that have to change, among
 * them settings that are not in the definition (mappings, mistyped names) and settings of Kafka Connect.
 */
public final class SinkConfigValidation {

    private static final List<Rule<Submitted>> RULES = List.of(
            new AuthenticationRule(),
            new EncryptionRule(),
            new UnknownSettingRule(),
            new TopicRule(),
            new PatternRule(),
            new IndexRule(),
            new DeadLetterQueueRule());

    private final List<Rule<Sound>> rulesOfTheWhole;

    /** @param connectionCheck asked only where nothing else is wrong */
    public SinkConfigValidation(
            BiFunction<ConnectionSettings, SchemaSettings, Optional<ConnectionProblem>> connectionCheck) {
        this.rulesOfTheWhole =
                List.of(new SchemaRule(), new OwnLabelRule(), new ReferenceRule(), new ConnectionRule(connectionCheck));
    }

    /** The values of all defined settings, and of those others that are wrong, with their errors. */
    public Config validate(Map<String, String> config) {
        var texts = new HashMap<>(config);
        texts.values().removeIf(text -> text == null);
        var values = AllSettings.definition().validateAll(texts);
        var submitted = Submitted.of(texts, values);
        var findings = new Findings();
        RULES.forEach(rule -> rule.check(submitted, findings));
        if (findings.messages().isEmpty()
                && values.values().stream()
                        .allMatch(value -> value.errorMessages().isEmpty())) {
            var sound = new Sound(submitted, SinkSettings.of(texts));
            rulesOfTheWhole.forEach(rule -> rule.check(sound, findings));
        }
        findings.messages().forEach((setting, messages) -> {
            var value = values.computeIfAbsent(setting, name -> undefined(name, texts));
            messages.forEach(value::addErrorMessage);
        });
        return new Config(new ArrayList<>(values.values()));
    }

    /** The text of a setting that has no definition is not repeated: a mistyped name may hold a secret. */
    private static ConfigValue undefined(String name, Map<String, String> texts) {
        var text =
                name.startsWith("neo4j.") && !MappingGroup.TOPIC.contains(name) && !MappingGroup.ROW_KEY.contains(name)
                        ? null
                        : texts.get(name);
        return new ConfigValue(name, text, List.of(), new ArrayList<>());
    }
}
