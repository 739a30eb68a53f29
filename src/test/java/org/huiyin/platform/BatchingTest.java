package org.huiyin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** Everybody gets the answer to her own question, however many ask at once, and nobody pays for another's mistake. */
class BatchingTest {

    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_lone_caller_waits_for_nobody() {
        var batching = new Batching<Integer, Integer>(10, this::doubled);
        assertThat(batching.ask(4)).isEqualTo(8);
        assertThat(batching.ask(5)).isEqualTo(10);
        assertThat(sizes).containsExactly(1, 1);
    }

    @Test
    void who_comes_meanwhile_shares_the_next_batch() throws Exception {
        var open = new CountDownLatch(1);
        var batching = new Batching<Integer, Integer>(8, questions -> {
            await(open);
            return doubled(questions);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 100).mapToObj(n -> threads.submit((Callable<Integer>) () -> batching.ask(n))).toList();
            Thread.sleep(200);
            open.countDown();
            for (int n = 0; n < asked.size(); n++) {
                assertThat(asked.get(n).get()).isEqualTo(n * 2);
            }
        }
        assertThat(sizes).hasSizeBetween(13, 20).allMatch(size -> size <= 8);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
    }

    @Test
    void a_question_that_cannot_be_stored_spoils_only_itself() throws Exception {
        var open = new CountDownLatch(1);
        var batching = new Batching<Integer, Integer>(50, questions -> {
            await(open);
            if (questions.contains(7)) {
                throw new DataIntegrityViolationException("seven");
            }
            return doubled(questions);
        });
        var asked = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(n -> asked.add(threads.submit(() -> batching.ask(n))));
            Thread.sleep(200);
            open.countDown();
        }
        for (int n = 0; n < 20; n++) {
            if (n == 7) {
                assertThatThrownBy(asked.get(n)::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("seven");
            } else {
                assertThat(asked.get(n).get()).isEqualTo(n * 2);
            }
        }
    }

    @Test
    void a_database_out_of_reach_is_told_to_all_at_once() {
        var batching = new Batching<Integer, Integer>(50, questions -> {
            sizes.add(questions.size());
            throw new DataAccessResourceFailureException("gone");
        });
        assertThatThrownBy(() -> batching.ask(1)).hasMessage("gone");
        assertThat(sizes).containsExactly(1);
    }

    private List<Integer> doubled(List<Integer> questions) {
        sizes.add(questions.size());
        return questions.stream().map(n -> n * 2).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
