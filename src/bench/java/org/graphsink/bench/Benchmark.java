package org.graphsink.bench;

import org.graphsink.support.servers.Neo4jOptions;
import org.graphsink.support.servers.Neo4jServer;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/**
 * {@code mvn -Pbench verify}. What counts are ratios and allocation; times depend on the machine. {@code
 * -Dbench.server=false} leaves out what needs a server.
 */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] args) {
        PipelineBenchmark.run();
        if (Boolean.parseBoolean(System.getProperty("bench.server", "true"))) {
            try (var server = Neo4jServer.start(Neo4jOptions.defaults().heapMegabytes(2048));
                    var driver = GraphDatabase.driver(server.uri(), AuthTokens.none())) {
                new ThroughputBenchmark(server, driver).run();
            }
        }
    }
}
