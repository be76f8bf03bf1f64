package org.graphsink.neo4j;

/** Which server certificates an encrypted connection accepts; named as in the driver and the official connector. */
public enum CertificateTrust {
    TRUST_ALL_CERTIFICATES,
    TRUST_SYSTEM_CA_SIGNED_CERTIFICATES,
    TRUST_CUSTOM_CA_SIGNED_CERTIFICATES
}
