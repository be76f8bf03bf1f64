package org.graphsink.store;

import java.util.OptionalLong;

/**
 * How far one partition gets with a batch.
 *
 * @param expected the stored offset that the batch relies on; empty where none is stored yet
 * @param next the offset after the batch's records of the partition
 */
public record Advance(SourcePartition partition, OptionalLong expected, long next) {}
