package org.graphsink.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTextTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '"', textBlock = """
            (:Customer{!id,*,-password})               => (:Customer {!id, *, -password})
            (:Customer{!id,-password})                 => (:Customer {!id, *, -password})
            (:Customer {!id})                          => (:Customer {!id, *})
            A:B{ !id : id, +x }                        => (:A:B {!id, x})
            (:Order {!id, at: DateTime(placed_at)})    => (:Order {!id, at: datetime(placed_at)})
            (:A {!id, p: point(x,y)})                  => (:A {!id, p: point(x, y)})
            (:A{!id})-[:T{!id}]->(:B{!id:b_id})        => (:A {!id})-[:T {!id, *}]->(:B {!id: b_id})
            (:A {!id})-[:T]->(:B {!b})                 => (:A {!id})-[:T {*}]->(:B {!b})
            (:A {!id})-[:T{ }]->(:B {!b})              => (:A {!id})-[:T {}]->(:B {!b})
            (:A {!a})<-[:T {x}]-(:B {!b})              => (:B {!b})-[:T {x}]->(:A {!a})
            User{!from} KNOWS{since} User{!to}         => (:User {!from})-[:KNOWS {since}]->(:User {!to})
            (:`A`:`B c` {!`id`})                       => (:A:`B c` {!id, *})
            (:`A.b`:c.d {!id})                         => (:`A.b`:`c.d` {!id, *})
            (:`a``b` {!`c``d`})                        => (:`a``b` {!`c``d`, *})
            (:A {!id, a.b, `a.c`, x.y: `x`.`y`})       => (:A {!id, a.b, `a.c`, x.y})
            (:A {!id, `a.`: x, `b c`: y, `a b`.c})     => (:A {!id, `a.`: x, `b c`: y, `a b`.c})
            (:A {!__key.id, x: __headers.x, __offset}) => (:A {!__key.id, __header.x, __offset})
            (:A {!id: __key, `__key`, `__headers`.x})  => (:A {!id: __key, `__key`, `__headers`.x})
            (:A {!id: __key.id, y: `__value`.x})       => (:A {!__key.id, y: `__value`.x})
            (:$( kind ):$(a.b|C, `D e`) {!id})         => (:$(kind):$(a.b|C,`D e`) {!id, *})
            (:A {!id}) ; (:B {!id}) ;                  => (:A {!id, *}) ; (:B {!id, *})
            """)
    void writesOnlyWhatIsNeeded(String text, String canonical) {
        assertThat(PatternTexts.print(PatternParser.parse(text))).isEqualTo(canonical);
    }
}
