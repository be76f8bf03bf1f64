package org.graphsink.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Driver;

/** Looks at what tasks have left in the database. */
public record Database(Driver driver) {

    /** The stored offsets of the connector {@code faults}, as {@code <topic>-<partition>}. */
    public Map<String, Long> offsets() {
        var offsets = new TreeMap<String, Long>();
        driver.executableQuery("MATCH (o:__KafkaOffset {connector: 'faults'}) WHERE o.offset IS NOT NULL"
                        + " RETURN o.topic + '-' + o.partition AS partition, o.offset AS offset")
                .execute()
                .records()
                .forEach(row -> offsets.put(
                        row.get("partition").asString(), row.get("offset").asLong()));
        return offsets;
    }

    public List<Long> events() {
        return driver.executableQuery("MATCH (e:Event) RETURN e.id AS id ORDER BY id").execute().records().stream()
                .map(row -> row.get("id").asLong())
                .toList();
    }

    public void run(String cypher) {
        driver.executableQuery(cypher).execute();
    }

    public long number(String cypher) {
        return driver.executableQuery(cypher).execute().records().get(0).get(0).asLong();
    }

    /** The first column of a query's result. */
    public List<String> texts(String cypher) {
        return driver.executableQuery(cypher).execute().records().stream()
                .map(row -> row.get(0).asString())
                .toList();
    }

    /** Takes the events and the stored offsets off the graph of a server that has little memory. */
    public void clearInParts() {
        try (var session = driver.session()) {
            session.run("MATCH (n:Event|__KafkaOffset) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 100 ROWS")
                    .consume();
        }
    }

    /** Takes the events off the graph, so that one that is written again is seen again. */
    public void takeEvents() {
        run("MATCH (e:Event) DETACH DELETE e");
    }
}
