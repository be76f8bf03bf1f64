package org.graphsink.record.image;

import java.util.Optional;
import org.graphsink.record.Image;

/** An image over a struct or map. */
sealed interface Rooted extends Image permits StructImage, MapImage {

    /** A Connect struct, or a map with names as keys. */
    Object root();

    @Override
    default boolean exists() {
        return true;
    }

    @Override
    default boolean isScalar() {
        return false;
    }

    @Override
    default Optional<Object> scalar() {
        return Optional.empty();
    }
}
