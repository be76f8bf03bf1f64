package org.graphsink.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A source expression bound to the layouts of a view.
 *
 * @param text the expression as written, for messages
 * @param reader empty where neither schema has a field that it names
 * @param keyFields the fields of the record key that determine the value; empty where something else takes part
 */
record BoundValue(String text, Optional<ValueReader> reader, Optional<Set<List<String>>> keyFields) {}
