package org.graphsink.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.graphsink.footprint.RelationshipFootprint.End;
import org.graphsink.graph.Placeholders;
import org.graphsink.graph.Reference;
import org.graphsink.graph.Share;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.source.PatternStrategy;
import org.junit.jupiter.api.Test;

/** What topics have in each other's nodes. */
class FootprintsTest {

    private static final Footprint CUSTOMERS = of("(:Customer:Party {!id, name})");
    private static final Footprint ORDERS =
            of("(:Order {!id, total}) ; (:Order {!id})-[:PLACED_BY]->(:Customer {!id: customer_id})");

    private static Footprint of(String patterns) {
        return new PatternStrategy(TopicPatterns.parse(patterns)).footprint();
    }

    @Test
    void patternsSayWhatTheirTopicMayLeave() {
        var order = new NodeFootprint(NameSet.of("Order"), List.of("id"), NameSet.NONE, NameSet.of("total"));
        var city = new NodeFootprint(
                NameSet.of("City"), List.of("country", "name"), new NameSet(Set.of("Place"), true), NameSet.ANY);
        var end = new NodeFootprint(NameSet.of("Order"), List.of("id"), NameSet.NONE, NameSet.NONE);
        var customer = new NodeFootprint(NameSet.ANY, List.of("id"), NameSet.NONE, NameSet.of("name"));

        assertThat(of("(:Order {!id, total}) ; (:City:Place:$(kind) {!name, !country, *})"
                        + " ; (:Order {!id})-[:$(type|A,B) {!nr, note}]->(:$(label) {!id: customer_id, name})"))
                .isEqualTo(new Footprint(
                        List.of(order),
                        List.of(city),
                        List.of(new RelationshipFootprint(
                                NameSet.of("A", "B"),
                                List.of("nr"),
                                new End(end, OptionalInt.of(0), true),
                                new End(customer, OptionalInt.empty(), false),
                                NameSet.of("note"),
                                Set.of())),
                        false));
    }

    @Test
    void anEndOfTheSameLabelByAnotherFieldIsAnotherRows() {
        var reporting = of("(:Person {!id}) ; (:Person {!id})-[:REPORTS_TO]->(:Person {!id: boss})");

        assertThat(reporting.ends().map(End::own)).containsExactly(true, false);
    }

    @Test
    void rowsReferToANodeByEveryRelationshipButThoseOfItsOwnRow() {
        var footprints = Footprints.of(Map.of("customers", CUSTOMERS, "orders", ORDERS));

        assertThat(footprints.references("customers", 0, "Customer"))
                .containsExactly(new Reference(Optional.of("PLACED_BY"), true));
        assertThat(footprints.references("orders", 0, "Order")).isEmpty();
        assertThat(footprints.references("customers", 0, "Order"))
                .containsExactly(new Reference(Optional.of("PLACED_BY"), false));
    }

    @Test
    void nodesOfSeveralWritersBearTheirMarksAndThoseOfOneNone() {
        var scores = of("(:Customer {!id: customer_id, score, attrs})");
        var visits = of("(:Visit {!id, *}) ; (:Visit {!id})-[:OF]->(:Customer:Visitor {!id: customer_id})");
        var footprints =
                Footprints.of(Map.of("customers", CUSTOMERS, "orders", ORDERS, "scores", scores, "visits", visits));

        assertThat(List.of("Customer", "Order", "Visit", "Party"))
                .filteredOn(footprints::haveMarks)
                .containsExactly("Customer");
        assertThat(footprints.share("orders", "Order", List.of())).isEmpty();
        assertThat(footprints.share("scores", "Customer", List.of("Visitor", "Fan")))
                .contains(new Share(
                        Optional.of("__Row_scores"),
                        List.of("__Row_customers", "__Shared"),
                        false,
                        List.of("attrs", "score"),
                        false,
                        new TreeMap<>(Map.of("Visitor", List.of("__Shared")))));
    }

    @Test
    void aRowThatTakesAllFieldsOwnsAllButWhatOthersName() {
        var footprints = Footprints.of(Map.of(
                "customers",
                of("(:Customer {!id, *}) ; (:Customer {!id})-[:KNOWS]->(:Customer {!id: friend, nick})"),
                "scores",
                of("(:Customer {!number: nr, score})")));

        assertThat(footprints
                        .share("customers", "Customer", List.of())
                        .orElseThrow()
                        .names())
                .containsExactly("id", "nick", "number", "score");
    }

