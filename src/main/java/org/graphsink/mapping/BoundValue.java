package org.graphsink.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.record.Absent;

/**
 * A source expression bound to the layouts of a view.
 *
 * @param text the expression as written, for messages
 * @param reader empty where neither schema has a field that it names
 * @param keyFields the fields of the record key that determine the value; empty where something else takes part
 */
record BoundValue(String text, Optional<ValueReader> reader, Optional<Set<List<String>>> keyFields) {

    /** Whether the view has no such field: null is a value. */
    boolean isMissing(View view) {
        return reader.isEmpty() || reader.get().read(view) == Absent.MISSING;
    }
}
