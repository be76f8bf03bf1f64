package org.graphsink.task;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the connector's own code does not expect: said loudly, once for each kind and topic, with where it happened. Messages
 * are left out, for they may quote a value.
 */
final class UnexpectedFailures {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailures.class);

    private final Set<String> told = new HashSet<>();

    /** @param doing what was being done to a record of the topic */
    void tell(String topic, String doing, Throwable failure) {
        var stack = failure.getStackTrace();
        var kind = topic + ' ' + failure.getClass().getName() + ' ' + (stack.length == 0 ? "" : stack[0]);
        if (told.add(kind)) {
            LOG.error(
                    "A record of {} could not be {}, for a reason that the connector does not expect: that is a defect of"
                            + " it, please report this trace. Others of its kind and topic are not logged",
                    topic,
                    doing,
                    new Trace(failure));
        }
    }

    /** The classes and places of a failure and its causes. */
    private static final class Trace extends Exception {

        private static final long serialVersionUID = 1L;

        Trace(Throwable failure) {
            super(
                    failure.getClass().getName(),
                    failure.getCause() == null || failure.getCause() == failure ? null : new Trace(failure.getCause()));
            setStackTrace(failure.getStackTrace());
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
