package org.graphsink.record;

/** An image over a struct or map. */
sealed interface Rooted permits StructImage, MapImage {

    /** A Connect struct, or a map with names as keys. */
    Object root();
}
