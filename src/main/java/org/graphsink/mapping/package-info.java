/**
 * The rules of rows and events: what a record with a value produces, what its row no longer does, and what goes with a row
 * that is gone.
 */
package org.graphsink.mapping;
