package org.graphsink.plan;

import java.util.Optional;
import org.graphsink.graph.GraphChange.UpsertRelationship;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;
import org.graphsink.plan.StepKind.RelationshipUpsert;

/** What the changes so far amount to for one relationship: perhaps its deletion, then perhaps an upsert. */
final class PendingRelationship {

    private final RelationshipIdentity relationship;
    private final PendingNode start;
    private final PendingNode end;
    private boolean deleted;
    private boolean upserted;
    private boolean forgotten;
    private Properties properties = Properties.NONE;
    private PropertyWrite write = PropertyWrite.MERGE;
    private MissingEndpoints missing = MissingEndpoints.CREATE;

    PendingRelationship(RelationshipIdentity relationship, PendingNode start, PendingNode end) {
        this.relationship = relationship;
        this.start = start;
        this.end = end;
    }

    void upsert(UpsertRelationship change) {
        if (change.write() == PropertyWrite.REPLACE) {
            properties = change.properties();
            write = PropertyWrite.REPLACE;
        } else {
            properties = properties.then(change.properties());
        }
        missing = change.missing();
        if (missing != MissingEndpoints.CREATE) {
            start.seek();
            end.seek();
        }
        if (!upserted) {
            upserted = true;
            start.await();
            end.await();
        }
    }

    void delete() {
        deleted = true;
        forgetUpsert();
    }

    /** The upsert so far is undone by a prune, which deletes what stood before it as well. */
    void forgetUpsert() {
        if (upserted) {
            upserted = false;
            start.awaitNoMore();
            end.awaitNoMore();
        }
        properties = Properties.NONE;
        write = PropertyWrite.MERGE;
    }

    /** The deletion of an end undoes all of it; should it come again, it is another one. */
    void forget() {
        forgetUpsert();
        forgotten = true;
    }

    /** The placeholders at the ends may not be needed any more. */
    void releaseEnds() {
        start.release();
        end.release();
    }

    RelationshipIdentity relationship() {
        return relationship;
    }

    PendingNode start() {
        return start;
    }

    PendingNode end() {
        return end;
    }

    boolean isForgotten() {
        return forgotten;
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean isUpserted() {
        return upserted;
    }

    /** Whether the upsert has to find the ends, and so cannot be forgotten in what comes later. */
    boolean mustBeWritten() {
        return upserted && missing == MissingEndpoints.FAIL;
    }

    Properties properties() {
        return properties;
    }

    /**
     * How the relationship is upserted.
     *
     * @param last given back where it is the same; may be null
     */
    RelationshipUpsert kind(RelationshipUpsert last) {
        var missingStart = start.missingAtRelationships();
        var missingEnd = end.missingAtRelationships();
        return last != null
                        && last.shape().equals(relationship.shape())
                        && last.start() == missingStart
                        && last.end() == missingEnd
                        && last.write() == write
                        && last.missing() == missing
                ? last
                : new RelationshipUpsert(
                        relationship.shape(), missingStart, missingEnd, write, missing, Optional.empty(), false);
    }
}
