/** What a record says: an event of one of six kinds, with images whose fields are read on demand. */
package org.graphsink.record;
