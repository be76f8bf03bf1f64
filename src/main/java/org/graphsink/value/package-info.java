/**
 * What Neo4j stores: the types, their equality and order as an index sees them, and how text and numbers become them.
 */
package org.graphsink.value;
