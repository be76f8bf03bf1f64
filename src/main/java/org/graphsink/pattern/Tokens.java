package org.graphsink.pattern;

import java.util.List;

/** Reads the tokens of a text one after the other, and makes the errors about them. */
final class Tokens {

    private final PatternText text;
    private final List<Token> tokens;
    private int next;

    Tokens(String text) {
        this.text = new PatternText(text);
        this.tokens = Lexer.tokens(text);
    }

    /** The next token; at the end {@link TokenKind#END}, again and again. */
    Token peek() {
        return tokens.get(next);
    }

    boolean at(TokenKind kind) {
        return peek().kind() == kind;
    }

    boolean atName() {
        return peek().kind().isName();
    }

    /** Whether the token after the next one is of this kind. */
    boolean then(TokenKind kind) {
        return next + 1 < tokens.size() && tokens.get(next + 1).kind() == kind;
    }

    /** Whether the text has more than one pattern. */
    boolean hasSeveralPatterns() {
        for (int i = 0; i < tokens.size() - 2; i++) {
            if (tokens.get(i).kind() == TokenKind.SEMICOLON) {
                return true;
            }
        }
        return false;
    }

    Token take() {
        Token token = peek();
        if (token.kind() != TokenKind.END) {
            next++;
        }
        return token;
    }

    boolean accept(TokenKind kind) {
        if (at(kind)) {
            take();
            return true;
        }
        return false;
    }

    /** @param expected what the user should have written here */
    Token expect(TokenKind kind, String expected) {
        if (!at(kind)) {
            throw unexpected(expected);
        }
        return take();
    }

    /** @param expected what the user should have written here */
    Token expectName(String expected) {
        if (!atName()) {
            throw unexpected(expected);
        }
        Token name = take();
        if (name.text().isEmpty()) {
            throw mistake(name, "a name cannot be empty");
        }
        return name;
    }

    /** The error that the next token is not what is expected here. */
    PatternException unexpected(String expected) {
        Token found = peek();
        if (found.kind() == TokenKind.UNCLOSED) {
            return mistake(found, "the name that starts with this backtick is not closed by another one");
        }
        String hint = splitsName(found) ? "; a name with this character is written in backticks" : "";
        return mistake(found, "expected " + expected + " but found " + found.description() + hint);
    }

    /** Whether the token stands between two words without a blank, as in {@code first-name}. */
    private boolean splitsName(Token token) {
        if (next == 0 || (token.kind() != TokenKind.MINUS && token.kind() != TokenKind.OTHER)) {
            return false;
        }
        Token left = tokens.get(next - 1);
        Token right = tokens.get(next + 1);
        return left.kind() == TokenKind.WORD
                && right.kind() == TokenKind.WORD
                && left.offset() + left.text().length() == token.offset()
                && token.offset() + token.text().length() == right.offset();
    }

    PatternException mistake(Token at, String message) {
        return text.mistake(at.offset(), message);
    }
}
