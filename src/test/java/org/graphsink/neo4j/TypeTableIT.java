package org.graphsink.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graphsink.record.decoder.Decoding;
import org.graphsink.support.servers.WithNeo4j;
import org.graphsink.value.DurationValue;
import org.graphsink.value.PointValue;
import org.graphsink.value.connect.TypeTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.types.IsoDuration;
import org.neo4j.driver.types.Point;

/** Every type that records carry, decoded, stored as a property of a real database and read again. */
@WithNeo4j
class TypeTableIT {

    static List<TypeTable.Row> rows() {
        return TypeTable.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyTypeIsStoredAsTheNeo4jValueOfTheTable(TypeTable.Row row, Driver driver) {
        var decoded = Decoding.decoded(row.schema(), row.value());

        driver.executableQuery("CREATE (:Row {v: $v})")
                .withParameters(DriverValues.parameters(Map.of("v", decoded)).asMap(value -> (Object) value))
                .execute();
        var stored = driver.executableQuery("MATCH (n:Row) RETURN n.v")
                .execute()
                .records()
                .get(0)
                .get(0)
                .asObject();

        assertThat(graphValue(stored)).isEqualTo(asList(row.decoded()));
    }

    private static Object graphValue(Object stored) {
        if (stored instanceof IsoDuration duration) {
            return new DurationValue(duration.months(), duration.days(), duration.seconds(), duration.nanoseconds());
        }
        return stored instanceof Point point ? new PointValue(point.srid(), point.x(), point.y(), point.z()) : stored;
    }

    private static Object asList(Object value) {
        var list = new ArrayList<Object>();
        if (value instanceof float[] vector) {
            for (float number : vector) {
                list.add((double) number);
            }
            return list;
        }
        if (value instanceof double[] vector) {
            for (double number : vector) {
                list.add(number);
            }
            return list;
        }
        return value;
    }
}
