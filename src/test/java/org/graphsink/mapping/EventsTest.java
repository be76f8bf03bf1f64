package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.error;
import static org.graphsink.mapping.DebeziumTable.row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that are no rows: they accumulate, and only a tombstone removes something. */
@ParameterizedClass
@EnumSource
class EventsTest {

    private static final String COLUMNS = "id int64, user_id int64, page string, kind string";
    private static final String VIEWED = "(:User {!id: user_id})-[:VIEWED {!id, -kind}]->(:Page {!url: page})";

    @Parameter
    DataForm form;

    private DebeziumTable views(String patterns) {
        return new DebeziumTable(form, patterns, COLUMNS, "id");
    }

    @Test
    void anEventIsAddedAndMovesNothing() {
        assertThat(views(VIEWED).event(row("id", 1L, "user_id", 7L, "page", "/a")))
                .isEqualTo("""
                upsert (:User {id: 7})
                upsert (:Page {url: '/a'})
                upsert (:User {id: 7})-[:VIEWED {id: 1}]->(:Page {url: '/a'})
                """);
    }

    @Test
    void anEventOfWhichNothingCanBeMadeIsAnError() {
        assertThat(error(() -> views(VIEWED).event(row("id", 1L, "user_id", 7L, "page", null))))
                .isEqualTo("in the pattern (:User {!id: user_id})-[:VIEWED {!id, *, -kind}]->(:Page {!url: page}):"
                        + " The key property url (from page) is null");
        assertThat(error(() -> views(VIEWED).event(row("id", 1L, "user_id", null, "page", "/a"))))
                .isEqualTo("in the pattern (:User {!id: user_id})-[:VIEWED {!id, *, -kind}]->(:Page {!url: page}):"
                        + " The key property id (from user_id) is null");
        assertThat(error(() -> views(VIEWED).event(row("id", null, "user_id", 7L, "page", "/a"))))
                .isEqualTo("in the pattern (:User {!id: user_id})-[:VIEWED {!id, *, -kind}]->(:Page {!url: page}):"
                        + " The key property id (from id) is null");
    }

    @Test
    void anEventMakesWhatItHasTheKeysFor() {
        var users = views("(:User {!id: user_id, kind}); (:User {!id: user_id})-[:SAW]->(:Page {!url: page})");

        assertThat(users.event(row("id", 1L, "user_id", 7L, "page", null, "kind", "x")))
                .isEqualTo("""
                upsert (:User {id: 7}) += {kind: 'x'}
                left out: 1
                """);
    }

    @Test
    void aSharedNodeWithoutKeyIsLeftOut() {
        assertThat(views("(:View {!id, kind}); (:Page {!url: page, kind}); (:User {!id: user_id, kind})")
                        .event(row("id", 1L, "user_id", 7L, "page", null, "kind", "x")))
                .isEqualTo("""
                upsert (:View {id: 1}) += {kind: 'x'}
                upsert (:User {id: 7}) += {kind: 'x'}
                left out: 1
                """);
    }

    @Test
    void oneOfTwoRelationshipsIsEnough() {
        assertThat(views(
                                "(:User {!id: user_id})-[:SAW]->(:Page {!url: page}); (:User {!id: user_id})-[:DID]->(:Kind {!kind})")
                        .event(row("id", 1L, "user_id", 7L, "page", null, "kind", "x")))
                .isEqualTo("""
                upsert (:User {id: 7})
                upsert (:Kind {kind: 'x'})
                upsert (:User {id: 7})-[:DID]->(:Kind {kind: 'x'})
                left out: 1
                """);
    }

    @Test
    void anEventWithoutTheKeyOfItsFirstNodeIsAnError() {
        assertThat(error(() -> views("(:Page {!url: page, kind}); (:User {!id: user_id, kind})")
                        .event(row("id", 1L, "user_id", 7L, "page", null, "kind", "x"))))
                .isEqualTo("in the pattern (:Page {!url: page, kind}): The key property url (from page) is null");
    }

    @Test
    void aTypeThatIsNullProducesNoRelationship() {
        assertThat(views("(:User {!id: user_id, page}); (:User {!id: user_id})-[:$(kind)]->(:Page {!url: page})")
                        .event(row("id", 1L, "user_id", 7L, "page", "/a", "kind", null)))
                .isEqualTo("""
                upsert (:User {id: 7}) += {page: '/a'}
                """);
    }

    @Test
    void aTombstoneRemovesWhatTheRecordKeyDetermines() {
        assertThat(views(VIEWED).tombstone("id", 1L)).isEqualTo("""
                prune (:User)-[:VIEWED {id: 1}]->(:Page)
                """);
        assertThat(views("(:View {!id, page})").tombstone("id", 1L)).isEqualTo("""
                delete (:View {id: 1})
                """);
    }

    @Test
    void oneBadPatternLeavesNothingOfTheRecord() {
        assertThat(error(() -> views(
                                "(:Page {!url: page, kind}); (:User {!id: date(kind)})-[:SAW]->(:Page {!url: page})")
                        .event(row("id", 1L, "page", "/a", "kind", "x"))))
                .startsWith(
                        "in the pattern (:User {!id: date(kind)})-[:SAW {}]->(:Page {!url: page}): in date(kind): ");
    }
}
