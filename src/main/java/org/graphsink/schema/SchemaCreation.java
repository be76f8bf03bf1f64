package org.graphsink.schema;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphsink.cypher.Identifier;
import org.graphsink.store.Backoff;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code neo4j.schema=create}. Reads the schema, creates what is missing and reads again until nothing is missing, so that
 * it does not matter which of several tasks creates what.
 */
final class SchemaCreation {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaCreation.class);
    private static final int ROUNDS = 20;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Session session;
    private final CreatedRecords records;
    private final SchemaSettings settings;

    SchemaCreation(Session session, CreatedRecords records, SchemaSettings settings) {
        this.session = session;
        this.records = records;
        this.settings = settings;
    }

    /** @return what the database has in the end */
    Catalog create(DeclaredSchema schema) {
        // Tasks that start at once would otherwise record the same thing twice, and the duplicates block the
        // constraint.
        complete(new DeclaredSchema(List.of(CreatedRecords.OWN_CONSTRAINT), Set.of()));
        return complete(schema);
    }

    private Catalog complete(DeclaredSchema schema) {
        boolean ofRecords = schema.declarations().stream().anyMatch(SchemaCreation::isOfRecords);
        var population = new IndexPopulation(settings.await(), !ofRecords);
        var pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        for (int round = 0; round < ROUNDS; round++) {
            if (round > 0) {
                Pause.of(pauses.nextAtRandom());
            }
            List<Finding> findings = new Comparison(Catalog.read(session)).of(schema);
            refuse(resolveConflicts(findings), ofRecords);
            List<Finding> open = findings.stream()
                    .filter(finding -> !(finding instanceof Finding.Present))
                    .toList();
            if (open.isEmpty()) {
                // Another connector may have been dropping what this one now relies on.
                if (population.complete(session, served(findings)) && !shareRecords(findings)) {
                    return Catalog.read(session);
                }
                continue;
            }
            refuse(unresolved(attempts(open)), ofRecords);
        }
        throw new SchemaException("Constraints and indexes of the connector disappear as fast as they are created."
                + " Look for something else that drops them, such as a second configuration with"
                + " neo4j.schema.on-conflict=recreate");
    }

    private static Set<String> served(List<Finding> findings) {
        return findings.stream()
                .map(finding -> ((Finding.Present) finding).index().name())
                .collect(Collectors.toSet());
    }

    /** @return the problems that are not the connector's to resolve */
    private List<String> resolveConflicts(List<Finding> findings) {
        var conflicts = findings.stream()
                .filter(Finding.Conflict.class::isInstance)
                .map(Finding.Conflict.class::cast)
                .toList();
        boolean recreate = settings.onConflict() == OnConflict.RECREATE;
        List<String> problems = conflicts.stream()
                .filter(conflict -> !recreate || conflict.droppable().isEmpty())
                .map(Finding.Conflict::problem)
                .toList();
        if (problems.isEmpty()) {
            var dropped = new HashSet<String>();
            for (Finding.Conflict conflict : conflicts) {
                String name = conflict.droppable().orElseThrow();
                if (dropped.add(name)) {
                    LOG.warn(
                            "Dropping the index {} for the {} (neo4j.schema.on-conflict=recreate)",
                            name,
                            conflict.declaration().described());
                    new SchemaDrop(session).drop("DROP INDEX " + Identifier.quote(name) + " IF EXISTS");
                }
            }
        }
        return problems;
    }

    /** @return what kept which declarations from being created */
    private Map<Declaration, String> attempts(List<Finding> open) {
        var refusals = new LinkedHashMap<Declaration, String>();
        for (Finding finding : open) {
            Declaration declaration = finding.declaration();
            if (!declaration.definition().equals(CreatedRecords.OWN_CONSTRAINT.definition())) {
                records.add(session, declaration.name(), declaration);
            }
            try {
                attempt(declaration);
            } catch (Neo4jException e) {
                if (SchemaStatus.isRace(e)) {
                    LOG.debug("Another task is creating the {}", declaration.described());
                } else if (SchemaStatus.isAlreadyThere(e)) {
                    if (finding instanceof Finding.Blocked blocked) {
                        refusals.put(declaration, blocked.problem());
                    }
                } else {
                    refusals.put(declaration, Refusal.of(session, declaration, e));
                }
            }
        }
        return refusals;
    }

    private void attempt(Declaration declaration) {
        LOG.info("Creating the {}", declaration.described());
        // Not a managed transaction: its retries would follow deadlocks among starting tasks with seconds of back-off.
        session.run(CreateStatement.of(declaration)).consume();
    }

    /** Refusals of what another task has created in the meantime are none. */
    private List<String> unresolved(Map<Declaration, String> refusals) {
        if (refusals.isEmpty()) {
            return List.of();
        }
        var now = new Comparison(Catalog.read(session));
        var problems = new ArrayList<String>();
        refusals.forEach((declaration, problem) -> {
            if (!(now.of(declaration) instanceof Finding.Present)) {
                problems.add(problem);
            }
        });
        return problems;
    }

    /**
     * What another connector created is dropped by the last connector that declares it.
     *
     * @return whether there is a new record
     */
    private boolean shareRecords(List<Finding> findings) {
        boolean added = false;
        List<CreatedRecord> known = records.read(session);
        for (Finding finding : findings) {
            String name = ((Finding.Present) finding).index().name();
            String definition = finding.declaration().definition();
            var same = known.stream()
                    .filter(record ->
                            record.name().equals(name) && record.definition().equals(definition))
                    .toList();
            if (!same.isEmpty() && same.stream().noneMatch(record -> records.isOwn(record) && !record.leaving())) {
                records.add(session, name, finding.declaration());
                added = true;
            }
        }
        return added;
    }

    private static boolean isOfRecords(Declaration declaration) {
        return declaration instanceof NodeConstraint constraint && constraint.labelFromRecord();
    }

    private static void refuse(List<String> problems, boolean ofRecords) {
        if (!problems.isEmpty()) {
            String heading = "The schema cannot be set up:";
            throw ofRecords ? SchemaException.refused(heading, problems) : new SchemaException(heading, problems);
        }
    }
}
