package org.graphsink.config;

import org.graphsink.pattern.PatternException;
import org.graphsink.pattern.RowKey;
import org.graphsink.pattern.TopicPatterns;

/** Every mapping can be read, and what identifies the rows of a topic in place of their record key. */
final class PatternRule implements Rule<Submitted> {

    @Override
    public void check(Submitted config, Findings findings) {
        MappingGroup.TOPIC.in(config.texts()).forEach((topic, text) -> {
            try {
                TopicPatterns.parse(text);
            } catch (PatternException e) {
                var setting = MappingGroup.TOPIC.member(topic);
                findings.add(setting, setting + ": " + e.getMessage());
            }
        });
        var mapped = MappingGroup.TOPIC.in(config.texts()).keySet();
        MappingGroup.ROW_KEY.in(config.texts()).forEach((topic, text) -> {
            var setting = MappingGroup.ROW_KEY.member(topic);
            try {
                RowKey.parse(text);
            } catch (PatternException e) {
                findings.add(setting, setting + ": " + e.getMessage());
            }
            if (!mapped.contains(topic)) {
                findings.add(
                        setting,
                        setting + " is of a topic without mapping: set " + MappingGroup.TOPIC.member(topic)
                                + ", or remove it");
            }
        });
    }
}
