package org.graphsink.store;

/** What running a part of something came to. */
public sealed interface PartOutcome permits PartOutcome.Done, Failed {

    /** @param changed how much was done; 0 where nothing is left to do */
    record Done(long changed) implements PartOutcome {}
}
