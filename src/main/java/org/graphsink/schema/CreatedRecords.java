package org.graphsink.schema;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/**
 * What Graphsink created in a database, recorded there in nodes
 * {@code (:__GraphsinkSchema {connector, name, kind, definition, openKey, leaving})}. A record is written before the thing is
 * created, since a crash in between must not leave something that nobody owns.
 */
final class CreatedRecords {

    /** Always there where something is recorded, and itself not recorded: it is never dropped. */
    static final NodeConstraint OWN_CONSTRAINT =
            NodeConstraint.declared(new LabelKey(SchemaSettings.RECORD_LABEL, List.of("connector", "name")), false);

    private final String connector;

    CreatedRecords(String connector) {
        this.connector = connector;
    }

    List<CreatedRecord> read(Session session) {
        return session.executeRead(tx -> tx.run("MATCH (r:__GraphsinkSchema) RETURN r.connector AS connector,"
                        + " r.name AS name, r.kind AS kind, r.definition AS definition, r.openKey AS openKey,"
                        + " coalesce(r.leaving, false) AS leaving"
                        + " ORDER BY connector, name")
                .list(row -> new CreatedRecord(
                        row.get("connector").asString(),
                        row.get("name").asString(),
                        row.get("kind").asString().equals("CONSTRAINT"),
                        row.get("definition").asString(),
                        row.get("openKey").asList(Value::asString, List.of()),
                        row.get("leaving").asBoolean())));
    }

    void add(Session session, String name, Declaration declaration) {
        boolean isConstraint = declaration instanceof NodeConstraint;
        boolean isOpen = isConstraint && ((NodeConstraint) declaration).labelFromRecord();
        Map<String, Object> parameters = Map.of(
                "connector",
                connector,
                "name",
                name,
                "kind",
                isConstraint ? "CONSTRAINT" : "INDEX",
                "definition",
                declaration.definition(),
                "openKey",
                isOpen ? declaration.target().properties() : List.of());
        session.executeWriteWithoutResult(tx -> tx.run(
                        "MERGE (r:__GraphsinkSchema {connector: $connector, name: $name})"
                                + " SET r.kind = $kind, r.definition = $definition, r.openKey = $openKey, r.leaving = null",
                        parameters)
                .consume());
    }

    void markLeaving(Session session, List<CreatedRecord> own) {
        List<String> names = own.stream().map(CreatedRecord::name).sorted().toList();
        session.executeWriteWithoutResult(tx -> tx.run(
                        "UNWIND $names AS name MATCH (r:__GraphsinkSchema {connector: $connector, name: name})"
                                + " SET r.leaving = true",
                        Map.of("connector", connector, "names", names))
                .consume());
    }

    void remove(Session session, CreatedRecord record) {
        session.executeWriteWithoutResult(tx -> tx.run(
                        "MATCH (r:__GraphsinkSchema {connector: $connector, name: $name}) DELETE r",
                        Map.of("connector", record.connector(), "name", record.name()))
                .consume());
    }

    boolean isOwn(CreatedRecord record) {
        return record.connector().equals(connector);
    }
}
