package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.graphsink.schema.SchemaFixture.CREATE;
import static org.graphsink.schema.SchemaFixture.schema;

import java.time.Duration;
import java.util.List;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@WithNeo4j
class IndexPopulationIT {

    private static final DeclaredSchema SEARCH = schema(PropertyIndex.parse("search", "FULLTEXT (:Document {text})"));

    private final SchemaFixture database;

    IndexPopulationIT(Driver driver) {
        this.database = new SchemaFixture(driver);
    }

    @Test
    void theSetupReturnsWhenIndexesAreOnline() {
        createDocuments();
        database.setup(CREATE).apply(SEARCH);
        assertThat(database.strings("SHOW INDEXES YIELD name, state WHERE name = 'search' RETURN state"))
                .containsExactly("ONLINE");
    }

    @Test
    void anIndexThatTakesTooLongIsAnErrorWithItsProgress() {
        createDocuments();
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> database.setup(awaiting(Duration.ofNanos(1))).apply(SEARCH))
                .withMessageMatching(
                        "neo4j.schema.await \\(0 ms\\) is over, and search \\(\\d+ %\\) are not online. The server"
                                + " goes on populating them: start the task again later, or raise neo4j.schema.await");
        database.run("CALL db.awaitIndexes()");
    }

    @Test
    void aWaitOfZeroReturnsAtOnce() {
        createDocuments();
        database.setup(awaiting(Duration.ZERO)).apply(SEARCH);
        assertThat(database.strings("SHOW INDEXES YIELD name, state WHERE name = 'search' RETURN state"))
                .containsExactly("POPULATING");
        database.run("CALL db.awaitIndexes()");
    }

    @Test
    void aFailedIndexIsAnErrorThatNamesIt() {
        database.run("CREATE (:Document {id: reduce(s = 'secret', i IN range(1, 12) | s + s)})");
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() ->
                        database.setup(CREATE).apply(schema(PropertyIndex.parse("ids", "RANGE (:Document {id})"))))
                .withMessage("""
                        Indexes cannot be used:
                        - the range index ids on (:Document {id}) has failed. SHOW INDEXES YIELD name, failureMessage says \
                        why; drop it when the cause is gone, and the connector creates it again""");
    }

    private void createDocuments() {
        database.run("UNWIND range(1, 20000) AS i CREATE (:Document {text: reduce(s = '', j IN range(1, 30) |"
                + " s + ' ' + toString((i * j) % 7919))})");
    }

    private static SchemaSettings awaiting(Duration await) {
        return new SchemaSettings(SchemaMode.CREATE, false, await, OnConflict.ERROR, false, List.of(), List.of());
    }
}
