package org.graphsink.schema;

import java.util.StringJoiner;

/**
 * The settings of a vector index. A component is null where a declaration leaves it to the server, or where the server
 * does not report it.
 *
 * @param dimensions 1 to 4096
 * @param similarity {@code cosine} or {@code euclidean}, in lower case
 * @param quantization whether vectors are compressed
 * @param connections {@code hnsw.m}: connections of each vector in the index's graph, 1 to 512
 * @param candidates {@code hnsw.ef_construction}: neighbours considered when a vector is added, 1 to 3200
 * @see <a
 *     href="https://neo4j.com/docs/cypher-manual/current/indexes/semantic-indexes/vector-indexes/#configuration-settings">Configuration
 *     settings</a>
 */
public record VectorConfiguration(
        Integer dimensions, String similarity, Boolean quantization, Integer connections, Integer candidates) {

    static final int MOST_DIMENSIONS = 4096;
    static final int MOST_CONNECTIONS = 512;
    static final int MOST_CANDIDATES = 3200;

    /** Whether an index with the other configuration will do: equal wherever this one says something. */
    boolean isMetBy(VectorConfiguration other) {
        return isMetBy(dimensions, other.dimensions)
                && isMetBy(similarity, other.similarity)
                && isMetBy(quantization, other.quantization)
                && isMetBy(connections, other.connections)
                && isMetBy(candidates, other.candidates);
    }

    private static boolean isMetBy(Object wanted, Object existing) {
        return wanted == null || wanted.equals(existing);
    }

    boolean hasOptions() {
        return quantization != null || connections != null || candidates != null;
    }

    /** As written in a setting: {@code 384 cosine hnsw.m=16}. */
    @Override
    public String toString() {
        var text = new StringJoiner(" ");
        text.add(dimensions == null ? "any dimension" : dimensions.toString());
        text.add(similarity == null ? "default similarity" : similarity);
        if (quantization != null) {
            text.add("quantization=" + quantization);
        }
        if (connections != null) {
            text.add("hnsw.m=" + connections);
        }
        if (candidates != null) {
            text.add("hnsw.ef_construction=" + candidates);
        }
        return text.toString();
    }
}
