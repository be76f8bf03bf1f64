/**
 * The seam at the transaction: what is to be written with its offsets, and what came of it, failures among it. Nothing here
 * knows the driver.
 */
package org.graphsink.store;
