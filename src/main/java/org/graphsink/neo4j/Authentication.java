package org.graphsink.neo4j;

/**
 * How the connector identifies itself to the server. No form shows a secret in its text.
 *
 * @see <a href="https://neo4j.com/docs/java-manual/current/connect-advanced/#_authentication_methods">Authentication
 *     methods of the driver</a>
 */
public sealed interface Authentication {

    /** For a server that has authentication switched off. */
    record None() implements Authentication {}

    /** @param realm empty for the server's own */
    record Basic(String username, String password, String realm) implements Authentication {
        @Override
        public String toString() {
            return "Basic[username=" + username + "]";
        }
    }

    /** @param token base64 text of a single sign-on provider */
    record Bearer(String token) implements Authentication {
        @Override
        public String toString() {
            return "Bearer[]";
        }
    }

    /** @param ticket base64 text */
    record Kerberos(String ticket) implements Authentication {
        @Override
        public String toString() {
            return "Kerberos[]";
        }
    }

    /** For an authentication plugin of the server. */
    record Custom(String principal, String credentials, String realm, String scheme) implements Authentication {
        @Override
        public String toString() {
            return "Custom[principal=" + principal + ", realm=" + realm + ", scheme=" + scheme + "]";
        }
    }
}
