package org.graphsink.mapping.bound;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphsink.graph.RelationshipShape;
import org.graphsink.pattern.RowKey;
import org.graphsink.pattern.TopicPatterns;
import org.graphsink.record.ChangeEvent;
import org.graphsink.record.Field;
import org.graphsink.record.Image;
import org.graphsink.record.Layout;

/** The bindings of a topic's patterns, one for each pair of layouts that has been met. Used by one thread. */
public final class Bindings {

    /** Schemaless data may come in any number of field sets; the least recently used ones are bound again. */
    private static final int MOST = 512;

    private static final class Place {
        private final Layout value;
        private final List<Field> valueFields;
        private final Layout key;
        private final List<Field> keyFields;
        private final boolean primitiveKey;

        Place(View view) {
            value = view.value().layout();
            valueFields = view.value().fields();
            key = view.key().layout();
            keyFields = view.key().fields();
            primitiveKey = view.key().isScalar();
        }

        /** Layouts and lists of fields are the same instances for all images of a schema. */
        boolean isOf(View view) {
            return value == view.value().layout()
                    && valueFields == view.value().fields()
                    && key == view.key().layout()
                    && keyFields == view.key().fields()
                    && primitiveKey == view.key().isScalar();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place place
                    && value == place.value
                    && valueFields == place.valueFields
                    && key == place.key
                    && keyFields == place.keyFields
                    && primitiveKey == place.primitiveKey;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * System.identityHashCode(value) + System.identityHashCode(valueFields))
                    + 31 * System.identityHashCode(key)
                    + System.identityHashCode(keyFields);
        }
    }

    private final TopicPatterns patterns;
    private final List<List<List<String>>> keysOfLikes;
    private final Optional<RowKey> rowKey;
    private final Restrictions restrictions;
    private final Map<Place, Binding> bindings = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Binding> eldest) {
            return size() > MOST;
        }
    };

    private Place lastPlace;
    private Binding lastBinding;

    /**
     * @param rowKey what identifies the rows in place of their record key
     * @param keysOfLikes for each relationship pattern, as in {@link RelationshipShape}
     */
    public Bindings(
            TopicPatterns patterns,
            Optional<RowKey> rowKey,
            List<List<List<String>>> keysOfLikes,
            Restrictions restrictions) {
        this.patterns = patterns;
        this.rowKey = rowKey;
        this.keysOfLikes = keysOfLikes;
        this.restrictions = restrictions;
    }

    /** What tells which row a record is about: its key, or its row where that has fields in the place of the key. */
    public View identifying(ChangeEvent event, Image row) {
        return rowKey.isPresent() && row.exists() ? View.of(event, row) : View.keyOnly(event);
    }

    public Binding of(View view) {
        // Most records have the schema of the one before, and a row's images have one.
        if (lastPlace != null && lastPlace.isOf(view)) {
            return lastBinding;
        }
        var place = new Place(view);
        var binding = bindings.get(place);
        if (binding == null) {
            binding = Binding.of(patterns, rowKey, keysOfLikes, view, restrictions);
            bindings.put(place, binding);
        }
        lastPlace = place;
        lastBinding = binding;
        return binding;
    }
}
