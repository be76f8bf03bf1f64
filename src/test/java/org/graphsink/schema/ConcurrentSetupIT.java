package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.schema.SchemaFixture.CREATE;
import static org.graphsink.schema.SchemaFixture.DROP_UNDECLARED;
import static org.graphsink.schema.SchemaFixture.RECREATE;
import static org.graphsink.schema.SchemaFixture.schema;
import static org.graphsink.schema.SchemaFixture.unique;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.graphsink.support.servers.WithNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** Eight tasks of two connectors, all at once. */
@WithNeo4j
class ConcurrentSetupIT {

    private static final int TASKS = 8;

    private final SchemaFixture database;

    ConcurrentSetupIT(Driver driver) {
        this.database = new SchemaFixture(driver);
    }

    @Test
    void tasksThatStartAtOnceCreateEverythingTogether() throws Exception {
        database.run("UNWIND range(1, 20000) AS i CREATE (:Customer {id: i, name: toString(i)})");
        atOnce(CREATE, setup -> {
            setup.apply(SchemaCreationIT.EVERYTHING);
            setup.ensure("Met", List.of("id"));
        });
        assertThat(database.existing()).hasSize(12);
        assertThat(database.strings("SHOW CONSTRAINTS YIELD name")).hasSize(5);
        assertThat(database.recorded()).hasSizeBetween(12, 24).doesNotHaveDuplicates();
    }

    @Test
    void tasksThatRecreateAtOnceAgreeOnOneIndex() throws Exception {
        database.run("CREATE VECTOR INDEX docs FOR (n:Document) ON (n.e) OPTIONS {indexConfig:"
                + " {`vector.dimensions`: 3, `vector.similarity_function`: 'euclidean'}}");
        var wanted = schema(VectorIndex.parse("docs", "(:Document {e}) 2 cosine"));
        atOnce(RECREATE, setup -> setup.apply(wanted));
        database.setup(SchemaFixture.VALIDATE).apply(wanted);
        assertThat(database.existing()).containsExactly("VECTOR docs (:Document {e})");
    }

    @Test
    void tasksThatDropAtOnceLeaveWhatIsDeclared() throws Exception {
        database.setup("connector0", CREATE).apply(SchemaCreationIT.EVERYTHING);
        database.setup("connector1", CREATE).apply(SchemaCreationIT.EVERYTHING);
        atOnce(DROP_UNDECLARED, setup -> setup.apply(schema(unique("Customer", "id"))));
        assertThat(database.existing())
                .containsExactly("uniqueness constraint graphsink_unique_Customer__id on (:Customer {id})");
    }

    private void atOnce(SchemaSettings settings, Consumer<SchemaSetup> work)
            throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(TASKS);
        var results = new ArrayList<Future<Object>>();
        var threads = Executors.newFixedThreadPool(TASKS);
        try {
            for (int i = 0; i < TASKS; i++) {
                var setup = database.setup("connector" + i % 2, settings);
                Callable<Object> task = () -> {
                    start.await();
                    work.accept(setup);
                    return null;
                };
                results.add(threads.submit(task));
            }
            for (Future<Object> result : results) {
                result.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
