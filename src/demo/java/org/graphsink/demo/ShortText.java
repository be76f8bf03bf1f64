package org.graphsink.demo;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values as the console shows them. */
final class ShortText {

    private static final int SHOWN = 3;
    private static final int LETTERS = 26;

    private ShortText() {}

    /** The first elements, and how many there are where some are left out. */
    static String list(int size, IntFunction<String> element) {
        String shown =
                IntStream.range(0, Math.min(SHOWN, size)).mapToObj(element).collect(Collectors.joining(", "));
        return size <= SHOWN ? "[" + shown + "]" : "[" + shown + ", …]";
    }

    /** The beginning of a long text; lists are short already. */
    static String cut(String text) {
        return text.length() <= LETTERS || text.startsWith("[") ? text : text.substring(0, LETTERS - 1) + "…";
    }
}
