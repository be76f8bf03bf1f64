package org.graphsink.schema;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Waiting between two looks at the database. */
final class Pause {

    private Pause() {}

    static void of(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaException("The task was stopped while its schema was being set up");
        }
    }

    /** Of random length, so that tasks which got in each other's way do not meet again. */
    static void ofAtMost(long millis) {
        of(ThreadLocalRandom.current().nextLong(millis + 1));
    }
}
