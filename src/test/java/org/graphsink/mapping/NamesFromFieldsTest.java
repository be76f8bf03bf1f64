package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.error;
import static org.graphsink.mapping.DebeziumTable.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Labels and relationship types that fields of the record name. */
@ParameterizedClass
@EnumSource
class NamesFromFieldsTest {

    @Parameter
    DataForm form;

    @Test
    void aFurtherLabelFollowsItsField() {
        var table = new DebeziumTable(form, "(:Document:$(kind) {!id, -kind})", "id int64, kind string", "id");

        assertThat(table.updated(row("id", 1L, "kind", "Draft"), row("id", 1L, "kind", "Report")))
                .isEqualTo("""
                upsert (:Document {id: 1}) +Report -Draft
                """);
        assertThat(table.updated(row("id", 1L, "kind", "Draft"), row("id", 1L, "kind", null)))
                .isEqualTo("""
                upsert (:Document {id: 1}) -Draft
                """);
        assertThat(table.updated(null, row("id", 1L, "kind", "Report"))).isEqualTo("""
                upsert (:Document {id: 1}) +Report
                """);
    }

    @Test
    void aFurtherLabelOfAListFollowsItsFieldWithoutBeforeImage() {
        var table =
                new DebeziumTable(form, "(:Document:$(kind|Draft,Report) {!id, -kind})", "id int64, kind string", "id");

        assertThat(table.updated(null, row("id", 1L, "kind", "Report"))).isEqualTo("""
                upsert (:Document {id: 1}) +Report -Draft
                """);
        assertThat(error(() -> table.inserted(row("id", 1L, "kind", "Secret"))))
                .isEqualTo("in the pattern (:Document:$(kind|Draft,Report) {!id, *, -kind}): "
                        + "$(kind) is none of the names that the pattern allows: [Draft, Report]");
    }

    @Test
    void aFirstLabelFromTheRecordIsPartOfTheNodesIdentity() {
        var table = new DebeziumTable(form, "(:$(kind) {!id, kind})", "id int64, kind string", "id");

        assertThat(table.updated(row("id", 1L, "kind", "Draft"), row("id", 1L, "kind", "Report")))
                .isEqualTo("""
                rekey (:Draft {id: 1}) to (:Report {id: 1})
                upsert (:Report {id: 1}) += {kind: 'Report'}
                """);
        assertThat(error(() -> table.inserted(row("id", 1L, "kind", null))))
                .isEqualTo("in the pattern (:$(kind) {!id, kind}): the label from $(kind) is null or missing");
        assertThat(error(() -> table.inserted(row("id", 1L, "kind", ""))))
                .isEqualTo("in the pattern (:$(kind) {!id, kind}): $(kind) is an empty text, which cannot be a name");
    }

    @Test
    void aRecordCannotGiveTheLabelOfTheConnectorsOwnNodes() {
        var first = new DebeziumTable(form, "(:$(kind) {!id})", "id int64, kind string", "id");
        var further = new DebeziumTable(form, "(:Document:$(kind) {!id})", "id int64, kind string", "id");
        var end = new DebeziumTable(form, "(:Document {!id})-[:IS]->(:$(kind) {!id})", "id int64, kind string", "id");

        assertThat(List.of(first, further, end))
                .extracting(table -> error(() -> table.inserted(row("id", 1L, "kind", "__Placeholder"))))
                .allMatch(
                        error -> error.endsWith(
                                "$(kind) is a label of the connector's own nodes, which no other can"
                                        + " have: change the record, or neo4j.placeholder-label or neo4j.eos-offset-label where one of them names it"));
    }

    @Test
    void aNameOrKeyWithHalfASurrogatePairIsTheRecordsError() {
        var table = new DebeziumTable(form, "(:$(kind) {!name})", "name string, kind string", "name");

        assertThat(error(() -> table.inserted(row("name", "a", "kind", "A\uD800"))))
                .endsWith("$(kind) is a text with half a surrogate pair, which cannot be a name");
        assertThat(error(() -> table.inserted(row("name", "\uDE00a", "kind", "A"))))
                .endsWith("The key property name (from name) is a text with half a surrogate pair, which cannot be"
                        + " stored");
        assertThat(table.inserted(row("name", "\uD83D\uDE00", "kind", "A\uD83D\uDE00")))
                .isEqualTo("upsert (:A\uD83D\uDE00 {name: '\uD83D\uDE00'}) += {kind: 'A\uD83D\uDE00'}\n");
    }

