package org.graphsink.task;

import java.time.Duration;

/** A poll was not written in the time that it may take. */
final class OutOfTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfTimeException(Duration limit) {
        super("it has not done so within the " + limit.toMillis() / 1000.0
                + " s of neo4j.write-timeout; a lock that another transaction holds, or a server that does not answer,"
                + " can be the reason");
    }
}
