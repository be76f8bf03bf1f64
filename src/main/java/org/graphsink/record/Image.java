package org.graphsink.record;

import java.util.List;
import java.util.Optional;

/**
 * A record key, a row before or after a change, or a set of headers: fields with values that are decoded to Neo4j
 * values (the types that {@code org.graphsink.value.Values} lists) when they are read.
 */
public interface Image {

    /** No image: it has no fields. {@link #exists()} is false. */
    Image NONE = NoImage.INSTANCE;

    /** False for a key, before image or after image that the record does not have. */
    boolean exists();

    /** What fields there are and how to read them; the same instance for every image of one schema. */
    Layout layout();

    /**
     * The fields that {@code *} stands for, innermost first level first, in schema order: with nested structs and maps
     * flattened to paths, or as one field of JSON text each, as {@code neo4j.types.nested} says. The same list instance
     * for every image of one schema (schemaless data: a list per distinct set of fields, cached). Debezium's metadata
     * fields ({@code __op}, {@code __deleted}, …) of flattened records are left out.
     */
    List<Field> fields();

    /** Whether {@link #scalar()} is there, or would be if it could be converted. */
    boolean isScalar();

    /**
     * The whole image as one value where it is not a struct or map: a primitive record key. Empty for structs, maps and
     * {@link #NONE}.
     *
     * @throws RecordException where it cannot become a Neo4j value
     */
    Optional<Object> scalar();
}
