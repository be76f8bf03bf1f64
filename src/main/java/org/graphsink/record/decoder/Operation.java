package org.graphsink.record.decoder;

import org.graphsink.record.RecordException;

/** What a record of Debezium says about its row. */
enum Operation {
    CREATE("c"),
    READ("r"),
    UPDATE("u"),
    DELETE("d"),
    TRUNCATE("t"),
    MESSAGE("m");

    private final String code;

    Operation(String code) {
        this.code = code;
    }

    static boolean isCode(Object code) {
        return find(code) != null;
    }

    /** @throws RecordException where the code is none of Debezium's */
    static Operation of(Object code) {
        var operation = find(code);
        if (operation == null) {
            throw new RecordException("The operation of a Debezium record is none of c, r, u, d, t and m");
        }
        return operation;
    }

    private static Operation find(Object code) {
        for (var operation : values()) {
            if (operation.code.equals(code)) {
                return operation;
            }
        }
        return null;
    }

    /** Whether the row was not there before, or not known to the connector. */
    boolean isOfNewRow() {
        return this == CREATE || this == READ;
    }
}
