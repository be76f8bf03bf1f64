package org.graphsink.record;

/**
 * One record, decoded as far as the mapping needs it. Values are read from its images on demand.
 *
 * @param topic the topic as the task sees it, after transformations: what the mapping goes by
 * @param coordinates where the original record stands
 * @param row whether the record is the state of a row (a Debezium envelope, a flattened Debezium record, a topic of
 *     {@code neo4j.pattern.rows.topics}) rather than an event
 * @param created whether the record says that the row is new, or read by a snapshot: then there is no before image,
 *     whatever the source captures otherwise
 * @param key the record key; {@link Image#NONE} for a record without key
 * @param before the row before the change; {@link Image#NONE} where the record does not have it
 * @param after the row after the change, or the plain value; {@link Image#NONE} for deletes and tombstones
 * @param columns which columns a deleted row had, though not all of their values may be those of the row;
 *     {@link Image#NONE} where the record does not tell
 * @param metadata headers and coordinates as sources of values
 * @param skipped why there is nothing to map, for {@link Operation#SKIP}; else null
 */
public record ChangeEvent(
        String topic,
        Coordinates coordinates,
        Operation operation,
        boolean row,
        boolean created,
        Image key,
        Image before,
        Image after,
        Image columns,
        Metadata metadata,
        String skipped) {}
