package org.graphsink.pattern;

/** How names are written in a pattern: as they are where that reads back as the same name, else in backticks. */
final class NameText {

    private NameText() {}

    /** A label or relationship type. Those with dots are quoted although they need not be, because Cypher would. */
    static String ofLabel(String name) {
        return isWord(name) ? name : quoted(name);
    }

    /** A property: dots are part of its name. */
    static String ofProperty(String name) {
        for (String part : name.split("\\.", -1)) {
            if (!isWord(part)) {
                return quoted(name);
            }
        }
        return name;
    }

    /** A field within a path: dots lead from one field to the next, so that a name with a dot is quoted. */
    static String ofField(String name) {
        return isWord(name) ? name : quoted(name);
    }

    static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** Whether the lexer reads the name as one word. */
    static boolean isWord(String name) {
        if (name.isEmpty() || !startsWord(name.codePointAt(0))) {
            return false;
        }
        // A currency sign before a bracket would start a name from the record.
        return name.codePoints().allMatch(NameText::continuesWord) && name.indexOf('$') < 0;
    }

    /** Wider than Cypher, which wants a letter first: column names such as {@code 2fa} are no rarity. */
    static boolean startsWord(int character) {
        return character != '$' && (Character.isJavaIdentifierStart(character) || Character.isDigit(character));
    }

    static boolean continuesWord(int character) {
        return Character.isJavaIdentifierPart(character) && !Character.isIdentifierIgnorable(character);
    }
}
