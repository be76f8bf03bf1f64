package org.graphsink.pattern;

import java.util.ArrayList;
import java.util.List;

/** Cuts pattern text into tokens. It refuses nothing, so that the first mistake in reading order is the one reported. */
final class Lexer {

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    /** What lacks at the end is shown behind the last token, not behind the blanks after it. */
    private int afterLast;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of the text; the last one, and only that, is {@link TokenKind#END}. */
    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        lexer.run();
        return List.copyOf(lexer.tokens);
    }

    private void run() {
        while (position < text.length()) {
            int character = text.codePointAt(position);
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                position += Character.charCount(character);
            } else if (character == '`') {
                quoted();
            } else if (NameText.startsWord(character)) {
                word();
            } else {
                int end = position + Character.charCount(character);
                add(TokenKind.ofSymbol(character), text.substring(position, end), end);
            }
        }
        position = afterLast;
        add(TokenKind.END, "", afterLast);
    }

    private void word() {
        int end = position;
        while (end < text.length() && NameText.continuesWord(text.codePointAt(end)) && !text.startsWith("$(", end)) {
            end += Character.charCount(text.codePointAt(end));
        }
        add(TokenKind.WORD, text.substring(position, end), end);
    }

    private void quoted() {
        var name = new StringBuilder();
        int from = position + 1;
        while (true) {
            int backtick = text.indexOf('`', from);
            if (backtick < 0) {
                add(TokenKind.UNCLOSED, "`", text.length());
                return;
            }
            name.append(text, from, backtick);
            if (!text.startsWith("``", backtick)) {
                add(TokenKind.QUOTED, name.toString(), backtick + 1);
                return;
            }
            name.append('`');
            from = backtick + 2;
        }
    }

    private void add(TokenKind kind, String tokenText, int end) {
        tokens.add(new Token(kind, tokenText, position));
        position = end;
        afterLast = end;
    }
}
