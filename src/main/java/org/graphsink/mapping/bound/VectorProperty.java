package org.graphsink.mapping.bound;

/**
 * A property under a vector index that the connector declares. Neo4j stores a vector of another length without a word, and
 * no search of the index finds it.
 *
 * @param ofRelationships whether the index is on relationships rather than nodes
 * @param name the label, or the relationship type
 * @param dimensions the length of the vectors
 * @param setting that declares the index, for messages
 * @see <a href="https://neo4j.com/docs/cypher-manual/current/indexes/semantic-indexes/vector-indexes/">Vector indexes</a>
 */
public record VectorProperty(boolean ofRelationships, String name, String property, int dimensions, String setting) {}
