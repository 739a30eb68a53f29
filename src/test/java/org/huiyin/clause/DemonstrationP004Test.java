package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.claims.ClaimFilter;
import org.huiyin.claims.Claims;
import org.huiyin.claims.NoticeFilter;
import org.huiyin.claims.NoticeState;
import org.huiyin.claims.Notices;
import org.huiyin.claims.Objections;
import org.huiyin.claims.Responsibilities;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintRow;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.Inspections;
import org.huiyin.complaint.Standing;
import org.huiyin.improvement.EffectView;
import org.huiyin.improvement.Effects;
import org.huiyin.organization.Companies;
import org.huiyin.organization.DemoSource;
import org.huiyin.organization.People;
import org.huiyin.returns.ReturnStage;
import org.huiyin.returns.Returns;
import org.huiyin.returns.Verdict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first half of the demonstration of P004 in its demo company (examples.md). */
@HuiyinTest
class DemonstrationP004Test {

    @Autowired Cast cast;
    @Autowired List<DemoSource> demos;
    @Autowired Companies companies;
    @Autowired People people;
    @Autowired Complaints complaints;
    @Autowired Inspections inspections;
    @Autowired Returns returns;
    @Autowired Effects effects;
    @Autowired Claims claims;
    @Autowired Responsibilities responsibilities;
    @Autowired Notices notices;
    @Autowired Objections objections;
    @Autowired TestClock clock;
    @LocalServerPort int port;

    @Test
    @Clause({"004/4.1", "004/5.2b", "004/5.5", "004/5.9", "004/5.10"})
    void a_failure_in_the_field_is_registered_examined_and_its_effect_verified_by_quality() {
        clock.set("2026-11-21T10:00");
        var troupe = cast.company("P004");
        troupe.run(() -> demos.stream().filter(d -> d.procedure().equals("P004")).findFirst().orElseThrow().furnish(companies.current(), troupe.admin()));
        var quality = troupe.quality();
        var k = troupe.in(() -> failure(troupe));
        assertThat(k.customer()).isNull();
        assertThat(k.segment()).isEqualTo("备件市场");
        assertThat(k.lines().getFirst().mileage()).isEqualTo(18650);
        assertThat(k.standing()).isEqualTo(Standing.CLOSED);
        troupe.run(() -> {
            assertThat(people.get(java.util.Objects.requireNonNull(k.receivedBy())).roles()).contains("QUALITY");
            var r = returns.of(k.id()).getFirst();
            assertThat(r.verdict()).isEqualTo(Verdict.OURS_SUPPLIER_PART);
            assertThat(r.stage()).isEqualTo(ReturnStage.CLOSED);
            assertThat(inspections.of(k)).hasSize(1);
            assertThat(effects.current(k.id().subject())).get().extracting(EffectView::given).satisfies(given -> assertThat(given.getFirst().origin()).isEqualTo("COMPLAINT"));
            assertThat(complaints.list(quality, ComplaintFilter.open())).extracting(ComplaintRow::complaint).extracting(ComplaintView::standing)
                    .contains(Standing.RECEIVED, Standing.ASSESSED, Standing.WORKING, Standing.ANSWERED);
        });
        troupe.run(() -> {
            assertThat(claims.list(quality, ClaimFilter.all())).singleElement().satisfies(claim -> {
                assertThat(claim.claimed()).isEqualByComparingTo("12000");
                assertThat(claim.recovered()).isEqualByComparingTo("8000");
            });
            var decision = responsibilities.inForce(k.id()).orElseThrow();
            assertThat(decision.shares()).hasSize(2);
            var notice = notices.list(quality, NoticeFilter.all()).getFirst();
            assertThat(notice.state()).isEqualTo(NoticeState.ISSUED);
            assertThat(objections.of(notice.id())).singleElement().satisfies(o -> assertThat(o.answer()).isNotNull());
        });
        var page = Browserless.of(port, troupe.loginOf("QUALITY")).get("/c/" + troupe.slug() + "/complaints/" + k.number());
        assertThat(page.body()).contains("LSVHY41U5F2218465", "18,650");
    }

    private ComplaintView failure(Cast.Troupe troupe) {
        return complaints.list(troupe.quality(), ComplaintFilter.all()).stream().map(ComplaintRow::complaint)
                .filter(k -> !k.lines().isEmpty() && "LSVHY41U5F2218465".equals(k.lines().getFirst().vin())).findFirst().orElseThrow();
    }
}
