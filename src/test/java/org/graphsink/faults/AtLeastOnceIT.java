package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.servers.BoltMessage;
import org.graphsink.support.servers.Fault;
import org.graphsink.support.servers.FaultyProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Four tasks on two workers write without stored offsets: a record may be written twice, but none is lost. */
class AtLeastOnceIT {

    private static final int TASKS = 4;
    private static final int LOT = Scale.of(4_000, 12_000);
    private static final Duration LONG = Duration.ofMinutes(3);

    @RegisterExtension
    static final Cluster cluster = new Cluster();

    private final Figures figures = new Figures();

    @Test
    void aWorkerIsKilled() {
        String name = "unstored-killed";
        cluster.createTopic(name);
        cluster.connect()
                .configure(
                        name,
                        withoutStoredOffsets(cluster.settings(name, TASKS, "(:Event {!id})"))
                                .map());
        cluster.awaitTasksOn(cluster.second, name, 1);
        sendAndAwaitFirst(name);

        cluster.second.process().kill();
        cluster.second.startAgain();

        assertNoneLost(name);
    }

    @Test
    void whatAnOutageKeptIsWrittenByTheHeirsOfItsPartitionsThoughTheirTopicIsRenamed() {
        String name = "unstored-moved";
        try (var proxy = FaultyProxy.to(cluster.neo4j)) {
            cluster.createTopic(name);
            var settings = withoutStoredOffsets(cluster.settingsWithRenamedTopic(name, TASKS, "(:Event {!id})"))
                    .with("neo4j.uri", proxy.uri().toString());
            var first = cluster.first.process().newOutput();
            var second = cluster.second.process().newOutput();
            cluster.connect().configure(name, settings.map());
            cluster.connect().awaitRunning(name);
            cluster.awaitAssigned(name, TASKS);
            sendAndAwaitFirst(name);
            proxy.faults(message -> message == BoltMessage.BEGIN ? Fault.RESET_BEFORE : Fault.NONE);
            await().atMost(LONG).until(() -> outages(first.text()) + outages(second.text()) == TASKS);

            // Each task gets the partition of the one before, with a poll of its own still at hand.
            try (var outsider = cluster.takeFirstPartition(name)) {
                proxy.healthy();
                cluster.awaitCommittedBut(outsider.assignment(), name);
            }
            assertNoneLost(name);
        }
    }

    private static ConnectorSettings withoutStoredOffsets(ConnectorSettings settings) {
        return settings.with("neo4j.eos-offset-label", "");
    }

    private static int outages(String output) {
        return output.split("The poll is kept and tried again until it is written", -1).length - 1;
    }

    private void sendAndAwaitFirst(String name) {
        cluster.send(name, 0, LOT);
        await(name)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> seen(cluster.appearances().counted()) > LOT / 10);
        long underWay = LOT - seen(cluster.appearances().counted());
        assertThat(underWay).isPositive();
        figures.injected(1).add("under-way", underWay);
    }

    private void assertNoneLost(String name) {
        cluster.awaitAllCommitted(name);
        cluster.connect().requireNotFailed(name);
        var counted = cluster.appearances().counted();
        figures.add("records", LOT)
                .add("lost", LOT - seen(counted))
                .add("again", counted.several().size())
                .add("strays", cluster.reported(name));
        figures.print("AtLeastOnceIT " + name);
        assertThat(seen(counted)).isEqualTo(LOT);
        assertThat(cluster.stored(name)).isEmpty();
        assertThat(cluster.reported(name)).isZero();
    }

    private static long seen(Appearances.Counted counted) {
        return counted.once() + counted.several().size();
    }
}
