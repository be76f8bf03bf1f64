package org.graphsink.record;

import java.util.List;
import java.util.Optional;
import org.graphsink.value.Absent;

/**
 * The fields of images of one schema, or of all schemaless images. Resolving a path costs a walk through the schema;
 * a mapping does it once per layout and keeps the {@link Field}s.
 */
public interface Layout {

    /**
     * The field at a path, for reading its decoded value.
     *
     * @param path field names from the outermost struct or map inwards
     * @return empty where the schema has no such field; never empty for schemaless data, where a missing field shows
     *     when it is read ({@link Absent#MISSING})
     */
    Optional<Field> field(List<String> path);

    /** As {@link #field}, reading the value (of any type, nested ones too) as JSON text. */
    Optional<Field> json(List<String> path);

    /**
     * What a property selector on a struct or map writes: the leaves below the path, with their full paths. A path to a
     * plain value gives that one field; one that leads nowhere gives none.
     */
    List<Field> fieldsBelow(Image image, List<String> path);

    /**
     * The maps at and below a path of which only a record tells the entries, by their paths: those of schemas. Without schema,
     * what is not there is not told.
     *
     * @param path empty for all of the image
     */
    List<Field> mapsBelow(List<String> path);
}
