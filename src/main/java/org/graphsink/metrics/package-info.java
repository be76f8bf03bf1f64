/** What a task counts, as a bean of JMX and as a line of the log. */
package org.graphsink.metrics;
