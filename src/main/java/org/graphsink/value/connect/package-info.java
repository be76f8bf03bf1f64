/** How the data of Kafka Connect and Debezium become values that Neo4j stores. */
package org.graphsink.value.connect;
