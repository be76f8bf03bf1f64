package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.graphsink.graph.Claims;
import org.graphsink.graph.NodeShape;
import org.graphsink.plan.StepKind;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts texts = new Texts();
    private final List<String> made = new ArrayList<>();

    private static StepKind deletion(String label) {
        return new StepKind.NodeDeletion(new NodeShape(label, List.of("id")), Claims.NONE);
    }

    private List<String> texts(String label, boolean written) {
        return texts.of(deletion(label), written, () -> {
            made.add(label + written);
            return List.of("text of " + label);
        });
    }

    @Test
    void theTextsOfAKindAreMadeOnce() {
        assertThat(texts("A", false)).containsExactly("text of A");
        assertThat(texts("A", false)).containsExactly("text of A");
        assertThat(made).containsExactly("Afalse");
    }

    @Test
    void whatHasBeenWrittenBeforeMakesAnotherText() {
        texts("A", false);
        texts("A", true);

        assertThat(made).containsExactly("Afalse", "Atrue");
    }

    @Test
    void kindsWithoutEndAreNotKept() {
        texts("A", false);
        for (int i = 0; i < 2_000; i++) {
            texts("B" + i, false);
        }
        made.clear();

        texts("A", false);
        texts("B1999", false);

        assertThat(made).containsExactly("Afalse");
    }
}
