package org.graphsink.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphsink.graph.Claims;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.DeleteNode;
import org.graphsink.graph.GraphChange.DeleteRelationship;
import org.graphsink.graph.GraphChange.PruneRelationships;
import org.graphsink.graph.GraphChange.RekeyNode;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.GraphChange.UpsertRelationship;
import org.graphsink.graph.Key;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.MissingNode;
import org.graphsink.graph.NodeIdentity;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.graph.RelationshipScope;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.support.UnknownFamilies;
import org.junit.jupiter.api.Test;

/** Where the fixed order of a segment would change the result, the next segment begins. */
class SegmentBoundaryTest {

    private static final NodeIdentity PERSON = node("Person", "id", 1);
    private static final NodeIdentity EMPLOYEE = node("Employee", "id", 1);
    private static final LabelFamilies ONE_FAMILY =
            LabelFamilies.of(Set.of("Person", "Employee"), List.of(Set.of("Person", "Employee")));

    /** Records may give any labels to nodes that are found by their id. */
    private static final LabelFamilies UNLISTED =
            LabelFamilies.of(Set.of("Person", "Employee", "Tag"), List.of()).andUnlisted(Set.of(List.of("id")));

    @Test
    void aRelationshipMayJoinNodesOfOneLabelThatAreFoundByDifferentKeys() {
        var relationship = relationship(PERSON, node("Person", "email", 2));

        assertThat(kinds(UnknownFamilies.FAMILIES, upsert(relationship))).containsExactly("UpsertRelationships");
    }

    @Test
    void aRelationshipThatMixesKeysOfALabelSharesItsSegmentWithNoOtherChangeOfTheLabel() {
        var relationship = relationship(PERSON, node("Person", "email", 2));

        assertThat(kinds(
                        UnknownFamilies.FAMILIES,
                        upsert(relationship),
                        new DeleteNode(node("Person", "id", 2), Claims.NONE)))
                .containsExactly("UpsertRelationships", "DeleteNodes");
    }

    @Test
    void aPruneOfWhatLeadsToALabelComesAfterTheReKeyThatBringsANodeThere() {
        var scope = new RelationshipScope(relationship(PERSON, EMPLOYEE).shape(), Key.of(3L), Key.NONE, Key.NONE);

        assertThat(kinds(
                        UnknownFamilies.FAMILIES,
                        new RekeyNode(PERSON, EMPLOYEE),
                        new PruneRelationships(scope, Set.of())))
                .containsExactly("RekeyNodes", "PruneRelationships");
    }

    @Test
    void aPruneThatKeepsARelationshipWithoutKeySpoilsNoneThatHasOne() {
        var keyed = new RelationshipIdentity(
                new RelationshipShape("KNOWS", PERSON.shape(), EMPLOYEE.shape(), List.of("since")),
                PERSON,
                EMPLOYEE,
                Key.of(2000L));
        var scope = new RelationshipScope(relationship(PERSON, EMPLOYEE).shape(), PERSON.key(), Key.NONE, Key.NONE);
        var keep = new PruneRelationships(scope, Set.of(relationship(PERSON, EMPLOYEE)));

        assertThat(kinds(UnknownFamilies.FAMILIES, upsert(keyed), keep))
                .containsExactly("UpsertRelationships", "PruneRelationships");
    }

    @Test
    void aNodeFoundByTwoLabelsIsNotDeletedBeforeItIsUpdated() {
        assertThat(kinds(
                        ONE_FAMILY,
                        UpsertNode.ensure(EMPLOYEE, MissingNode.CREATE),
                        new DeleteNode(PERSON, Claims.NONE)))
                .containsExactly("UpsertNodes", "DeleteNodes");
    }

