package org.huiyin.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.DocumentNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
class NumbersTest {

    private static final int WANTED = 100_000;
    private static final int THREADS = 32;
    private static final int IN_ONE_TRANSACTION = 50;

    @Autowired Cast cast;
    @Autowired Numbers numbers;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_hundred_thousand_numbers_from_32_threads_have_no_double_and_no_gap() throws Exception {
        var troupe = cast.company("P001");
        var left = new AtomicInteger(WANTED / IN_ONE_TRANSACTION);
        var turn = new AtomicInteger();
        Callable<List<Long>> worker = () -> {
            var mine = new ArrayList<Long>();
            while (left.getAndDecrement() > 0) {
                mine.addAll(troupe.in(() -> oneTransaction(turn.getAndIncrement())));
            }
            return mine;
        };
        var seen = new BitSet(WANTED + 1);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var result : threads.invokeAll(IntStream.range(0, THREADS).mapToObj(i -> worker).toList())) {
                result.get().forEach(sequence -> {
                    assertThat(seen.get(sequence.intValue())).as("double " + sequence).isFalse();
                    seen.set(sequence.intValue());
                });
            }
        }
        assertThat(seen.cardinality()).isEqualTo(WANTED);
        assertThat(seen.nextClearBit(1)).isEqualTo(WANTED + 1);
    }

    /** Every tenth transaction fails first and must give its numbers back; every fifth one takes them one by one. */
    private List<Long> oneTransaction(int turn) {
        if (turn % 10 == 0) {
            transaction.executeWithoutResult(status -> {
                numbers.reserve("KS", 2026, 7);
                status.setRollbackOnly();
            });
        }
        return transaction.execute(status -> (turn % 5 == 1
                        ? IntStream.range(0, IN_ONE_TRANSACTION).mapToObj(i -> numbers.next("KS", 2026)).toList()
                        : numbers.reserve("KS", 2026, IN_ONE_TRANSACTION))
                .stream().map(DocumentNumber::sequence).toList());
    }

    @Test
    void each_prefix_year_and_company_counts_from_one() {
        var ours = cast.company("P001");
        var theirs = cast.company("P001");
        ours.run(() -> assertThat(next("KS", 2026)).isEqualTo("KS-2026-0001"));
        ours.run(() -> assertThat(next("KS", 2026)).isEqualTo("KS-2026-0002"));
        ours.run(() -> assertThat(next("KS", 2027)).isEqualTo("KS-2027-0001"));
        ours.run(() -> assertThat(next("TH", 2026)).isEqualTo("TH-2026-0001"));
        theirs.run(() -> assertThat(next("KS", 2026)).isEqualTo("KS-2026-0001"));
    }

    @Test
    void a_number_is_given_only_inside_the_transaction_of_its_document() {
        var troupe = cast.company("P001");
        assertThatThrownBy(() -> troupe.run(() -> numbers.next("KS", 2026))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_voided_number_stays_used_and_says_why() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            next("KS", 2026);
            var first = DocumentNumber.parse("KS-2026-0001");
            numbers.voided(troupe.quality(), first, "重复登记，并入 KS-2026-0002");
            assertThat(next("KS", 2026)).isEqualTo("KS-2026-0002");
            assertThat(numbers.voidedOnes()).singleElement().satisfies(one -> {
                assertThat(one.number()).isEqualTo(first);
                assertThat(one.reason()).contains("重复登记");
                assertThat(one.by()).isEqualTo(troupe.quality().id());
            });
            assertThatThrownBy(() -> numbers.voided(first, "again")).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> numbers.voided(DocumentNumber.parse("KS-2026-0009"), "never given")).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> numbers.voided(DocumentNumber.parse("KS-2026-0002"), "  ")).isInstanceOf(BrokenRule.class);
        });
    }

    private String next(String prefix, int year) {
        return transaction.execute(status -> numbers.next(prefix, year)).toString();
    }
}
