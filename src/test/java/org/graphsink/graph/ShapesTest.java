package org.graphsink.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shapes, and the identities that share them. */
class ShapesTest {

    private static final NodeShape A = new NodeShape("A", List.of("id"));
    private static final NodeShape A_BY_MAIL = new NodeShape("A", List.of("mail"));
    private static final NodeShape A_BY_TWO = new NodeShape("A", List.of("id", "mail"));
    private static final NodeShape B = new NodeShape("B", List.of("id"));

    private static RelationshipShape between(String type, NodeShape start, NodeShape end, String... key) {
        return new RelationshipShape(type, start, end, List.of(key));
    }

    @Test
    void theOrderInWhichTheKeyIsGivenDoesNotMatter() {
        assertThat(NodeIdentity.of("A", Map.of("mail", 2L, "id", 1L)))
                .isEqualTo(new NodeIdentity(A_BY_TWO, Key.of(1L, 2L)));
    }

    @Test
    void oneNodeIsFoundByShapesThatAreMadeTwice() {
        var again = new NodeIdentity(new NodeShape("A", List.of("id")), Key.of(1.0));

        assertThat(new NodeIdentity(A, Key.of(1L))).isEqualTo(again).hasSameHashCodeAs(again);
    }

    @Test
    void keysOfOtherPropertiesAreOtherKeys() {
        assertThat(new NodeIdentity(A, Key.of(1L))).isNotEqualTo(new NodeIdentity(A_BY_MAIL, Key.of(1L)));
        assertThat(new NodeIdentity(A, Key.of(1L))).isNotEqualTo(new NodeIdentity(B, Key.of(1L)));
    }

    @Test
    void aRelationshipIsKnownByItsTypeEndsAndKey() {
        var start = new NodeIdentity(A, Key.of(1L));
        var end = new NodeIdentity(B, Key.of(2L));
        var relationship = new RelationshipIdentity(between("T", A, B, "k"), start, end, Key.of(3L));
        var again = new RelationshipIdentity(
                between("T", A, B, "k"), start, NodeIdentity.of("B", Map.of("id", 2L)), Key.of(3L));

        assertThat(relationship).isEqualTo(again).hasSameHashCodeAs(again);
        assertThat(relationship)
                .isNotEqualTo(new RelationshipIdentity(between("U", A, B, "k"), start, end, Key.of(3L)))
                .isNotEqualTo(new RelationshipIdentity(between("T", A, B, "l"), start, end, Key.of(3L)))
                .isNotEqualTo(new RelationshipIdentity(between("T", A, B, "k"), start, end, Key.of(4L)))
                .isNotEqualTo(RelationshipIdentity.of("T", start, end));
    }

    @Test
    void nodesAreInOrderOfLabelThenOfTheNamesOfTheirKeys() {
        assertThat(Stream.of(B, A_BY_MAIL, A_BY_TWO, A).sorted()).containsExactly(A, A_BY_TWO, A_BY_MAIL, B);
    }

    @Test
    void relationshipsAreInOrderOfTypeThenOfStartThenOfEndThenOfTheNamesOfTheirKeys() {
        var inOrder = List.of(
                between("T", A, B),
                between("T", A, B, "k"),
                between("T", A_BY_MAIL, A),
                between("T", B, A),
                between("U", A, A));

        assertThat(Stream.of(inOrder.get(4), inOrder.get(3), inOrder.get(2), inOrder.get(1), inOrder.get(0))
                        .sorted())
                .containsExactlyElementsOf(inOrder);
    }

    @Test
    void claimsAreInOrderOfTheirReferencesThenOfWhatTheRowWrote() {
        var incoming = new Claims(List.of(new Reference(Optional.of("T"), true)), Optional.empty(), List.of());
        var labelled = new Claims(List.of(new Reference(Optional.of("T"), true)), Optional.empty(), List.of("X"));
        var shared = new Claims(
                List.of(new Reference(Optional.of("T"), true)), Optional.of(Share.unmarked(List.of())), List.of());

        assertThat(Stream.of(shared, labelled, incoming, Claims.NONE).sorted())
                .containsExactly(Claims.NONE, incoming, labelled, shared);
    }

    @Test
    void theTextOfAnIdentityHasNoValues() {
        var ann = new NodeIdentity(A_BY_MAIL, Key.of("ann@example.org"));

        assertThat(ann).hasToString("(:A {mail})");
        assertThat(new RelationshipIdentity(between("T", A_BY_MAIL, A_BY_MAIL, "k"), ann, ann, Key.of("secret")))
                .hasToString("(:A {mail})-[:T {k}]->(:A {mail})");
    }

    @Test
    void aNullIsNoKey() {
        assertThatThrownBy(() -> new NodeIdentity(A_BY_TWO, Key.of(1L, null)))
                .hasMessage("The key property mail is null");
    }

    @Test
    void everyPropertyHasAValue() {
        assertThatThrownBy(() -> new NodeIdentity(A_BY_TWO, Key.of(1L)))
                .hasMessage("A key of 2 properties cannot take 1 values");
    }

    @Test
    void propertiesAreDistinctAndSorted() {
        assertThatThrownBy(() -> new NodeShape("A", List.of("b", "a")))
                .hasMessage("Key properties must be distinct and sorted: [b, a]");
        assertThatThrownBy(() -> between("T", A, B, "a", "a"))
                .hasMessage("Key properties must be distinct and sorted: [a, a]");
    }

    @Test
    void aNodeNeedsAKey() {
        assertThatThrownBy(() -> new NodeShape("Customer", List.of()))
                .hasMessage("A node of label Customer needs a key");
    }

    @Test
    void aRelationshipLiesBetweenNodesOfItsShape() {
        var node = new NodeIdentity(A, Key.of(1L));

        assertThatThrownBy(() -> new RelationshipIdentity(between("T", A, B), node, node, Key.NONE))
                .hasMessage("(:A {id})-[:T]->(:B {id}) does not lie between (:A {id}) and (:A {id})");
    }
}
