/**
 * The narrow waist: what a record asks of the graph, as changes of nodes and relationships with their identities. Depends on
 * values and the JDK alone.
 */
package org.graphsink.graph;
