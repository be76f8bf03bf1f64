package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.schema.SchemaFixture.CREATE;
import static org.graphsink.schema.SchemaFixture.DROP_UNDECLARED;
import static org.graphsink.schema.SchemaFixture.schema;
import static org.graphsink.schema.SchemaFixture.unique;

import java.util.List;
import java.util.Set;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@WithNeo4j
class DropUndeclaredIT {

    private static final VectorIndex VECTOR = VectorIndex.parse("docs", "(:Document {e}) 2 cosine");

    private final SchemaFixture database;

    DropUndeclaredIT(Driver driver) {
        this.database = new SchemaFixture(driver);
    }

    @Test
    void whatALaterConfigurationLeavesOutIsDroppedAndNothingElse() {
        database.run(
                "CREATE INDEX mine FOR (n:A) ON (n.name)", "CREATE CONSTRAINT own FOR (n:C) REQUIRE n.id IS UNIQUE");
        database.setup(DROP_UNDECLARED).apply(schema(unique("A", "id"), unique("B", "id"), unique("C", "id"), VECTOR));

        database.setup(DROP_UNDECLARED).apply(schema(unique("B", "id")));

        assertThat(database.existing())
                .containsExactlyInAnyOrder(
                        "uniqueness constraint graphsink_unique_B__id on (:B {id})",
                        "uniqueness constraint own on (:C {id})",
                        "RANGE mine (:A {name})");
        assertThat(database.recorded()).containsExactly("shop graphsink_unique_B__id");
    }

    @Test
    void nothingIsDroppedUnlessAskedFor() {
        database.setup(CREATE).apply(schema(unique("A", "id"), unique("B", "id")));
        database.setup(CREATE).apply(schema(unique("B", "id")));
        assertThat(database.existing()).hasSize(2);
    }

    @Test
    void aConfigurationThatDeclaresNothingDropsAll() {
        database.setup(CREATE).apply(schema(unique("A", "id"), VECTOR));
        database.setup(DROP_UNDECLARED).apply(schema());
        assertThat(database.existing()).isEmpty();
    }

    @Test
    void whatAnotherConnectorDeclaresTooIsDroppedByTheLast() {
        var shared = schema(unique("A", "id"), VECTOR);
        database.setup("one", CREATE).apply(shared);
        database.setup("two", CREATE).apply(shared);

        database.setup("one", DROP_UNDECLARED).apply(schema());
        assertThat(database.existing()).hasSize(2);

        database.setup("two", DROP_UNDECLARED).apply(schema());
        assertThat(database.existing()).isEmpty();
        assertThat(database.recorded()).isEmpty();
    }

    @Test
    void whatTheUserPutInThePlaceOfOursIsLeftAlone() {
        database.setup(CREATE).apply(schema(VECTOR));
        database.run("DROP INDEX docs", "CREATE TEXT INDEX docs FOR (n:Document) ON (n.title)");
        database.setup(DROP_UNDECLARED).apply(schema());
        assertThat(database.existing()).containsExactly("TEXT docs (:Document {title})");
    }

    @Test
    void constraintsOfLabelsMetInRecordsStayWhileTheirKeyIsDeclared() {
        var open = new DeclaredSchema(List.of(), Set.of(List.of("id")));
        var setup = database.setup(DROP_UNDECLARED);
        setup.apply(open);
        setup.ensure("Met", List.of("id"));

        database.setup(DROP_UNDECLARED).apply(open);
        assertThat(database.existing())
                .containsExactly("uniqueness constraint graphsink_unique_Met__id on (:Met {id})");

        database.setup(DROP_UNDECLARED).apply(schema(unique("A", "id")));
        assertThat(database.existing()).containsExactly("uniqueness constraint graphsink_unique_A__id on (:A {id})");
    }

    @Test
    void whatIsDeclaredAgainAfterADropThatBrokeOffIsNotLeft() {
        database.setup(CREATE).apply(schema(VECTOR));
        database.run("MATCH (r:__GraphsinkSchema {name: 'docs'}) SET r.leaving = true");
        database.setup(CREATE).apply(schema(VECTOR));
        database.setup("other", CREATE).apply(schema(VECTOR));

        database.setup("other", DROP_UNDECLARED).apply(schema());

        assertThat(database.existing()).containsExactly("VECTOR docs (:Document {e})");
        assertThat(database.recorded()).containsExactly("shop docs");
    }
}
