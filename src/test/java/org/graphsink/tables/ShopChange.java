package org.graphsink.tables;

import java.sql.SQLException;

/** A change of the shop's tables. */
interface ShopChange {

    /** @return how many rows it changed, not counting cascades */
    int apply() throws SQLException;
}
