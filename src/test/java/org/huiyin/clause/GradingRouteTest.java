package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.approval.Approvals;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.huiyin.customer.Gradings;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileApprovals;
import org.huiyin.procedure.ProfileDrafts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The procedure says who confirms a grading: one by himself, or several one after the other. */
@HuiyinTest
class GradingRouteTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Customers customers;
    @Autowired Gradings gradings;
    @Autowired Approvals approvals;
    @Autowired Procedures procedures;
    @Autowired ProfileDrafts drafts;
    @Autowired ProfileApprovals profiles;
    @LocalServerPort int port;

    private void route(Cast.Troupe troupe, String json) {
        troupe.run(() -> {
            var draft = drafts.open(troupe.admin());
            drafts.change(troupe.admin(), draft.id(), "approvals.grading", JsonMapper.builder().build().readTree(json), draft.version());
            var now = drafts.current().orElseThrow();
            var submission = drafts.submit(troupe.admin(), now.id(), now.version(), procedures.today(), "等级评定两级确认");
            profiles.approve(troupe.generalManager(), submission.id(), procedures.today(), "");
        });
    }

    private static CustomerDetails weak(String name) {
        return new CustomerDetails(null, name, null, null, null, null, null, null, null, null, null, null, null, null, null, "EXTREMELY_BAD", null, null, null, null);
    }

    @Test
    @Clause("001/5.4.2.1 b")
    void two_levels_confirm_a_run_before_its_classes_hold() {
        var troupe = cast.company("P001");
        clock.set("2026-04-01T09:00");
        route(troupe, "[{\"roles\":[\"SALES_HEAD\"]},{\"roles\":[\"TOP\"]}]");
        var id = troupe.in(() -> customers.create(troupe.salesHead(), weak("拖欠商行")));
        var second = troupe.another("SALES_HEAD", "第二位经理");
        var proposer = Browserless.of(port, "sales_head-" + second.value().toString().substring(24) + "@" + troupe.slug());
        var base = "/c/" + troupe.slug() + "/gradings";
        proposer.get(base);
        var at = proposer.location(proposer.post(base, Map.of()));
        assertThat(at).contains("/gradings/DJ-2026-");
        assertThat(proposer.get(at).body()).contains("送审，1 家等级改变").doesNotContain("确认，1 家等级改变");
        var alone = proposer.post(at.replaceAll("\\?.*", "") + "/confirmation", Map.of());
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(alone.body()).contains("业务经理", "总经理", "请送审批");
        assertThat(proposer.post(at.replaceAll("\\?.*", "") + "/submission", Map.of()).statusCode()).isEqualTo(302);
        var run = troupe.in(() -> gradings.runs(troupe.salesHead()).getFirst());
        var approval = troupe.in(() -> approvals.of(new SubjectRef("grading", run.id())).getFirst());
        var where = "/c/" + troupe.slug() + "/approvals/" + approval.id();
        for (var role : new String[] {"SALES_HEAD", "TOP"}) {
            var browser = Browserless.of(port, troupe.loginOf(role));
            assertThat(browser.get(where + "?view=phone").body()).contains("拖欠商行", "D 类", "2025年10月1日");
            assertThat(troupe.in(() -> gradings.current(id))).isEqualTo(Grade.UNCLASSIFIED);
            assertThat(browser.post(where + "/decision", Map.of("act", "approve", "password", Cast.PASSWORD)).statusCode()).isEqualTo(302);
        }
        assertThat(troupe.in(() -> gradings.current(id))).isEqualTo(Grade.D);
        assertThat(proposer.get(at).body()).contains("已确认");
    }

    @Test
    @Clause("001/5.4.2.1 b")
    void only_the_role_that_the_procedure_names_confirms_alone() {
        var troupe = cast.company("P001");
        clock.set("2026-04-01T09:00");
        route(troupe, "[{\"roles\":[\"TOP\"]}]");
        troupe.run(() -> customers.create(troupe.salesHead(), weak("拖欠商行")));
        var number = troupe.in(() -> gradings.run(troupe.salesHead()));
        var head = Browserless.of(port, troupe.loginOf("SALES_HEAD"));
        head.get("/c/" + troupe.slug() + "/gradings/" + number);
        var refused = head.post("/c/" + troupe.slug() + "/gradings/" + number + "/confirmation", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("由总经理确认");
    }
}
