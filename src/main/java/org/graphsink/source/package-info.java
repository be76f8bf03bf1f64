/** The seam between a record and its changes: how the records of a topic become changes of the graph. */
package org.graphsink.source;
