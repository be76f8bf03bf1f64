package org.graphsink.value;

/**
 * Texts whose characters are all whole. The driver writes a question mark for half a surrogate pair: names and keys that
 * differ would become one.
 */
public final class SurrogatePairs {

    private SurrogatePairs() {}

    public static boolean areWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                if (Character.isLowSurrogate(unit)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
