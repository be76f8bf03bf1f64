/**
 * Statements: one parameterised text per kind of write and shape of rows, with the rows as columns. Names enter a text
 * through {@link org.graphsink.cypher.Identifier} alone, values as parameters alone.
 */
package org.graphsink.cypher;
