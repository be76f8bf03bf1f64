package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnNameTest {

    @Test
    void plainNamesReadAsTheyAre() {
        assertThat(name("Order_Item", "order_id", "line")).isEqualTo("graphsink_unique_Order_Item__order_id__line");
    }

    @Test
    void namesThatCouldBeReadInTwoWaysDiffer() {
        Stream<String> names = Stream.of(
                name("A", "b", "c"),
                name("A", "b__c"),
                name("A__b", "c"),
                name("A", "b_", "c"),
                name("A_", "b", "c"),
                name("A", "b.c"),
                name("A", "b c"),
                name("A", "b, c"),
                name("__A", "b"),
                OwnName.of("unique", Target.relationship("A__b", List.of("c"))));
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void unusualCharactersGiveAReadableNameWithAHash() {
        assertThat(name("__KafkaOffset", "connector", "partition", "topic"))
                .matches("graphsink_unique__KafkaOffset__connector__partition__topic___[0-9a-f]{12}");
    }

    @Test
    void aLongNameIsCutAndStaysUnique() {
        String long1 = name("L".repeat(500), "a");
        String long2 = name("L".repeat(500), "b");
        assertThat(long1).hasSize(100).isEqualTo(name("L".repeat(500), "a")).isNotEqualTo(long2);
    }

    private static String name(String label, String... properties) {
        return OwnName.of("unique", Target.node(label, List.of(properties)));
    }
}
