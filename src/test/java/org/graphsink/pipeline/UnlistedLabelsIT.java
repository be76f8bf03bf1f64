package org.graphsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.pipeline.WrittenTopics.row;

import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** Labels that records give and no pattern lists. */
@WithNeo4j
class UnlistedLabelsIT {

    @Test
    void theLastWriteOfAPollStaysWhateverTheNodeIsFoundBy(Driver driver) {
        var parties = new WrittenTopics(driver)
                .topic("parties", "(:Party:$(kind) {!id})")
                .topic("scores", "(:Party {!id: party, score})")
                .topic("people", "(:Person {!id: person, score})")
                .inserted("parties", row("id", 1L), row("id", 1L, "kind", "Person"));

        parties.inOnePoll(() -> parties.inserted("scores", row("party", 1L), row("party", 1L, "score", 1L))
                .inserted("people", row("person", 1L), row("person", 1L, "score", 2L))
                .updated("scores", row("party", 1L), null, row("party", 1L, "score", 3L)));

        assertThat(parties.graph()).containsExactly("(:Party:Person {id: 1, kind: \"Person\", score: 3})");
    }
}
