package org.graphsink.demo;

/** Something is not as the demo promises; the message says what, and where in the code does not matter. */
final class DemoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message, null, false, false);
    }
}
