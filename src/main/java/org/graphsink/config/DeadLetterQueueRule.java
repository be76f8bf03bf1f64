package org.graphsink.config;

/** A dead letter queue is not configured where none can be used. */
final class DeadLetterQueueRule implements Rule<Submitted> {

    private static final String QUEUE = "errors.deadletterqueue.topic.name";
    private static final String TOLERANCE = "errors.tolerance";

    @Override
    public void check(Submitted config, Findings findings) {
        if (!config.text(QUEUE).isEmpty() && !config.text(TOLERANCE).equalsIgnoreCase("all")) {
            findings.add(
                    QUEUE,
                    QUEUE + " has no effect while " + TOLERANCE + " is none, where the first bad record stops the"
                            + " task: set " + TOLERANCE + "=all, or remove the dead letter queue");
        }
    }
}
