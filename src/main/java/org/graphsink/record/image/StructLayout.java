package org.graphsink.record.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.graphsink.record.Image;
import org.graphsink.record.Layout;
import org.graphsink.value.connect.Conversion;
import org.graphsink.value.connect.Conversions;
import org.graphsink.value.connect.FieldAccess;

/** The images of one struct schema. */
final class StructLayout implements Layout {

    private final Schema schema;
    private final Conversions conversions;
    private final StructLeaves all;
    private final Map<List<String>, Optional<Place>> places = new HashMap<>();
    private final Map<List<String>, StructLeaves> below = new HashMap<>();
    private final Map<List<String>, NamedLeaves> belowMaps = new HashMap<>();

    /** Where a path leads: a schema, or null inside a map, where only a record tells. */
    private record Place(List<FieldAccess> steps, Schema schema) {}

    /** @param hidesMetadata whether {@code *} leaves out the fields that start with two underscores */
    StructLayout(Schema schema, Conversions conversions, boolean hidesMetadata) {
        this.schema = schema;
        this.conversions = conversions;
        this.all = new StructLeaves(
                conversions, List.of(), List.of(), schema, name -> !hidesMetadata || !name.startsWith("__"));
    }

    List<org.graphsink.record.Field> fields(StructImage image) {
        return all.of(image);
    }

    List<String> fieldNames() {
        return schema.fields().stream().map(Field::name).toList();
    }

    @Override
    public Optional<org.graphsink.record.Field> field(List<String> path) {
        return place(path).map(place -> bind(path, place, conversions.of(place.schema()), conversions.flattens()));
    }

    @Override
    public Optional<org.graphsink.record.Field> json(List<String> path) {
        return place(path).map(place -> bind(path, place, conversions.json(place.schema()), false));
    }

    @Override
    public List<org.graphsink.record.Field> fieldsBelow(Image image, List<String> path) {
        var place = place(path);
        if (place.isEmpty()) {
            return List.of();
        }
        var schemaThere = place.get().schema();
        if (schemaThere == null || schemaThere.type() == Schema.Type.MAP && conversions.isNested(schemaThere)) {
            return belowMaps
                    .computeIfAbsent(List.copyOf(path), p -> new NamedLeaves(p, conversions))
                    .of(image, false);
        }
        return below.computeIfAbsent(List.copyOf(path), p -> leaves(p, place.get()))
                .of(image);
    }

    @Override
    public List<org.graphsink.record.Field> mapsBelow(List<String> path) {
        if (path.isEmpty()) {
            return all.maps();
        }
        var place = place(path);
        if (place.isEmpty()) {
            return List.of();
        }
        var schemaThere = place.get().schema();
        if (schemaThere == null) {
            var entry = new NamedField(path, conversions.of(null), true);
            return conversions.flattens() ? List.of(new EntriesField(path, entry::find)) : List.of();
        }
        if (!conversions.flattens() || !conversions.isNested(schemaThere)) {
            return List.of();
        }
        return schemaThere.type() == Schema.Type.MAP
                ? List.of(new EntriesField(
                        path, new StructField(path, place.get().steps(), conversions.of(schemaThere))::raw))
                : leaves(path, place.get()).maps();
    }

    private StructLeaves leaves(List<String> path, Place place) {
        return conversions.flattens() && conversions.isNested(place.schema())
                ? new StructLeaves(conversions, path, place.steps(), place.schema(), name -> true)
                : new StructLeaves(conversions, new StructField(path, place.steps(), conversions.of(place.schema())));
    }

    private static org.graphsink.record.Field bind(
            List<String> path, Place place, Conversion conversion, boolean mayBeNested) {
        return place.schema() == null
                ? new NamedField(path, conversion, mayBeNested)
                : new StructField(path, place.steps(), conversion);
    }

    private Optional<Place> place(List<String> path) {
        return path.isEmpty() ? Optional.empty() : places.computeIfAbsent(List.copyOf(path), this::find);
    }

    private Optional<Place> find(List<String> path) {
        List<FieldAccess> steps = List.of();
        var at = schema;
        for (var name : path) {
            if (at.type() == Schema.Type.MAP && conversions.isNested(at)) {
                return Optional.of(new Place(List.of(), null));
            }
            var field = at.type() == Schema.Type.STRUCT ? at.field(name) : null;
            if (field == null) {
                return Optional.empty();
            }
            steps = append(steps, FieldAccess.to(field));
            at = field.schema();
        }
        return Optional.of(new Place(steps, at));
    }

    static <T> List<T> append(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
