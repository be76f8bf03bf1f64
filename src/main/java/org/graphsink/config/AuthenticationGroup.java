package org.graphsink.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;

import java.util.List;
import java.util.Map;
import org.graphsink.neo4j.Authentication;

/** How the connector identifies itself to Neo4j. */
final class AuthenticationGroup {

    static final Setting<AuthenticationType> TYPE = Setting.optional(
            "neo4j.authentication.type",
            Kind.constant(AuthenticationType.class),
            "BASIC",
            HIGH,
            "Authentication type",
            "How the connector identifies itself to the server. NONE is for servers with authentication switched off.");

    static final Setting<String> USERNAME = of(
            "neo4j.authentication.basic.username",
            Kind.text(),
            AuthenticationType.BASIC,
            "User name",
            "The user that writes. Besides writing it must be allowed to create constraints and indexes, unless"
                    + " neo4j.schema is none.");

    static final Setting<String> PASSWORD = of(
            "neo4j.authentication.basic.password",
            Kind.secret(),
            AuthenticationType.BASIC,
            "Password",
            "The user's password.");

    static final Setting<String> REALM = Setting.optional(
                    "neo4j.authentication.basic.realm",
                    Kind.text(),
                    "",
                    LOW,
                    "Realm",
                    "The authentication provider that knows the user; empty for any.")
            .onlyWith(TYPE, AuthenticationType.BASIC.name());

    static final Setting<String> TOKEN = of(
            "neo4j.authentication.bearer.token",
            Kind.secret(),
            AuthenticationType.BEARER,
            "Bearer token",
            "The token of a single sign-on provider, base64.");

    static final Setting<String> TICKET = of(
            "neo4j.authentication.kerberos.ticket",
            Kind.secret(),
            AuthenticationType.KERBEROS,
            "Kerberos ticket",
            "The Kerberos ticket, base64.");

    static final Setting<String> SCHEME = of(
            "neo4j.authentication.custom.scheme",
            Kind.text(),
            AuthenticationType.CUSTOM,
            "Custom scheme",
            "The scheme by which the server's authentication plugin is chosen.");

    static final Setting<String> PRINCIPAL = of(
            "neo4j.authentication.custom.principal",
            Kind.text(),
            AuthenticationType.CUSTOM,
            "Custom principal",
            "Who the connector says it is.");

    static final Setting<String> CREDENTIALS = of(
            "neo4j.authentication.custom.credentials",
            Kind.secret(),
            AuthenticationType.CUSTOM,
            "Custom credentials",
            "What proves the principal.");

    static final Setting<String> CUSTOM_REALM = Setting.optional(
                    "neo4j.authentication.custom.realm",
                    Kind.text(),
                    "",
                    LOW,
                    "Custom realm",
                    "The authentication provider that knows the principal; empty for any.")
            .onlyWith(TYPE, AuthenticationType.CUSTOM.name());

    static final SettingGroup GROUP = SettingGroup.of(
            "Authentication",
            TYPE,
            USERNAME,
            PASSWORD,
            REALM,
            TOKEN,
            TICKET,
            SCHEME,
            PRINCIPAL,
            CREDENTIALS,
            CUSTOM_REALM);

    private static final Map<AuthenticationType, List<Setting<String>>> NEEDED = Map.of(
            AuthenticationType.NONE, List.of(),
            AuthenticationType.BASIC, List.of(USERNAME, PASSWORD),
            AuthenticationType.BEARER, List.of(TOKEN),
            AuthenticationType.KERBEROS, List.of(TICKET),
            AuthenticationType.CUSTOM, List.of(SCHEME, PRINCIPAL, CREDENTIALS));

    private AuthenticationGroup() {}

    /** The settings without which a type of authentication is incomplete. */
    static List<Setting<String>> neededBy(AuthenticationType type) {
        return NEEDED.get(type);
    }

    static Authentication read(Map<String, Object> values) {
        return switch (TYPE.from(values)) {
            case NONE -> new Authentication.None();
            case BASIC -> new Authentication.Basic(USERNAME.from(values), PASSWORD.from(values), REALM.from(values));
            case BEARER -> new Authentication.Bearer(TOKEN.from(values));
            case KERBEROS -> new Authentication.Kerberos(TICKET.from(values));
            case CUSTOM ->
                new Authentication.Custom(
                        PRINCIPAL.from(values),
                        CREDENTIALS.from(values),
                        CUSTOM_REALM.from(values),
                        SCHEME.from(values));
        };
    }

    private static Setting<String> of(
            String name, Kind<String> kind, AuthenticationType type, String displayName, String documentation) {
        return Setting.optional(name, kind, "", HIGH, displayName, documentation)
                .onlyWith(TYPE, type.name());
    }
}
