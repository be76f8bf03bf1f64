package org.graphsink.pattern;

/** The text of a mapping, and how a place in it is shown to the user. */
final class PatternText {

    private static final String INDENT = "  ";
    private static final int WIDEST_LINE = 100;
    /** How much of a long line is shown after the mistake. */
    private static final int AFTER_MISTAKE = 30;

    private final String text;

    PatternText(String text) {
        this.text = text;
    }

    /** @param offset in chars from 0; the length of the text for a mistake at its end */
    PatternException mistake(int offset, String message) {
        int start = lineStart(offset);
        int column = text.codePointCount(start, offset) + 1;
        var description = new StringBuilder();
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            description.append("Line ").append(lineNumber(start)).append(", column ");
        } else {
            description.append("Column ");
        }
        description.append(column).append(": ").append(message);
        String line = text.substring(start, lineEnd(start));
        if (!line.isBlank()) {
            show(line.codePoints().toArray(), column - 1, description);
        }
        return new PatternException(column, description.toString());
    }

    /** The line and a caret under the mistake; of a long line, what is around the mistake. */
    private static void show(int[] line, int mistake, StringBuilder description) {
        int end = line.length <= WIDEST_LINE
                ? line.length
                : Math.min(line.length, Math.max(mistake + AFTER_MISTAKE, WIDEST_LINE));
        int start = Math.max(0, end - WIDEST_LINE);
        description.append('\n').append(INDENT).append(start > 0 ? "…" : "");
        for (int i = start; i < end; i++) {
            description.appendCodePoint(shown(line[i]));
        }
        description.append(end < line.length ? "…" : "").append('\n').append(INDENT);
        description.append(" ".repeat((start > 0 ? 1 : 0) + mistake - start)).append('^');
    }

    /** One column wide, so that the caret stays under the mistake. */
    private static int shown(int character) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return ' ';
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> 0xFFFD;
            default -> character;
        };
    }

    private int lineStart(int offset) {
        int start = offset;
        while (start > 0 && !endsLine(start - 1)) {
            start--;
        }
        return start;
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int lineNumber(int start) {
        int number = 1;
        for (int i = 0; i < start; i++) {
            if (endsLine(i)) {
                number++;
            }
        }
        return number;
    }

    /** Whether a line ends after this char: at a line feed, or at a carriage return without one. */
    private boolean endsLine(int index) {
        return text.charAt(index) == '\n' || (text.charAt(index) == '\r' && !text.startsWith("\n", index + 1));
    }
}
