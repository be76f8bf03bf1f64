/**
 * What runs a task: its partitions and how far each is written, the poll in hand, and what is done about records and
 * databases that fail.
 */
package org.graphsink.task;
