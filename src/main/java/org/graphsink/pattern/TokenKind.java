package org.graphsink.pattern;

/** What a {@link Token} is. */
enum TokenKind {
    /** A name as it is. */
    WORD,
    /** A name in backticks. */
    QUOTED,
    /** A backtick that nothing closes. */
    UNCLOSED,
    LEFT_PAREN,
    RIGHT_PAREN,
    LEFT_BRACKET,
    RIGHT_BRACKET,
    LEFT_BRACE,
    RIGHT_BRACE,
    LESS,
    GREATER,
    MINUS,
    PLUS,
    STAR,
    BANG,
    COLON,
    SEMICOLON,
    COMMA,
    DOT,
    DOLLAR,
    BAR,
    /** A character that the language does not use. */
    OTHER,
    END;

    boolean isName() {
        return this == WORD || this == QUOTED;
    }

    /**
     * The kind of a token of one character. Cypher draws arrows with further dashes and brackets, which word processors
     * like to put in place of the plain ones.
     */
    static TokenKind ofSymbol(int character) {
        return switch (character) {
            case '(' -> LEFT_PAREN;
            case ')' -> RIGHT_PAREN;
            case '[' -> LEFT_BRACKET;
            case ']' -> RIGHT_BRACKET;
            case '{' -> LEFT_BRACE;
            case '}' -> RIGHT_BRACE;
            case '<', 0x27E8, 0x3008, 0xFE64, 0xFF1C -> LESS;
            case '>', 0x27E9, 0x3009, 0xFE65, 0xFF1E -> GREATER;
            case '-', 0xAD, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D -> MINUS;
            case '+' -> PLUS;
            case '*' -> STAR;
            case '!' -> BANG;
            case ':' -> COLON;
            case ';' -> SEMICOLON;
            case ',' -> COMMA;
            case '.' -> DOT;
            case '$' -> DOLLAR;
            case '|' -> BAR;
            default -> OTHER;
        };
    }
}
