package org.graphsink.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Random;
import org.graphsink.tables.ShopVariant.Database;

/** Statements on the shop's tables with random values, in the SQL that both databases know. */
final class ShopSql {

    /** The few keys that new rows have come and go again. */
    static final int FEW = 60;

    /** The words of a text that no page of PostgreSQL holds beside its row, as it can hardly be compressed. */
    private static final int LARGE = 400;

    private final Connection connection;
    private final ShopVariant variant;
    private final Random random;
    private int skus;

    /** @param connection its search path leads to the shop's tables */
    ShopSql(Connection connection, ShopVariant variant, Random random) {
        this.connection = connection;
        this.variant = variant;
        this.random = random;
    }

    /** @return how many rows it changed */
    int run(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i], type(parameters[i]));
            }
            return statement.executeUpdate();
        }
    }

    private static int type(Object parameter) {
        if (parameter == null) {
            return Types.NULL;
        }
        return parameter instanceof Integer ? Types.INTEGER : Types.VARCHAR;
    }

    /** A column of a row that there is, or null. */
    <T> T some(String table, String column, Class<T> type) throws SQLException {
        int order = 1 + random.nextInt(7918);
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(
                        "SELECT " + column + " FROM " + table + " ORDER BY id * " + order + " % 7919 LIMIT 1")) {
            return result.next() ? type.cast(result.getObject(1)) : null;
        }
    }

    /** The key of a row that there is, or null. */
    Integer some(String table) throws SQLException {
        return some(table, "id", Integer.class);
    }

    /** The key of a new row, which others may have had before. */
    int key() {
        return id(FEW);
    }

    int id(int most) {
        return 1 + random.nextInt(most);
    }

    String text() {
        return "text " + random.nextInt(100_000);
    }

    /** Of several kilobytes often, which PostgreSQL stores out of line. */
    String large() {
        int kind = random.nextInt(4);
        return kind == 0 ? null : words(kind == 1 ? 1 : LARGE);
    }

    /** Of a relationship: large where before images tell what did not change. */
    String described() {
        return variant.hasBefore() ? large() : maybe(words(1));
    }

    private String words(int count) {
        var words = new StringBuilder();
        for (int i = count; i > 0; i--) {
            words.append(Long.toHexString(random.nextLong()));
        }
        return words.toString();
    }

    /** A placeholder for {@link #map()}. */
    String mapParameter() {
        return variant.database() == Database.POSTGRES ? "CAST(? AS hstore)" : "?";
    }

    /** Some of a few entries, of which one may be large and one null; or no map. */
    String map() {
        if (random.nextInt(5) == 0 || !variant.hasBefore()) {
            return null;
        }
        boolean postgres = variant.database() == Database.POSTGRES;
        var map = new StringBuilder();
        for (String name : new String[] {"colour", "size", "age", "story"}) {
            if (random.nextBoolean()) {
                String value = random.nextInt(6) == 0
                        ? (postgres ? "NULL" : "null")
                        : '"' + (name.equals("story") ? words(LARGE) : text()) + '"';
                map.append(map.isEmpty() ? "" : ", ")
                        .append('"' + name + '"')
                        .append(postgres ? "=>" : ":")
                        .append(value);
            }
        }
        return postgres ? map.toString() : "{" + map + "}";
    }

    String sku() {
        return "S" + ++skus;
    }

    String price() {
        return random.nextInt(1_000) + "." + random.nextInt(10) + random.nextInt(10);
    }

    String day() {
        return "20" + (10 + random.nextInt(20)) + "-0" + id(9) + "-" + (10 + random.nextInt(19));
    }

    String department() {
        return "Department " + id(4);
    }

    <T> T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}
