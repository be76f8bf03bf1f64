package org.graphsink.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/**
 * What {@code dbms.components()} says about the server.
 *
 * @param text as reported, for messages: {@code 5.26.30}, {@code 2026.08.1}, {@code 5.27-aura}
 * @param enterprise Aura counts as Enterprise
 */
public record ServerVersion(int major, int minor, String text, boolean enterprise) {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+).*");

    /** Gives the one row that {@link #of(Record)} takes. */
    public static final String QUERY = "CALL dbms.components() YIELD name, versions, edition"
            + " WITH * WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version, edition";

    static ServerVersion read(Session session) {
        return session.executeRead(tx -> of(tx.run(QUERY).single()));
    }

    /** @throws SchemaException where the version is none of Neo4j's */
    public static ServerVersion of(Record row) {
        return of(row.get("version").asString(), row.get("edition").asString());
    }

    static ServerVersion of(String text, String edition) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            throw new SchemaException("The server reports the version \"" + text
                    + "\", which is none of Neo4j's: set neo4j.schema=none to start without reading the schema");
        }
        return new ServerVersion(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                text,
                edition.equalsIgnoreCase("enterprise"));
    }

    boolean isAtLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || major == wantedMajor && minor >= wantedMinor;
    }

    /**
     * Whether statements can name properties and relationship types by expressions.
     *
     * @see <a href="https://neo4j.com/docs/cypher-manual/current/deprecations-additions-removals-compatibility/">What
     *     came when</a>
     */
    boolean hasDynamicNames() {
        return isAtLeast(5, 26);
    }

    /**
     * What of the declared schema this server cannot have. Vector indexes on relationships came with 5.18, and one limit
     * for nodes and relationships is easier to go by; the options of vector indexes came with 5.23.
     *
     * @see <a href="https://neo4j.com/docs/cypher-manual/current/deprecations-additions-removals-compatibility/">What
     *     came when</a>
     */
    List<String> cannot(DeclaredSchema schema, boolean nodeKeys) {
        var problems = new ArrayList<String>();
        if (!isAtLeast(5, 0)) {
            problems.add("constraints and indexes need Neo4j 5.0 or newer, the server is " + this
                    + ": upgrade it, or set neo4j.schema=none");
            return problems;
        }
        if (nodeKeys) {
            cannotHaveNodeKeys().ifPresent(problems::add);
        }
        for (Declaration declaration : schema.declarations()) {
            if (declaration instanceof VectorIndex index) {
                String setting = "neo4j.schema.vector." + index.name();
                if (!isAtLeast(5, 18)) {
                    problems.add(setting + " needs Neo4j 5.18 or newer, the server is " + this);
                } else if (index.configuration().hasOptions() && !isAtLeast(5, 23)) {
                    problems.add("the options of " + setting + " need Neo4j 5.23 or newer, the server is " + this);
                }
            }
        }
        return problems;
    }

    /** Why {@code neo4j.schema.keys=true} is not possible and what to change; empty where it is. */
    public Optional<String> cannotHaveNodeKeys() {
        return enterprise
                ? Optional.empty()
                : Optional.of("neo4j.schema.keys=true needs Neo4j Enterprise Edition, the server is " + this
                        + ": set neo4j.schema.keys=false for uniqueness constraints");
    }

    @Override
    public String toString() {
        return text + (enterprise ? " Enterprise" : " Community");
    }
}
