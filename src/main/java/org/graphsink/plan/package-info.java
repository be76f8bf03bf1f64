/**
 * A poll's changes, coalesced per entity and ordered, so that few writes leave the graph as the changes one by one
 * would.
 */
package org.graphsink.plan;
