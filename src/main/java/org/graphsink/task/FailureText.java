package org.graphsink.task;

import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;

/** What Connect, and whoever reads its log, is told of a failure. */
final class FailureText {

    private FailureText() {}

    static String coordinates(SinkRecord record) {
        return record.originalTopic() + "-" + record.originalKafkaPartition() + "@" + record.originalKafkaOffset();
    }

    static DataException ofRecord(SinkRecord record, String advice) {
        return new DataException("The record " + coordinates(record) + " cannot be written: " + advice);
    }

    /** @param what cannot be done, as the beginning of a sentence */
    static ConnectException ofTask(String what, Failed failed) {
        var text = failed.kind() == FailureKind.SCHEMA ? failed.advice() : what + ": " + failed.advice();
        return new ConnectException(text, failed.cause().orElse(null));
    }

    /** What is said of a failure that is waited for. */
    static String ofWait(Failed failed) {
        return switch (failed.kind()) {
            case FENCED, UNREPORTED -> failed.advice();
            default -> "Neo4j cannot write (" + failed.advice() + ")";
        };
    }
}
