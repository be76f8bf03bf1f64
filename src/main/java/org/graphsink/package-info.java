/** The plugin as Kafka Connect sees it: the connector, its task and its version. */
package org.graphsink;
