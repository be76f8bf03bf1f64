package org.graphsink.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.graphsink.store.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.AuthorizationExpiredException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.FatalDiscoveryException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TokenExpiredException;
import org.neo4j.driver.exceptions.TransientException;

class DriverFailuresTest {

    /** A trigger may end the transaction of one record each time, which is told from an outage by its repetitions. */
    @ParameterizedTest
    @ValueSource(strings = {"Neo.ClientError.Transaction.Terminated", "Neo.ClientError.Statement.EntityNotFound"})
    void whatARecordCanProvokeEachTimeIsToldFromAnOutageAndPassesAsWell(String code) {
        assertThat(kind(new ClientException(code, "any"))).isEqualTo(FailureKind.INTERRUPTED);
        assertThat(FailureKind.INTERRUPTED.isPassing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neo.ClientError.Transaction.LockClientStopped",
                "Neo.ClientError.Transaction.TransactionNotFound",
                "Neo.ClientError.Security.AuthenticationRateLimit",
                "Neo.ClientError.Cluster.NotALeader"
            })
    void whatTheServerInterruptsIsAnOutageThoughTheDriverDoesNotRepeatIt(String code) {
        assertThat(kind(new ClientException(code, "any"))).isEqualTo(FailureKind.OUTAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neo.TransientError.Transaction.DeadlockDetected",
                "Neo.TransientError.Transaction.LockAcquisitionTimeout",
                "Neo.TransientError.Transaction.LeaderSwitch",
                "Neo.TransientError.Cluster.ReplicationFailure",
                "Neo.TransientError.Request.NoThreadsAvailable",
                "Neo.TransientError.General.StackOverFlowError",
                "Neo.TransientError.Transaction.Outdated",
                "Neo.TransientError.Security.AuthProviderTimeout",
                "Neo.TransientError.Database.DatabaseUnavailable",
                "Neo.TransientError.General.DatabaseUnavailable"
            })
    void whatPassesIsAnOutage(String code) {
        assertThat(kind(new TransientException(code, "any"))).isEqualTo(FailureKind.OUTAGE);
    }

    @Test
    void aLostConnectionIsAnOutage() {
        assertThat(kind(new ServiceUnavailableException("any"))).isEqualTo(FailureKind.OUTAGE);
    }

