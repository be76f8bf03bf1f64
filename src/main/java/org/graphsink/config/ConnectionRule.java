package org.graphsink.config;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.graphsink.check.ConnectionProblem;
import org.graphsink.check.ConnectionProblem.Subject;
import org.graphsink.neo4j.ConnectionSettings;
import org.graphsink.schema.SchemaSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection works; where it does not, the setting is blamed that most likely has to change. */
final class ConnectionRule implements Rule<Sound> {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionRule.class);

    private static final Map<AuthenticationType, Setting<?>> PROOF = Map.of(
            AuthenticationType.NONE, AuthenticationGroup.TYPE,
            AuthenticationType.BASIC, AuthenticationGroup.PASSWORD,
            AuthenticationType.BEARER, AuthenticationGroup.TOKEN,
            AuthenticationType.KERBEROS, AuthenticationGroup.TICKET,
            AuthenticationType.CUSTOM, AuthenticationGroup.CREDENTIALS);

    private final BiFunction<ConnectionSettings, SchemaSettings, Optional<ConnectionProblem>> connectionCheck;

    ConnectionRule(BiFunction<ConnectionSettings, SchemaSettings, Optional<ConnectionProblem>> connectionCheck) {
        this.connectionCheck = connectionCheck;
    }

    @Override
    public void check(Sound config, Findings findings) {
        var mode = config.submitted().value(ConnectionGroup.CHECK).orElseThrow();
        if (mode == CheckMode.NONE) {
            return;
        }
        var settings = config.settings();
        connectionCheck.apply(settings.connection(), settings.schema()).ifPresent(problem -> {
            if (problem.subject() == Subject.AWAY && mode == CheckMode.LENIENT) {
                LOG.warn(
                        "{}. The configuration is accepted, and its tasks will wait for the server; with"
                                + " neo4j.connection-check=strict it is refused",
                        problem.message());
            } else {
                add(problem, config.submitted(), findings);
            }
        });
    }

    private static void add(ConnectionProblem problem, Submitted config, Findings findings) {
        switch (problem.subject()) {
            case ADDRESS -> add(findings, ConnectionGroup.URI, problem, "check neo4j.uri");
            case AWAY ->
                add(
                        findings,
                        ConnectionGroup.URI,
                        problem,
                        "check neo4j.uri, or set neo4j.connection-check=lenient where the server is there later");
            case ENCRYPTION ->
                add(
                        findings,
                        ConnectionGroup.URI,
                        problem,
                        "check the scheme of neo4j.uri and the settings neo4j.security.*");
            case AUTHENTICATION -> {
                var type = config.value(AuthenticationGroup.TYPE).orElseThrow();
                var advice = type == AuthenticationType.BASIC
                        ? "check neo4j.authentication.basic.username and neo4j.authentication.basic.password"
                        : "check " + PROOF.get(type).name();
                add(findings, PROOF.get(type), problem, advice);
            }
            case DATABASE -> add(findings, ConnectionGroup.DATABASE, problem, "check neo4j.database");
            case NODE_KEYS -> findings.add(SchemaGroup.KEYS, problem.message());
        }
    }

    private static void add(Findings findings, Setting<?> setting, ConnectionProblem problem, String advice) {
        findings.add(setting, problem.message() + ": " + advice);
    }
}
