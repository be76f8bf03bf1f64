package org.graphsink.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TransactionSizeTest {

    private final TransactionSize size = new TransactionSize(OptionalInt.empty());

    @Test
    void aTransactionHoldsAnyNumberOfRecordsUnlessThatIsConfigured() {
        assertThat(size.limit()).isEqualTo(Integer.MAX_VALUE);
        assertThat(new TransactionSize(OptionalInt.of(100)).limit()).isEqualTo(100);
    }

    @Test
    void halfOfWhatWasTooLargeIsKeptFor200TransactionsBeforeALargerOneIsTried() {
        size.tooLarge(500);

        assertNext(size, 200, 250);
        assertNext(size, 200, 500);
        assertNext(size, 1, 1000);
    }

    @Test
    void aLargerTransactionThatIsTooLargeIsTriedAgainAfterAnother200() {
        size.tooLarge(500);
        assertNext(size, 200, 250);
        assertNext(size, 1, 500);

        size.tooLarge(500);

        assertNext(size, 200, 250);
        assertNext(size, 1, 500);
    }

    @Test
    void itGrowsBackToTheConfiguredSizeAndNoFurther() {
        var configured = new TransactionSize(OptionalInt.of(300));
        configured.tooLarge(300);

        assertNext(configured, 200, 150);
        assertNext(configured, 1000, 300);
    }

    @Test
    void aTransactionHoldsAtLeastOneRecord() {
        size.tooLarge(1);

        assertThat(size.limit()).isEqualTo(1);
    }

    @Test
    void growingForEverEndsWithoutLimit() {
        size.tooLarge(Integer.MAX_VALUE);

        assertNext(size, 200, Integer.MAX_VALUE / 2);
        assertNext(size, 200, Integer.MAX_VALUE - 1);
        assertNext(size, 1000, Integer.MAX_VALUE);
    }

    private static void assertNext(TransactionSize size, int transactions, int limit) {
        for (int i = 1; i <= transactions; i++) {
            assertThat(size.limit()).as("transaction %d", i).isEqualTo(limit);
        }
    }
}
