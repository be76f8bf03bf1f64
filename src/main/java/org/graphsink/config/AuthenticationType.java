package org.graphsink.config;

/** The forms of authentication, named as in the official connector. */
enum AuthenticationType {
    NONE,
    BASIC,
    BEARER,
    KERBEROS,
    CUSTOM
}
