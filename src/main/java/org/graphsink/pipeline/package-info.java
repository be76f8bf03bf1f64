/**
 * The way from records to statements, wired once for the task and for whoever wants to look at it without a server.
 */
package org.graphsink.pipeline;
