package org.graphsink.value.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graphsink.record.decoder.Decoding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TypeTableTest {

    static List<TypeTable.Row> rows() {
        return TypeTable.rows();
    }

    static List<TypeTable.Row> jsonRows() {
        return TypeTable.jsonRows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyTypeBecomesTheNeo4jValueOfTheTable(TypeTable.Row row) {
        var decoded = Decoding.decoded(row.schema(), row.value());

        assertThat(decoded).hasSameClassAs(row.decoded() instanceof List ? decoded : row.decoded());
        assertThat(decoded).isEqualTo(row.decoded());
    }

    @ParameterizedTest
    @MethodSource("jsonRows")
    void everyTypeSurvivesJsonWithSchemas(TypeTable.Row row) {
        var read = Decoding.throughJson(Decoding.struct(row.schema(), row.value()));
        var event = Decoding.decoder().decode(Decoding.record(null, "k", read.schema(), read));

        assertThat(Decoding.value(event, "v")).isEqualTo(row.decoded());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aNullOfAnyTypeIsNull(TypeTable.Row row) {
        var optional = OptionalSchema.of(row.schema());

        assertThat(Decoding.decoded(optional, null)).isNull();
    }
}
