/** The language in which a mapping is written: its syntax, its canonical text and what its patterns consist of. */
package org.graphsink.pattern;
