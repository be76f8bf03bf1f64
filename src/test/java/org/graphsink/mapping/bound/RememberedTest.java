package org.graphsink.mapping.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RememberedTest {

    private final List<Integer> asked = new ArrayList<>();
    private final Remembered<Integer, String> remembered = new Remembered<>(question -> {
        asked.add(question);
        return "answer " + question;
    });

    @Test
    void aQuestionIsAskedOnce() {
        assertThat(List.of(remembered.of(1), remembered.of(2), remembered.of(1)))
                .containsExactly("answer 1", "answer 2", "answer 1");
        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void afterManyQuestionsTheFirstIsAskedAgain() {
        IntStream.range(0, 1_001).forEach(remembered::of);

        assertThat(remembered.of(0)).isEqualTo("answer 0");
        assertThat(asked).hasSize(1_002).endsWith(1_000, 0);
    }
}
