package org.huiyin.bench;

import static org.huiyin.bench.Table.f;

import java.io.IOException;
import java.sql.SQLException;

/** Open and submit of the ten-item answer at 1, 8 and 32 clients, beside pgbench on the same server. */
final class AnswersPart {

    private static final int[] CLIENTS = {1, 8, 32};

    private final Bench bench;
    private final House house;
    private final Volume volume;
    private final Crowd crowd;

    private AnswersPart(Bench bench, House house, Volume volume, int tokens) {
        this.bench = bench;
        this.house = house;
        this.volume = volume;
        this.crowd = new Crowd(house, 0, tokens);
    }

    static void measure(Bench bench) throws Exception {
        var home = bench.founded("answers");
        try (var house = bench.open(home); var volume = new Volume(house)) {
            int tokens = bench.size(100_000);
            prepare(bench, volume, tokens);
            var part = new AnswersPart(bench, house, volume, tokens);
            part.warm();
            for (int clients : CLIENTS) {
                part.beside(clients);
            }
            part.check();
        }
    }

    private static void prepare(Bench bench, Volume volume, int tokens) throws SQLException {
        var round = volume.round(1, "BENCH-1", "COLLECTING");
        volume.customers(1, tokens, 1);
        volume.invited(round, 1, 1, tokens, 1, "'W' || i", "SENT");
        volume.linked(1, tokens);
        var other = volume.round(2, "BENCH-2", "PLANNED");
        long first = 10_000_001;
        for (int clients : CLIENTS) {
            int each = each(bench, clients);
            volume.customers(first, clients * each, 1);
            volume.invited(other, 2 + clients, first, clients * each, 1, "'P%d-' || i / %d || '-' || (i %% %d + 1)".formatted(clients, each, each), "SENT");
            first += clients * each;
        }
        volume.settle("customer.customer", "customer.contact", "campaign.invitation", "platform.link");
    }

    /** How many transactions each client of pgbench makes. */
    private static int each(Bench bench, int clients) {
        return bench.size(switch (clients) {
            case 1 -> 4_000;
            case 8 -> 2_500;
            default -> 1_000;
        });
    }

    /** Until the compiler has seen everything often enough, however slow the machine is. */
    private void warm() {
        int wanted = bench.size(12_000);
        long end = System.nanoTime() + 60_000_000_000L;
        for (int done = 0; done < wanted && System.nanoTime() < end; ) {
            done += crowd.answer(8, 1, true).answers();
        }
    }

    private void beside(int clients) throws IOException, InterruptedException {
        double seconds = bench.small ? 1 : 6;
        var both = crowd.answer(clients, seconds, true);
        var submit = crowd.answer(clients, seconds, false);
        var people = clients == 1 ? "1 client" : clients + " clients";
        bench.table.add("answer, open + submit, " + people, described(both), clients == 1 ? "CPU ≤ 1 ms" : clients == 32 ? "CPU ≤ 1 ms, ≥ 1/4 of pgbench" : "");
        bench.table.add("answer, submit only, " + people, described(submit), "");
        if (PgBench.there()) {
            var bare = PgBench.run(house, volume, clients, each(bench, clients));
            bench.table.add("pgbench, the same rows in one statement under the same role, " + people,
                    f("%.0f/s, p50 %.1f ms, p99 %.1f ms", bare.perSecond(), bare.p50(), bare.p99()), "");
            bench.table.add("**ratio**, " + people, f("open + submit %.2f, submit only %.2f", both.perSecond() / bare.perSecond(), submit.perSecond() / bare.perSecond()),
                    clients == 32 ? "≥ 0.25" : "");
        }
    }

    private static String described(Crowd.Work work) {
        return f("%.0f/s, p50 %.1f ms, p99 %.1f ms, CPU %.2f ms (Java %.2f + PostgreSQL %.2f)", work.perSecond(), work.quantile(0.5), work.quantile(0.99),
                work.cpuEach(), work.cpu().jvm() * 1000 / work.answers(), work.cpu().postgres() * 1000 / work.answers());
    }

    /** What was thanked for is stored. */
    private void check() throws SQLException {
        long stored = volume.number("select count(*) from campaign.answer a join campaign.round r on r.id = a.round_id where r.number = 'BENCH-1'");
        long answered = volume.number("select count(*) from campaign.invitation i join campaign.round r on r.id = i.round_id where r.number = 'BENCH-1' and i.state = 'ANSWERED'");
        if (stored != answered || stored == 0) {
            throw new IllegalStateException(stored + " answers for " + answered + " answered invitations");
        }
    }
}
