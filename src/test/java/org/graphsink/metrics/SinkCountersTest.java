package org.graphsink.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class SinkCountersTest {

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    @Test
    void theCountersOfAPublishedTaskAreAttributes() throws JMException {
        try (var counters = new SinkCounters("counted")) {
            counters.publish("3");
            counters.written(10, 25, TimeUnit.MILLISECONDS.toNanos(7));
            counters.written(5, 5, TimeUnit.MILLISECONDS.toNanos(4));
            counters.skipped("a Debezium heartbeat");
            counters.skipped("a Debezium transaction marker");
            counters.reported();
            counters.skippedRelationships(4);
            counters.leftOut(3);

            var name = new ObjectName("org.graphsink:type=sink-task,connector=counted,task=3");
            var attributes = new TreeMap<String, Object>();
            for (var attribute : beans.getMBeanInfo(name).getAttributes()) {
                attributes.put(attribute.getName(), beans.getAttribute(name, attribute.getName()));
            }
            assertThat(attributes)
                    .hasToString(
                            "{MillisecondsWriting=11, PatternsSkipped=3, RecordsReported=1, RecordsSkipped=2, RecordsWritten=15,"
                                    + " RelationshipsSkipped=4, Transactions=2}");
        }
    }

    @Test
    void aClosedTaskIsNoLongerPublished() throws JMException {
        var counters = new SinkCounters("closed");
        counters.publish("0");
        assertThat(published("connector=closed,*")).hasSize(1);

        counters.close();

        assertThat(published("connector=closed,*")).isEmpty();
    }

    @Test
    void theFirstOfTwoTasksOfOneNameStaysPublishedWhenTheSecondCloses() throws JMException {
        try (var first = new SinkCounters("twice")) {
            first.publish("0");
            try (var second = new SinkCounters("twice")) {
                second.publish("0");
            }

            assertThat(published("connector=twice,*")).hasSize(1);
        }
    }

    @Test
    void aNameWithCharactersThatJmxReservesIsQuoted() throws JMException {
        try (var counters = new SinkCounters("a=b, c:*")) {
            counters.publish("0");

            assertThat(published("connector=" + ObjectName.quote("a=b, c:*") + ",*"))
                    .extracting(name -> name.getKeyProperty("connector"))
                    .containsExactly("\"a=b, c:\\*\"");
        }
    }

    private Set<ObjectName> published(String properties) throws JMException {
        return beans.queryNames(new ObjectName("org.graphsink:type=sink-task," + properties), null);
    }
}
