package org.graphsink.pattern;

import java.util.Arrays;
import java.util.Optional;

/** The functions of the mapping language. They run in the connector and are named as in Cypher. */
public enum Function {
    DATE("date", 1, 1),
    TIME("time", 1, 1),
    LOCAL_TIME("localtime", 1, 1),
    DATETIME("datetime", 1, 1),
    LOCAL_DATETIME("localdatetime", 1, 1),
    DURATION("duration", 1, 1),
    POINT("point", 2, 3),
    TO_STRING("toString", 1, 1),
    TO_INTEGER("toInteger", 1, 1),
    TO_FLOAT("toFloat", 1, 1),
    TO_BOOLEAN("toBoolean", 1, 1),
    VECTOR("vector", 1, 1),
    JSON("json", 1, 1);

    private final String name;
    private final int fewestArguments;
    private final int mostArguments;

    Function(String name, int fewestArguments, int mostArguments) {
        this.name = name;
        this.fewestArguments = fewestArguments;
        this.mostArguments = mostArguments;
    }

    /** The name as written in a pattern; names are matched without regard to case, as in Cypher. */
    public String cypherName() {
        return name;
    }

    /** The function of this name, in whatever case. */
    static Optional<Function> of(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name.equalsIgnoreCase(name))
                .findFirst();
    }

    public int fewestArguments() {
        return fewestArguments;
    }

    public int mostArguments() {
        return mostArguments;
    }
}
