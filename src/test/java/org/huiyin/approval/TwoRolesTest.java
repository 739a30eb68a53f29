package org.huiyin.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.NewPerson;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileApprovals;
import org.huiyin.procedure.ProfileDrafts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.BooleanNode;

/** One person in two roles, and somebody who stands in for another, on the product's pages (decisions.md D34). */
@HuiyinTest
class TwoRolesTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Approvals approvals;
    @Autowired People people;
    @Autowired Procedures procedures;
    @Autowired ProfileDrafts drafts;
    @Autowired ProfileApprovals profiles;
    @LocalServerPort int port;

    private UUID ask(Cast.Troupe troupe, String hash) {
        return troupe.in(() -> approvals.request(troupe.salesClerk(), new ApprovalRequest(new SubjectRef("sample", Ids.next()),
                new Sentence("web.verbatim", "大客户升级"), "approvals", List.of(new ApprovalStep(Set.of("SALES_HEAD")), new ApprovalStep(Set.of("TOP"))), null, hash,
                procedures.inForce().id(), "5.4.2.1b")));
    }

    /** A small firm: one person is sales manager and general manager. */
    private String both(Cast.Troupe troupe) {
        var id = troupe.another("SALES_HEAD", "一人两职");
        troupe.run(() -> {
            var view = people.get(id);
            people.change(troupe.admin(), id, new NewPerson("一人两职", null, null, null, null), Set.of("SALES_HEAD", "TOP"), view.version());
        });
        return "sales_head-" + id.value().toString().substring(24) + "@" + troupe.slug();
    }

    private void allowTwoRoles(Cast.Troupe troupe) {
        troupe.run(() -> {
            var draft = drafts.open(troupe.admin());
            drafts.change(troupe.admin(), draft.id(), "separation.onePersonTwoRoles", BooleanNode.TRUE, draft.version());
            var now = drafts.current().orElseThrow();
            var submission = drafts.submit(troupe.admin(), now.id(), now.version(), procedures.today(), "小公司一人两职");
            profiles.approve(troupe.generalManager(), submission.id(), procedures.today(), "");
        });
    }

    @Test
    @Clause("001/5.4.2.1 b")
    void one_person_decides_for_two_roles_only_where_the_procedure_allows_it_and_with_a_reason() {
        var troupe = cast.company("P001");
        clock.set("2026-05-18T09:00");
        var login = both(troupe);
        var browser = Browserless.of(port, login);
        var at = "/c/" + troupe.slug() + "/approvals/";
        var strict = ask(troupe, "a1");
        browser.get(at + strict);
        assertThat(browser.post(at + strict + "/decision", Map.of("act", "approve", "password", Cast.PASSWORD)).statusCode()).isEqualTo(302);
        assertThat(browser.get(at + strict).body()).doesNotContain("value=\"approve\"");
        var refused = browser.post(at + strict + "/decision", Map.of("act", "approve", "password", Cast.PASSWORD));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(troupe.in(() -> approvals.get(strict)).waitingFor()).containsExactly("TOP");

        allowTwoRoles(troupe);
        var lenient = ask(troupe, "a2");
        browser.get(at + lenient);
        assertThat(browser.post(at + lenient + "/decision", Map.of("act", "approve", "password", Cast.PASSWORD)).statusCode()).isEqualTo(302);
        assertThat(browser.get(at + lenient).body()).contains("value=\"approve\"");
        assertThat(browser.post(at + lenient + "/decision", Map.of("act", "approve", "password", Cast.PASSWORD)).statusCode()).as("without a reason").isEqualTo(422);
        assertThat(browser.post(at + lenient + "/decision", Map.of("act", "approve", "reason", "公司小，总经理兼业务经理", "password", Cast.PASSWORD)).statusCode()).isEqualTo(302);
        assertThat(troupe.in(() -> approvals.get(lenient)).state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(browser.get(at + lenient).body()).contains("公司小，总经理兼业务经理");
        assertThat(troupe.in(() -> approvals.get(strict)).waitingFor()).as("the older one keeps the rule it was made under").containsExactly("TOP");
    }

    @Test
    @Clause("001/5.4.2.1 b")
    void who_proposes_never_approves_whatever_her_roles() {
        var troupe = cast.company("P001");
        clock.set("2026-05-19T09:00");
        allowTwoRoles(troupe);
        var login = both(troupe);
        var id = troupe.in(() -> people.all().stream().filter(p -> p.name().equals("一人两职")).findFirst().orElseThrow().id());
        var own = troupe.in(() -> approvals.request(people.actor(id).orElseThrow(), new ApprovalRequest(new SubjectRef("sample", Ids.next()),
                new Sentence("web.verbatim", "自己提的"), "approvals", List.of(new ApprovalStep(Set.of("TOP"))), null, "h", procedures.inForce().id(), "5.4.2.1b")));
        var browser = Browserless.of(port, login);
        var at = "/c/" + troupe.slug() + "/approvals/" + own;
        assertThat(browser.get(at).body()).doesNotContain("value=\"approve\"");
        assertThat(browser.post(at + "/decision", Map.of("act", "approve", "reason", "急", "password", Cast.PASSWORD)).statusCode()).isEqualTo(409);
    }

    @Test
    @Clause("002/4.4.1 b")
    void a_deputy_decides_from_the_first_to_the_last_day_and_is_told_afterwards_that_it_is_over() {
        var troupe = cast.company("P001");
        clock.set("2026-05-18T09:00");
        var deputy = troupe.as("WAREHOUSE");
        var head = Browserless.of(port, troupe.loginOf("SALES_HEAD"));
        var lend = "/c/" + troupe.slug() + "/settings/delegations";
        head.get(lend);
        var past = head.post(lend, Map.of("to", deputy.id().value().toString(), "role", "SALES_HEAD", "first", "2026-05-01", "last", "2026-05-10", "reason", "补"));
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.body()).contains("已经过去");
        assertThat(head.post(lend, Map.of("to", deputy.id().value().toString(), "role", "SALES_HEAD", "first", "2026-05-19", "last", "2026-05-20", "reason", "出差"))
                .statusCode()).isEqualTo(302);
        var first = ask(troupe, "d1");
        var second = ask(troupe, "d2");
        var browser = Browserless.of(port, troupe.loginOf("WAREHOUSE"));
        var at = "/c/" + troupe.slug() + "/approvals/";
        assertThat(browser.get(at + first).statusCode()).as("not before the first day").isEqualTo(404);
        clock.set("2026-05-19T08:00");
        assertThat(browser.get(at + first).body()).contains("value=\"approve\"");
        assertThat(browser.post(at + first + "/decision", Map.of("act", "approve", "password", Cast.PASSWORD)).statusCode()).isEqualTo(302);
        assertThat(browser.get(at + first).body()).contains("石大勇", "韩立群");
        assertThat(browser.get(at + second).body()).contains("value=\"approve\"");
        clock.set("2026-05-21T08:00");
        var over = browser.post(at + second + "/decision", Map.of("act", "approve", "password", Cast.PASSWORD));
        assertThat(over.statusCode()).isEqualTo(409);
        assertThat(over.body()).contains("5月20日", "已经过期");
        assertThat(troupe.in(() -> approvals.get(second)).state()).isEqualTo(ApprovalState.PENDING);
    }
}
