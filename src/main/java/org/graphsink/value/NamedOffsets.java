package org.graphsink.value;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Zones that Java makes of an offset with a name, as in {@code GMT+02:00}. They are in no time zone database: Neo4j takes
 * such a value and then fails to store it.
 */
public final class NamedOffsets {

    /** The JDK copies them all at each call. */
    private static final Set<String> REGIONS = Set.copyOf(ZoneId.getAvailableZoneIds());

    private NamedOffsets() {}

    /** The same moment, with the bare offset where the zone is no more than that. */
    public static ZonedDateTime without(ZonedDateTime value) {
        var zone = value.getZone();
        return zone instanceof ZoneOffset || REGIONS.contains(zone.getId())
                ? value
                : value.withZoneSameInstant(zone.normalized());
    }
}
