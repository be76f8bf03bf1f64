package org.graphsink.record.image;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphsink.record.Field;
import org.graphsink.record.Image;
import org.graphsink.record.Layout;
import org.graphsink.value.connect.Conversions;

/** All schemaless images: any path may be there, and a record tells when it is read. */
final class MapLayout implements Layout {

    private final Conversions conversions;
    private final NamedLeaves all;
    private final NamedLeaves allButMetadata;
    private final Map<List<String>, NamedLeaves> below = new HashMap<>();

    MapLayout(Conversions conversions) {
        this.conversions = conversions;
        this.all = new NamedLeaves(List.of(), conversions);
        this.allButMetadata = new NamedLeaves(List.of(), conversions);
    }

    List<Field> fields(MapImage image, boolean hidesMetadata) {
        return (hidesMetadata ? allButMetadata : all).of(image, hidesMetadata);
    }

    @Override
    public Optional<Field> field(List<String> path) {
        return Optional.of(new NamedField(path, conversions.of(null), conversions.flattens()));
    }

    @Override
    public Optional<Field> json(List<String> path) {
        return Optional.of(new NamedField(path, conversions.json(null), false));
    }

    @Override
    public List<Field> mapsBelow(List<String> path) {
        return List.of();
    }

    @Override
    public List<Field> fieldsBelow(Image image, List<String> path) {
        return below.computeIfAbsent(List.copyOf(path), p -> new NamedLeaves(p, conversions))
                .of(image, false);
    }
}
