package org.graphsink.schema;

/**
 * A mistake in the text of an index setting. The message names the column, shows the line with a caret and says what was
 * expected.
 */
public final class SchemaSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int column;

    SchemaSyntaxException(int column, String line, String problem) {
        super("Column " + column + ": " + problem + "\n  " + line + "\n  " + " ".repeat(column - 1) + "^");
        this.column = column;
    }

    /** Counted from 1 within its line. */
    public int column() {
        return column;
    }
}
