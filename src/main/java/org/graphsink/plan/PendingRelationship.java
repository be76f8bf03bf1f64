package org.graphsink.plan;

import org.graphsink.graph.GraphChange.UpsertRelationship;
import org.graphsink.graph.MissingEndpoints;
import org.graphsink.graph.Properties;
import org.graphsink.graph.PropertyWrite;
import org.graphsink.graph.RelationshipIdentity;

/** What the changes so far amount to for one relationship: perhaps its deletion, then perhaps an upsert. */
final class PendingRelationship {

    private final RelationshipIdentity relationship;
    private boolean deleted;
    private boolean upserted;
    private Properties properties = Properties.NONE;
    private PropertyWrite write = PropertyWrite.MERGE;
    private MissingEndpoints missing = MissingEndpoints.CREATE;

    PendingRelationship(RelationshipIdentity relationship) {
        this.relationship = relationship;
    }

    void upsert(UpsertRelationship change) {
        if (change.write() == PropertyWrite.REPLACE) {
            properties = change.properties();
            write = PropertyWrite.REPLACE;
        } else {
            properties = properties.then(change.properties());
        }
        missing = change.missing();
        upserted = true;
    }

    void delete() {
        deleted = true;
        forgetUpsert();
    }

    /** The upsert so far is undone by a prune, which deletes what stood before it as well. */
    void forgetUpsert() {
        upserted = false;
        properties = Properties.NONE;
        write = PropertyWrite.MERGE;
    }

    RelationshipIdentity relationship() {
        return relationship;
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean isUpserted() {
        return upserted;
    }

    Properties properties() {
        return properties;
    }

    MissingEndpoints missing() {
        return missing;
    }

    PropertyWrite write() {
        return write;
    }
}
