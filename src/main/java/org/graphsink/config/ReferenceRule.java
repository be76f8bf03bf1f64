package org.graphsink.config;

/** Mappings refer to rows by what these write: by anything else, a reference would never meet its row. */
final class ReferenceRule implements Rule<Sound> {

    @Override
    public void check(Sound config, Findings findings) {
        config.settings().footprints().mistakes().forEach((topic, mistakes) -> {
            var setting = MappingGroup.TOPIC.member(topic);
            mistakes.forEach(mistake -> findings.add(setting, setting + " " + mistake));
        });
    }
}
