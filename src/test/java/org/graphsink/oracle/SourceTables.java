package org.graphsink.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A database with foreign keys that hold at every commit, and the log of its changes. Keys change as Debezium reports it: as
 * a delete and an insert, with the rows that refer to them following.
 */
final class SourceTables {

    /**
     * @param before null for an insert; {@code after} is null for a delete
     * @param other the row on the other side of a changed key, whose halves are a delete and an insert; else null
     */
    record RowChange(
            SourceTable table, Map<String, Object> before, Map<String, Object> after, Map<String, Object> other) {

        RowChange(SourceTable table, Map<String, Object> before, Map<String, Object> after) {
            this(table, before, after, null);
        }

        @Override
        public String toString() {
            return table.name() + " " + before + " -> " + after;
        }
    }

    record StoredRow(SourceTable table, Map<String, Object> row) {}

    private final List<SourceTable> tables;
    private final long sequence;
    private final Map<SourceTable, Map<Map<String, Object>, Map<String, Object>>> stored = new LinkedHashMap<>();
    private final List<RowChange> log = new ArrayList<>();

    private SourceTables(List<SourceTable> tables, long sequence) {
        this.tables = tables;
        this.sequence = sequence;
        tables.forEach(table -> stored.put(table, new LinkedHashMap<>()));
    }

    static SourceTables after(List<SourceStep> steps, List<SourceTable> tables, long sequence) {
        var source = new SourceTables(tables, sequence);
        steps.forEach(source::take);
        return source;
    }

    List<RowChange> log() {
        return log;
    }

    List<StoredRow> rows() {
        var rows = new ArrayList<StoredRow>();
        stored.forEach((table, byKey) -> byKey.values().forEach(row -> rows.add(new StoredRow(table, row))));
        return rows;
    }

    private void take(SourceStep step) {
        var table = tables.get(step.table() % tables.size());
        switch (step.kind()) {
            case INSERT -> insert(table, step);
            case UPDATE -> update(table, step);
            case DELETE -> {
                var row = row(table, step);
                if (row != null) {
                    delete(table, row);
                }
            }
            case CHANGE_KEY -> changeKey(table, step);
            case REPLAY -> {
                if (!log.isEmpty() && log.stream().noneMatch(change -> freesUniqueValue(change) || leavesOut(change))) {
                    log.addAll(List.copyOf(log.subList(step.row() % log.size(), log.size())));
                }
            }
        }
    }

    /** Another row may have the value by now, and its node would be taken for that of the row which had it. */
    private static boolean freesUniqueValue(RowChange change) {
        return change.before() != null
                && change.table().columns().stream()
                        .anyMatch(column -> column.unique()
                                && (change.after() == null
                                        || !Objects.equals(
                                                change.before().get(column.name()),
                                                change.after().get(column.name()))));
    }

    /** Read again, a changed key does not tell once more what has gone with a row that had the new key before. */
    private static boolean leavesOut(RowChange change) {
        return change.other() != null
                && change.table().columns().stream().anyMatch(column -> column.domain() == Domain.LARGE);
    }

    private Map<String, Object> row(SourceTable table, SourceStep step) {
        var rows = List.copyOf(stored.get(table).values());
        return rows.isEmpty() ? null : rows.get(step.row() % rows.size());
    }

