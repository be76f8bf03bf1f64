/** Images over Connect's structs and maps. A path is resolved once per schema and read from many records. */
package org.graphsink.record.image;
