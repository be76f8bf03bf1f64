package org.graphsink.demo;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C: the servers go away below the story, which then must not complain about it. */
final class Interruption {

    private volatile boolean ending;

    private Interruption() {}

    static Interruption announcedOn(Story story) {
        var interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.ending = true, "demo-interrupted"));
        return interruption;
    }

    /** Does not return while the JVM ends. */
    void parkIfEnding() throws InterruptedException {
        if (ending) {
            new CountDownLatch(1).await();
        }
    }
}
