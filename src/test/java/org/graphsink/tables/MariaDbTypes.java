package org.graphsink.tables;

import java.util.List;
import org.graphsink.tables.AllTypes.Column;

/** The types of MariaDB. Debezium 3.5 cannot read the definition of a table that has addresses (INET4, INET6). */
final class MariaDbTypes {

    static final AllTypes ALL = new AllTypes(List.of(
            new Column("tiny tinyint", "-7", "INTEGER -7"),
            new Column("utiny tinyint unsigned", "255", "INTEGER 255"),
            new Column("usmall smallint unsigned", "65535", "INTEGER 65535"),
            new Column("umedium mediumint unsigned", "16777215", "INTEGER 16777215"),
            new Column("uint int unsigned", "4294967295", "INTEGER 4294967295"),
            new Column("filled int(5) zerofill", "42", "INTEGER 42"),
            new Column("big bigint", "9007199254740993", "INTEGER 9007199254740993"),
            new Column("ubig bigint unsigned", "9223372036854775807", "INTEGER 9223372036854775807"),
            new Column("most bigint unsigned", "18446744073709551615", "INTEGER -1"),
            new Column("flag boolean", "true", "INTEGER 1"),
            new Column("num decimal(12,4)", "12345.6789", "STRING \"12345.6789\""),
            new Column(
                    "num_whole decimal(30)",
                    "123456789012345678901234567890",
                    "STRING \"123456789012345678901234567890\""),
            new Column("unum decimal(6,2) unsigned", "1.50", "STRING \"1.50\""),
            new Column("single float", "0.25", "FLOAT 0.25"),
            new Column("dbl double", "0.1", "FLOAT 0.1"),
            new Column("bit_one bit(1)", "b'1'", "BOOLEAN TRUE"),
            new Column("bit_five bit(5)", "b'10110'", "BYTES 16"),
            new Column("bit_ten bit(10)", "b'1011011101'", "BYTES dd02"),
            new Column("chr char(5)", "'ab'", "STRING \"ab\""),
            new Column("vchr varchar(9)", "'täxt'", "STRING \"täxt\""),
            new Column("latin varchar(9) CHARACTER SET latin1", "'täxt'", "STRING \"täxt\""),
            new Column("txt text", "'täxt 🙂'", "STRING \"täxt 🙂\""),
            new Column("long_txt longtext", "'long'", "STRING \"long\""),
            new Column("bin binary(4)", "x'fbef00'", "BYTES fbef0000"),
            new Column("vbin varbinary(9)", "x'fbef00ff'", "BYTES fbef00ff"),
            new Column("blb blob", "x'fbef00ff'", "BYTES fbef00ff"),
            new Column("dt date", "'2026-02-28'", "DATE 2026-02-28"),
            new Column("dt_old date", "'1000-01-01'", "DATE 1000-01-01"),
            new Column("dt_none date", "'0000-00-00'", null),
            new Column("tm time", "'13:14:15'", "LOCAL_TIME 13:14:15"),
            new Column("tm_six time(6)", "'13:14:15.123456'", "LOCAL_TIME 13:14:15.123456"),
            new Column("tm_negative time", "'-01:30:00'", "DURATION P0M0DT-5400S"),
            new Column("tm_long time", "'838:59:59'", "DURATION P0M0DT3020399S"),
            new Column("dtm datetime", "'2026-02-28 13:14:15'", "LOCAL_DATE_TIME 2026-02-28T13:14:15"),
            new Column(
                    "dtm_six datetime(6)",
                    "'2026-02-28 13:14:15.123456'",
                    "LOCAL_DATE_TIME 2026-02-28T13:14:15.123456"),
            new Column("ts timestamp NULL", "'2026-02-28 13:14:15'", "DATE_TIME 2026-02-28T13:14:15Z"),
            new Column(
                    "ts_six timestamp(6) NULL",
                    "'2026-02-28 13:14:15.123456'",
                    "DATE_TIME 2026-02-28T13:14:15.123456Z"),
            new Column("yr year", "2026", "INTEGER 2026"),
            new Column("yr_first year", "1901", "INTEGER 1901"),
            new Column("size enum('S','M','L')", "'M'", "STRING \"M\""),
            new Column("colours set('red','green','blue')", "'red,blue'", "LIST [\"red\", \"blue\"]"),
            new Column("no_colours set('red','green','blue')", "''", "LIST []"),
            new Column("js json", "'{\"a\": [1, 2]}'", "STRING \"{\\\"a\\\": [1, 2]}\""),
            new Column(
                    "uid uuid",
                    "'1b671a64-40d5-491e-99b0-da01ff1f3341'",
                    "STRING \"1b671a64-40d5-491e-99b0-da01ff1f3341\""),
            new Column("pnt point", "ST_GeomFromText('POINT(1.5 2.5)')", "POINT Point{srid=7203, x=1.5, y=2.5}"),
            new Column(
                    "pnt_earth point",
                    "ST_GeomFromText('POINT(2.5 48.5)', 4326)",
                    "POINT Point{srid=4326, x=2.5, y=48.5}"),
            new Column(
                    "way linestring",
                    "ST_GeomFromText('LINESTRING(0 0, 1 2)', 4326)",
                    "STRING \"LINESTRING (0 0, 1 2)\""),
            new Column("geo geometry", "ST_GeomFromText('POINT(1.5 2.5)')", "POINT Point{srid=7203, x=1.5, y=2.5}"),
            new Column(
                    "geos geometrycollection",
                    "ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(0 0, 1 2))')",
                    "STRING \"GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 2))\""),
            new Column("nothing text", "NULL", null)));

    private MariaDbTypes() {}
}
