package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.approval.Approvals;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.organization.Companies;
import org.huiyin.organization.DemoSource;
import org.huiyin.replenishment.NewShipment;
import org.huiyin.replenishment.ReplenishmentFilter;
import org.huiyin.replenishment.ReplenishmentRow;
import org.huiyin.replenishment.ReplenishmentState;
import org.huiyin.replenishment.Replenishments;
import org.huiyin.returns.ReturnFilter;
import org.huiyin.returns.ReturnKind;
import org.huiyin.returns.ReturnStage;
import org.huiyin.returns.ReturnView;
import org.huiyin.returns.Returns;
import org.huiyin.returns.Verdict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The second half of the demonstration of P001 in its demo company, played to its end (examples.md). */
@HuiyinTest
class DemonstrationP001Test {

    @Autowired Cast cast;
    @Autowired List<DemoSource> demos;
    @Autowired Companies companies;
    @Autowired Complaints complaints;
    @Autowired Returns returns;
    @Autowired Replenishments replenishments;
    @Autowired Approvals approvals;
    @Autowired Later later;
    @Autowired TestClock clock;
    @LocalServerPort int port;

    @Test
    @Clause({"001/5.3.2", "001/5.3.4", "001/5.3.5"})
    void the_unannounced_return_of_200_ends_with_the_general_managers_approval() {
        clock.set("2026-11-21T10:00");
        var troupe = cast.company("P001");
        troupe.run(() -> demos.stream().filter(d -> d.procedure().equals("P001")).findFirst().orElseThrow().furnish(companies.current(), troupe.admin()));
        var r = troupe.in(() -> unannounced(troupe));
        assertThat(r.lines()).singleElement().satisfies(line -> {
            assertThat(line.stated()).isEqualByComparingTo("200");
            assertThat(line.counted()).isEqualByComparingTo("195");
        });
        assertThat(r.stage()).isEqualTo(ReturnStage.JUDGED);
        assertThat(r.verdict()).isEqualTo(Verdict.OURS);
        var complaint = troupe.in(() -> complaints.get(r.complaint()));
        assertThat(complaint.kind()).isEqualTo(FeedbackKind.RETURN);
        assertThat(complaint.source()).isEqualTo(r.id().subject());
        assertThat(complaint.dueAt()).isEqualTo(TestClock.at("2026-11-23T17:30"));

        var order = troupe.in(() -> order(troupe, r));
        assertThat(order.amount()).isEqualByComparingTo(new BigDecimal("1000.00"));
        assertThat(order.state()).isEqualTo(ReplenishmentState.PROPOSED);
        var waiting = troupe.in(() -> approvals.of(order.id().subject()).getFirst());
        troupe.run(() -> {
            assertThatThrownBy(() -> replenishments.scheduled(troupe.as("PLANNING"), order.id(), LocalDate.of(2026, 11, 24), order.version()))
                    .isInstanceOf(BrokenRule.class);
            assertThat(approvals.mayDecide(troupe.salesHead(), waiting)).isFalse();
        });

        var top = Browserless.of(port, troupe.loginOf("TOP"));
        var home = "/c/" + troupe.slug();
        assertThat(top.get(home + "/approvals").body()).contains(order.number());
        assertThat(top.get(home + "/approvals/" + waiting.id()).body()).contains("1,000.00");
        var signed = top.post(home + "/approvals/" + waiting.id() + "/decision", Map.of("act", "approve", "password", Cast.PASSWORD));
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(302);
        troupe.run(() -> {
            assertThat(order(troupe, r).state()).isEqualTo(ReplenishmentState.APPROVED);
            replenishments.scheduled(troupe.as("PLANNING"), order.id(), LocalDate.of(2026, 11, 23), order(troupe, r).version());
        });
        clock.set("2026-11-23T15:00");
        troupe.run(() -> {
            replenishments.shipped(troupe.as("WAREHOUSE"), order.id(), new NewShipment(LocalDate.of(2026, 11, 23), "SH-1", ""), order(troupe, r).version());
            replenishments.received(troupe.salesHead(), order.id(), LocalDate.of(2026, 11, 23), "", order(troupe, r).version());
            assertThat(order(troupe, r).state()).isEqualTo(ReplenishmentState.RECEIVED);
        });
    }

    private ReturnView unannounced(Cast.Troupe troupe) {
        return returns.list(troupe.quality(), ReturnFilter.all()).stream().filter(r -> r.kind() == ReturnKind.UNANNOUNCED).findFirst().orElseThrow();
    }

    private ReplenishmentRow order(Cast.Troupe troupe, ReturnView r) {
        assertThat(replenishments.list(troupe.quality(), ReplenishmentFilter.all())).hasSizeGreaterThan(3);
        return replenishments.of(r.id().subject()).getFirst();
    }
}
