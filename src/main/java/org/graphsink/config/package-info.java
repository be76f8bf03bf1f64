/**
 * The settings: one definition each, by concern; what they say, read into the records that the other packages take; and the
 * rules that a configuration has to keep as a whole. A finding is on the setting that has to change.
 */
package org.graphsink.config;
