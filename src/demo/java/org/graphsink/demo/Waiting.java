package org.graphsink.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits until nothing is missing any more, and says on the console that it does where that takes long. */
final class Waiting {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PROGRESS = Duration.ofSeconds(5);

    private final Story story;

    Waiting(Story story) {
        this.story = story;
    }

    /**
     * @param missing asked again and again; its exceptions end the wait
     * @return how long it took
     * @throws DemoException with what is still missing when the time is up
     */
    Duration until(String what, Callable<List<String>> missing) {
        var attempt = new Attempt(what, missing);
        try {
            Awaitility.await(what)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(LIMIT)
                    .until(attempt::succeeds);
        } catch (ConditionTimeoutException e) {
            throw new DemoException(
                    "Waited " + Story.seconds(LIMIT) + " for " + what + ".\n" + String.join("\n", attempt.last));
        }
        return attempt.elapsed();
    }

    private final class Attempt {
        private final String what;
        private final Callable<List<String>> missing;
        private final long start = System.nanoTime();
        private List<String> last = List.of();
        private Duration said = Duration.ZERO;

        private Attempt(String what, Callable<List<String>> missing) {
            this.what = what;
            this.missing = missing;
        }

        private boolean succeeds() throws Exception {
            last = missing.call();
            if (elapsed().minus(said).compareTo(PROGRESS) > 0) {
                said = elapsed();
                story.line("... waiting for " + what + " (" + Story.seconds(said) + ")");
            }
            return last.isEmpty();
        }

        private Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }
}
