package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a pattern lists the labels that a record can give, rows are followed without before images. */
@ParameterizedClass
@EnumSource
class ListedLabelsTest {

    @Parameter
    DataForm form;

    private DebeziumTable documents() {
        return new DebeziumTable(
                form,
                "(:$(kind|Book,Film) {!id}); (:Author {!name})-[:WROTE {}]->(:$(kind|Book,Film) {!id})",
                "id int64, kind string, name string",
                "id");
    }

    @Test
    void aNodeLeavesTheOtherLabelsAndKeepsWhatItStillHas() {
        assertThat(documents().updated(null, row("id", 1L, "kind", "Film", "name", "Ann")))
                .isEqualTo("""
                prune (:Author)-[:WROTE]->(:Book {id: 1}) but (:Author {name: 'Ann'})-[:WROTE]->(:Book {id: 1}), the heir
                prune (:Author)-[:WROTE]->(:Film {id: 1}) but (:Author {name: 'Ann'})-[:WROTE]->(:Film {id: 1}), the heir
                rekey (:Book {id: 1}) to (:Film {id: 1})
                upsert (:Film {id: 1}) += {kind: 'Film', name: 'Ann'}
                upsert (:Author {name: 'Ann'})
                upsert (:Film {id: 1})
                upsert (:Author {name: 'Ann'})-[:WROTE]->(:Film {id: 1})
                """);
    }

    @Test
    void aRowThatIsGoneTakesItsNodeUnderAnyOfItsLabels() {
        assertThat(documents().tombstone("id", 1L)).isEqualTo("""
                delete (:Book {id: 1})
                delete (:Film {id: 1})
                """);
    }
}