    @Test
    void aRelationshipTypeCanBeCalledLikeTheLabelOfTheConnectorsOwnNodes() {
        var table = new DebeziumTable(
                form, "(:Document {!id})-[:$(kind) {}]->(:Shelf {!id})", "id int64, kind string", "id");

        assertThat(table.inserted(row("id", 1L, "kind", "__Placeholder")))
                .endsWith("upsert (:Document {id: 1})-[:__Placeholder]->(:Shelf {id: 1})\n");
    }

    @Test
    void aLabelOfTheFormerStateThatThePatternDoesNotAllowWasNoneOfTheListedOnes() {
        var table = new DebeziumTable(form, "(:$(kind|Draft,Report) {!id, -kind})", "id int64, kind string", "id");

        assertThat(table.updated(row("id", 1L, "kind", "Secret"), row("id", 1L, "kind", "Report")))
                .isEqualTo("""
                rekey (:Draft {id: 1}) to (:Report {id: 1})
                upsert (:Report {id: 1})
                """);
    }

    @Test
    void aRelationshipTypeFromTheRecordFollowsItsField() {
        var table = new DebeziumTable(
                form,
                "(:Person {!id, -role, -employer}) ; (:Person {!id})-[:$(role)]->(:Company {!name: employer})",
                "id int64, role string, employer string",
                "id");

        assertThat(table.updated(
                        row("id", 1L, "role", "WORKS_AT", "employer", "A"),
                        row("id", 1L, "role", "OWNS", "employer", "A")))
                .isEqualTo("""
                delete (:Person {id: 1})-[:WORKS_AT]->(:Company {name: 'A'}) to be (:Person {id: 1})-[:OWNS]->(:Company {name: 'A'})
                upsert (:Person {id: 1})
                upsert (:Person {id: 1})
                upsert (:Company {name: 'A'})
                upsert (:Person {id: 1})-[:OWNS]->(:Company {name: 'A'})
                """);
        assertThat(table.updated(
                        row("id", 1L, "role", "WORKS_AT", "employer", "A"),
                        row("id", 1L, "role", null, "employer", "A")))
                .isEqualTo("""
                delete (:Person {id: 1})-[:WORKS_AT]->(:Company {name: 'A'})
                upsert (:Person {id: 1})
                """);
    }

    @Test
    void relationshipTypesOfAListArePrunedWithoutBeforeImage() {
        var table = new DebeziumTable(
                form,
                "(:Person {!id, -role, -employer}) ; (:Person {!id})-[:$(role|OWNS,WORKS_AT)]->(:Company {!name: employer})",
                "id int64, role string, employer string",
                "id");

        assertThat(table.updated(null, row("id", 1L, "role", "OWNS", "employer", "A")))
                .isEqualTo("""
                prune (:Person {id: 1})-[:OWNS]->(:Company) but (:Person {id: 1})-[:OWNS]->(:Company {name: 'A'}), the heir
                prune (:Person {id: 1})-[:WORKS_AT]->(:Company)
                upsert (:Person {id: 1})
                upsert (:Person {id: 1})
                upsert (:Company {name: 'A'})
                upsert (:Person {id: 1})-[:OWNS]->(:Company {name: 'A'})
                """);
    }

    @Test
    void aNumberMayBeALabelButAFloatMayNot() {
        var table = new DebeziumTable(form, "(:Product:$(kind) {!id, kind})", "id int64, kind float64", "id");

        assertThat(error(() -> table.inserted(row("id", 1L, "kind", 1.5))))
                .isEqualTo(
                        "in the pattern (:Product:$(kind) {!id, kind}): $(kind) needs a text, but the field holds a FLOAT;"
                                + " use toString() in the source or name the type in the pattern");
    }
}
