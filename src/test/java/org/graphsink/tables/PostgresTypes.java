package org.graphsink.tables;

import java.util.List;
import java.util.Set;
import org.graphsink.tables.AllTypes.Column;

/** The types of PostgreSQL and its bundled extensions. */
final class PostgresTypes {

    static final String EXTENSIONS = "CREATE EXTENSION hstore; CREATE EXTENSION citext; CREATE EXTENSION ltree;"
            + " CREATE TYPE mood AS ENUM ('sad', 'ok')";

    private static final List<Column> COLUMNS = List.of(
            new Column("small smallint", "-7", "INTEGER -7"),
            new Column("big bigint", "9007199254740993", "INTEGER 9007199254740993"),
            new Column("single real", "0.25", "FLOAT 0.25"),
            new Column("dbl double precision", "0.1", "FLOAT 0.1"),
            new Column("flag boolean", "true", "BOOLEAN TRUE"),
            new Column("num numeric(12,4)", "12345.6789", "STRING \"12345.6789\""),
            new Column("num_any numeric", "1234.5", "STRING \"1234.5\""),
            new Column("cash money", "'1234.56'", "STRING \"1234.56\""),
            new Column("chr char(5)", "'ab'", "STRING \"ab   \""),
            new Column("vchr varchar(9)", "'vchr'", "STRING \"vchr\""),
            new Column("txt text", "'täxt'", "STRING \"täxt\""),
            new Column("bin bytea", "'\\xfbef00ff'", "BYTES fbef00ff"),
            new Column("bit_one bit(1)", "B'1'", "BOOLEAN TRUE"),
            new Column("bit_five bit(5)", "B'10110'", "BYTES 16"),
            new Column("bit_any bit varying(20)", "B'1011011101'", "BYTES dd02"),
            new Column("dt date", "'2026-02-28'", "DATE 2026-02-28"),
            new Column("tm time", "'13:14:15.123456'", "LOCAL_TIME 13:14:15.123456"),
            new Column("tm_three time(3)", "'13:14:15.123'", "LOCAL_TIME 13:14:15.123"),
            new Column("tm_zoned timetz", "'13:14:15.123456+02'", "TIME 11:14:15.123456Z"),
            new Column("ts timestamp", "'2026-02-28 13:14:15.123456'", "LOCAL_DATE_TIME 2026-02-28T13:14:15.123456"),
            new Column("ts_three timestamp(3)", "'2026-02-28 13:14:15.123'", "LOCAL_DATE_TIME 2026-02-28T13:14:15.123"),
            new Column(
                    "ts_zoned timestamptz", "'2026-02-28 13:14:15.123456+02'", "DATE_TIME 2026-02-28T11:14:15.123456Z"),
            new Column(
                    "ts_old timestamp", "'1888-02-28 13:14:15.123456'", "LOCAL_DATE_TIME 1888-02-28T13:14:15.123456"),
            new Column(
                    "span interval", "'1 year 2 months 3 days 04:05:06.789012'", "DURATION P0M0DT37091106.789012000S"),
            new Column(
                    "uid uuid",
                    "'1b671a64-40d5-491e-99b0-da01ff1f3341'",
                    "STRING \"1b671a64-40d5-491e-99b0-da01ff1f3341\""),
            new Column("js json", "'{\"a\": [1, 2]}'", "STRING \"{\\\"a\\\": [1, 2]}\""),
            new Column("jsb jsonb", "'{\"a\": [1, 2]}'", "STRING \"{\\\"a\\\": [1, 2]}\""),
            new Column("doc xml", "'<a>1</a>'", "STRING \"<a>1</a>\""),
            new Column("md mood", "'ok'", "STRING \"ok\""),
            new Column("moods mood[]", "'{sad,ok}'", "LIST [\"sad\", \"ok\"]"),
            new Column("ints int[]", "'{1,2,3}'", "LIST [1, 2, 3]"),
            new Column("bigs bigint[]", "'{1,2}'", "LIST [1, 2]"),
            new Column("texts text[]", "'{a,b}'", "LIST [\"a\", \"b\"]"),
            new Column("nums numeric(6,2)[]", "'{1.50,2.25}'", "LIST [\"1.50\", \"2.25\"]"),
            new Column("reals double precision[]", "'{1.5,2.5}'", "LIST [1.5, 2.5]"),
            new Column("flags boolean[]", "'{true,false}'", "LIST [TRUE, FALSE]"),
            new Column("dates date[]", "'{2026-02-28}'", "LIST [2026-02-28]"),
            new Column(
                    "zoned timestamptz[]", "'{2026-02-28 13:14:15.123456+02}'", "LIST [2026-02-28T11:14:15.123456Z]"),
            new Column(
                    "uids uuid[]",
                    "'{1b671a64-40d5-491e-99b0-da01ff1f3341}'",
                    "LIST [\"1b671a64-40d5-491e-99b0-da01ff1f3341\"]"),
            new Column("none int[]", "'{}'", "LIST []"),
            new Column("ip inet", "'10.1.2.3/24'", "STRING \"10.1.2.3/24\""),
            new Column("net cidr", "'10.1.0.0/16'", "STRING \"10.1.0.0/16\""),
            new Column("mac macaddr", "'08:00:2b:01:02:03'", "STRING \"08:00:2b:01:02:03\""),
            new Column("int_range int4range", "'[1,5)'", "STRING \"[1,5)\""),
            new Column("big_range int8range", "'[1,5)'", "STRING \"[1,5)\""),
            new Column("num_range numrange", "'[1.5,2.5]'", "STRING \"[1.5,2.5]\""),
            new Column("date_range daterange", "'[2026-01-01,2026-02-01)'", "STRING \"[2026-01-01,2026-02-01)\""),
            new Column(
                    "ts_range tsrange",
                    "'[2026-01-01 01:02:03,2026-02-01 01:02:03)'",
                    "STRING \"[\\\"2026-01-01 01:02:03\\\",\\\"2026-02-01 01:02:03\\\")\""),
            new Column(
                    "zoned_range tstzrange",
                    "'[2026-01-01 01:02:03+00,2026-02-01 01:02:03+00)'",
                    "STRING \"[\\\"2026-01-01 01:02:03+00\\\",\\\"2026-02-01 01:02:03+00\\\")\""),
            new Column("ranges int4multirange", "'{[1,5),[7,9)}'", "BYTES 7b5b312c35292c5b372c39297d"),
            new Column("pnt point", "'(1.5,2.5)'", "POINT Point{srid=7203, x=1.5, y=2.5}"),
            new Column("bx box", "'((0,0),(1,1))'", "STRING \"POLYGON ((1 1, 1 0, 0 0, 0 1, 1 1))\""),
            new Column("ci citext", "'CiText'", "STRING \"CiText\""),
            new Column("tree ltree", "'a.b.c'", "STRING \"a.b.c\""),
            new Column("hs hstore", "'a=>1, b=>NULL'", "STRING \"{\\\"a\\\":\\\"1\\\",\\\"b\\\":null}\""),
            new Column("words tsvector", "to_tsvector('english', 'The fat cats')", "STRING \"'cat':3 'fat':2\""),
            new Column("num_oid oid", "42", "INTEGER 42"),
            new Column("opt_small smallint", "7", "INTEGER 7"),
            new Column("opt_int int", "7", "INTEGER 7"),
            new Column("opt_big bigint", "7", "INTEGER 7"),
            new Column("opt_real real", "0.5", "FLOAT 0.5"),
            new Column("opt_dbl double precision", "0.5", "FLOAT 0.5"),
            new Column("opt_flag boolean", "true", "BOOLEAN TRUE"),
            new Column("opt_bit bit(1)", "B'1'", "BOOLEAN TRUE"),
            new Column("opt_oid oid", "42", "INTEGER 42"),
            new Column("nothing text", "NULL", null));

    /** These are null in an image of the key alone, which tells it from one of a row that has zeros. */
    private static final String PLAIN = "opt_";

    /**
     * Debezium 3.7 stops at the deletion of a row, of which it knows the key alone, where a timestamp may not be null and
     * {@code time.precision.mode} is {@code nanoseconds}.
     */
    private static final Set<String> NULLABLE = Set.of("nothing", "ts", "ts_three", "ts_old");

    static final AllTypes ALL = new AllTypes(COLUMNS.stream()
            .map(column -> NULLABLE.contains(column.name()) || column.name().startsWith(PLAIN)
                    ? column
                    : new Column(column.definition() + " NOT NULL", column.literal(), column.property()))
            .toList());

    private PostgresTypes() {}
}
