package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers and workers are killed, frozen and moved about while four tasks on two workers write. */
class WorkerFaultsIT {

    private static final int TASKS = 4;
    private static final int RECORDS = Scale.of(8_000);
    private static final int ROUNDS = Scale.of(1);
    private static final String EVENTS = "(:Event {!id})";

    private static Cluster cluster;

    private Appearances appearances;

    @BeforeAll
    static void start() {
        cluster = new Cluster();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void watch() {
        cluster.neo4j.clear();
        appearances = Appearances.watch(cluster.neo4j.driver());
    }

    @AfterEach
    void deleteConnectors() {
        appearances.close();
        cluster.connect().connectors().forEach(cluster.connect()::delete);
    }

    @Test
    void theDatabaseIsKilled() {
        begin("database-killed");
        for (int round = 0; round < ROUNDS; round++) {
            cluster.awaitWritten("database-killed", share(round));
            cluster.neo4j.process().kill();
            cluster.neo4j.startAgain();
        }
        assertAllOnce("database-killed");
    }

    @Test
    void aWorkerIsKilled() {
        begin("worker-killed");
        for (int round = 0; round < ROUNDS; round++) {
            cluster.awaitWritten("worker-killed", share(round));
            cluster.second.process().kill();
            cluster.second.startAgain();
        }
        assertAllOnce("worker-killed");
    }

    @Test
    void aFrozenWorkerGoesOnAfterItsPartitionsHaveMoved() {
        begin("worker-frozen");
        for (int round = 0; round < ROUNDS; round++) {
            cluster.awaitWritten("worker-frozen", share(round));
            cluster.second.process().freeze();
            cluster.awaitTasksOn(cluster.first, "worker-frozen", TASKS);
            cluster.awaitWritten("worker-frozen", share(round) + RECORDS / 10);
            cluster.second.process().resume();
        }
        assertAllOnce("worker-frozen");
    }

    @Test
    void theBrokerIsKilled() {
        begin("broker-killed");
        for (int round = 0; round < ROUNDS; round++) {
            cluster.awaitWritten("broker-killed", share(round));
            cluster.broker.process().kill();
            cluster.broker.startAgain();
        }
        assertAllOnce("broker-killed");
    }

    @Test
    void tasksComeAndGo() {
        begin("tasks-moved");
        int[] tasks = {1, 3, 2, TASKS};
        for (int round = 0; round < ROUNDS * tasks.length; round++) {
            cluster.awaitWritten("tasks-moved", RECORDS / 10 + (long) round * RECORDS / 4 / ROUNDS / tasks.length);
            cluster.configure("tasks-moved", tasks[round % tasks.length], EVENTS);
        }
        cluster.second.process().stop();
        cluster.second.startAgain();
        assertAllOnce("tasks-moved");
    }

    private static void begin(String name) {
        cluster.createTopic(name);
        cluster.send(name, RECORDS);
        cluster.configure(name, TASKS, EVENTS);
    }

    /** From a tenth of the records to less than two thirds. */
    private static long share(int round) {
        return RECORDS / 10 + (long) round * RECORDS / 2 / ROUNDS;
    }

    private void assertAllOnce(String name) {
        long underWay = RECORDS - cluster.written(name);
        cluster.awaitAllWritten(name);
        assertThat(appearances.counted()).isEqualTo(new Appearances.Counted(RECORDS, Map.of()));
        assertThat(cluster.reported(name)).isZero();
        System.out.printf("%s: %d times, %d of %d records left at the last%n", name, ROUNDS, underWay, RECORDS);
    }
}
