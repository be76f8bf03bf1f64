package org.graphsink.config;

/** A configuration in which every setting is right by itself. */
record Sound(Submitted submitted, SinkSettings settings) {}
