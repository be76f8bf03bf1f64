package org.graphsink.record.decoder;

import java.util.Set;
import org.graphsink.value.connect.TypeSettings;

/**
 * What a {@link RecordDecoder} needs to know.
 *
 * @param rowTopics topics whose plain records are rows ({@code neo4j.pattern.rows.topics}), named as the task sees them
 */
public record DecoderSettings(Set<String> rowTopics, TypeSettings types) {
    public DecoderSettings {
        rowTopics = Set.copyOf(rowTopics);
    }
}
