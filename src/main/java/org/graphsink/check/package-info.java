/** Whether a database can be reached and used with the settings, asked while a configuration is validated. */
package org.graphsink.check;
