package org.graphsink.pattern;

/** A mistake in a pattern. The message names the column, shows the line with a caret and says what was expected. */
public final class PatternException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int column;

    PatternException(int column, String message) {
        super(message);
        this.column = column;
    }

    /** Counted from 1 within its line. */
    public int column() {
        return column;
    }
}
