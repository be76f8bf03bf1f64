package org.graphsink.record.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.connect.data.Schema;
import org.graphsink.record.Field;
import org.graphsink.record.Image;
import org.graphsink.value.connect.Conversions;
import org.graphsink.value.connect.FieldAccess;

/**
 * The leaves below one place of a schema. They are the same for every record, except where a map stands among them,
 * which each record opens anew.
 *
 * <p>Below a null struct, all leaves are null; a null map has no leaves. A struct inside a struct of the same schema
 * would never end: it is a leaf of JSON text.
 */
final class StructLeaves {

    private final Conversions conversions;
    private final List<StructField> parts = new ArrayList<>();
    private final List<StructField> maps = new ArrayList<>();
    private final List<Field> always;
    private final Shapes shapes;

    /** @param isShown which of the fields directly in the struct count */
    StructLeaves(
            Conversions conversions,
            List<String> path,
            List<FieldAccess> steps,
            Schema schema,
            Predicate<String> isShown) {
        this.conversions = conversions;
        var outer = new ArrayList<Schema>();
        outer.add(schema);
        for (var field : schema.fields()) {
            if (isShown.test(field.name())) {
                add(path, steps, field, outer);
            }
        }
        this.always = maps.isEmpty() ? List.copyOf(parts) : null;
        this.shapes = new Shapes(conversions);
    }

    /** A single leaf. */
    StructLeaves(Conversions conversions, StructField leaf) {
        this.conversions = conversions;
        this.always = List.of(leaf);
        this.shapes = new Shapes(conversions);
    }

    List<Field> of(Image image) {
        if (always != null) {
            return always;
        }
        var node = shapes.start();
        for (var map : maps) {
            node = shapes.follow(node, map.raw(image), false);
        }
        if (node.fields == null) {
            node.fields = list(image);
        }
        return node.fields;
    }

    /** The maps among them. */
    List<Field> maps() {
        return maps.stream()
                .<Field>map(map -> new EntriesField(map.path(), map::raw))
                .toList();
    }

    private List<Field> list(Image image) {
        var fields = new ArrayList<Field>();
        for (var part : parts) {
            if (maps.contains(part)) {
                for (var leaf : shapes.leaves(part.path(), part.raw(image), false)) {
                    fields.add(new NamedField(leaf, conversions.of(null), conversions.flattens()));
                }
            } else {
                fields.add(part);
            }
        }
        return List.copyOf(fields);
    }

    private void add(
            List<String> path, List<FieldAccess> steps, org.apache.kafka.connect.data.Field field, List<Schema> outer) {
        var schema = field.schema();
        var innerPath = StructLayout.append(path, field.name());
        var innerSteps = StructLayout.append(steps, FieldAccess.to(field));
        if (!conversions.flattens() || !conversions.isNested(schema)) {
            parts.add(new StructField(innerPath, innerSteps, conversions.of(schema)));
        } else if (schema.type() == Schema.Type.MAP) {
            var map = new StructField(innerPath, innerSteps, conversions.of(schema));
            parts.add(map);
            maps.add(map);
        } else if (isRecursive(schema, outer)) {
            parts.add(new StructField(innerPath, innerSteps, conversions.json(schema)));
        } else {
            outer.add(schema);
            for (var inner : schema.fields()) {
                add(innerPath, innerSteps, inner, outer);
            }
            outer.remove(outer.size() - 1);
        }
    }

    private static boolean isRecursive(Schema schema, List<Schema> outer) {
        return outer.stream()
                .anyMatch(other -> other == schema
                        || schema.name() != null && schema.name().equals(other.name()));
    }
}
