package org.graphsink.neo4j;

import org.neo4j.driver.Logger;
import org.neo4j.driver.Logging;

/**
 * The driver's log goes to that of the worker, but for what the driver says to those who look for faults in it: that quotes
 * whatever is sent, the values of records among it, and anybody may turn it on while a worker runs.
 */
@SuppressWarnings("deprecation")
final class DiscreetLogging implements Logging {

    private static final long serialVersionUID = 1L;

    // The driver's own choice, System.Logger, does not reach the worker's log: its finder sees no plugin classes.
    private final Logging worker = Logging.slf4j();

    @Override
    public Logger getLog(String name) {
        return new Discreet(worker.getLog(name));
    }

    private record Discreet(Logger worker) implements Logger {

        @Override
        public void error(String message, Throwable cause) {
            worker.error(message, cause);
        }

        @Override
        public void info(String message, Object... parameters) {
            worker.info(message, parameters);
        }

        @Override
        public void warn(String message, Object... parameters) {
            worker.warn(message, parameters);
        }

        @Override
        public void warn(String message, Throwable cause) {
            worker.warn(message, cause);
        }

        @Override
        public void debug(String message, Object... parameters) {}

        @Override
        public void debug(String message, Throwable cause) {}

        @Override
        public void trace(String message, Object... parameters) {}

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }
    }
}
