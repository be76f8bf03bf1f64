package org.graphsink.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.FatalDiscoveryException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TokenExpiredException;
import org.neo4j.driver.exceptions.TransientException;

class FailureKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neo.ClientError.Transaction.Terminated",
                "Neo.ClientError.Transaction.LockClientStopped",
                "Neo.ClientError.Transaction.TransactionNotFound",
                "Neo.ClientError.Statement.EntityNotFound",
                "Neo.ClientError.Security.AuthenticationRateLimit",
                "Neo.ClientError.Cluster.NotALeader"
            })
    void whatTheServerInterruptsIsAnOutageThoughTheDriverDoesNotRepeatIt(String code) {
        assertThat(FailureKind.of(new ClientException(code, "any"))).isEqualTo(FailureKind.OUTAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neo.TransientError.Transaction.DeadlockDetected",
                "Neo.TransientError.Transaction.LockAcquisitionTimeout",
                "Neo.TransientError.Transaction.LeaderSwitch",
                "Neo.TransientError.General.DatabaseUnavailable"
            })
    void whatPassesIsAnOutage(String code) {
        assertThat(FailureKind.of(new TransientException(code, "any"))).isEqualTo(FailureKind.OUTAGE);
    }

    @Test
    void aLostConnectionIsAnOutage() {
        assertThat(FailureKind.of(new ServiceUnavailableException("any"))).isEqualTo(FailureKind.OUTAGE);
        assertThat(FailureKind.of(new SessionExpiredException("any"))).isEqualTo(FailureKind.OUTAGE);
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
        assertThat(FailureKind.of(new ClientException(code, "any"))).isEqualTo(FailureKind.DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
                "Neo.TransientError.General.TransactionMemoryLimit",
                "Neo.ClientError.General.TransactionOutOfMemoryError"
            })
    void whatExceedsTheMemoryIsTooLarge(String code) {
        assertThat(FailureKind.of(new DatabaseException(code, "any"))).isEqualTo(FailureKind.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neo.ClientError.Transaction.TransactionTimedOut",
                "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"
            })
    void whatLastsTooLongIsTooSlow(String code) {
        assertThat(FailureKind.of(new ClientException(code, "any"))).isEqualTo(FailureKind.TOO_SLOW);
    }

    @Test
    void whatOnlyAPersonCanChangeIsFatal() {
        assertThat(FailureKind.of(new AuthenticationException("Neo.ClientError.Security.Unauthorized", "any")))
                .isEqualTo(FailureKind.FATAL);
        assertThat(FailureKind.of(new TokenExpiredException("Neo.ClientError.Security.TokenExpired", "any")))
                .isEqualTo(FailureKind.FATAL);
        assertThat(FailureKind.of(new SecurityException("Neo.ClientError.Security.Forbidden", "any")))
                .isEqualTo(FailureKind.FATAL);
        assertThat(FailureKind.of(new FatalDiscoveryException("any"))).isEqualTo(FailureKind.FATAL);
        assertThat(FailureKind.of(new ClientException("Neo.ClientError.Database.DatabaseNotFound", "any")))
                .isEqualTo(FailureKind.FATAL);
        assertThat(FailureKind.of(new ClientException("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "any")))
                .isEqualTo(FailureKind.FATAL);
    }
}
