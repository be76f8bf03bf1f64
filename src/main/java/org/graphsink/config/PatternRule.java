package org.graphsink.config;

import org.graphsink.pattern.PatternException;
import org.graphsink.pattern.TopicPatterns;

/** Every mapping can be read. */
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
    }
}
