package org.graphsink.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphsink.support.Records.P0;
import static org.graphsink.support.Records.event;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.graphsink.support.ConnectorSettings;
import org.graphsink.support.RunningTask;
import org.graphsink.support.servers.BoltMessage;
import org.graphsink.support.servers.FaultyProxy;
import org.graphsink.support.servers.Neo4jOptions;
import org.graphsink.support.servers.Neo4jServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.SessionConfig;

/** What will not pass by itself fails the task at once, and says what to change. */
class RefusedTaskIT {

    @RegisterExtension
    static final Figures figures = new Figures();

    private static final String PASSWORD = "graphsink-test";

    private static Neo4jServer neo4j;
    private static boolean readOnly;

    @BeforeAll
    static void start() {
        neo4j = Neo4jServer.start(Neo4jOptions.defaults().password(PASSWORD));
    }

    @AfterAll
    static void stop() {
        neo4j.close();
    }

    @Test
    void aWrongPasswordFailsTheStart() {
        assertFails(() -> RunningTask.start(authenticated("neo4j", "wrong-password")))
                .hasMessage("The task cannot start: Neo4j refuses the authentication; correct neo4j.authentication.*")
                .hasMessageNotContaining("wrong-password");
    }

    @Test
    void aPasswordThatIsChangedMeanwhileFailsTheTask() {
        setReadOnly(false);
        run("CREATE OR REPLACE USER writer SET PASSWORD 'first-password' CHANGE NOT REQUIRED");
        try (var task =
                RunningTask.start(authenticated("writer", "first-password")).open(P0)) {
            task.put(event(0));
            run("ALTER USER writer SET PASSWORD 'second-password' CHANGE NOT REQUIRED");
            neo4j.restart();

            assertFails(() -> {
                        for (int i = 1; i < 20; i++) {
                            try {
                                task.put(event(i));
                            } catch (RetriableException e) {
                                // The pooled connections of the server before its restart.
                                continue;
                            }
                        }
                    })
                    .hasMessage("The poll cannot be written: Neo4j refuses the authentication; correct"
                            + " neo4j.authentication.*");
            figures.assertReported(task.reported());
        }
    }

    @Test
    void aDatabaseThatIsNotThereFailsTheStart() {
        var settings = new HashMap<>(authenticated("neo4j", PASSWORD));
        settings.put("neo4j.database", "nowhere");

        assertFails(() -> RunningTask.start(settings))
                .hasMessage("The task cannot start: Neo4j does not have the database; correct neo4j.database");
    }

    @Test
    void aDatabaseThatMayOnlyBeReadFailsTheStart() {
        setReadOnly(false);
        neo4j.clear();
        setReadOnly(true);
        assertFails(() -> RunningTask.start(authenticated("neo4j", PASSWORD)))
                .hasMessage("The task cannot start: The database is read-only"
                        + " (Neo.ClientError.General.WriteOnReadOnlyAccessDatabase); allow writes or correct"
                        + " neo4j.database or neo4j.uri");
    }

    @Test
    void aDatabaseThatMayOnlyBeReadFromNowOnFailsTheTask() {
        setReadOnly(false);
        try (var task = RunningTask.start(authenticated("neo4j", PASSWORD)).open(P0)) {
            task.put(event(0));
            setReadOnly(true);

            assertFails(() -> task.put(event(1)))
                    .hasMessage("The poll cannot be written: The database is read-only"
                            + " (Neo.ClientError.General.WriteOnReadOnlyAccessDatabase); allow writes or correct"
                            + " neo4j.database or neo4j.uri");
            figures.assertReported(task.reported());
        }
    }

    @Test
    void aUserWithoutTheRoleToWriteFailsTheTask() {
        setReadOnly(false);
        try (var proxy = FaultyProxy.to(neo4j);
                var task = RunningTask.start(authenticated(proxy.uri(), "neo4j", PASSWORD))
                        .open(P0)) {
            proxy.refuseOnce(BoltMessage.RUN, "Neo.ClientError.Security.Forbidden");

            assertFails(() -> task.put(event(0)))
                    .hasMessage(
                            "The poll cannot be written: Neo4j refuses the user (Neo.ClientError.Security.Forbidden);"
                                    + " grant it the roles to read, write and, with neo4j.schema=create, to create constraints");
            figures.assertReported(task.reported());
        }
    }

    private static void setReadOnly(boolean wanted) {
        if (readOnly != wanted) {
            neo4j.restartWith("server.databases.read_only", wanted ? "neo4j" : "");
            readOnly = wanted;
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(ThrowingCallable code) {
        figures.injected(1);
        return assertThatThrownBy(code).isInstanceOf(ConnectException.class).isNotInstanceOf(RetriableException.class);
    }

    private static Map<String, String> authenticated(String user, String password) {
        return authenticated(neo4j.uri(), user, password);
    }

    private static Map<String, String> authenticated(URI server, String user, String password) {
        return ConnectorSettings.to(server)
                .named("faults")
                .as(user, password)
                .topic("events", "(:Event {!id, *})")
                .map();
    }

    private static void run(String command) {
        try (var session = neo4j.driver().session(SessionConfig.forDatabase("system"))) {
            session.run(command).consume();
        }
    }
}