    @Test
    void nodesOfUnlistedLabelsThatMayBeOneKeepTheOrderOfTheirChanges() {
        assertThat(kinds(UNLISTED, named(PERSON, "a"), named(EMPLOYEE, "b"), named(PERSON, "c")))
                .containsExactly("UpsertNodes", "UpsertNodes", "UpsertNodes");
        assertThat(kinds(
                        UNLISTED, UpsertNode.ensure(EMPLOYEE, MissingNode.CREATE), new DeleteNode(PERSON, Claims.NONE)))
                .containsExactly("UpsertNodes", "DeleteNodes");
        assertThat(kinds(
                        UNLISTED,
                        upsert(relationship(PERSON, node("Person", "id", 2))),
                        new DeleteRelationship(relationship(EMPLOYEE, node("Person", "id", 2)))))
                .containsExactly("UpsertRelationships", "DeleteRelationships");
    }

    @Test
    void nodesOfUnlistedLabelsShareASegmentWhereTheirKeysDifferOrTheOneIsOnlyReferredTo() {
        assertThat(kinds(UNLISTED, named(PERSON, "a"), named(node("Employee", "id", 2), "b"), named(PERSON, "c")))
                .containsExactly("UpsertNodes", "UpsertNodes");
        assertThat(kinds(UNLISTED, named(PERSON, "a"), named(node("Tag", "name", 1), "b"), named(PERSON, "c")))
                .containsExactly("UpsertNodes", "UpsertNodes");
        assertThat(kinds(
                        UNLISTED,
                        named(PERSON, "a"),
                        UpsertNode.ensure(EMPLOYEE, MissingNode.CREATE),
                        named(PERSON, "c")))
                .containsExactly("UpsertNodes", "UpsertNodes");
    }

    @Test
    void nodesThatShareOnlyALabelByWhichNoneIsFoundShareASegment() {
        var families = LabelFamilies.of(
                Set.of("Person", "Company"), List.of(Set.of("Person", "Party"), Set.of("Company", "Party")));

        assertThat(kinds(families, party(PERSON), party(node("Company", "id", 1)), party(node("Person", "id", 2))))
                .containsExactly("UpsertNodes", "UpsertNodes");
    }

    @Test
    void aRelationshipThatMustFindItsEndsIsTriedBeforeItIsDeleted() {
        var relationship = relationship(PERSON, EMPLOYEE);
        var strict = new UpsertRelationship(relationship, Properties.NONE, PropertyWrite.MERGE, MissingEndpoints.FAIL);
        var scope = new RelationshipScope(relationship.shape(), PERSON.key(), Key.NONE, Key.NONE);

        assertThat(kinds(UnknownFamilies.FAMILIES, strict, new DeleteNode(PERSON, Claims.NONE)))
                .containsExactly("UpsertRelationships", "DeleteNodes");
        assertThat(kinds(UnknownFamilies.FAMILIES, strict, new DeleteRelationship(relationship)))
                .containsExactly("UpsertRelationships", "DeleteRelationships");
        assertThat(kinds(UnknownFamilies.FAMILIES, strict, new PruneRelationships(scope, Set.of())))
                .containsExactly("UpsertRelationships", "PruneRelationships");
        assertThat(kinds(UnknownFamilies.FAMILIES, strict, new PruneRelationships(scope, Set.of(relationship))))
                .containsExactly("PruneRelationships", "UpsertRelationships");
    }

    private static UpsertNode named(NodeIdentity node, String name) {
        return new UpsertNode(
                node, MissingNode.CREATE, Set.of(), Set.of(), Properties.of(Map.of("name", name)), PropertyWrite.MERGE);
    }

    private static UpsertNode party(NodeIdentity node) {
        return new UpsertNode(
                node, MissingNode.CREATE, Set.of("Party"), Set.of(), Properties.NONE, PropertyWrite.MERGE);
    }

    private static GraphChange upsert(RelationshipIdentity relationship) {
        return new UpsertRelationship(relationship, Properties.NONE, PropertyWrite.MERGE, MissingEndpoints.CREATE);
    }

    private static RelationshipIdentity relationship(NodeIdentity start, NodeIdentity end) {
        return RelationshipIdentity.of("KNOWS", start, end);
    }

    private static NodeIdentity node(String label, String key, long value) {
        return NodeIdentity.of(label, Map.of(key, value));
    }

    private static List<String> kinds(LabelFamilies families, GraphChange... changes) {
        return Planner.plan(List.of(changes), families).steps().stream()
                .map(step -> step.getClass().getSimpleName())
                .toList();
    }
}
