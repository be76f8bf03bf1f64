package org.graphsink.record;

import java.util.Optional;

/** What a record carries besides key and value. */
public interface Metadata {

    /** The record's timestamp as a {@link java.time.ZonedDateTime} in UTC, or null where the record has none. */
    Object timestamp();

    String topic();

    long partition();

    long offset();

    /**
     * For a record that is one half of a change of its row's primary key, a text that both halves have: it is made of the old
     * and the new key. Debezium tells them by the headers {@code __debezium.newkey} and {@code __debezium.oldkey}.
     */
    Optional<String> keyChange();

    /** The headers as one image, a field per header name (the last header of a name wins). */
    Image headers();
}
