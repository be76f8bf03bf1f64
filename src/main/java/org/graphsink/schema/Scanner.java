package org.graphsink.schema;

/** A position in the text of a setting. Space between symbols and words means nothing. */
final class Scanner {

    private final String text;
    private int position;

    Scanner(String text) {
        this.text = text;
        skipSpace();
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position == text.length();
    }

    boolean sees(String symbol) {
        return text.startsWith(symbol, position);
    }

    boolean accepts(String symbol) {
        boolean seen = sees(symbol);
        if (seen) {
            position += symbol.length();
            skipSpace();
        }
        return seen;
    }

    void expect(String symbol) {
        if (!accepts(symbol)) {
            throw expectedAt(position, '"' + symbol + '"');
        }
    }

    /** Several symbols, described together. */
    void expect(String described, String... symbols) {
        for (String symbol : symbols) {
            if (!accepts(symbol)) {
                throw expectedAt(position, described);
            }
        }
    }

    void expectEnd(String described) {
        if (!atEnd()) {
            throw expectedAt(position, described);
        }
    }

    /** Letters, digits, dots and underscores; empty where there are none. */
    String word() {
        int end = endOfWord();
        String word = text.substring(position, end);
        position = end;
        skipSpace();
        return word;
    }

    /** A name, in backticks where it has other characters than a word. */
    String name(String what) {
        if (sees("`")) {
            return quotedName();
        }
        int start = position;
        String word = word();
        if (word.isEmpty() || Character.isDigit(word.codePointAt(0))) {
            throw expectedAt(start, what);
        }
        return word;
    }

    int number(String what, int most) {
        int start = position;
        String word = word();
        if (word.isEmpty() || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw expectedAt(start, what);
        }
        int number = word.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(word);
        if (number < 1 || number > most) {
            throw expectedAt(start, what + " from 1 to " + most);
        }
        return number;
    }

    private String quotedName() {
        int start = position;
        var name = new StringBuilder();
        position++;
        while (true) {
            int end = text.indexOf('`', position);
            if (end < 0) {
                throw problemAt(start, "this backtick is never closed");
            }
            name.append(text, position, end);
            position = end + 1;
            if (!sees("`")) {
                break;
            }
            name.append('`');
            position++;
        }
        if (name.isEmpty()) {
            throw problemAt(start, "a name cannot be empty");
        }
        skipSpace();
        return name.toString();
    }

    private int endOfWord() {
        int end = position;
        while (end < text.length() && isWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_' || codePoint == '.';
    }

    private void skipSpace() {
        while (!atEnd() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    SchemaSyntaxException expectedAt(int at, String what) {
        position = at;
        String found;
        if (atEnd()) {
            found = "the end";
        } else if (endOfWord() > at) {
            found = '"' + text.substring(at, endOfWord()) + '"';
        } else {
            found = '"' + new String(Character.toChars(text.codePointAt(at))) + '"';
        }
        return problemAt(at, "expected " + what + " but found " + found);
    }

    SchemaSyntaxException problemAt(int at, String problem) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        String line = text.substring(start, end < 0 ? text.length() : end);
        return new SchemaSyntaxException(at - start + 1, line, problem);
    }
}
