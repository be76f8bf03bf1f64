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
import org.graphsink.pattern.Source.Root;
import org.junit.jupiter.api.Test;

class RelationshipPatternTest {

    @Test
    void readsLabelsAndTypesFromTheRecord() {
        assertReads(
                "(:$(kind):$(__header.tag|Book, `Short film`) {!id})-[:$(a.rel|KNOWS)]->(:B:$(`x.y`) {!id: b})",
                new RelationshipPattern(
                        new NodePattern(
                                new Name.Dynamic(source("kind"), List.of()),
                                List.of(new Name.Dynamic(
                                        new Source(Root.HEADER, List.of("tag")), List.of("Book", "Short film"))),
                                List.of(key("id"))),
                        new Name.Dynamic(source("a", "rel"), List.of("KNOWS")),
                        List.of(ALL),
                        new NodePattern(
                                new Name.Static("B"),
                                List.of(new Name.Dynamic(source("x.y"), List.of())),
                                List.of(new Selector.Key("id", source("b"))))));
    }

    @Test
    void readsARelationship() {
        assertReads(
                "(:Order {!id: order_id, total})-[:CONTAINS {!id, quantity}]->(:Product {!sku: product_sku})",
                new RelationshipPattern(
                        node("Order", new Selector.Key("id", source("order_id")), include("total")),
                        new Name.Static("CONTAINS"),
                        List.of(key("id"), include("quantity")),
                        node("Product", new Selector.Key("sku", source("product_sku")))));
    }

    @Test
    void turnsARelationshipFromRightToLeftRound() {
        assertReads(
                "(:User{!to})<-[:KNOWS{since}]-(:User{!from})",
                new RelationshipPattern(
                        node("User", key("from")),
                        new Name.Static("KNOWS"),
                        List.of(include("since")),
                        node("User", key("to"))));
    }

    @Test
    void impliesEverythingElseOnARelationship() {
        var expected = new RelationshipPattern(
                node("A", key("a")), new Name.Static("T"), List.of(key("id"), ALL), node("B", key("b")));

        assertReads("(:A {!a})-[:T {!id}]->(:B {!b})", expected);
    }

    @Test
    void takesNothingForARelationshipWithoutBracesBesideOtherPatterns() {
        assertThat(PatternParser.parse("(:A {!a}) ; (:A {!a})-[:T]->(:B {!b});").get(1))
                .isEqualTo(new RelationshipPattern(
                        node("A", key("a")), new Name.Static("T"), List.of(), node("B", key("b"))));
    }

    @Test
    void impliesEverythingElseOnARelationshipWithoutBracesAlone() {
        assertReads(
                "(:A {!a})-[:T]->(:B {!b})",
                new RelationshipPattern(node("A", key("a")), new Name.Static("T"), List.of(ALL), node("B", key("b"))));
    }

    @Test
    void takesNothingForARelationshipWithEmptyBraces() {
        assertReads(
                "(:A {!a})-[:T {}]->(:B {!b})",
                new RelationshipPattern(node("A", key("a")), new Name.Static("T"), List.of(), node("B", key("b"))));
    }

    @Test
    void excludesFieldsFromARelationship() {
        assertReads(
                "(:A {!a})-[:T {-x, -__value.y}]->(:B {!b})",
                new RelationshipPattern(
                        node("A", key("a")),
                        new Name.Static("T"),
                        List.of(ALL, exclude("x"), new Selector.Exclude(new Source(Root.VALUE, List.of("y")))),
                        node("B", key("b"))));
    }

    @Test
    void readsTheSimpleFormOfARelationship() {
        assertReads(
                "User{!from} KNOWS{since} User{!to}",
                new RelationshipPattern(
                        node("User", key("from")),
                        new Name.Static("KNOWS"),
                        List.of(include("since")),
                        node("User", key("to"))));
    }

    @Test
    void readsTheSimpleFormOfARelationshipWithoutProperties() {
        assertReads(
                "User{!from} `KNOWS WELL` User{!to}",
                new RelationshipPattern(
                        node("User", key("from")),
                        new Name.Static("KNOWS WELL"),
                        List.of(ALL),
                        node("User", key("to"))));
    }

    @Test
    void passesOverTheVariablesOfCypher() {
        assertReads(
                "(u:User {!from})-[ k :KNOWS {since}]->(`v`:User {!to})",
                new RelationshipPattern(
                        node("User", key("from")),
                        new Name.Static("KNOWS"),
                        List.of(include("since")),
                        node("User", key("to"))));
    }

    @Test
    void readsTheDashesAndArrowsOfWordProcessors() {
        assertReads(
                "(:A {!a})—[:T {x}]–⟩(:B {!b})",
                new RelationshipPattern(
                        node("A", key("a")), new Name.Static("T"), List.of(include("x")), node("B", key("b"))));
    }
}
