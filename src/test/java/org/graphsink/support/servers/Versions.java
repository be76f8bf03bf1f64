package org.graphsink.support.servers;

/** Which versions of the servers to start: system properties of the build, see {@code pom.xml}. */
public final class Versions {

    private Versions() {}

    public static String neo4j() {
        return System.getProperty("neo4j.version", "5.26.30");
    }

    public static String kafka() {
        return System.getProperty("kafka.version", "4.3.1");
    }

    public static String debezium() {
        return System.getProperty("debezium.version", "3.7.0.Final");
    }

    public static String postgres() {
        return System.getProperty("postgres.version", "17.11.0");
    }

    public static String mariaDb() {
        return System.getProperty("mariadb.version", "11.4.5");
    }

    /** The newest connector for MariaDB that is published as a plugin may be older than the one for PostgreSQL. */
    public static String debeziumForMariaDb() {
        return System.getProperty("debezium.mariadb.version", "3.5.0.Final");
    }
}
