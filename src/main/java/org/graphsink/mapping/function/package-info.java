/** The functions of the pattern language. They behave as the functions of Cypher whose names they bear. */
package org.graphsink.mapping.function;
