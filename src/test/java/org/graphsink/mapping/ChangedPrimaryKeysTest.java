package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.row;

import java.util.List;
import java.util.Map;
import org.graphsink.support.DefaultSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The two halves of a changed primary key: a delete with the new key in a header, and a create with the old one. */
@ParameterizedClass
@EnumSource
class ChangedPrimaryKeysTest {

    private static final Map<String, String> TO_2 = Map.of("__debezium.newkey", "{\"id\": 2}");
    private static final Map<String, String> FROM_1 = Map.of("__debezium.oldkey", "{\"id\": 1}");

    @Parameter
    DataForm form;

    private DebeziumTable manuals(String patterns, String... others) {
        return new DebeziumTable(
                form, patterns, "id int64, title string, body string", "id", DefaultSettings.MAPPING, List.of(others));
    }

    @Test
    void whatTheNewRowDoesNotTellIsSetAsideWithTheOldOneAndTakenBackByTheNewOne() {
        var manuals = manuals("(:Manual {!id, title, body})");

        assertThat(manuals.withHeaders(TO_2).deletedByKey("id", 1L)).isEqualTo("""
                set aside (:Manual {id: 1}) for shop.public.orders 0 1:1;1:2;
                delete (:Manual {id: 1})
                """);
        assertThat(manuals.tombstone("id", 1L)).isEqualTo("""
                set aside (:Manual {id: 1}) for shop.public.orders 0 1:1;1:2; if it is there
                delete (:Manual {id: 1})
                """);
        assertThat(manuals.withHeaders(FROM_1)
                        .inserted(row("id", 2L, "title", "new", "body", "__debezium_unavailable_value")))
                .isEqualTo("""
                upsert (:Manual {id: 2}) += {title: 'new'}
                take back (:Manual {id: 2}) from shop.public.orders 0 1:1;1:2; but [id, title]
                """);
    }

    @Test
    void relationshipsThatRowsMakeAndLabelsThatTheyGiveAreTold() {
        var manuals = manuals(
                "(:Manual:Text {!id, title, body}) ; (:Manual {!id})-[:OF]->(:Product {!name: title})",
                "(:Copy {!id})-[:COPY_OF]->(:Manual {!id: manual})");

        assertThat(manuals.withHeaders(TO_2).deletedByKey("id", 1L))
                .startsWith("set aside (:Manual {id: 1}) for shop.public.orders 0 1:1;1:2;, without labels [Text],"
                        + " without <-[:COPY_OF]-, -[:OF]->\n");
    }

    @Test
    void ofANodeThatOthersWriteToAsWellOnlyTheRowsOwnPartIsSetAside() {
        var manuals = manuals("(:Manual {!id, title, body})", "(:Manual {!id: manual, stars})");

        assertThat(manuals.withHeaders(TO_2).deletedByKey("id", 1L))
                .startsWith("set aside (:Manual {id: 1}) for shop.public.orders 0 1:1;1:2;, only [body, title]\n");
        assertThat(manuals.withHeaders(FROM_1).inserted(row("id", 2L, "title", "x", "body", "y")))
                .contains("take back (:Manual {id: 2})");
    }

    @Test
    void aNodeThatHasAnotherKeyIsDeletedAndCreated() {
        assertThat(manuals("(:Manual {!title, body})")
                        .withHeaders(FROM_1)
                        .inserted(row("id", 2L, "title", "x", "body", "y")))
                .doesNotContain("take back");
    }
}
