package org.graphsink.config;

import org.graphsink.neo4j.CertificateTrust;

/** The settings of encryption agree with each other and with the scheme of the address. */
final class EncryptionRule implements Rule<Submitted> {

    @Override
    public void check(Submitted config, Findings findings) {
        config.value(ConnectionGroup.URI).ifPresent(uris -> {
            var scheme = uris.get(0).getScheme();
            if (scheme.contains("+")) {
                checkAgainst(scheme, config, findings);
            } else {
                checkAmongThemselves(config, findings);
            }
        });
    }

    private static void checkAgainst(String scheme, Submitted config, Findings findings) {
        var trustsAny = scheme.endsWith("+ssc");
        var trust = trustsAny
                ? CertificateTrust.TRUST_ALL_CERTIFICATES
                : CertificateTrust.TRUST_SYSTEM_CA_SIGNED_CERTIFICATES;
        contradiction(config, findings, SecurityGroup.ENCRYPTED, true, scheme, "encrypts");
        contradiction(
                config,
                findings,
                SecurityGroup.TRUST_STRATEGY,
                trust,
                scheme,
                trustsAny ? "trusts every certificate" : "trusts certificates of well-known authorities");
        contradiction(
                config,
                findings,
                SecurityGroup.HOSTNAME_VERIFICATION,
                !trustsAny,
                scheme,
                trustsAny ? "does not verify the host name" : "verifies the host name");
        if (config.has(SecurityGroup.CERTIFICATE_FILES)) {
            findings.add(
                    SecurityGroup.CERTIFICATE_FILES,
                    SecurityGroup.CERTIFICATE_FILES.name() + " has no effect with the scheme " + scheme + ": use "
                            + plain(scheme) + " with neo4j.security.encrypted=true and"
                            + " neo4j.security.trust-strategy=TRUST_CUSTOM_CA_SIGNED_CERTIFICATES");
        }
    }

    private static <T> void contradiction(
            Submitted config, Findings findings, Setting<T> setting, T implied, String scheme, String whatSchemeDoes) {
        if (config.has(setting)
                && config.value(setting).filter(value -> !value.equals(implied)).isPresent()) {
            findings.add(
                    setting,
                    setting.name() + "=" + config.text(setting.name()) + " contradicts the scheme " + scheme
                            + " of neo4j.uri, which " + whatSchemeDoes + ": remove it, or use the scheme "
                            + plain(scheme));
        }
    }

    private static void checkAmongThemselves(Submitted config, Findings findings) {
        var encrypted = config.value(SecurityGroup.ENCRYPTED).orElse(true);
        var custom = config.value(SecurityGroup.TRUST_STRATEGY)
                .filter(CertificateTrust.TRUST_CUSTOM_CA_SIGNED_CERTIFICATES::equals)
                .isPresent();
        var files = config.has(SecurityGroup.CERTIFICATE_FILES);
        if (!encrypted && (files || custom)) {
            findings.add(
                    SecurityGroup.ENCRYPTED,
                    "neo4j.security.encrypted must be true for certificates to be checked, as "
                            + (files ? SecurityGroup.CERTIFICATE_FILES : SecurityGroup.TRUST_STRATEGY).name()
                            + " asks for");
        }
        if (custom && !files) {
            findings.add(
                    SecurityGroup.CERTIFICATE_FILES,
                    "neo4j.security.cert-files must be set, since neo4j.security.trust-strategy is"
                            + " TRUST_CUSTOM_CA_SIGNED_CERTIFICATES");
        }
        if (files && !custom && config.value(SecurityGroup.TRUST_STRATEGY).isPresent()) {
            findings.add(
                    SecurityGroup.TRUST_STRATEGY,
                    "neo4j.security.trust-strategy must be TRUST_CUSTOM_CA_SIGNED_CERTIFICATES for"
                            + " neo4j.security.cert-files to have an effect");
        }
    }

    private static String plain(String scheme) {
        return scheme.substring(0, scheme.indexOf('+'));
    }
}
