package org.graphsink.schema;

/** A vector index, as in {@code neo4j.schema.vector.<name>}. */
public record VectorIndex(String name, Target target, VectorConfiguration configuration) implements Declaration {

    public VectorIndex {
        if (configuration.dimensions() == null || configuration.similarity() == null) {
            throw new IllegalArgumentException("The vector index " + name + " needs dimensions and similarity");
        }
    }

    /**
     * @param text the setting, for example {@code (:Document {embedding}) 384 cosine quantization=true} or
     *     {@code ()-[:MENTIONS {embedding}]-() 384 euclidean}
     * @throws SchemaSyntaxException where the text is wrong
     */
    public static VectorIndex parse(String name, String text) {
        return new IndexParser(text).vectorIndex(name);
    }

    @Override
    public String definition() {
        return "VECTOR " + target;
    }

    @Override
    public String described() {
        return "vector index " + name + " on " + target + " " + configuration;
    }
}
