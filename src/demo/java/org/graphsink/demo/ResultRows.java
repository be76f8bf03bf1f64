package org.graphsink.demo;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows that a statement returns, as plain Java values; arrays are lists. */
final class ResultRows {

    private ResultRows() {}

    static List<List<Object>> of(ResultSet result) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        var rows = new ArrayList<List<Object>>();
        while (result.next()) {
            var row = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                Object value = result.getObject(column);
                row.add(value instanceof Array array ? List.of((Object[]) array.getArray()) : value);
            }
            rows.add(row);
        }
        return rows;
    }
}
