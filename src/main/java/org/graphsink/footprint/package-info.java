/**
 * What the records of each topic may leave in the graph, and so what topics have in each other's nodes: known before a
 * record comes, whatever kind of mapping a topic has.
 */
package org.graphsink.footprint;
