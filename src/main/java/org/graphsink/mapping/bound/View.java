package org.graphsink.mapping.bound;

import org.graphsink.record.ChangeEvent;
import org.graphsink.record.Image;
import org.graphsink.record.Metadata;

/**
 * What patterns are evaluated on: one image of the row, with the record key and the metadata.
 *
 * @param isOfRow false for an event, which only adds
 */
public record View(Image value, Image key, Metadata metadata, boolean isOfRow) {

    public static View of(ChangeEvent event, Image value) {
        return new View(value, event.key(), event.metadata(), !(event instanceof ChangeEvent.Appended));
    }

    /** The record key alone, which is all that a tombstone has. */
    public static View keyOnly(ChangeEvent event) {
        return of(event, Image.NONE);
    }
}
