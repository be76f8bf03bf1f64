package org.graphsink.metrics;

import java.lang.management.ManagementFactory;
import java.util.Hashtable;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The counters of a task under a name in the JVM's MBean server. A task works as well without. */
final class Publication implements AutoCloseable {

    /** What JMX shows of a task; each number counts from its start. JMX asks for a public type. */
    public interface Counters {

        long getRecordsWritten();

        /** Records with nothing to write, such as heartbeats and tombstones of no effect. */
        long getRecordsSkipped();

        /** Records that went to the errant record reporter. */
        long getRecordsReported();

        /** Relationships left out because an end node was not there. */
        long getRelationshipsSkipped();

        /** Patterns that events lacked the key for, and were written without. */
        long getPatternsSkipped();

        long getTransactions();

        long getMillisecondsWriting();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final Pattern PLAIN = Pattern.compile("[\\w. -]+");

    private final ObjectName name;

    private Publication(ObjectName name) {
        this.name = name;
    }

    /** Empty, with a warning, where the name is taken: by a task that has not ended, or a worker in the same JVM. */
    static Optional<Publication> of(Counters counters, String connector, String task) {
        try {
            var properties = new Hashtable<String, String>();
            properties.put("type", "sink-task");
            properties.put("connector", value(connector));
            properties.put("task", value(task));
            var name = new ObjectName("org.graphsink", properties);
            ManagementFactory.getPlatformMBeanServer().registerMBean(new StandardMBean(counters, Counters.class), name);
            return Optional.of(new Publication(name));
        } catch (JMException | RuntimeException e) {
            LOG.warn("The counters of task {} of {} are not in JMX: {}", task, connector, e.toString());
            return Optional.empty();
        }
    }

    private static String value(String text) {
        return PLAIN.matcher(text).matches() ? text : ObjectName.quote(text);
    }

    @Override
    public void close() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (JMException | RuntimeException e) {
            LOG.warn("{} stays in JMX: {}", name, e.toString());
        }
    }
}
