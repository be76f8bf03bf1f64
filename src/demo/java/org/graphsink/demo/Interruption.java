package org.graphsink.demo;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C: the servers go away below the story, which then must not complain about it. */
final class Interruption {

    private volatile boolean ending;
    private volatile boolean told;

    private Interruption() {}

    static Interruption announcedOn(Story story) {
        var interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.end(story), "demo-interrupted"));
        return interruption;
    }

    /** The story has come to its end, good or bad: the end of the JVM is no interruption. */
    void storyTold() {
        told = true;
    }

    private void end(Story story) {
        ending = true;
        if (!told) {
            story.blank();
            story.whole("Interrupted: stopping the servers ...");
        }
    }

    /** Does not return while the JVM ends. */
    void parkIfEnding() throws InterruptedException {
        if (ending) {
            new CountDownLatch(1).await();
        }
    }
}
