package org.graphsink.task;

import org.graphsink.store.Failed;

/** A failure on its way to where it is decided what becomes of the poll. */
final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failed failed;

    FailedException(Failed failed) {
        super(failed.advice(), failed.cause().orElse(null));
        this.failed = failed;
    }

    Failed failed() {
        return failed;
    }
}
