package org.graphsink.pattern;

/**
 * A piece of pattern text.
 *
 * @param text as written; of a name in backticks what they enclose, with doubled backticks undone
 * @param offset of the first character in the whole text, counted in chars from 0
 */
record Token(TokenKind kind, String text, int offset) {

    private static final int LONGEST_QUOTE = 40;

    /** The token as an error message names it. */
    String description() {
        return switch (kind) {
            case END -> "the end of the text";
            case QUOTED -> shortened(NameText.quoted(text));
            case OTHER -> other(text.codePointAt(0));
            default -> "'" + shortened(text) + "'";
        };
    }

    private static String other(int character) {
        if (character == '\'') {
            return "\"'\"";
        }
        return visible(character) ? "'" + Character.toString(character) + "'" : "U+%04X".formatted(character);
    }

    private static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST_QUOTE ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…";
    }

    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }
}
