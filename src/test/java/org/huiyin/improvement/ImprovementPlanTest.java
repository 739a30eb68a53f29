package org.huiyin.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.approval.ApprovalState;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.Signatures;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.Accounts;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.security.Member;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The comprehensive improvement plan and its approvers (001/5.4.6.3). */
@HuiyinTest
class ImprovementPlanTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Actions actions;
    @Autowired ActionWork work;
    @Autowired Plans plans;
    @Autowired Approvals approvals;
    @Autowired Signatures signatures;
    @Autowired Accounts accounts;
    @Autowired Procedures procedures;
    @Autowired Notifications notifications;
    @Autowired List<WorkSource> sources;
    @LocalServerPort int port;

    private ActionId action(Cast.Troupe troupe, String problem) {
        return troupe.in(() -> actions.propose(troupe.salesHead(), new NewAction(Set.of(ActionOrigin.SURVEY), null, new SubjectRef("manual", UUID.randomUUID()),
                new Sentence("web.verbatim", problem), List.of(), null, troupe.departmentHead().id(), LocalDate.of(2026, 6, 12), procedures.inForce().id(), "5.4.6.1")));
    }

    private UUID measure(Cast.Troupe troupe, ActionId id, String words) {
        return troupe.in(() -> {
            var owner = troupe.departmentHead();
            work.accept(owner, id, owner.id());
            UUID parent = null;
            for (int level = 1; level <= 5; level++) {
                parent = work.addCause(owner, id, parent, "因为 " + level);
            }
            work.analysed(owner, id, "扭矩没有防错");
            return work.addMeasure(owner, id, MeasureKind.CORRECTIVE, words, owner.id(), LocalDate.of(2026, 6, 1));
        });
    }

    private String number(Cast.Troupe troupe, ActionId id) {
        return troupe.in(() -> actions.get(id).number());
    }

    @Test
    @Clause("001/5.4.6.3")
    void the_head_of_sales_approves_over_http_what_the_clerk_put_together() {
        var troupe = cast.company("P001");
        clock.set("2026-05-11T09:00");
        var first = action(troupe, "外箱受潮");
        measure(troupe, first, "外箱改用防潮纸");
        var second = action(troupe, "标签脱落");
        var clerk = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        var base = "/c/" + troupe.slug() + "/actions/plans";
        clerk.get(base);
        var made = clerk.post(base, Map.of("title", "上半年改善", "opinion", "品质与仓库都同意", "actions", number(troupe, first)));
        var at = clerk.location(made);
        assertThat(clerk.get(at).body()).contains("草稿", "还没有送审", "送审");
        assertThat(clerk.post(at + "/submission", Map.of()).statusCode()).isEqualTo(302);
        assertThat(clerk.get(at).body()).contains("等待批准", "等待中");
        assertThat(clerk.post(at + "/submission", Map.of()).statusCode()).as("the same twice").isEqualTo(409);
        assertThat(clerk.post(at, Map.of("title", "x", "actions", number(troupe, second), "version", "1")).statusCode()).as("not under the approvers' eyes").isEqualTo(409);
        var approval = troupe.in(() -> plans.list(troupe.salesClerk()).getFirst().approval());
        assertThat(approval.clause()).isEqualTo("5.4.6.3");
        assertThat(troupe.in(() -> notifications.unread(troupe.salesHead().id()))).isPositive();
        var head = Browserless.of(port, troupe.loginOf("SALES_HEAD"));
        var where = "/c/" + troupe.slug() + "/approvals/" + approval.id();
        assertThat(head.get(where).body()).contains("外箱受潮", "外箱改用防潮纸", "品质与仓库都同意", "陆明远", "6月12日");
        head.post(where + "/decision?view=desk", Map.of("act", "approve", "password", Cast.PASSWORD));
        assertThat(clerk.get(at).body()).contains("已批准", "韩立群", "同意");
        // Carrying out what was promised is no change; a further action is one.
        troupe.run(() -> work.measureDone(troupe.departmentHead(), first, actions.measures(first).getFirst().id(), "见照片"));
        assertThat(clerk.get(at).body()).contains("已批准");
        clerk.get(at + "/edit");
        clerk.post(at, Map.of("title", "上半年改善", "opinion", "品质与仓库都同意", "actions", number(troupe, second), "version", "1"));
        assertThat(clerk.get(at).body()).contains("要重新批准", "新增 " + number(troupe, second), "去掉 " + number(troupe, first), "重新送审");
        assertThat(troupe.in(() -> sources.stream().flatMap(s -> s.workFor(troupe.salesClerk()).stream()).map(WorkItem::kind).toList())).contains("plan");
    }

    @Test
    @Clause("001/5.4.6.3")
    void a_plan_that_is_sent_back_says_why_and_can_go_there_again() {
        var troupe = cast.company("P001");
        clock.set("2026-05-12T09:00");
        var id = action(troupe, "交期晚两天");
        var other = action(troupe, "扭矩偏小");
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var number = plans.make(clerk, "五月计划", "", List.of(actions.get(id).number())).number();
            var asked = plans.submit(clerk, number, "").orElseThrow();
            decide(troupe, asked, false, "没有写扭矩");
            var back = plans.byNumber(clerk, number);
            assertThat(back.state()).isEqualTo(PlanState.SENT_BACK);
            assertThat(back.reason()).isEqualTo("没有写扭矩");
            assertThat(back.sentBackBy()).isEqualTo(troupe.salesHead().id());
            plans.change(clerk, number, "五月计划", "补上扭矩", List.of(actions.get(id).number(), actions.get(other).number()), back.version());
            var again = plans.submit(clerk, number, "").orElseThrow();
            assertThat(plans.byNumber(clerk, number).state()).isEqualTo(PlanState.WAITING);
            decide(troupe, again, true, "");
            assertThat(plans.byNumber(clerk, number).state()).isEqualTo(PlanState.APPROVED);
            assertThat(approvals.get(asked).state()).isEqualTo(ApprovalState.REFUSED);
        });
    }

    @Test
    @Clause("001/5.4.6.3")
    void what_moved_under_the_approvers_cannot_be_approved() {
        var troupe = cast.company("P001");
        clock.set("2026-05-13T09:00");
        var id = action(troupe, "来料混批");
        var outdated = troupe.in(() -> plans.submit(troupe.salesClerk(), plans.make(troupe.salesClerk(), "六月计划", "", List.of(actions.get(id).number())).number(), "")
                .orElseThrow());
        measure(troupe, id, "来料分区");
        troupe.run(() -> {
            var plan = plans.list(troupe.salesClerk()).getFirst();
            assertThat(plan.state()).isEqualTo(PlanState.CHANGED);
            assertThat(plan.since()).extracting(Sentence::key).containsExactly("improvement.plan.since.measure");
            assertThatThrownBy(() -> decide(troupe, outdated, true, "")).isInstanceOf(BrokenRule.class).hasMessage("improvement.plan.refused.outdated");
        });
        troupe.run(() -> {
            var again = plans.submit(troupe.salesClerk(), plans.list(troupe.salesClerk()).getFirst().number(), "内容有变").orElseThrow();
            assertThat(approvals.get(outdated).state()).isEqualTo(ApprovalState.WITHDRAWN);
            decide(troupe, again, true, "");
            assertThat(plans.list(troupe.salesClerk()).getFirst().state()).isEqualTo(PlanState.APPROVED);
        });
    }

    @Test
    @Clause("001/5.4.6.3")
    void the_second_of_two_sees_what_the_first_changed_and_takes_it_over_without_typing() {
        var troupe = cast.company("P001");
        clock.set("2026-05-14T09:00");
        var id = action(troupe, "表面划伤");
        var number = troupe.in(() -> plans.make(troupe.salesClerk(), "七月计划", "", List.of(actions.get(id).number())).number());
        troupe.run(() -> plans.change(troupe.salesHead(), number, "七月改善计划", "韩立群补充", List.of(actions.get(id).number()), 1));
        troupe.run(() -> assertThatThrownBy(() -> plans.change(troupe.salesClerk(), number, "七月总计划", "", List.of(actions.get(id).number()), 1))
                .isInstanceOfSatisfying(StaleRecord.class, stale -> {
                    assertThat(stale.who()).isEqualTo("韩立群");
                    assertThat(stale.changes()).extracting(StaleRecord.Change::theirs).containsExactly("七月改善计划", "韩立群补充");
                }));
        var clerk = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        var at = "/c/" + troupe.slug() + "/actions/plans/" + number;
        clerk.get(at + "/edit");
        var stale = clerk.post(at, Map.of("title", "七月总计划", "opinion", "", "actions", number(troupe, id), "version", "1"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("韩立群", "七月改善计划", "七月总计划", "按我选的保存", "name=\"_take.title\"", "name=\"version\" value=\"2\"");
        var saved = clerk.post(at, Map.of("title", "七月总计划", "opinion", "", "actions", number(troupe, id), "version", "2",
                "_take.title", "yours", "_theirs.title", "七月改善计划", "_take.opinion", "theirs", "_theirs.opinion", "韩立群补充"));
        assertThat(saved.statusCode()).isEqualTo(302);
        var plan = troupe.in(() -> plans.byNumber(troupe.salesClerk(), number));
        assertThat(plan.title()).isEqualTo("七月总计划");
        assertThat(plan.opinion()).isEqualTo("韩立群补充");
    }

    @Test
    @Clause({"001/5.4.6.3", "001/7.1"})
    void it_prints_with_form_number_and_revision_and_goes_to_excel() throws Exception {
        var troupe = cast.company("P001");
        clock.set("2026-05-15T09:00");
        var id = action(troupe, "噪声偏大");
        measure(troupe, id, "换轴承");
        var number = troupe.in(() -> plans.make(troupe.salesHead(), "噪声专项", "各部门同意", List.of(actions.get(id).number())).number());
        var auditor = Browserless.of(port, troupe.loginOf("AUDITOR"));
        var at = "/c/" + troupe.slug() + "/actions/plans";
        assertThat(auditor.get(at + "/" + number + "/table.xlsx").headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
        assertThat(auditor.get(at + ".xlsx").statusCode()).isEqualTo(200);
        var client = java.net.http.HttpClient.newBuilder().cookieHandler(auditor.cookies()).build();
        var pdf = client.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + at + "/" + number + "/plan.pdf")).build(),
                java.net.http.HttpResponse.BodyHandlers.ofByteArray());
        java.nio.file.Files.createDirectories(java.nio.file.Path.of("target/pictures"));
        java.nio.file.Files.write(java.nio.file.Path.of("target/pictures/plan.pdf"), pdf.body());
        try (var read = Loader.loadPDF(pdf.body())) {
            assertThat(new PDFTextStripper().getText(read).replaceAll("\\s", "")).contains("QP-12-14", "A0", "噪声偏大", "换轴承", "各部门同意", number, "草稿");
        }
    }

    @Test
    @Clause("001/5.4.6.3")
    void the_approver_reads_the_plan_on_a_phone_and_at_a_desk(com.microsoft.playwright.Browser browser) {
        var troupe = cast.company("P001");
        clock.set("2026-05-18T09:00");
        var id = action(troupe, "外箱受潮，四月两家客户反映同样的问题");
        measure(troupe, id, "外箱改用防潮纸，仓库加装除湿机");
        var number = troupe.in(() -> plans.make(troupe.salesClerk(), "上半年改善", "品质与仓库都同意", List.of(actions.get(id).number())).number());
        var asked = troupe.in(() -> plans.submit(troupe.salesClerk(), number, "").orElseThrow());
        troupe.run(() -> work.addMeasure(troupe.departmentHead(), id, MeasureKind.PREVENTIVE, "每周查湿度", troupe.departmentHead().id(), LocalDate.of(2026, 6, 5)));
        try (var phone = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(390, 844).setIsMobile(true).setLocale("zh-CN"))) {
            var page = phone.newPage();
            org.huiyin.Door.signIn(page, port, troupe.loginOf("SALES_HEAD"), "/c/" + troupe.slug() + "/approvals/" + asked + "?view=phone");
            assertThat(page.textContent("main")).contains("每周查湿度", "送审后有变");
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= 390")).isEqualTo(true);
            page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target/pictures/plan-approval-390.png")));
            page.setViewportSize(1440, 900);
            page.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/actions/plans/" + number);
            page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/pictures/plan.png")));
            page.setViewportSize(390, 844);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= 390")).isEqualTo(true);
            page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target/pictures/plan-390.png")));
            page.setViewportSize(1440, 900);
            page.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/actions/plans/" + number + "/edit");
            troupe.run(() -> plans.change(troupe.salesClerk(), number, "上半年改善计划", "业务补充：六月底前复查", List.of(actions.get(id).number()), 1));
            page.fill("input[name=title]", "一至六月改善");
            page.click("main button.pri");
            page.waitForSelector("input[name='_take.title']");
            page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/pictures/plan-stale.png")));
            page.locator("input[name='_take.title'][value=yours]").check();
            page.locator("input[name='_take.opinion'][value=theirs]").check();
            page.setViewportSize(390, 844);
            page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target/pictures/plan-stale-390.png")));
            page.click("main button.pri");
            page.waitForSelector(".toast");
            assertThat(page.textContent("main")).contains("一至六月改善", "业务补充：六月底前复查");
        }
    }

    private void decide(Cast.Troupe troupe, UUID approval, boolean approve, String reason) {
        var head = troupe.salesHead();
        var view = approvals.get(approval);
        var account = accounts.ofPerson(head.id()).orElseThrow().id();
        var member = new Member(troupe.id(), troupe.slug(), "x", "Asia/Shanghai", head, null, account, null, null);
        var signature = signatures.sign(member, Cast.PASSWORD, view.subject(), new Sentence("web.verbatim", "签"), view.contentHash());
        approvals.decide(head, approval, approve, reason, signature);
    }
}
