package org.graphsink.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContentsTest {

    @Test
    void changesNameWhatIsGoneNewAndDifferent() {
        var before = contents(Map.of(
                "orders 1", Map.of("status", "open", "total", "3"),
                "orders 2", Map.of("status", "open"),
                "orders 3", Map.of("status", "open")));
        var after = contents(Map.of(
                "orders 1", Map.of("status", "paid", "note", "gift"),
                "orders 3", Map.of("status", "open"),
                "orders 4", Map.of("status", "open")));

        assertThat(before.changesTo(after))
                .containsExactly(
                        "~ orders 1  note: none → gift, status: open → paid, total: 3 → none",
                        "- orders 2",
                        "+ orders 4  status: open");
    }

    private static Contents contents(Map<String, Map<String, String>> entities) {
        return new Contents(new TreeMap<>(entities));
    }
}
