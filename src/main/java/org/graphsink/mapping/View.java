package org.graphsink.mapping;

import org.graphsink.record.ChangeEvent;
import org.graphsink.record.Image;
import org.graphsink.record.Metadata;

/** What patterns are evaluated on: one image of the row, with the record key and the metadata. */
record View(Image value, Image key, Metadata metadata) {

    static View after(ChangeEvent event) {
        return new View(event.after(), event.key(), event.metadata());
    }

    static View before(ChangeEvent event) {
        return new View(event.before(), event.key(), event.metadata());
    }

    /** A deleted row, of which no more than the columns is known. */
    static View columns(ChangeEvent event) {
        return new View(event.columns(), event.key(), event.metadata());
    }

    /** The record key alone, which is all that a tombstone has. */
    static View keyOnly(ChangeEvent event) {
        return new View(Image.NONE, event.key(), event.metadata());
    }
}
