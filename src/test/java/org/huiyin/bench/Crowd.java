package org.huiyin.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Contacts who open their links and send their answers over HTTP, each on a connection of her own, one after the other. */
final class Crowd {

    private final House house;
    private final AtomicInteger next;
    private final int last;

    Crowd(House house, int first, int last) {
        this.house = house;
        this.next = new AtomicInteger(first);
        this.last = last;
    }

    /** What a crowd did: how many answers in which time, milliseconds per answer in order, and the server's processor time. */
    record Work(int answers, double seconds, double[] milliseconds, House.Cpu cpu) {
        double perSecond() {
            return answers / seconds;
        }

        double quantile(double share) {
            return Work.quantile(milliseconds, share);
        }

        static double quantile(double[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
        }

        double cpuEach() {
            return cpu.total() * 1000 / answers;
        }
    }

    Work answer(int clients, double seconds, boolean open) {
        var samples = IntStream.range(0, clients).mapToObj(i -> new Samples()).toList();
        var before = house.cpu();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        var done = new CountDownLatch(clients);
        var failed = new java.util.concurrent.atomic.AtomicReference<Exception>();
        var threads = samples.stream().map(mine -> Thread.ofPlatform().daemon().start(() -> {
            try (var wire = new Wire(house.port)) {
                for (int n = next.getAndIncrement(); n < last && System.nanoTime() < end; n = next.getAndIncrement()) {
                    long start = System.nanoTime();
                    one(wire, n, open);
                    mine.add(System.nanoTime() - start);
                }
            } catch (IOException | RuntimeException failure) {
                failed.set(failure);
            } finally {
                done.countDown();
            }
        })).toList();
        await(threads, done);
        if (failed.get() != null) {
            throw new IllegalStateException(failed.get());
        }
        double took = (System.nanoTime() - begin) / 1e9;
        var all = samples.stream().flatMapToDouble(Samples::milliseconds).sorted().toArray();
        return new Work(all.length, took, all, house.cpu().since(before));
    }

    private static void one(Wire wire, int n, boolean open) throws IOException {
        if (open) {
            expect(wire.get("/a/bench" + n), "q_service");
        }
        expect(wire.post("/a/bench" + n, form(n)), "card kind");
    }

    private static void expect(Wire.Reply reply, String mark) {
        if (reply.status() != 200 || !reply.text().contains(mark)) {
            throw new IllegalStateException("answered " + reply.status() + ": " + reply.text());
        }
    }

    /** Ten degrees as chance has it, and now and then a word. */
    static String form(int n) {
        var random = new Random(n);
        var items = degrees(random);
        var form = IntStream.range(0, items.size()).mapToObj(i -> "q_" + Volume.ITEMS.get(i) + "=" + items.get(i)).collect(Collectors.joining("&"));
        var word = random.nextInt(20) == 0 ? "&overall=" + Visitor.coded("合作多年，希望继续改进。") : "";
        return form + word + "&lang=zh_CN&act=send&v=0&t=" + (System.currentTimeMillis() / 1000 - 60);
    }

    private static List<String> degrees(Random random) {
        return Volume.ITEMS.stream().map(item -> Volume.DEGREES.get(random.nextInt(3))).toList();
    }

    /** What was sent with that number. */
    static List<String> sent(int n) {
        return degrees(new Random(n));
    }

    private static void await(List<Thread> threads, CountDownLatch done) {
        try {
            done.await();
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    private static final class Samples {
        private long[] taken = new long[1024];
        private int count;

        void add(long nanoseconds) {
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, count * 2);
            }
            taken[count++] = nanoseconds;
        }

        java.util.stream.DoubleStream milliseconds() {
            return Arrays.stream(taken, 0, count).mapToDouble(n -> n / 1e6);
        }
    }
}
