package org.graphsink.mapping.bound;

import java.util.List;
import java.util.Optional;
import org.graphsink.graph.Key;
import org.graphsink.pattern.Selector;
import org.graphsink.record.RecordException;
import org.graphsink.value.Absent;
import org.graphsink.value.SurrogatePairs;

/**
 * The key of a node or relationship bound to the layouts of a view.
 *
 * @param properties names, alphabetically
 * @param values one per property
 * @param origin what the record key has to do with it
 */
public record BoundKey(List<String> properties, List<BoundValue> values, KeyPart origin) {

    static BoundKey of(List<Selector.Key> keys, SourceBinder binder) {
        var values = keys.stream().map(key -> binder.bind(key.source())).toList();
        return new BoundKey(
                keys.stream().map(Selector.Key::property).toList(),
                values,
                KeyPart.all(values.stream().map(BoundValue::origin).toList()));
    }

    boolean isEmpty() {
        return properties.isEmpty();
    }

    /** Says which field neither schema has. */
    Optional<String> unknownField() {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).reader().isEmpty()) {
                return Optional.of("The key property " + properties.get(i) + " (from "
                        + values.get(i).text() + ") names a field that the record's schema does not have"
                        + values.get(i).advice());
            }
        }
        return Optional.empty();
    }

    /** Whether a part of the key comes from an unchanged column that was not captured. */
    boolean isUnavailable(View view) {
        return values.stream()
                .flatMap(value -> value.reader().stream())
                .anyMatch(reader -> reader.read(view) == Absent.UNAVAILABLE);
    }

    /** @return {@link Key#NONE} for a pattern without key; null where a part of the key is null or absent */
    Key read(View view) {
        if (isEmpty()) {
            return Key.NONE;
        }
        var read = new Object[values.size()];
        for (int i = 0; i < read.length; i++) {
            var reader = values.get(i).reader();
            read[i] = reader.isEmpty() ? null : reader.get().read(view);
            if (read[i] == null || read[i] instanceof Absent) {
                return null;
            }
            if (read[i] instanceof String text) {
                requireWhole(i, text);
            }
            if (read[i] instanceof Double number && number.isNaN()) {
                throw new RecordException(
                        "The key property " + properties.get(i) + " is NaN, which no node can be found by");
            }
        }
        return Key.of(read);
    }

    private void requireWhole(int part, String text) {
        if (!SurrogatePairs.areWhole(text)) {
            throw new RecordException("The key property " + properties.get(part) + " (from "
                    + values.get(part).text() + ") is a text with half a surrogate pair, which cannot be stored");
        }
    }

    /** Whether the first part without value is null, or left out by schemaless data. */
    boolean isNull(View view) {
        for (var value : values) {
            var read = value.reader().isEmpty()
                    ? Absent.UNAVAILABLE
                    : value.reader().get().read(view);
            if (read == null || read instanceof Absent) {
                return read != Absent.UNAVAILABLE;
            }
        }
        return false;
    }

    /** Says why {@link #read} gave none. */
    public RecordException missing(View view) {
        for (int i = 0; i < values.size(); i++) {
            var source = values.get(i);
            if (source.reader().isEmpty()) {
                return new RecordException(unknownField().orElseThrow());
            }
            var property = "The key property " + properties.get(i) + " (from " + source.text() + ") ";
            var value = source.reader().get().read(view);
            if (value == null) {
                return new RecordException(property + "is null");
            } else if (value == Absent.UNAVAILABLE) {
                return new RecordException(property + "is an unchanged large column whose value was not captured");
            } else if (value == Absent.MISSING) {
                return new RecordException(property + "is missing" + source.advice());
            }
        }
        return new RecordException("The key " + properties + " has a part without value");
    }

    /** Which part of the key the view has no field for, for messages. */
    Optional<String> missingField(View view) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isMissing(view)) {
                return Optional.of("the key property " + properties.get(i) + " (from "
                        + values.get(i).text() + ")");
            }
        }
        return Optional.empty();
    }
}