    private void insert(SourceTable table, SourceStep step) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            var value = value(table, column, step.choice(i), row);
            if (value == null && !column.nullable()) {
                return;
            }
            row.put(column.name(), value);
        }
        if (table.events()) {
            log.add(new RowChange(table, null, row));
        } else if (!stored.get(table).containsKey(table.key(row)) && isUnique(table, row, null)) {
            put(table, null, row);
        }
    }

    private Object value(SourceTable table, SourceColumn column, int choice, Map<String, Object> row) {
        if (column.nullable() && choice % 4 == 0) {
            return null;
        }
        if (column.references() == null) {
            return column.domain().value(choice / 4, sequence);
        }
        var referred = tables.stream().filter(column::refersTo).findFirst().orElse(null);
        if (referred == null) {
            return null;
        }
        var values = new ArrayList<Object>();
        stored.get(referred).values().forEach(there -> values.add(there.get(column.referredColumn())));
        if (referred == table && !values.contains(row.get(column.referredColumn()))) {
            values.add(row.get(column.referredColumn()));
        }
        return values.isEmpty() ? null : values.get(choice / 4 % values.size());
    }

    private boolean isUnique(SourceTable table, Map<String, Object> row, Map<String, Object> except) {
        for (var column : table.columns()) {
            for (var other : stored.get(table).values()) {
                if (column.unique()
                        && other != except
                        && row.get(column.name()) != null
                        && row.get(column.name()).equals(other.get(column.name()))) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * A large value does not become null: an arrival under a new key that leaves it out, a null, and then the other half of the
     * changed key is the one order in which the old value comes back.
     */
    private void update(SourceTable table, SourceStep step) {
        var row = row(table, step);
        if (row == null) {
            return;
        }
        var after = new LinkedHashMap<>(row);
        for (int i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            if (!column.key() && step.choice(i + 20) % 2 == 0) {
                var value = value(table, column, step.choice(i), row);
                if (value != null || column.nullable() && column.domain() != Domain.LARGE) {
                    after.put(column.name(), value);
                }
            }
        }
        if (isUnique(table, after, row)) {
            put(table, row, after);
            follow(table, row, after);
        }
    }

    private void put(SourceTable table, Map<String, Object> before, Map<String, Object> after) {
        stored.get(table).put(table.key(after), after);
        log.add(new RowChange(table, before, after));
    }

    private void delete(SourceTable table, Map<String, Object> row) {
        stored.get(table).remove(table.key(row));
        log.add(new RowChange(table, row, null));
        for (var reference : references(table, row)) {
            if (stored.get(reference.table).get(reference.table.key(reference.row)) != reference.row) {
                continue;
            }
            if (reference.column.nullable()) {
                var after = new LinkedHashMap<>(reference.row);
                after.put(reference.column.name(), null);
                put(reference.table, reference.row, after);
            } else {
                delete(reference.table, reference.row);
            }
        }
    }

    private record ForeignKey(SourceTable table, SourceColumn column, Map<String, Object> row) {}

    private List<ForeignKey> references(SourceTable to, Map<String, Object> referred) {
        var references = new ArrayList<ForeignKey>();
        for (var table : tables) {
            for (var column : table.columns()) {
                if (column.refersTo(to)) {
                    for (var row : stored.get(table).values()) {
                        if (referred.get(column.referredColumn()).equals(row.get(column.name()))) {
                            references.add(new ForeignKey(table, column, row));
                        }
                    }
                }
            }
        }
        return references;
    }

    private void changeKey(SourceTable table, SourceStep step) {
        var row = row(table, step);
        if (row == null || isReferredToByAnotherColumn(table)) {
            return;
        }
        var after = new LinkedHashMap<>(row);
        for (int i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            if (column.key()) {
                after.put(column.name(), value(table, column, step.choice(i), row));
            }
        }
        for (var column : table.columns()) {
            if (column.refersTo(table) && row.get(column.referredColumn()).equals(row.get(column.name()))) {
                after.put(column.name(), after.get(column.referredColumn()));
            }
        }
        if (!stored.get(table).containsKey(table.key(after))) {
            replace(table, row, after);
        }
    }

    /** The delete that stands for half a key change would take the relationships of rows that do not change along. */
    private boolean isReferredToByAnotherColumn(SourceTable table) {
        return tables.stream()
                .flatMap(other -> other.columns().stream())
                .anyMatch(column -> column.refersTo(table)
                        && !table.column(column.referredColumn()).key());
    }

    private void replace(SourceTable table, Map<String, Object> row, Map<String, Object> after) {
        stored.get(table).remove(table.key(row));
        log.add(new RowChange(table, row, null, after));
        stored.get(table).put(table.key(after), after);
        log.add(new RowChange(table, null, after, row));
        follow(table, row, after);
    }

    /** Rows that refer to a changed key change with it. */
    private void follow(SourceTable to, Map<String, Object> before, Map<String, Object> after) {
        for (var reference : references(to, before)) {
            var name = reference.column.name();
            var value = after.get(reference.column.referredColumn());
            if (value.equals(reference.row.get(name)) || reference.row == after) {
                continue;
            }
            var followed = new LinkedHashMap<>(reference.row);
            followed.put(name, value);
            if (reference.column.key()) {
                replace(reference.table, reference.row, followed);
            } else {
                put(reference.table, reference.row, followed);
            }
        }
    }
}
