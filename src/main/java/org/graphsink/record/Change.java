package org.graphsink.record;

/** What a record value says: the part of a {@link ChangeEvent} that does not come from its key and metadata. */
record Change(
        Operation operation, boolean row, boolean created, Image before, Image after, Image columns, String skipped) {

    Change(Operation operation, boolean row, Image before, Image after) {
        this(operation, row, false, before, after, Image.NONE, null);
    }

    /** @param columns the deleted row with all its columns; {@code before} has those whose values the record tells */
    static Change deleted(Image before, Image columns) {
        return new Change(Operation.DELETE, true, false, before, Image.NONE, columns, null);
    }

    static Change skipped(String reason) {
        return new Change(Operation.SKIP, false, false, Image.NONE, Image.NONE, Image.NONE, reason);
    }

    /** This change, of a row that is new or read by a snapshot where the code of Debezium says so. */
    Change ofRow(Object code) {
        return "c".equals(code) || "r".equals(code)
                ? new Change(operation, row, true, before, after, columns, skipped)
                : this;
    }

    /** The operation that a code of Debezium stands for. */
    static Operation operation(Object code) {
        return switch (String.valueOf(code)) {
            case "c", "r", "u" -> Operation.UPSERT;
            case "d" -> Operation.DELETE;
            case "t" -> Operation.TRUNCATE;
            case "m" -> Operation.SKIP;
            default -> throw new RecordException("The operation of a Debezium record is none of c, r, u, d, t and m");
        };
    }
}
