package org.graphsink.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.graphsink.neo4j.CertificateTrust;
import org.graphsink.neo4j.SecuritySettings;

/** Encryption of the connection where the scheme of its address does not settle it. */
final class SecurityGroup {

    static final Setting<Boolean> ENCRYPTED = Setting.optional(
            "neo4j.security.encrypted",
            Kind.flag(),
            false,
            LOW,
            "Encrypted",
            "Whether to encrypt connections of the schemes neo4j and bolt.");

    static final Setting<CertificateTrust> TRUST_STRATEGY = Setting.optional(
                    "neo4j.security.trust-strategy",
                    Kind.constant(CertificateTrust.class),
                    CertificateTrust.TRUST_SYSTEM_CA_SIGNED_CERTIFICATES.name(),
                    LOW,
                    "Trust strategy",
                    "Which certificates of the server are accepted: all, those signed by an authority that the"
                            + " worker's Java trusts, or those signed by the ones in neo4j.security.cert-files.")
            .onlyWith(ENCRYPTED, "true");

    static final Setting<List<Path>> CERTIFICATE_FILES = Setting.optional(
                    "neo4j.security.cert-files",
                    FileKind.files(),
                    "",
                    LOW,
                    "Certificate files",
                    "PEM files with the certificates of trusted authorities, for TRUST_CUSTOM_CA_SIGNED_CERTIFICATES."
                            + " They must exist on every worker.")
            .onlyWith(ENCRYPTED, "true");

    static final Setting<Boolean> HOSTNAME_VERIFICATION = Setting.optional(
                    "neo4j.security.hostname-verification-enabled",
                    Kind.flag(),
                    true,
                    LOW,
                    "Verify host name",
                    "Whether the certificate must be made out to the host of the address.")
            .onlyWith(ENCRYPTED, "true");

    static final SettingGroup GROUP =
            SettingGroup.of("Encryption", ENCRYPTED, TRUST_STRATEGY, CERTIFICATE_FILES, HOSTNAME_VERIFICATION);

    private SecurityGroup() {}

    static SecuritySettings read(Map<String, Object> values) {
        return new SecuritySettings(
                ENCRYPTED.from(values),
                TRUST_STRATEGY.from(values),
                CERTIFICATE_FILES.from(values),
                HOSTNAME_VERIFICATION.from(values));
    }
}
