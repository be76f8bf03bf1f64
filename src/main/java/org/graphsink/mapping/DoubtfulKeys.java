package org.graphsink.mapping;

import java.util.List;
import org.graphsink.graph.GraphChange;
import org.graphsink.graph.GraphChange.UpsertNode;
import org.graphsink.graph.GraphChange.UpsertRelationship;
import org.graphsink.graph.Key;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.Field;
import org.graphsink.record.Image;
import org.graphsink.record.Layout;
import org.graphsink.record.RecordException;
import org.graphsink.value.Absent;
import org.graphsink.value.Values;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns, once, of a topic whose record keys turn out not to identify its rows: two rows are created under one key, or an
 * update gives a row another. It looks back as far as little memory allows. Used by one thread.
 */
final class DoubtfulKeys {

    private static final Logger LOG = LoggerFactory.getLogger(DoubtfulKeys.class);

    private static final int BITS_OF_PLACE = 12;

    private static final int SPREAD = 0x9E3779B9;

    private record CreatedRow(Key key, int entities, long partition, long offset) {}

    private CreatedRow[] created;
    private boolean warned;
    private Layout layout;
    private List<Field> keyFields = List.of();
    private List<Field> keyColumns = List.of();

    /** @param named whether the settings name what identifies the rows, so that their record keys may be any */
    DoubtfulKeys(boolean named) {
        this.warned = named;
    }

    /** @param changes what the row as it is now makes of the graph */
    void look(ChangeEvent.Upserted event, List<GraphChange> changes) {
        if (warned) {
            return;
        }
        try {
            if (event.created()) {
                if (isKeyOfAnother(event, entities(changes))) {
                    warn(event, "two rows were created under one key");
                }
            } else if (event.before().exists() && hasAnotherKey(event)) {
                warn(event, "an update gave a row another key");
            }
        } catch (RecordException e) {
            // A key that cannot be read says nothing.
        }
        if (!event.created()) {
            forget(event);
        }
    }

    /** What was created under the key has changed or is gone. */
    void forget(ChangeEvent event) {
        if (!warned && created != null && event.key().exists()) {
            try {
                var key = key(event.key());
                int place = place(key);
                if (created[place] != null && created[place].key.equals(key)) {
                    created[place] = null;
                }
            } catch (RecordException e) {
                // A key that cannot be read says nothing.
            }
        }
    }

    /** A record from further back in the log is a repetition. */
    private boolean isKeyOfAnother(ChangeEvent.Upserted event, int entities) {
        if (!event.key().exists()) {
            return false;
        }
        if (created == null) {
            created = new CreatedRow[1 << BITS_OF_PLACE];
        }
        var row = new CreatedRow(
                key(event.key()),
                entities,
                event.metadata().partition(),
                event.metadata().offset());
        int place = place(row.key);
        var other = created[place];
        created[place] = row;
        return other != null
                && other.key.equals(row.key)
                && other.entities != row.entities
                && other.partition == row.partition
                && other.offset <= row.offset;
    }

    private static int place(Key key) {
        return key.hashCode() * SPREAD >>> Integer.SIZE - BITS_OF_PLACE;
    }

    private static int entities(List<GraphChange> changes) {
        int hash = 0;
        for (var change : changes) {
            if (change instanceof UpsertNode upsert) {
                hash = 31 * hash + upsert.node().hashCode();
            } else if (change instanceof UpsertRelationship upsert) {
                hash = 31 * hash + upsert.relationship().hashCode();
            }
        }
        return hash;
    }

    private static Key key(Image key) {
        if (key.isScalar()) {
            return Key.of(key.scalar().orElseThrow());
        }
        var fields = key.fields();
        var values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).read(key);
        }
        return Key.of(values);
    }

    private boolean hasAnotherKey(ChangeEvent.Upserted event) {
        var before = event.before();
        var after = event.after();
        if (before.layout() != after.layout()) {
            return false;
        }
        if (layout != after.layout() || keyFields != event.key().fields()) {
            layout = after.layout();
            keyFields = event.key().fields();
            keyColumns = keyFields.stream()
                    .flatMap(part -> layout.field(part.path()).stream())
                    .toList();
        }
        for (var column : keyColumns) {
            var was = column.read(before);
            if (isTold(was) && !Values.equal(was, column.read(after))) {
                return true;
            }
        }
        return false;
    }

    /** A before image may tell no more than some columns: the others are null, or zero. */
    private static boolean isTold(Object value) {
        return value != null && !(value instanceof Absent) && !value.equals(0L) && !value.equals("");
    }

    private void warn(ChangeEvent event, String sign) {
        warned = true;
        created = null;
        LOG.warn(
                "The record keys of topic {} do not identify its rows: {}. What is found by the record key (relationships that move,"
                        + " what goes with a row) is then taken from other rows as well. Name the fields that identify a"
                        + " row in neo4j.pattern.key.topic.{}",
                event.topic(),
                sign,
                event.topic());
    }
}
