package org.graphsink.record.decoder;

import org.graphsink.record.RecordException;

/** What a record of Debezium says about its row. */
enum Operation {
    CREATE,
    READ,
    UPDATE,
    DELETE,
    TRUNCATE,
    MESSAGE;

    /** @throws RecordException where the code is none of Debezium's */
    static Operation of(Object code) {
        return switch (String.valueOf(code)) {
            case "c" -> CREATE;
            case "r" -> READ;
            case "u" -> UPDATE;
            case "d" -> DELETE;
            case "t" -> TRUNCATE;
            case "m" -> MESSAGE;
            default -> throw new RecordException("The operation of a Debezium record is none of c, r, u, d, t and m");
        };
    }

    /** Whether the row was not there before, or not known to the connector. */
    boolean isOfNewRow() {
        return this == CREATE || this == READ;
    }
}
