package org.graphsink.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import org.graphsink.support.servers.PostgresServer;

/** Leaves the servers to the reader. */
final class KeptOpen {

    private KeptOpen() {}

    /** Returns at Enter; where nobody can press it, not at all. */
    static void until(DemoServers servers, Story story) {
        story.chapter("Everything keeps running (-Ddemo.keep=true): change a row and look at the graph");
        var postgres = servers.postgres();
        story.whole("PostgreSQL     postgresql://" + PostgresServer.USER + "@" + postgres.host() + ":" + postgres.port()
                + "/" + PostgresServer.DATABASE + "  (no password)");
        story.whole("Neo4j          " + servers.neo4j().uri() + "  user neo4j, password " + DemoServers.NEO4J_PASSWORD);
        story.whole("Kafka          " + servers.kafka().bootstrapServers());
        story.whole("Kafka Connect  " + servers.connect().uri());
        story.blank();
        story.whole("psql postgresql://" + PostgresServer.USER + "@" + postgres.host() + ":" + postgres.port() + "/"
                + PostgresServer.DATABASE + " -c \"UPDATE orders SET customer_id = 4 WHERE id = 101\"");
        story.whole("cypher-shell -a " + servers.neo4j().uri() + " -u neo4j -p " + DemoServers.NEO4J_PASSWORD
                + " \"MATCH (o:Order)-[:PLACED_BY]->(c:Customer) RETURN o.id, c.name\"");
        story.whole("curl -s " + servers.connect().uri() + "connectors/shop-sink/status");
        story.blank();
        story.whole("Enter or Ctrl-C stops all of it.");
        try {
            int read;
            do {
                read = System.in.read();
            } while (read != '\n' && read != -1);
            if (read == -1) {
                new CountDownLatch(1).await();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
