package org.graphsink.schema;

import java.util.List;

/**
 * The schema is not as declared and could not be made so. The message lists everything that is wrong and what to change;
 * it never holds a property's value. Retrying without a change cannot help.
 */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;
    private final boolean refusal;

    private SchemaException(String message, List<String> problems, boolean refusal) {
        super(message);
        this.problems = List.copyOf(problems);
        this.refusal = refusal;
    }

    SchemaException(String heading, List<String> problems) {
        this(text(heading, problems), problems, false);
    }

    SchemaException(String message) {
        this(message, List.of(message), false);
    }

    /** For a label that records name: the database cannot have its constraint, because of its data or of what it has already. */
    static SchemaException refused(String heading, List<String> problems) {
        return new SchemaException(text(heading, problems), problems, true);
    }

    private static String text(String heading, List<String> problems) {
        return heading + "\n- " + String.join("\n- ", problems);
    }

    /** Whether it is the label that a record names which cannot have its constraint, and nothing else is wrong. */
    public boolean isRefusal() {
        return refusal;
    }

    /** One text per thing that is wrong. */
    public List<String> problems() {
        return problems == null ? List.of(getMessage()) : problems;
    }
}
