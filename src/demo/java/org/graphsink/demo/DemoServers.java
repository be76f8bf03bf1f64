package org.graphsink.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.graphsink.support.servers.ConnectOptions;
import org.graphsink.support.servers.ConnectWorker;
import org.graphsink.support.servers.DebeziumPlugin;
import org.graphsink.support.servers.GraphsinkPlugin;
import org.graphsink.support.servers.KafkaBroker;
import org.graphsink.support.servers.Neo4jOptions;
import org.graphsink.support.servers.Neo4jServer;
import org.graphsink.support.servers.PostgresServer;
import org.graphsink.support.servers.Versions;

/** The four servers of the demo. */
record DemoServers(PostgresServer postgres, KafkaBroker kafka, ConnectWorker connect, Neo4jServer neo4j)
        implements AutoCloseable {

    static final String NEO4J_PASSWORD = "shop-graph-demo";
    private static final int THREADS = 4;
    private static final int PROGRESS_SECONDS = 10;

    /** Starts what does not need each other at once. */
    static DemoServers start(Story story) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, DemoServers::daemon);
        try {
            var launching = new Launching(story, threads);
            var postgres = launching.of("PostgreSQL " + Versions.postgres(), PostgresServer::start);
            var kafka = launching.of("Kafka " + Versions.kafka(), KafkaBroker::start);
            var neo4j = launching.of(
                    "Neo4j " + Versions.neo4j(),
                    () -> Neo4jServer.start(Neo4jOptions.defaults().password(NEO4J_PASSWORD)));
            var plugins = launching.of(
                    "Plugins: Debezium " + Versions.debezium() + ", Graphsink " + GraphsinkPlugin.version(),
                    () -> ConnectOptions.withPlugins(DebeziumPlugin.folder(), GraphsinkPlugin.install()));
            launching.awaitAll();
            var connect = launching.of(
                    "Kafka Connect " + Versions.kafka(),
                    () -> ConnectWorker.start(kafka.get(), withVariables(plugins.get(), postgres.get(), neo4j.get())));
            launching.awaitAll();
            return new DemoServers(postgres.get(), kafka.get(), connect.get(), neo4j.get());
        } catch (InterruptedException | ExecutionException e) {
            throw new CompletionException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The variables that the files of {@code config/} name. */
    static ConnectOptions withVariables(ConnectOptions options, PostgresServer postgres, Neo4jServer neo4j) {
        return options.variable("POSTGRES_HOST", postgres.host())
                .variable("POSTGRES_PORT", Integer.toString(postgres.port()))
                .variable("POSTGRES_DATABASE", PostgresServer.DATABASE)
                .variable("POSTGRES_USER", PostgresServer.USER)
                .variable("POSTGRES_PASSWORD", "any")
                .variable("NEO4J_URI", neo4j.uri().toString())
                .variable("NEO4J_PASSWORD", NEO4J_PASSWORD);
    }

    /** The one first that needs the others. */
    @Override
    public void close() {
        connect.close();
        List.<Runnable>of(kafka::close, postgres::close, neo4j::close).parallelStream()
                .forEach(Runnable::run);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "start-server");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts in progress, reported on the console as they end. */
    private static final class Launching {
        private final Set<String> pending = new ConcurrentSkipListSet<>();
        private final List<Future<?>> futures = new ArrayList<>();
        private final Story story;
        private final ExecutorService threads;

        private Launching(Story story, ExecutorService threads) {
            this.story = story;
            this.threads = threads;
        }

        private <T> Future<T> of(String what, Callable<T> start) {
            pending.add(what);
            Future<T> future = threads.submit(() -> {
                long begin = System.nanoTime();
                T started = start.call();
                pending.remove(what);
                story.line(
                        String.format("%-55s %7s", what, Story.seconds(Duration.ofNanos(System.nanoTime() - begin))));
                return started;
            });
            futures.add(future);
            return future;
        }

        private void awaitAll() throws ExecutionException, InterruptedException {
            for (Future<?> future : futures) {
                while (true) {
                    try {
                        future.get(PROGRESS_SECONDS, TimeUnit.SECONDS);
                        break;
                    } catch (TimeoutException e) {
                        story.line("... starting " + String.join(", ", pending) + " (" + Story.seconds(story.elapsed())
                                + ")");
                    }
                }
            }
        }
    }
}
