package org.huiyin.bench;

import static org.huiyin.bench.Table.f;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** The result page over a thousand, a hundred thousand and a million answers, and the folding behind it. */
final class ResultsPart {

    private static final int[] CUSTOMERS = {100, 10_000, 100_000};
    private static final int CONTACTS = 10;
    private static final int REQUESTS = 20;

    private ResultsPart() {}

    static void measure(Bench bench) throws Exception {
        var home = bench.founded("results");
        try (var house = bench.open(home); var volume = new Volume(house); var visitor = new Visitor(house).signedIn()) {
            volume.customers(1, bench.size(CUSTOMERS[2]), CONTACTS);
            var rounds = new UUID[CUSTOMERS.length];
            for (int i = 0; i < CUSTOMERS.length; i++) {
                rounds[i] = volume.round(i + 1, "BENCH-" + (i + 1), "PLANNED");
                volume.invited(rounds[i], i + 1, 1, bench.size(CUSTOMERS[i]), CONTACTS, "'R" + (i + 1) + "-' || i", "ANSWERED");
                volume.answered(rounds[i]);
            }
            volume.settle("customer.customer", "customer.contact", "campaign.invitation", "campaign.answer", "campaign.sample_entry", "campaign.doubt_flag");
            for (int i = 0; i < CUSTOMERS.length; i++) {
                volume.become(rounds[i], "COLLECTING");
                bench.table.add("folding " + answers(bench, i) + " answers in the background", f("%.1f s", folded(volume, rounds[i])), "");
            }
            for (int i = 0; i < 4 * CUSTOMERS.length; i++) {
                visitor.time(path(i % CUSTOMERS.length));
            }
            var times = new double[CUSTOMERS.length][REQUESTS];
            for (int n = 0; n < REQUESTS; n++) {
                for (int i = 0; i < CUSTOMERS.length; i++) {
                    times[i][n] = visitor.time(path(i));
                }
            }
            for (int i = 0; i < CUSTOMERS.length; i++) {
                Arrays.sort(times[i]);
                double median = Bench.median(times[i]);
                bench.table.add("result page over " + answers(bench, i) + " answers, " + REQUESTS + " requests",
                        f("median %.0f ms, p95 %.0f ms%s", median, Crowd.Work.quantile(times[i], 0.95),
                                i == 0 ? "" : f(" (%.1f × that of the smallest)", median / Bench.median(times[0]))), i == 2 ? "< 100 ms, < 2 ×" : "");
            }
        }
    }

    private static String path(int round) {
        return "/c/" + Founding.SLUG + "/results/BENCH-" + (round + 1);
    }

    private static String answers(Bench bench, int i) {
        return String.format(Locale.ROOT, "%,d", bench.size(CUSTOMERS[i]) * CONTACTS).replace(',', ' ');
    }

    /** Watches the lock under which a round is folded, from the start of its transaction to the end. */
    private static double folded(Volume volume, UUID round) throws SQLException {
        double seconds = 0;
        var running = """
                select coalesce(max(extract(epoch from clock_timestamp() - a.xact_start) * 1000), 0)::bigint from pg_stat_activity a
                join pg_locks l on l.pid = a.pid and l.locktype = 'advisory' and l.granted where a.state <> 'idle'
                  and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('fold:%s', 7)""".formatted(round);
        var there = "select count(*) from analysis.result where round_id = '" + round + "'";
        while (volume.number(there) == 0) {
            seconds = Math.max(seconds, volume.number(running) / 1000.0);
            House.pause(20);
        }
        return seconds;
    }
}
