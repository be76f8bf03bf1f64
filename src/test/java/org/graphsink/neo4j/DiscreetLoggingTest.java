package org.graphsink.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.graphsink.support.LogCapture;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Logger;

@SuppressWarnings("deprecation")
class DiscreetLoggingTest {

    private final Logger logger = new DiscreetLogging().getLog("org.neo4j.driver.Pool");

    @Test
    void whatTheDriverTellsOperatorsReachesTheWorkersLog() {
        try (var log = LogCapture.everything()) {
            logger.error("down", new IllegalStateException("gone"));
            logger.warn("slow: %s", 3);
            logger.warn("late", new IllegalStateException("gone"));
            logger.info("up: %s", 1);

            assertThat(log.lines())
                    .extracting(line -> line.lines().findFirst().orElseThrow())
                    .containsExactly("ERROR Pool: down", "WARN Pool: slow: 3", "WARN Pool: late", "INFO Pool: up: 1");
        }
    }

    @Test
    void whatTheDriverQuotesOfRecordsReachesNoLogAtAnyLevel() {
        try (var log = LogCapture.everything()) {
            logger.debug("C: RUN %s", "a value");
            logger.debug("C: RUN", new IllegalStateException("a value"));
            logger.trace("C: RUN %s", "a value");

            assertThat(log.lines()).isEmpty();
        }
        assertThat(logger.isDebugEnabled()).isFalse();
        assertThat(logger.isTraceEnabled()).isFalse();
    }
}
