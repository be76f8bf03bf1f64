package org.graphsink.mapping;

import org.graphsink.record.ChangeEvent;
import org.graphsink.record.Image;
import org.graphsink.record.Metadata;

/** What patterns are evaluated on: one image of the row, with the record key and the metadata. */
record View(Image value, Image key, Metadata metadata) {

    static View of(ChangeEvent event, Image value) {
        return new View(value, event.key(), event.metadata());
    }

    /** The record key alone, which is all that a tombstone has. */
    static View keyOnly(ChangeEvent event) {
        return of(event, Image.NONE);
    }
}
