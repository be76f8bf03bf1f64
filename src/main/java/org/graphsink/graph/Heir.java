package org.graphsink.graph;

/**
 * The relationship that one which goes has become: it moved to another end, or got another key. It takes the properties over,
 * as it may be that no record tells them again.
 *
 * @param relationship need not be there yet
 * @param start what becomes of its start node where that is missing; with {@link MissingNode#LEAVE} nothing is taken over then
 * @param end the same for its end node
 */
public record Heir(RelationshipIdentity relationship, MissingNode start, MissingNode end) {}
