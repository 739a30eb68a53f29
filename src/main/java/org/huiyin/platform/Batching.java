package org.huiyin.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * Does together what several threads ask for at the same time (ADR 8): who comes while a batch is under way waits for the
 * next one, which the first of those who wait does for all. A lone caller waits for nobody. An answer is given only when
 * the batch is done, and what spoils a batch spoils only the question that brought it.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class Batching<Q, A> {

    private final int most;
    private final Function<List<Q>, List<A>> work;
    private final Semaphore turn = new Semaphore(1);
    private final Queue<Caller<Q, A>> callers = new ConcurrentLinkedQueue<>();

    /**
     * @param most how many are done together at most
     * @param work answers all questions in their order, all or none; asked again for one of them alone it must do no harm
     */
    public Batching(int most, Function<List<Q>, List<A>> work) {
        this.most = most;
        this.work = work;
    }

    /** The answer to this question; waits for the batch in which it is done. */
    public A ask(Q question) {
        var mine = new Caller<Q, A>(question, Thread.currentThread());
        callers.add(mine);
        boolean interrupted = false;
        while (!mine.done) {
            if (turn.tryAcquire()) {
                lead();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.answer();
    }

    private void lead() {
        try {
            var batch = new ArrayList<Caller<Q, A>>();
            for (var caller = callers.poll(); caller != null; caller = batch.size() < most ? callers.poll() : null) {
                batch.add(caller);
            }
            if (!batch.isEmpty()) {
                serve(batch);
            }
        } finally {
            turn.release();
            var next = callers.peek(); // came while the turn was taken, and sleeps
            if (next != null) {
                LockSupport.unpark(next.thread);
            }
        }
    }

    private void serve(List<Caller<Q, A>> batch) {
        try {
            var answers = work.apply(batch.stream().map(caller -> caller.question).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).give(answers.get(i), null);
            }
        } catch (RuntimeException | Error failure) {
            if (batch.size() > 1 && oneMayBeToBlame(failure)) {
                batch.forEach(caller -> serve(List.of(caller)));
            } else {
                batch.forEach(caller -> caller.give(null, failure));
            }
        }
    }

    /** A database that is out of reach is so for everybody. */
    private static boolean oneMayBeToBlame(Throwable failure) {
        return failure instanceof ConcurrencyFailureException
                || failure instanceof NonTransientDataAccessException && !(failure instanceof NonTransientDataAccessResourceException);
    }

    private static final class Caller<Q, A> {

        private final Q question;
        private final Thread thread;
        private @Nullable A answer;
        private @Nullable Throwable failure;
        private volatile boolean done;

        Caller(Q question, Thread thread) {
            this.question = question;
            this.thread = thread;
        }

        void give(@Nullable A given, @Nullable Throwable why) {
            answer = given;
            failure = why;
            done = true;
            LockSupport.unpark(thread);
        }

        A answer() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException trouble) {
                throw trouble;
            }
            return java.util.Objects.requireNonNull(answer);
        }
    }
}
