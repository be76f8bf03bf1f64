package org.graphsink.pattern;

import static org.graphsink.pattern.PatternTexts.assertReads;
import static org.graphsink.pattern.PatternTexts.call;
import static org.graphsink.pattern.PatternTexts.include;
import static org.graphsink.pattern.PatternTexts.key;
import static org.graphsink.pattern.PatternTexts.node;
import static org.graphsink.pattern.PatternTexts.source;

import java.util.List;
import org.graphsink.pattern.Source.Root;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    @Test
    void readsKeysAndPropertiesUnderOtherNames() {
        assertReads(
                "(:Customer {!id : customer_id, !shop: tenant.shop_id, +mail:contact.email})",
                node(
                        "Customer",
                        new Selector.Key("id", source("customer_id")),
                        new Selector.Key("shop", source("tenant", "shop_id")),
                        new Selector.Include("mail", source("contact", "email"))));
    }

    @Test
    void keepsTheDotsOfAPathInThePropertyName() {
        assertReads(
                "(:Customer {!id, address.city, home.town: address.town})",
                node(
                        "Customer",
                        key("id"),
                        new Selector.Include("address.city", source("address", "city")),
                        new Selector.Include("home.town", source("address", "town"))));
    }

    @Test
    void takesANameInBackticksAsOneField() {
        assertReads(
                "(:`Big ``Customer`` Ltd.`:B {!`the.id`, `a b`.`c}`.d, `x.y`: `;`})",
                new NodePattern(
                        new Name.Static("Big `Customer` Ltd."),
                        List.of(new Name.Static("B")),
                        List.of(
                                new Selector.Key("the.id", source("the.id")),
                                new Selector.Include("a b.c}.d", source("a b", "c}", "d")),
                                new Selector.Include("x.y", source(";")))));
    }

    @Test
    void readsNamesInAnyScript() {
        assertReads(
                "(:Größe {!идентификатор, 価格, 2fa, _x, a$b})",
                node("Größe", key("идентификатор"), include("価格"), include("2fa"), include("_x"), include("a$b")));
    }

    @Test
    void readsEveryRootOfASource() {
        assertReads(
                "(:A {!a: __value.x.y, b: __key.id, c: __key, d: __header.trace, e: __headers.trace, f: __timestamp,"
                        + " g: __topic, h: __partition, i: __offset, j: __deleted, k: `__key`.z})",
                node(
                        "A",
                        new Selector.Key("a", new Source(Root.VALUE, List.of("x", "y"))),
                        new Selector.Include("b", new Source(Root.KEY, List.of("id"))),
                        new Selector.Include("c", new Source(Root.KEY, List.of())),
                        new Selector.Include("d", new Source(Root.HEADER, List.of("trace"))),
                        new Selector.Include("e", new Source(Root.HEADER, List.of("trace"))),
                        new Selector.Include("f", new Source(Root.TIMESTAMP, List.of())),
                        new Selector.Include("g", new Source(Root.TOPIC, List.of())),
                        new Selector.Include("h", new Source(Root.PARTITION, List.of())),
                        new Selector.Include("i", new Source(Root.OFFSET, List.of())),
                        new Selector.Include("j", source("__deleted")),
                        new Selector.Include("k", source("__key", "z"))));
    }

    @Test
    void namesAPropertyLikeItsFieldWithoutTheRoot() {
        assertReads(
                "(:A {!__key.id, __value.address.city, __timestamp})",
                node(
                        "A",
                        new Selector.Key("id", new Source(Root.KEY, List.of("id"))),
                        new Selector.Include("address.city", new Source(Root.VALUE, List.of("address", "city"))),
                        new Selector.Include("__timestamp", new Source(Root.TIMESTAMP, List.of()))));
    }

    @Test
    void readsCallsOfFunctionsInAnyCase() {
        assertReads(
                "(:Order {!id: tointeger(order_id), placedAt: DATETIME( placed_at ), vector: vector(toString(v))})",
                node(
                        "Order",
                        new Selector.Key("id", call(Function.TO_INTEGER, source("order_id"))),
                        new Selector.Include("placedAt", call(Function.DATETIME, source("placed_at"))),
                        new Selector.Include("vector", call(Function.VECTOR, call(Function.TO_STRING, source("v"))))));
    }

    @Test
    void readsFunctionsOfSeveralArguments() {
        assertReads(
                "(:Shop {!id, at: point(lon, __value.lat), top: point(lon, lat, toFloat(height))})",
                node(
                        "Shop",
                        key("id"),
                        new Selector.Include(
                                "at", call(Function.POINT, source("lon"), new Source(Root.VALUE, List.of("lat")))),
                        new Selector.Include(
                                "top",
                                call(
                                        Function.POINT,
                                        source("lon"),
                                        source("lat"),
                                        call(Function.TO_FLOAT, source("height"))))));
    }

    @Test
    void takesTheNameOfAFunctionAsAFieldWhereNothingIsCalled() {
        assertReads(
                "(:A {!id, date, day: date})",
                node("A", key("id"), include("date"), new Selector.Include("day", source("date"))));
    }
}
