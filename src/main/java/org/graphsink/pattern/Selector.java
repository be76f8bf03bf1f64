package org.graphsink.pattern;

/** One entry between the braces of a pattern. */
public sealed interface Selector {

    /** {@code !property} or {@code !property: source}. */
    record Key(String property, Expression source) implements Selector {}

    /** {@code property}, {@code +property} or {@code property: source}. A struct writes one property per leaf. */
    record Include(String property, Expression source) implements Selector {}

    /** {@code *}, written or implied by the absence of includes: all value fields that no other selector takes. */
    record All() implements Selector {}

    /** {@code -path}: what {@code *} leaves out, with everything below the path. */
    record Exclude(Source source) implements Selector {}
}
