package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.event;
import static org.graphsink.support.RunningTask.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.apache.kafka.connect.errors.RetriableException;
import org.graphsink.support.Database;
import org.graphsink.support.LogCapture;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.Neo4jOptions;
import org.graphsink.support.servers.Neo4jServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;

/** What a server takes of all clients together: so much memory, so many threads. Here others use it up. */
class SharedLimitsIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private static final int THREADS = 20;

    private static Neo4jServer neo4j;
    private static Database database;
    private static Map<String, String> impatient;

    @BeforeAll
    static void start() {
        neo4j = Neo4jServer.start(Neo4jOptions.defaults()
                .setting("dbms.memory.transaction.total.max", "24m")
                .setting("server.bolt.thread_pool_min_size", "1")
                .setting("server.bolt.thread_pool_max_size", Integer.toString(THREADS)));
        database = new Database(neo4j.driver());
        impatient = settings(neo4j.uri(), "neo4j.max-retry-time", "0s");
    }

    @AfterAll
    static void stop() {
        neo4j.close();
    }

    @BeforeEach
    void clear() {
        database.clearInParts();
    }

    @Test
    void aPollTooLargeForTheMemoryOfAllTransactionsIsSplit() {
        try (var log = LogCapture.info();
                var task = RunningTask.start(impatient).open(P0)) {
            task.put(LongStream.range(0, 3000)
                    .mapToObj(id -> event(id, Map.of("text", "x".repeat(4000))))
                    .toList());

            int splits = log.lines("is too large for the server").size();
            assertThat(splits).isPositive();
            figures.injected(splits)
                    .assertWritten(
                            database.events(), LongStream.range(0, 3000).boxed().toArray(Long[]::new));
            figures.assertReported(task.reported());
        }
    }

    @Test
    void oneRecordForWhichOtherTransactionsLeaveNoMemoryIsNotReported() {
        try (var task = RunningTask.start(impatient).open(P0);
                var driver = GraphDatabase.driver(neo4j.uri())) {
            task.put(event(0));
            var held = holdAllMemory(driver);
            for (int delivery = 0; delivery < 3; delivery++) {
                assertThatThrownBy(() -> task.put(event(1)))
                        .isInstanceOf(RetriableException.class)
                        .hasMessage("Neo4j cannot write (Neo4j answered"
                                + " Neo.TransientError.General.MemoryPoolOutOfMemoryError: the memory of all"
                                + " transactions is used up (dbms.memory.transaction.total.max,"
                                + " db.memory.transaction.total.max, or the heap))");
            }
            held.forEach(Transaction::close);
            task.deliver(List.of(event(1)));

            figures.injected(3).assertWritten(database.events(), 0L, 1L);
            figures.assertReported(task.reported());
        }
    }

    @Test
    void aServerWithoutFreeThreadsIsAnOutage() {
        database.run("CREATE (:Event {id: -1})");
        try (var task = RunningTask.start(impatient).open(P0);
                var driver = GraphDatabase.driver(neo4j.uri());
                var session = driver.session();
                var lock = session.beginTransaction()) {
            lock.run("MATCH (e:Event {id: -1}) SET e.busy = true").consume();
            var threads = Executors.newFixedThreadPool(THREADS);
            for (int i = 0; i < THREADS; i++) {
                threads.submit(() -> waitFor(driver, threads));
            }

            await().pollInSameThread()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThatThrownBy(() -> task.put(event(0)))
                            .isInstanceOf(RetriableException.class)
                            .hasMessageContaining("Neo.TransientError.Request.NoThreadsAvailable"));
            threads.shutdown();
            lock.rollback();
            task.deliver(List.of(event(0)));

            figures.injected(1).assertWritten(database.events(), -1L, 0L);
            figures.assertReported(task.reported());
        }
    }

    /** Transactions that stay open until there is not even memory for one more. */
    private static List<Transaction> holdAllMemory(Driver driver) {
        var held = new ArrayList<Transaction>();
        for (int nodes = 2000; nodes > 0; ) {
            var tx = driver.session().beginTransaction();
            try {
                tx.run("UNWIND range(1, $nodes) AS i CREATE (:Held {i: i})", Map.of("nodes", nodes))
                        .consume();
                held.add(tx);
            } catch (TransientException e) {
                assertThat(e.code()).isEqualTo("Neo.TransientError.General.MemoryPoolOutOfMemoryError");
                tx.close();
                nodes /= 10;
            }
        }
        return held;
    }

    /** Waits for the lock, and again where the server has no thread for that, as long as there is anything to wait for. */
    private static void waitFor(Driver driver, ExecutorService threads) {
        while (!threads.isShutdown()) {
            try (var session = driver.session()) {
                session.run("MATCH (e:Event {id: -1}) SET e.busy = false").consume();
            } catch (Neo4jException e) {
                // Refused, as the task is to be.
            }
        }
    }
}