    /** What the driver makes of a server that no longer leads where it routes, and of an expired routing table. */
    @Test
    void aServerThatNoLongerLeadsIsAnOutage() {
        assertThat(kind(new SessionExpiredException("Server at any no longer accepts writes")))
                .isEqualTo(FailureKind.OUTAGE);
        assertThat(kind(new ServiceUnavailableException("Unable to refresh the routing table")))
                .isEqualTo(FailureKind.OUTAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neo.ClientError.Schema.ConstraintValidationFailed",
                "Neo.ClientError.Statement.TypeError",
                "Neo.ClientError.Statement.ArgumentError",
                "Neo.ClientError.Transaction.TransactionHookFailed"
            })
    void whatTheDatabaseRefusesIsTheRecordsFault(String code) {
        assertThat(kind(new ClientException(code, "any"))).isEqualTo(FailureKind.DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.memory.transaction.max", "dbms.memory.transaction.max_size"})
    void whatExceedsTheMemoryOfOneTransactionIsTooLarge(String setting) {
        assertThat(kind(memoryPool(setting))).isEqualTo(FailureKind.TOO_LARGE);
        assertThat(kind(new ClientException("Neo.ClientError.General.TransactionOutOfMemoryError", "any")))
                .isEqualTo(FailureKind.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dbms.memory.transaction.total.max",
                "db.memory.transaction.total.max",
                "dbms.memory.transaction.global_max_size",
                "dbms.memory.transaction.database_max_size"
            })
    void whatExceedsTheMemoryOfAllTransactionsIsTooMuchNow(String setting) {
        assertThat(kind(memoryPool(setting))).isEqualTo(FailureKind.TOO_MUCH_NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neo.TransientError.General.TransactionMemoryLimit",
                "Neo.TransientError.General.OutOfMemoryError"
            })
    void aServerWithoutMemoryIsTooMuchNow(String code) {
        assertThat(kind(new TransientException(code, "any"))).isEqualTo(FailureKind.TOO_MUCH_NOW);
    }

    private static TransientException memoryPool(String setting) {
        return new TransientException(
                "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
                "The allocation of an extra 2.0 MiB would use more than the limit 4.0 MiB. Currently using 4.0 MiB. "
                        + setting + " threshold reached");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neo.ClientError.Transaction.TransactionTimedOut",
                "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"
            })
    void whatLastsTooLongIsTooMuchNow(String code) {
        assertThat(kind(new ClientException(code, "any"))).isEqualTo(FailureKind.TOO_MUCH_NOW);
    }

    @Test
    void whatOnlyAPersonCanChangeIsFatal() {
        assertThat(kind(new AuthenticationException("Neo.ClientError.Security.Unauthorized", "any")))
                .isEqualTo(FailureKind.FATAL);
        assertThat(kind(new TokenExpiredException("Neo.ClientError.Security.TokenExpired", "any")))
                .isEqualTo(FailureKind.FATAL);
        assertThat(kind(new SecurityException("Neo.ClientError.Security.Forbidden", "any")))
                .isEqualTo(FailureKind.FATAL);
        assertThat(kind(new FatalDiscoveryException("any"))).isEqualTo(FailureKind.FATAL);
        assertThat(kind(new ClientException("Neo.ClientError.Database.DatabaseNotFound", "any")))
                .isEqualTo(FailureKind.FATAL);
    }

    @Test
    void anAuthorizationThatTheServerRenewsIsAnOutage() {
        assertThat(kind(new AuthorizationExpiredException("Neo.ClientError.Security.AuthorizationExpired", "any")))
                .isEqualTo(FailureKind.OUTAGE);
    }

    /** As they reach us where the driver does not route, or comes from a database that is configured so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
                "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"
            })
    void aDatabaseThatMayNotBeWrittenIsFatal(String code) {
        assertThat(kind(new ClientException(code, "any"))).isEqualTo(FailureKind.FATAL);
        assertThat(advice(new ClientException(code, "any")))
                .isEqualTo("The database is read-only (" + code
                        + "); allow writes or correct neo4j.database or neo4j.uri");
    }

    @Test
    void aMissingRoleIsFatalAndToldApartFromAWrongPassword() {
        assertThat(advice(new SecurityException("Neo.ClientError.Security.Forbidden", "any")))
                .isEqualTo("Neo4j refuses the user (Neo.ClientError.Security.Forbidden); grant it the roles to read,"
                        + " write and, with neo4j.schema=create, to create constraints");
        assertThat(advice(new AuthenticationException("Neo.ClientError.Security.Unauthorized", "any")))
                .isEqualTo("Neo4j refuses the authentication; correct neo4j.authentication.*");
    }

    /** Most refusals of a user are of the driver's one class, which it also makes of an expired token. */
    @Test
    void eachRefusalOfAUserSaysWhatToChange() {
        assertThat(advice(new TokenExpiredException("Neo.ClientError.Security.TokenExpired", "any")))
                .isEqualTo("Neo4j refuses the token, which has expired; renew neo4j.authentication.bearer.token");
        assertThat(advice(new SecurityException("Neo.ClientError.Security.CredentialsExpired", "any")))
                .isEqualTo("Neo4j wants another password of the user (Neo.ClientError.Security.CredentialsExpired);"
                        + " change it with ALTER CURRENT USER SET PASSWORD, then correct neo4j.authentication.*");
        assertThat(advice(new SecurityException("Neo.ClientError.Security.AuthenticationRateLimit", "any")))
                .isEqualTo("Neo4j has met too many wrong passwords of the user"
                        + " (Neo.ClientError.Security.AuthenticationRateLimit); check neo4j.authentication.*");
        assertThat(advice(new SecurityException("Neo.ClientError.Security.Unknown", "any")))
                .isEqualTo(
                        "Neo4j refuses the user (Neo.ClientError.Security.Unknown); correct neo4j.authentication.* or"
                                + " the user's roles");
    }

    @Test
    void tooManyWrongPasswordsAreAnOutageAlsoInTheDriversOwnClass() {
        assertThat(kind(new SecurityException("Neo.ClientError.Security.AuthenticationRateLimit", "any")))
                .isEqualTo(FailureKind.OUTAGE);
    }

    @Test
    void aValueThatTheServerCannotReadIsItsRecordsFault() {
        assertThat(kind(new ClientException("Neo.ClientError.Request.Invalid", "any")))
                .isEqualTo(FailureKind.DATA);
    }

    @Test
    void whatTheServerDoesNotTakeIsExplained() {
        assertThat(advice(new ClientException("Neo.ClientError.Schema.ConstraintValidationFailed", "any 'secret'")))
                .isEqualTo(
                        "Neo4j answered Neo.ClientError.Schema.ConstraintValidationFailed: a constraint does not allow"
                                + " it (SHOW CONSTRAINTS lists those of its labels and relationship types)");
        assertThat(advice(new DatabaseException("Neo.DatabaseError.Statement.ExecutionFailed", "secret")))
                .isEqualTo("Neo4j answered Neo.DatabaseError.Statement.ExecutionFailed: an index or constraint may not"
                        + " hold one of its values, such as a text too long for it");
    }

    @Test
    void theServersWordsAreLeftOutForTheyMayQuoteAValue() {
        assertThat(advice(new ClientException("Neo.ClientError.Statement.TypeError", "secret")))
                .isEqualTo("Neo4j answered Neo.ClientError.Statement.TypeError");
        assertThat(advice(new ServiceUnavailableException("Unable to connect to a:7687")))
                .isEqualTo("Unable to connect to a:7687");
    }

    private static FailureKind kind(RuntimeException failure) {
        return DriverFailures.of(failure).kind();
    }

    private static String advice(RuntimeException failure) {
        return DriverFailures.of(failure).advice();
    }
}
