package org.graphsink.neo4j;

import java.time.Duration;

/** A call of the driver failed after its time was up. */
final class OutOfTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration limit;

    OutOfTimeException(Duration limit) {
        super("Not within " + limit);
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }
}
