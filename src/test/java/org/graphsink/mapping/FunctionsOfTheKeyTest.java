package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.row;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the record key determines without telling rows apart: a day that many readings share follows from each of their keys,
 * and is none of theirs.
 */
@ParameterizedClass
@EnumSource
class FunctionsOfTheKeyTest {

    private static final String COLUMNS = "sensor_id int64, ts string, alarm_code string";

    @Parameter
    DataForm form;

    private DebeziumTable readings(String patterns) {
        return new DebeziumTable(form, patterns, COLUMNS, "sensor_id ts");
    }

    private static Map<String, Object> reading(String code) {
        return row("sensor_id", 7L, "ts", "2026-03-01T10:00:00Z", "alarm_code", code);
    }

    @Test
    void aNewReadingLeavesTheRelationshipsOfTheOthersOfItsDay() {
        var table = readings("(:Day {!sensor: sensor_id, !day: date(ts)})-[:HAS]->(:Alarm {!code: alarm_code})");

        assertThat(table.inserted(reading("A"))).isEqualTo("""
                upsert (:Day {day: date('2026-03-01'), sensor: 7})
                upsert (:Alarm {code: 'A'})
                upsert (:Day {day: date('2026-03-01'), sensor: 7})-[:HAS]->(:Alarm {code: 'A'})
                """);
        assertThat(table.tombstone("sensor_id", 7L, "ts", "2026-03-01T10:00:00Z"))
                .isEqualTo("skipped: tombstone whose key determines nothing");
    }

    @Test
    void aDayIsSharedByItsReadings() {
        var table = readings(
                "(:Reading {!sensor: sensor_id, !ts}) ; (:Day {!sensor: sensor_id, !day: date(ts), -alarm_code})");

        assertThat(table.deleted(reading("A"))).isEqualTo("""
                delete (:Reading {sensor: 7, ts: '2026-03-01T10:00:00Z'})
                """);
        assertThat(table.tombstone("sensor_id", 7L, "ts", "2026-03-01T10:00:00Z"))
                .isEqualTo("""
                delete (:Reading {sensor: 7, ts: '2026-03-01T10:00:00Z'})
                """);
    }

    @Test
    void aDayAsTheRelationshipsOwnKeyDoesNotFindTheReading() {
        var table = readings("(:Sensor {!id: sensor_id})-[:RAISED {!day: date(ts)}]->(:Alarm {!code: alarm_code})");

        assertThat(table.inserted(reading("A"))).isEqualTo("""
                upsert (:Sensor {id: 7})
                upsert (:Alarm {code: 'A'})
                upsert (:Sensor {id: 7})-[:RAISED {day: date('2026-03-01')}]->(:Alarm {code: 'A'})
                """);
    }

    @Test
    void whatKeepsDifferentKeysDifferentTellsRowsApart() {
        var table = new DebeziumTable(
                form,
                "(:Reading {!id: toString(id)}) ; (:Copy {!id: toInteger(id), -code}) ; (:Reading {!id: toString(id)})-[:RAISED]->(:Alarm {!code})",
                "id int64, code string",
                "id");

        assertThat(table.inserted(row("id", 7L, "code", "A"))).isEqualTo("""
                prune (:Reading {id: '7'})-[:RAISED]->(:Alarm) but (:Reading {id: '7'})-[:RAISED]->(:Alarm {code: 'A'})
                upsert (:Reading {id: '7'}) += {code: 'A'}
                upsert (:Copy {id: 7})
                upsert (:Reading {id: '7'})
                upsert (:Alarm {code: 'A'})
                upsert (:Reading {id: '7'})-[:RAISED]->(:Alarm {code: 'A'})
                """);
        assertThat(table.tombstone("id", 7L)).isEqualTo("""
                delete (:Reading {id: '7'})
                delete (:Copy {id: 7})
                """);
    }

    @Test
    void aDateOfADayTellsRowsApart() {
        var table = new DebeziumTable(
                form,
                "(:Day {!sensor: sensor_id, !day: date(day)})-[:HAS]->(:Alarm {!code: alarm_code})",
                "sensor_id int64, day int64, alarm_code string",
                "sensor_id day");

        assertThat(table.tombstone("sensor_id", 7L, "day", 20_513L)).isEqualTo("""
                prune (:Day {day: date('2026-03-01'), sensor: 7})-[:HAS]->(:Alarm)
                """);
    }
}
