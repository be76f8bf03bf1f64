package org.graphsink.schema;

import java.time.Duration;
import org.graphsink.store.Ticker;

/** Waiting between two looks at the database. */
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        try {
            Ticker.SYSTEM.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaException("The task was stopped while its schema was being set up");
        }
    }
}