    @Test
    void whatDependsOnTheDataIsSaidWithWhatToChange() {
        var footprints = Footprints.of(Map.of(
                "b.customers", of("(:Customer {!id, *}) ; (:Customer {!id})-[:KNOWS]->(:Customer {!id: friend})"),
                "a.customers", of("(:Customer {!id, *}) ; (:Customer {!id})-[:KNOWS]->(:Customer {!id: friend})"),
                "scores", of("(:Customer {!id: nr, score, note})"),
                "notes", of("(:Customer {!id: nr, note})")));

        assertThat(footprints.warnings())
                .containsExactly(
                        "The topics a.customers and b.customers both take all fields (*) for nodes :Customer: where they have rows"
                                + " of one key, a row that goes takes along what the other's wrote. Name the properties in one of"
                                + " the patterns",
                        "The topics notes and scores both write note to nodes :Customer: where they have rows of one key, the last"
                                + " record decides, and a row that goes takes it along. Write it in one of the patterns alone",
                        "The topics a.customers and b.customers make relationships :KNOWS that cannot be told apart: they follow"
                                + " their rows only where records have before images (REPLICA IDENTITY FULL). Give each topic a"
                                + " type of its own, or the relationship a key that holds the topic, as in"
                                + " -[:TYPE {!source: __topic}]->");
        assertThat(Footprints.of(Map.of("customers", CUSTOMERS, "orders", ORDERS))
                        .warnings())
                .isEmpty();
    }

    @Test
    void nodesOfTwoLabelsByWhichTheyAreFoundHaveTheirWritersTogether() {
        var footprints = Footprints.of(Map.of(
                "people", of("(:Person:Employee:Staff {!id})"),
                "staff", of("(:Employee {!id, salary})"),
                "dogs", of("(:Dog:Staff {!id})")));

        assertThat(List.of("Person", "Employee", "Dog"))
                .filteredOn(footprints::haveMarks)
                .containsExactly("Person", "Employee");
    }

    @Test
    void relationshipsMayBeOneWhereTypeAndLabelsMayBe() {
        var placed = ORDERS.relationships().get(0);
        var shop = of("(:Order {!id: order})-[:$(how)]->(:Customer {!id})");
        var gift = of("(:Order {!id: order})-[:PLACED_BY]->(:Person {!id})");

        assertThat(Footprints.of(Map.of("orders", ORDERS, "others", shop)).alike("orders", placed))
                .containsExactly("others");
        assertThat(Footprints.of(Map.of("orders", ORDERS, "others", gift)).alike("orders", placed))
                .isEmpty();
    }

    @Test
    void aTopicThatMayWriteAnythingMayDoAllOfThat() {
        var footprints = Footprints.of(Map.of("orders", ORDERS, "anything", Footprint.ANYTHING));

        assertThat(footprints.references("orders", 0, "Order"))
                .containsExactly(new Reference(Optional.empty(), false), new Reference(Optional.empty(), true));
        assertThat(footprints.share("orders", "Order", List.of())).isPresent();
        assertThat(footprints.alike("orders", ORDERS.relationships().get(0))).containsExactly("anything");
        var placeholders = footprints.placeholders(Optional.of("__Placeholder"));
        assertThat(List.of("Order", "Customer", "City"))
                .filteredOn(placeholders.possible())
                .containsExactly("Order");
        assertThat(List.of("Order", "Customer", "City")).allMatch(placeholders.adjacent());
    }

    @Test
    void withoutALabelForThemThereAreNoPlaceholders() {
        assertThat(Footprints.of(Map.of("any", Footprint.ANYTHING)).placeholders(Optional.empty()))
                .isEqualTo(Placeholders.NONE);
    }

    @Test
    void labelsLieTogetherWhereOnePatternGivesThem() {
        var footprints = Footprints.of(Map.of("customers", CUSTOMERS, "kinds", of("(:$(kind|Book,Film):Item {!id})")));

        assertThat(footprints.found()).containsExactlyInAnyOrder("Customer", "Book", "Film");
        assertThat(footprints.together())
                .containsExactlyInAnyOrder(Set.of("Customer", "Party"), Set.of("Book", "Item"), Set.of("Film", "Item"));
    }

    @Test
    void nodesThatRecordsGiveFurtherLabelsMayBeFoundByAnyLabelAndTheirKey() {
        var footprints = Footprints.of(Map.of(
                "parties", of("(:Party:$(kind) {!id, name})"),
                "kinds", of("(:$(kind):Item {!nr})"),
                "people", of("(:Person {!id})"),
                "jobs", of("(:Employee:$(job|Dev,Ops) {!number}) ; (:$(kind) {!code})")));

        assertThat(footprints.keysOfUnlisted()).containsExactlyInAnyOrder(List.of("id"), List.of("nr"));
    }

    @Test
    void rowsToWhichNothingRefersAreNeverPlaceholders() {
        var footprints = Footprints.of(Map.of("customers", CUSTOMERS, "orders", ORDERS));

        assertThat(footprints.neverPlaceholders(Optional.of("__Placeholder"))).containsExactly("Order");
        assertThat(footprints.neverPlaceholders(Optional.empty())).isEmpty();
    }

    @Test
    void aTopicThatIsNoneOfTheConnectorsHasNoFootprint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Footprints.of(Map.of()).topic("orders"))
                .withMessage("No footprint of the topic orders");
    }
}
