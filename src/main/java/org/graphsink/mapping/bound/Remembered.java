package org.graphsink.mapping.bound;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers that depend on the question alone, kept for as many questions as little memory allows: records may give any labels and
 * any subset of fields. Used by one thread.
 */
public final class Remembered<Q, A> {

    private static final int MOST = 1_000;

    private final Map<Q, A> answers = new HashMap<>();
    private final Function<Q, A> asked;

    /** @param asked gives the same answer to the same question each time, and never null */
    public Remembered(Function<Q, A> asked) {
        this.asked = asked;
    }

    /** @param question is not to be changed afterwards */
    public A of(Q question) {
        var known = answers.get(question);
        if (known != null) {
            return known;
        }
        if (answers.size() >= MOST) {
            answers.clear();
        }
        var answer = asked.apply(question);
        answers.put(question, answer);
        return answer;
    }
}
