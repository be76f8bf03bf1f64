package org.graphsink.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphsink.pattern.PatternTexts.ALL;
import static org.graphsink.pattern.PatternTexts.assertReads;
import static org.graphsink.pattern.PatternTexts.exclude;
import static org.graphsink.pattern.PatternTexts.include;
import static org.graphsink.pattern.PatternTexts.key;
import static org.graphsink.pattern.PatternTexts.node;
import static org.graphsink.pattern.PatternTexts.source;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodePatternTest {

    @Test
    void readsKeyAndEverythingElseOfANode() {
        assertReads("(:Customer {!id, *})", node("Customer", key("id"), ALL));
    }

    @Test
    void impliesEverythingElseWhereNoPropertyIsIncluded() {
        assertReads("(:Customer {!id})", node("Customer", key("id"), ALL));
    }

    @Test
    void impliesEverythingElseBeforeTheFirstExclusion() {
        assertReads("(:Customer {-password, !id})", node("Customer", ALL, exclude("password"), key("id")));
    }

    @Test
    void takesOnlyThePropertiesThatAreListed() {
        assertReads("(:Customer {!id, name, +email})", node("Customer", key("id"), include("name"), include("email")));
    }

    @Test
    void readsEverythingWithoutSome() {
        assertReads(
                "(:Customer{!id,*,-password,-address.geo})",
                node("Customer", key("id"), ALL, exclude("password"), exclude("address", "geo")));
    }

    @Test
    void mixesEverythingWithRenamedAndExcludedFields() {
        assertReads(
                "(:Customer {!id, *, since: created_at, -password})",
                node(
                        "Customer",
                        key("id"),
                        ALL,
                        new Selector.Include("since", source("created_at")),
                        exclude("password")));
    }

    @Test
    void readsFurtherLabelsEachOnce() {
        assertReads(
                "(:A:B:A:C:B {!id})",
                new NodePattern(
                        new Name.Static("A"),
                        List.of(new Name.Static("B"), new Name.Static("C")),
                        List.of(key("id"), ALL)));
    }

    @Test
    void readsTheSimpleFormOfANode() {
        assertReads(
                "LabelA:LabelB{!id,foo.bar}",
                new NodePattern(
                        new Name.Static("LabelA"),
                        List.of(new Name.Static("LabelB")),
                        List.of(key("id"), new Selector.Include("foo.bar", source("foo", "bar")))));
    }

    @Test
    void readsSeveralPatterns() {
        assertThat(PatternParser.parse("(:Order {!id}) ; Shop{!id}; (:Order {!id}) -[:IN {}]-> (:Shop {!id: shop})"))
                .containsExactly(
                        node("Order", key("id"), ALL),
                        node("Shop", key("id"), ALL),
                        new RelationshipPattern(
                                node("Order", key("id")),
                                new Name.Static("IN"),
                                List.of(),
                                node("Shop", new Selector.Key("id", source("shop")))));
    }

    @Test
    void allowsNewLinesBlanksAndASeparatorAtTheEnd() {
        assertThat(PatternParser.parse("\n\t( :A\r\n :B {\n ! id ,\n name : a . b\n }\n )\n;\n(:C{!c});\u00a0\n"))
                .containsExactly(
                        new NodePattern(
                                new Name.Static("A"),
                                List.of(new Name.Static("B")),
                                List.of(key("id"), new Selector.Include("name", source("a", "b")))),
                        node("C", key("c"), ALL));
    }
}
