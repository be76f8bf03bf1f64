/** The driver: connections, authentication, and the transactions behind {@link org.graphsink.store.GraphStore}. */
package org.graphsink.neo4j;
