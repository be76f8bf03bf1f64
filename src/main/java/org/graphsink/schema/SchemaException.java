package org.graphsink.schema;

import java.util.List;

/**
 * The schema is not as declared and could not be made so. The message lists everything that is wrong and what to change;
 * it never holds a property's value. Retrying without a change cannot help.
 */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SchemaException(String heading, List<String> problems) {
        super(heading + "\n- " + String.join("\n- ", problems));
        this.problems = List.copyOf(problems);
    }

    SchemaException(String message) {
        super(message);
        this.problems = List.of(message);
    }

    /** One text per thing that is wrong. */
    public List<String> problems() {
        return problems == null ? List.of(getMessage()) : problems;
    }
}
