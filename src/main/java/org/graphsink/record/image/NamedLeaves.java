package org.graphsink.record.image;

import java.util.ArrayList;
import java.util.List;
import org.graphsink.record.Field;
import org.graphsink.record.Image;
import org.graphsink.value.Absent;
import org.graphsink.value.connect.Conversions;

/** The leaves below a path of data that tells its names only record by record. */
final class NamedLeaves {

    private final List<String> path;
    private final Conversions conversions;
    private final NamedField self;
    private final List<Field> alone;
    private final Shapes shapes;

    NamedLeaves(List<String> path, Conversions conversions) {
        this.path = List.copyOf(path);
        this.conversions = conversions;
        this.self = new NamedField(path, conversions.of(null), conversions.flattens());
        this.alone = List.of(self);
        this.shapes = new Shapes(conversions);
    }

    /** @param hidesMetadata whether names directly below that start with two underscores are left out */
    List<Field> of(Image image, boolean hidesMetadata) {
        Object value = self.find(image);
        if (value == Absent.MISSING) {
            return List.of();
        }
        if (!path.isEmpty() && !shapes.isOpen(value)) {
            return alone;
        }
        var container = Shapes.plain(value);
        var end = shapes.follow(shapes.start(), container, hidesMetadata);
        if (end.fields == null) {
            end.fields = list(shapes.leaves(path, container, hidesMetadata), image);
        }
        return end.fields;
    }

    private List<Field> list(List<List<String>> paths, Image image) {
        var fields = new ArrayList<Field>(paths.size());
        for (var leaf : paths) {
            var field = new NamedField(leaf, conversions.of(null), conversions.flattens());
            fields.add(shapes.isOpen(field.find(image)) ? new EmptyMapField(leaf) : field);
        }
        return List.copyOf(fields);
    }
}
