/** Tells what a record is: a Debezium envelope, a flattened row, a message beside them, or plain data. */
package org.graphsink.record.decoder;
