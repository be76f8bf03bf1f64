package org.graphsink.config;

/** Whether the connection is tried when a configuration is submitted, and what is made of a server that is away. */
enum CheckMode {
    STRICT,
    LENIENT,
    NONE
}
