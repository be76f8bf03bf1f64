package org.graphsink.config;

import java.util.Optional;
import org.graphsink.graph.KeyMove;
import org.graphsink.graph.Share;
import org.graphsink.schema.SchemaSettings;

/** No row gets a label of the connector's own nodes: it would be taken for a placeholder or a stored offset. */
final class OwnLabelRule implements Rule<Sound> {

    @Override
    public void check(Sound config, Findings findings) {
        var settings = config.settings();
        var placeholder = settings.mapping().placeholderLabel();
        var offset = settings.delivery().offsetLabel();
        check(MappingGroup.PLACEHOLDER_LABEL, placeholder, settings, findings);
        check(DeliveryGroup.OFFSET_LABEL, offset, settings, findings);
        checkRecords(settings, findings);
        if (placeholder.isPresent() && placeholder.equals(offset)) {
            findings.add(
                    MappingGroup.PLACEHOLDER_LABEL,
                    MappingGroup.PLACEHOLDER_LABEL.name() + " is " + placeholder.get() + ", and "
                            + DeliveryGroup.OFFSET_LABEL.name() + " is too: choose two labels");
        }
    }

    private static void checkRecords(SinkSettings settings, Findings findings) {
        settings.topics().forEach((topic, strategy) -> {
            var labels = strategy.footprint().labels();
            var setting = MappingGroup.TOPIC.member(topic);
            for (var label : labels) {
                if (KeyMove.LABELS.contains(label)) {
                    findings.add(
                            setting,
                            setting + " gives the label " + label
                                    + ", under which the connector keeps halves of changed primary"
                                    + " keys: choose another");
                }
            }
            if (labels.contains(SchemaSettings.RECORD_LABEL)) {
                findings.add(
                        setting,
                        setting + " gives the label " + SchemaSettings.RECORD_LABEL + ", under which connectors keep"
                                + " what they have created: choose another");
            }
            labels.stream()
                    .filter(Share::isMark)
                    .sorted()
                    .forEach(label -> findings.add(
                            setting,
                            setting + " gives the label " + label
                                    + ", by which nodes tell whose rows are in them: choose another"));
        });
    }

    private static void check(
            Setting<String> setting, Optional<String> label, SinkSettings settings, Findings findings) {
        settings.topics().forEach((topic, strategy) -> {
            if (label.isPresent() && strategy.footprint().labels().contains(label.get())) {
                findings.add(
                        setting,
                        setting.name() + " is " + label.get() + ", a label that " + MappingGroup.TOPIC.member(topic)
                                + " gives to nodes of rows: choose one that no pattern has");
            }
        });
    }
}
