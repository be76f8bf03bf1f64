package org.graphsink.record;

/** What a record carries besides key and value. */
public interface Metadata {

    /** The record's timestamp as a {@link java.time.ZonedDateTime} in UTC, or null where the record has none. */
    Object timestamp();

    String topic();

    long partition();

    long offset();

    /** The headers as one image, a field per header name (the last header of a name wins). */
    Image headers();
}
