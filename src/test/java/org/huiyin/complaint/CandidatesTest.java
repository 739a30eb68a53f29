package org.huiyin.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.sheets.Grams;
import org.huiyin.voice.Channel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Words are found whichever way the search takes: by walking from the youngest on, by their pieces, or year by year (ADR 0007). */
@HuiyinTest
class CandidatesTest {

    private static final int COMPLAINTS = 40;

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Complaints complaints;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    private static String words(int n) {
        return "第" + n + "批" + (n % 2 == 0 ? "端盖漏油" : "支架断裂") + (n % 10 == 0 ? "，运输受潮" : "") + (n == 3 ? "，少见的鲲鹏" : "");
    }

    private List<UUID> found(String q, int most, int walked) {
        var words = Grams.words(q);
        return transaction.execute(s -> sql.sql("select * from complaint.candidates(?, ?, ?, ?, ?)").params(Grams.wanted(words), Grams.patterns(words), most, walked, new String[] {"@2027", "@2026", "@2025"})
                .query(UUID.class).list());
    }

    @Test
    @Clause("001/5.2.1.1")
    void the_youngest_hits_are_found_on_every_way() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        troupe.run(() -> {
            var taken = new ArrayList<UUID>();
            for (int n = 0; n < COMPLAINTS; n++) {
                clock.set(n < COMPLAINTS / 2 ? "2025-11-06T09:10" : "2026-05-06T09:10");
                taken.add(complaints.take(clerk, new NewComplaint(null, new Complainant("石磊", "博衡车联", "", ""), FeedbackKind.COMPLAINT, Phase.AFTER, null, Channel.WECHAT,
                        clock.instant(), clerk.id(), words(n), "", null, false, List.of(), null)).value());
            }
            for (String q : List.of("漏油", "断裂", "受潮", "端盖 受潮", "鲲鹏", "端盖 鲲鹏", "博衡")) {
                var youngest = IntStream.range(0, COMPLAINTS).map(n -> COMPLAINTS - 1 - n)
                        .filter(n -> List.of(q.split(" ")).stream().allMatch(word -> (words(n) + "博衡车联").contains(word))).mapToObj(taken::get).toList();
                for (int most : List.of(1, 3, 7, 100)) {
                    for (int walked : List.of(0, 1, 4, 15, 1_000)) {
                        assertThat(found(q, most, walked)).as("%s, at most %d, walked %d", q, most, walked).containsExactlyElementsOf(youngest.stream().limit(most).toList());
                    }
                }
            }
        });
    }
}
