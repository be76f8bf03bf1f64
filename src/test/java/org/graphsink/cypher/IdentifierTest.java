package org.graphsink.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Customer,           `Customer`
                    two words,          `two words`
                    back`tick,          `back``tick`
                    `,                  ````
                    a.b,                `a.b`
                    größe,              `größe`
                    a\\b,               `a\\b`
                    a\\u0060b,          `a\\u005Cu0060b`
                    a\\\\u0060b,        `a\\\\u0060b`
                    a\\\\\\u0060b,      `a\\\\\\u005Cu0060b`
                    a\\u0060`b,         `a\\u005Cu0060``b`
                    """)
    void aNameIsQuotedSoThatTheServerReadsItAsItIs(String name, String quoted) {
        assertThat(Identifier.quote(name)).isEqualTo(quoted);
    }

    @Test
    void aNameHasACharacter() {
        assertThatThrownBy(() -> Identifier.quote("")).hasMessage("A name in Cypher cannot be empty");
    }
}
