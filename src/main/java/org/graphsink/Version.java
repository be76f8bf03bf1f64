package org.graphsink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, written by it into a file beside this class. */
final class Version {

    static final String VERSION = read();

    /** How the connector introduces itself to Neo4j. */
    static final String USER_AGENT = "graphsink/" + VERSION;

    private Version() {}

    private static String read() {
        try (var file = Version.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("The version of the connector cannot be read", e);
        }
    }
}
