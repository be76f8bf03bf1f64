package org.graphsink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.mapping.DebeziumTable.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.MissingEndpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Updates that concern nothing that the patterns read, with {@code neo4j.cdc.unchanged-rows=skip}. */
@ParameterizedClass
@EnumSource
class UnchangedRowsTest {

    private static final String COLUMNS = "id int64, total float64, customer_id int64, seen int64, note string";
    private static final String PATTERNS =
            "(:Order {!id, total, note}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer_id})";
    private static final String SKIPPED = "skipped: unchanged row (neo4j.cdc.unchanged-rows=skip)";

    @Parameter
    DataForm form;

    private DebeziumTable table(String patterns, UnchangedRows unchanged) {
        var settings = new MappingSettings(
                true,
                true,
                MissingEndpoints.CREATE,
                Optional.of("__Placeholder"),
                Set.of(),
                List.of(),
                Truncate.IGNORE,
                unchanged);
        return new DebeziumTable(form, patterns, COLUMNS, "id", settings);
    }

    private DebeziumTable orders() {
        return table(PATTERNS, UnchangedRows.SKIP);
    }

    private static Map<String, Object> order(Object total, Object customer, Object seen, Object note) {
        return row("id", 1L, "total", total, "customer_id", customer, "seen", seen, "note", note);
    }

    @Test
    void anUpdateOfWhatNoPatternReadsIsSkipped() {
        assertThat(orders().updated(order(9.5, 7L, 1L, null), order(9.5, 7L, 2L, null)))
                .isEqualTo(SKIPPED);
    }

    @Test
    void byDefaultItIsWritten() {
        var table = table("(:Order {!id, total})", UnchangedRows.WRITE);

        assertThat(table.updated(order(9.5, 7L, 1L, null), order(9.5, 7L, 2L, null)))
                .isEqualTo("upsert (:Order {id: 1}) += {total: 9.5}\n");
    }

    @Test
    void aValueThatTheRecordDoesNotTellIsAsItWas() {
        assertThat(orders().updated(order(9.5, 7L, 1L, "n"), order(9.5, 7L, 2L, "__debezium_unavailable_value")))
                .isEqualTo(SKIPPED);
    }

    @Test
    void anyChangeOfWhatIsReadIsWritten() {
        var table = table("(:Order {!id, total, note})", UnchangedRows.SKIP);

        assertThat(table.updated(order(9.5, 7L, 1L, "n"), order(9.5, 7L, 1L, null)))
                .isEqualTo("upsert (:Order {id: 1}) += {total: 9.5, note: null}" + nothingBelow("note") + "\n");
        assertThat(table.updated(order(9.5, 7L, 1L, "__debezium_unavailable_value"), order(9.5, 7L, 1L, "n")))
                .isEqualTo("upsert (:Order {id: 1}) += {total: 9.5, note: 'n'}\n");
    }

    @Test
    void aForeignKeyIsReadToo() {
        var table = table("(:Order {!id})-[:PLACED_BY {!id}]->(:Customer {!id: customer_id})", UnchangedRows.SKIP);

        assertThat(table.updated(order(9.5, 7L, 1L, null), order(9.5, 8L, 1L, null)))
                .contains("upsert (:Order {id: 1})-[:PLACED_BY {id: 1}]->(:Customer {id: 8})");
    }

    @Test
    void anImageThatTellsNothingButTheKeyProvesNothing() {
        var table = table("(:Order {!id, total})", UnchangedRows.SKIP);

        assertThat(table.updated(order(null, null, null, null), order(null, 7L, 1L, null)))
                .isEqualTo("upsert (:Order {id: 1}) += {total: null}" + nothingBelow("total") + "\n");
    }

    @Test
    void withoutBeforeImageNothingIsKnownToBeUnchanged() {
        var table = table("(:Order {!id, total})", UnchangedRows.SKIP);

        assertThat(table.updated(null, order(9.5, 7L, 1L, null)))
                .isEqualTo("upsert (:Order {id: 1}) += {total: 9.5}\n");
    }

    @Test
    void whatChangesWithEachRecordIsAlwaysWritten() {
        var table = table("(:Order {!id, total, changed: __offset})", UnchangedRows.SKIP);

        assertThat(table.updated(order(9.5, 7L, 1L, null), order(9.5, 7L, 2L, null)))
                .isEqualTo("upsert (:Order {id: 1}) += {total: 9.5, changed: 42}\n");
    }

    /** Without schema a null may stand for nested data. */
    private String nothingBelow(String name) {
        return form == DataForm.MAP ? " and nothing else below " + name : "";
    }
}
