package org.graphsink.source;

import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.record.RecordException;

/** Turns the records of one topic into changes of the graph. Used by one thread. */
@FunctionalInterface
public interface ChangeSource {

    /**
     * @param record of the source's topic
     * @throws RecordException where the record is at fault; nothing of it is to be written then
     */
    Mapped changes(SinkRecord record);
}
