package org.graphsink.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random changes of the shop's tables, in transactions of several. */
final class ShopWorkload {

    /** How many rows each table has at first. */
    private static final int ROWS = 25;

    private final Connection database;
    private final Random random;
    private final ShopSql sql;
    private final ShopRows rows;
    private final List<ShopChange> changes = new ArrayList<>();

    /** @param database its search path leads to the shop's tables */
    ShopWorkload(Connection database, ShopVariant variant, Random random) {
        this.database = database;
        this.random = random;
        this.sql = new ShopSql(database, variant, random);
        this.rows = new ShopRows(sql);
        changes.addAll(rows.changes());
        changes.addAll(new ShopMoves(sql).changes());
        changes.addAll(new ShopKeys(sql, rows, variant).changes());
    }

    /** Fills the tables. */
    void begin() throws SQLException {
        database.setAutoCommit(false);
        for (String table : ShopRows.TABLES) {
            for (int id = 1; id <= ROWS; id++) {
                int key = id;
                attempt(() -> rows.insert(table, key));
            }
        }
        database.commit();
    }

    /** @return how many changes it made, not counting what they cascade to */
    int transaction() throws SQLException {
        int made = 0;
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            made += attempt(changes.get(random.nextInt(changes.size())));
        }
        if (random.nextInt(20) == 0) {
            database.rollback();
            return 0;
        }
        database.commit();
        return made;
    }

    /** The last change of all: when it has come through, all others have. */
    void end() throws SQLException {
        database.setAutoCommit(true);
        sql.run("INSERT INTO last_change VALUES (1)");
    }

    private int attempt(ShopChange change) throws SQLException {
        var before = database.setSavepoint();
        try {
            int changed = change.apply();
            database.releaseSavepoint(before);
            return changed > 0 ? 1 : 0;
        } catch (SQLException e) {
            if (!e.getSQLState().startsWith("23")) {
                throw e;
            }
            database.rollback(before);
            return 0;
        }
    }
}
