package org.graphsink.config;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Every consumed topic has a mapping and every mapping a topic. With transformations, which may give records another topic,
 * names are not compared and only the presence of a mapping is asked for. Whether {@code topics} and {@code topics.regex}
 * are sound by themselves is judged by Kafka Connect.
 */
final class TopicRule implements Rule<Submitted> {

    private static final String TOPICS = "topics";
    private static final String TOPICS_REGEX = "topics.regex";
    private static final String UNTRANSFORMED = ". No transformations (transforms) are set that could give records ";

    @Override
    public void check(Submitted config, Findings findings) {
        var topics = topics(config.text(TOPICS));
        var regex = config.text(TOPICS_REGEX);
        var mapped = MappingGroup.TOPIC.in(config.texts()).keySet();
        checkRowTopics(config, mapped, findings);
        if (topics.isEmpty() == regex.isEmpty()) {
            return;
        }
        boolean transformed = !config.text("transforms").isEmpty();
        if (mapped.isEmpty() && (transformed || !regex.isEmpty())) {
            var source = regex.isEmpty() ? TOPICS : TOPICS_REGEX;
            findings.add(source, "No topic of " + source + " has a mapping: set " + MappingGroup.TOPIC);
        } else if (!transformed && regex.isEmpty()) {
            checkList(topics, mapped, findings);
        } else if (!transformed) {
            checkRegex(regex, mapped, findings);
        }
    }

    private static void checkList(Set<String> topics, Set<String> mapped, Findings findings) {
        for (var topic : topics) {
            if (!mapped.contains(topic)) {
                var setting = MappingGroup.TOPIC.member(topic);
                findings.add(
                        setting,
                        "The topic " + topic + " has no mapping: set " + setting + ", or take the topic out of topics"
                                + UNTRANSFORMED + "of it another topic");
            }
        }
        for (var topic : mapped) {
            if (!topics.contains(topic)) {
                var setting = MappingGroup.TOPIC.member(topic);
                findings.add(
                        setting,
                        setting + " maps a topic that is not in topics (" + String.join(", ", topics)
                                + "): add it there, or remove the mapping" + UNTRANSFORMED + "this topic");
            }
        }
    }

    private static void checkRegex(String regex, Set<String> mapped, Findings findings) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            return;
        }
        for (var topic : mapped) {
            if (!pattern.matcher(topic).matches()) {
                var setting = MappingGroup.TOPIC.member(topic);
                findings.add(
                        setting,
                        setting + " maps a topic that topics.regex (" + regex
                                + ") does not match: widen it, or remove the mapping" + UNTRANSFORMED
                                + "this topic");
            }
        }
    }

    private static void checkRowTopics(Submitted config, Set<String> mapped, Findings findings) {
        for (var topic : topics(config.text(MappingGroup.ROWS_TOPICS.name()))) {
            if (!mapped.contains(topic)) {
                findings.add(
                        MappingGroup.ROWS_TOPICS,
                        MappingGroup.ROWS_TOPICS.name() + " names the topic " + topic + ", which has no mapping: set "
                                + MappingGroup.TOPIC.member(topic) + ", or take it out");
            }
        }
    }

    private static Set<String> topics(String list) {
        var topics = new LinkedHashSet<String>();
        Arrays.stream(list.split(","))
                .map(String::trim)
                .filter(topic -> !topic.isEmpty())
                .forEach(topics::add);
        return topics;
    }
}
