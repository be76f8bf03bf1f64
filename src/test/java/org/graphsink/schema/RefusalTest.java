package org.graphsink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.TransientException;

class RefusalTest {

    private static final NodeConstraint CONSTRAINT = NodeConstraint.declared(new LabelKey("A", List.of("id")), false);

    @Test
    @SuppressWarnings("deprecation")
    void aMissingRightSaysWhoCanHelp() {
        var forbidden = new org.neo4j.driver.exceptions.SecurityException("Neo.ClientError.Security.Forbidden", "no");
        assertThat(Refusal.of(null, CONSTRAINT, forbidden))
                .isEqualTo("the uniqueness constraint on (:A {id}) cannot be created: the user of the connector has no"
                        + " right to create it. Grant the right, or have an administrator create it and set"
                        + " neo4j.schema=validate");
    }

    @Test
    @SuppressWarnings("deprecation")
    void anOutageIsThrownAsItIs() {
        var down = new ServiceUnavailableException("down");
        var busy = new TransientException("Neo.TransientError.General.DatabaseUnavailable", "busy");
        assertThatThrownBy(() -> Refusal.of(null, CONSTRAINT, down)).isSameAs(down);
        assertThatThrownBy(() -> Refusal.of(null, CONSTRAINT, busy)).isSameAs(busy);
    }
}
