package org.graphsink.support.servers;

/** The worker refused a request. The message holds its answer. */
public final class ConnectRequestException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ConnectRequestException(String request, int status, String answer) {
        super(request + " was answered with " + status + ": " + answer);
        this.status = status;
    }

    /** The HTTP status: 400 for a bad configuration, 409 while the workers rebalance. */
    public int status() {
        return status;
    }

    /** A new connector is not known at once, and the workers answer nothing while they rebalance. */
    boolean isTemporary() {
        return status == 404 || status == 409;
    }
}
