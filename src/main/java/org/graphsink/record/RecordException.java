package org.graphsink.record;

/** A record that cannot be decoded or mapped. The message names fields, types and settings, never a value. */
public final class RecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RecordException(String message) {
        super(message);
    }
}
