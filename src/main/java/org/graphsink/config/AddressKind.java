package org.graphsink.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/**
 * Addresses of Neo4j servers.
 *
 * @see <a href="https://neo4j.com/docs/java-manual/current/connect-advanced/#_connection_uri">Connection URI</a>
 */
final class AddressKind {

    private static final List<String> SCHEMES = List.of("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc");

    private AddressKind() {}

    static Kind<List<URI>> addresses() {
        return new Kind<>(
                Type.LIST,
                AddressKind::ensureValid,
                value -> Kind.strings(value).stream().map(URI::create).toList(),
                Width.LONG,
                List.of(),
                "list of addresses, separated by commas");
    }

    // The messages show no address that may hold a password.
    private static void ensureValid(String name, Object value) {
        if (value == null) {
            return;
        }
        var texts = Kind.strings(value);
        if (texts.isEmpty()) {
            throw new ConfigException(name + " must name at least one server, such as neo4j://localhost:7687");
        }
        var addresses = texts.stream().map(text -> address(name, text)).toList();
        if (addresses.size() > 1) {
            var schemes = Set.copyOf(addresses.stream().map(URI::getScheme).toList());
            if (schemes.size() > 1) {
                throw new ConfigException(name + " mixes the schemes "
                        + String.join(", ", schemes.stream().sorted().toList())
                        + ": all addresses must have the same");
            }
            if (addresses.get(0).getScheme().startsWith("bolt")) {
                throw new ConfigException(name + " names several servers with the scheme "
                        + addresses.get(0).getScheme()
                        + ", which talks to one: use neo4j for the members of a cluster");
            }
        }
    }

    private static URI address(String name, String text) {
        try {
            var uri = new URI(text);
            if (uri.getRawUserInfo() != null || text.contains("@")) {
                throw new ConfigException(name
                        + " must not contain a user name or password: use neo4j.authentication.basic.username and"
                        + " neo4j.authentication.basic.password");
            }
            if (!SCHEMES.contains(uri.getScheme())) {
                throw new ConfigException(name, text, "the scheme must be one of " + String.join(", ", SCHEMES));
            }
            if (uri.getHost() == null) {
                throw new ConfigException(name, text, "an address is written like neo4j://host:7687");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new ConfigException(name + " holds something that is not an address: " + e.getReason()
                    + " at position " + (e.getIndex() + 1) + "; an address is written like neo4j://host:7687");
        }
    }
}
