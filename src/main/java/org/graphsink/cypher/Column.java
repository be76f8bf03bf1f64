package org.graphsink.cypher;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** One value of each of a step's rows, read where it lies: nothing is copied before it becomes a value of the driver. */
final class Column<R> extends AbstractList<Object> implements RandomAccess {

    /** Which value of a row. */
    interface Cell<R> {
        Object of(R row, int index);
    }

    private final List<R> rows;
    private final int index;
    private final Cell<R> cell;

    /** @param index is given to the cell, so that all parts of a key are read by one */
    Column(List<R> rows, int index, Cell<R> cell) {
        this.rows = rows;
        this.index = index;
        this.cell = cell;
    }

    @Override
    public Object get(int row) {
        return cell.of(rows.get(row), index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
