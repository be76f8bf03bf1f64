package org.graphsink.task;

import java.util.List;
import java.util.Optional;
import org.graphsink.graph.GraphChange;
import org.graphsink.store.Deadline;
import org.graphsink.store.Failed;
import org.graphsink.store.FailureKind;

/** Sees to the constraints of labels that only the records know, before they are written. */
final class OpenLabels {

    private final TargetSchema schema;
    private final ErrantRecords errants;

    OpenLabels(TargetSchema schema, ErrantRecords errants) {
        this.schema = schema;
        this.errants = errants;
    }

    /**
     * What stands against a label is the failure of the records that name it: they are reported, and left without changes.
     *
     * @return any other failure, of which no record can be at fault
     */
    Optional<Failed> ensure(List<MappedRecord> records, Deadline deadline) {
        if (!schema.isOpen()) {
            return Optional.empty();
        }
        for (int i = 0; i < records.size(); i++) {
            var record = records.get(i);
            var failed = ensure(record, deadline);
            if (failed.isPresent()) {
                if (failed.get().kind() != FailureKind.DATA) {
                    return failed;
                }
                var refusal = FailureText.ofRecord(record.record(), failed.get().advice());
                errants.report(record.record(), refusal, deadline);
                records.set(i, record.withoutChanges());
            }
        }
        return Optional.empty();
    }

    private Optional<Failed> ensure(MappedRecord record, Deadline deadline) {
        for (var change : record.changes()) {
            if (change instanceof GraphChange.UpsertNode upsert) {
                var failed = schema.ensure(upsert.node().shape(), deadline);
                if (failed.isPresent()) {
                    return failed;
                }
            }
        }
        return Optional.empty();
    }
}
