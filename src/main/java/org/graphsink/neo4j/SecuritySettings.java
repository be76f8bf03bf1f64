package org.graphsink.neo4j;

import java.nio.file.Path;
import java.util.List;
import org.neo4j.driver.Config;
import org.neo4j.driver.Config.TrustStrategy;

/**
 * Encryption of the connection. It applies to the schemes {@code bolt} and {@code neo4j}; those that end in {@code +s}
 * or {@code +ssc} say by themselves what is encrypted and trusted.
 *
 * @param certificateFiles PEM files; not empty exactly where {@code trust} asks for custom certificates
 */
public record SecuritySettings(
        boolean encrypted, CertificateTrust trust, List<Path> certificateFiles, boolean hostnameVerification) {

    /** A plain connection, or what the scheme asks for. */
    public static final SecuritySettings NONE =
            new SecuritySettings(false, CertificateTrust.TRUST_SYSTEM_CA_SIGNED_CERTIFICATES, List.of(), true);

    public SecuritySettings {
        certificateFiles = List.copyOf(certificateFiles);
        if (certificateFiles.isEmpty() == (trust == CertificateTrust.TRUST_CUSTOM_CA_SIGNED_CERTIFICATES)) {
            throw new IllegalArgumentException("Certificate files belong to custom certificates, and to them only");
        }
    }

    void applyTo(Config.ConfigBuilder config) {
        if (encrypted) {
            config.withEncryption().withTrustStrategy(trustStrategy());
        } else {
            config.withoutEncryption();
        }
    }

    private TrustStrategy trustStrategy() {
        var strategy = switch (trust) {
            case TRUST_ALL_CERTIFICATES -> TrustStrategy.trustAllCertificates();
            case TRUST_SYSTEM_CA_SIGNED_CERTIFICATES -> TrustStrategy.trustSystemCertificates();
            case TRUST_CUSTOM_CA_SIGNED_CERTIFICATES ->
                TrustStrategy.trustCustomCertificateSignedBy(
                        certificateFiles.stream().map(Path::toFile).toArray(java.io.File[]::new));
        };
        return hostnameVerification ? strategy.withHostnameVerification() : strategy.withoutHostnameVerification();
    }
}
