/** The constraints and indexes that a configuration declares, compared with those of a database and made there. */
package org.graphsink.schema;
