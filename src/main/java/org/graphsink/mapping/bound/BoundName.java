package org.graphsink.mapping.bound;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphsink.graph.Share;
import org.graphsink.pattern.Name;
import org.graphsink.record.RecordException;
import org.graphsink.value.Absent;
import org.graphsink.value.SurrogatePairs;
import org.graphsink.value.ValueTypes;

/**
 * A label or relationship type bound to the layouts of a view.
 *
 * @param fixed the name, where the pattern gives it
 * @param allowed the names that a record may give; empty where the pattern does not list them
 * @param reserved names that no record may give
 */
public record BoundName(Optional<String> fixed, BoundValue source, List<String> allowed, Set<String> reserved) {

    /** The one character that Neo4j takes in no name. */
    static final char NULL = 0;

    static BoundName label(Name name, SourceBinder binder, Set<String> reserved) {
        if (name instanceof Name.Static known) {
            return new BoundName(Optional.of(known.name()), null, List.of(), Set.of());
        }
        var dynamic = (Name.Dynamic) name;
        return new BoundName(Optional.empty(), binder.bind(dynamic.source()), dynamic.allowed(), reserved);
    }

    static BoundName type(Name name, SourceBinder binder) {
        return label(name, binder, Set.of());
    }

    public boolean isFixed() {
        return fixed.isPresent();
    }

    /** Says which field neither schema has. */
    Optional<String> unknownField() {
        return fixed.isEmpty() && source.reader().isEmpty()
                ? Optional.of("$(" + source.text() + ") names a field that the record's schema does not have"
                        + source.advice())
                : Optional.empty();
    }

    /** Whether the name comes from an unchanged column that was not captured. */
    boolean isUnavailable(View view) {
        return fixed.isEmpty()
                && source.reader().isPresent()
                && source.reader().get().read(view) == Absent.UNAVAILABLE;
    }

    /** @return null where the record gives no name */
    public String read(View view) {
        if (fixed.isPresent()) {
            return fixed.get();
        }
        if (source.reader().isEmpty()) {
            return null;
        }
        var value = source.reader().get().read(view);
        if (value == null || value instanceof Absent) {
            return null;
        }
        if (!(value instanceof String || value instanceof Long)) {
            throw new RecordException("$(" + source.text() + ") needs a text, but the field holds a "
                    + ValueTypes.name(value) + "; use toString() in the source or name the type in the pattern");
        }
        var name = value.toString();
        if (name.isEmpty()) {
            throw new RecordException("$(" + source.text() + ") is an empty text, which cannot be a name");
        }
        if (name.indexOf(NULL) >= 0) {
            throw new RecordException(
                    "$(" + source.text() + ") is a text with a null character, which cannot be a name");
        }
        if (!SurrogatePairs.areWhole(name)) {
            throw new RecordException(
                    "$(" + source.text() + ") is a text with half a surrogate pair, which cannot be a name");
        }
        if (reserved.contains(name) || !reserved.isEmpty() && Share.isMark(name)) {
            throw new RecordException(
                    "$(" + source.text() + ") is a label of the connector's own nodes, which no other"
                            + " can have: change the record, or neo4j.placeholder-label or neo4j.eos-offset-label where one of them names it");
        }
        if (!allowed.isEmpty() && !allowed.contains(name)) {
            throw new RecordException(
                    "$(" + source.text() + ") is none of the names that the pattern allows: " + allowed);
        }
        return name;
    }

    /** The names that an earlier state of the row may have given; empty where that cannot be told. */
    public List<String> possible() {
        return fixed.map(List::of).orElse(allowed);
    }
}
