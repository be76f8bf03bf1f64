/**
 * Patterns bound to the layouts of a value and a record key. What schemas tell is found out here, once for all records that
 * have them.
 */
package org.graphsink.mapping.bound;
