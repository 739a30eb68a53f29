package org.huiyin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.claims.Basis;
import org.huiyin.claims.ClaimFilter;
import org.huiyin.claims.Claims;
import org.huiyin.claims.Direction;
import org.huiyin.claims.LossKind;
import org.huiyin.claims.NewClaim;
import org.huiyin.claims.NewPosition;
import org.huiyin.claims.Party;
import org.huiyin.claims.PartyKind;
import org.huiyin.complaint.Complainant;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.NewLine;
import org.huiyin.complaint.Phase;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.voice.Channel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A form that is sent several times at the same moment makes one record, and everybody who sent it gets that one. */
@HuiyinTest
class OnceTest {

    private static final int TIMES = 4;

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Claims claims;
    @Autowired Complaints complaints;

    private static <T> List<T> atOnce(Cast.Troupe troupe, Function<UUID, T> form) throws Exception {
        var wanted = Ids.next();
        try (var people = Executors.newFixedThreadPool(TIMES)) {
            var made = new ArrayList<T>();
            Callable<T> click = () -> troupe.in(() -> form.apply(wanted));
            for (var sent : people.invokeAll(Collections.nCopies(TIMES, click))) {
                made.add(sent.get());
            }
            return made;
        }
    }

    @Test
    void a_complaint_sent_by_four_clicks_at_once_is_one() throws Exception {
        var troupe = cast.company("P004");
        var clerk = troupe.salesClerk();
        var made = atOnce(troupe, wanted -> complaints.take(clerk, wanted, told(clerk)));
        assertThat(made).hasSize(TIMES).containsOnly(made.getFirst());
        assertThat(troupe.<Long>in(() -> complaints.countUpTo(clerk, ComplaintFilter.open(), 100))).isEqualTo(1);
    }

    private NewComplaint told(Actor clerk) {
        return new NewComplaint(null, new Complainant("蔺工", "北沅电机", "13900000000", ""), FeedbackKind.COMPLAINT, Phase.AFTER, null, Channel.PHONE, clock.instant(), clerk.id(),
                "端盖漏油", null, null, false, List.of(new NewLine("DG-31", "端盖", "260301", "", new BigDecimal(7), "件", "漏油", "", null, "")), null);
    }

    @Test
    void a_claim_sent_by_four_clicks_at_once_is_one() throws Exception {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        var made = atOnce(troupe, wanted -> claims.draft(quality, wanted, new NewClaim(Direction.BY_US, Party.named(PartyKind.SUPPLIER, "岑河铸业", "方工"), null, null, "",
                Basis.QUALITY_AGREEMENT, "质量协议 6.1", LocalDate.of(2026, 3, 2), "缩孔", false, null, null,
                List.of(NewPosition.of(LossKind.GOODS, "报废", "730", "CNY")), List.of())));
        assertThat(made).hasSize(TIMES).containsOnly(made.getFirst());
        assertThat(troupe.<Long>in(() -> claims.count(quality, ClaimFilter.all()))).isEqualTo(1);
    }
}
