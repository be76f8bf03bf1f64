package org.graphsink.mapping.bound;

import java.util.List;
import java.util.Optional;
import org.graphsink.pattern.RowKey;
import org.graphsink.pattern.Source;
import org.graphsink.record.Field;

/**
 * What identifies the rows of a topic: their record key, or fields of the row that the settings name in its place.
 *
 * @param fields their paths; one empty path for a primitive record key
 * @param isNamed whether the settings name them
 */
record RowIdentity(List<List<String>> fields, boolean isNamed) {

    private static final List<List<String>> PRIMITIVE = List.of(List.of());

    static RowIdentity of(View view, Optional<RowKey> named) {
        if (named.isPresent()) {
            return new RowIdentity(named.get().fields(), true);
        }
        var key = view.key();
        return new RowIdentity(
                key.isScalar()
                        ? PRIMITIVE
                        : key.fields().stream().map(Field::path).toList(),
                false);
    }

    /** What a field of the record has to do with it. */
    KeyPart part(Source source) {
        boolean isPart = source.root() == Source.Root.KEY && !isNamed || fields.contains(source.path());
        return isPart ? KeyPart.field(source.path()) : KeyPart.NONE;
    }
}
