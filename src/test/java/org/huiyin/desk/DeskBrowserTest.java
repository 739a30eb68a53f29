package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionOrigin;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.NewAction;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.NewVoice;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.Voices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People at their screens: an action from the proposal to the closing, a quick note on a phone, the desk. */
@HuiyinTest
class DeskBrowserTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Customers customers;
    @Autowired Voices voices;
    @Autowired Actions actions;
    @Autowired Procedures procedures;
    @LocalServerPort int port;

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", name + ".png")));
    }

    private void enter(Page page, String login, String path) {
        page.context().clearCookies();
        Door.signIn(page, port, login, path);
    }

    @Test
    @Clause({"001/5.4.6.1", "001/5.4.6.2", "001/5.4.6.3"})
    void an_action_walks_from_the_proposal_to_the_closing(Page page) {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var owner = troupe.departmentHead();
        clock.set("2026-03-16T09:00");
        var code = troupe.in(() -> customers.get(customers.create(clerk, CustomerDetails.named("晨曜车载音响"))).code());
        var home = "/c/" + troupe.slug();
        enter(page, troupe.loginOf("SALES_HEAD"), home + "/actions/new");
        page.fill("[name=customer]", code);
        page.fill("[name=problem]", "外箱捆扎松散，运输后变形");
        page.fill("[name=items]", "包装、运输");
        page.selectOption("[name=owner]", owner.id().value().toString());
        page.click("main button.pri");
        assertThat(page.url()).endsWith("/actions/CP-2026-0001");

        enter(page, troupe.loginOf("DEPARTMENT_HEAD"), home + "/actions/CP-2026-0001");
        page.click("#acceptance button.pri");
        page.fill("#causes form > .field textarea", "捆扎带只有一道");
        page.click("#causes form.stack:not(.dlg form) > .row > button:not(.pri)");
        for (int level = 2; level <= 5; level++) {
            page.locator("#causes .whys li").last().locator("summary").first().click();
            page.locator("#causes .whys li").last().locator("textarea").fill("第 " + level + " 层原因");
            page.locator("#causes .whys li").last().locator(".dlg button").first().click();
        }
        picture(page, "action-causes");
        page.fill("#f-summary", "作业指导书没有规定捆扎");
        page.locator("#causes button.pri").click();
        page.fill("#f-measure", "改作业指导书，捆扎两道");
        page.locator("#measures form button.push").last().click();
        page.locator("#measures textarea[id^=f-done]").fill("WI-07 B 版已发");
        page.locator("#measures button.pri").first().click();
        assertThat(page.locator("#verification").textContent()).isNotEmpty();

        enter(page, troupe.loginOf("QUALITY"), home + "/actions/CP-2026-0001");
        page.locator("#verification label:has(input[value=EFFECTIVE])").click();
        page.fill("#f-criterion", "三批没有再变形");
        page.fill("#f-finding", "三批都好");
        page.locator("#verification button.pri").click();

        enter(page, troupe.loginOf("SALES_HEAD"), home + "/actions/CP-2026-0001");
        assertThat(page.locator("#closing button").isDisabled()).isTrue();
        picture(page, "action-gate");
        page.fill("#f-contact", "高屹");
        page.fill("#f-told", "外箱改成捆扎两道，下批起执行");
        page.locator("#told button.pri").click();
        page.locator("#closing button.pri").click();
        assertThat(page.locator(".head").textContent()).contains("已关闭");
        picture(page, "action-closed");
        page.navigate("http://localhost:" + port + home + "/actions");
        picture(page, "actions");
        var pdf = page.request().get("http://localhost:" + port + home + "/actions.pdf");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(page.request().get("http://localhost:" + port + home + "/actions.xlsx").status()).isEqualTo(200);
        var head = troupe.salesHead();
        troupe.run(() -> assertThat(actions.list(head, ActionFilter.all()).getFirst().state()).isEqualTo(ActionState.CLOSED));
        for (String path : java.util.List.of("/actions/plans", "/actions/agenda", "/promises", "/echo", "/search?q=cy")) {
            assertThat(page.navigate("http://localhost:" + port + home + path).status()).as(path).isEqualTo(200);
            picture(page, "page" + path.replaceAll("\\W", "-"));
        }
    }

    @Test
    @Clause("001/5.1.3.2")
    void a_quick_note_on_a_phone(Page page) {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        clock.set("2026-05-07T15:00");
        troupe.run(() -> customers.create(clerk, CustomerDetails.named("晨曜车载音响")));
        page.setViewportSize(390, 844);
        enter(page, troupe.loginOf("SALES_CLERK"), "/c/" + troupe.slug());
        picture(page, "desk-fresh-phone");
        page.locator("[data-key=n]").click();
        assertThat(page.url()).endsWith("/complaints/new");
        page.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/voices/new");
        page.locator("#f-who").pressSequentially("cycz");
        page.locator("#who-hits input").first().waitFor();
        page.fill("#f-text", "今早上线又有 5 个面板划伤，明天下班前给说法。");
        page.locator("label:has(input[value=CALL])").click();
        picture(page, "note-phone");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("记下")).last().click();
        assertThat(page.url()).contains("/voices/LX-2026-0001");
        assertThat(page.locator("main").textContent()).contains("5月8日 17:30");
        picture(page, "voice-phone");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        page.setViewportSize(1440, 900);
        page.reload();
        picture(page, "voice");
        page.fill("#f-text", "已安排换货，明早到");
        page.locator("main button.pri").click();
        troupe.run(() -> assertThat(voices.list(clerk, VoiceFilter.all()).getFirst().open()).isFalse());
        page.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/voices/new");
        page.fill("#f-who", "没在册的一家");
        page.fill("#f-text", "问能不能做样件");
        page.locator("main button.pri").click();
        assertThat(page.url()).contains("/voices/LX-2026-0002");
    }

    @Test
    void the_desk_shows_what_waits(Page page) {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var head = troupe.salesHead();
        clock.set("2026-05-06T09:12");
        troupe.run(() -> {
            var one = customers.create(clerk, CustomerDetails.named("晨曜车载音响"));
            var two = customers.create(clerk, CustomerDetails.named("佳屹传感"));
            hear(clerk, "LETTER", one, "2026-04-29T09:00", "KB 系列三季度报价");
            hear(clerk, "COMPLAINT", two, "2026-04-29T15:20", "旋钮支架卡扣断裂");
            hear(clerk, "OTHER", one, "2026-04-30T10:00", "希望多备库存");
            var done = hear(clerk, "CALL", two, "2026-04-27T10:00", "问交期");
            voices.answered(clerk, done, "PHONE", TestClock.at("2026-04-28T09:00"));
            var late = hear(clerk, "CALL", two, "2026-04-20T10:00", "要图纸");
            voices.answered(clerk, late, "PHONE", TestClock.at("2026-04-24T09:00"));
            var profile = procedures.inForce();
            actions.propose(head, new NewAction(Set.of(ActionOrigin.SURVEY), one, new SubjectRef("manual", Ids.next()), new Sentence("web.verbatim", "性能不满意"),
                    java.util.List.of("性能"), null, clerk.id(), LocalDate.of(2026, 5, 9), profile.id(), "5.4.6.1"));
        });
        enter(page, troupe.loginOf("SALES_CLERK"), "/c/" + troupe.slug());
        var text = page.locator("main").textContent();
        assertThat(text).contains("已晚", "今天", "补班", "KB 系列三季度报价", "回音率");
        page.locator("[data-why]").first().hover();
        page.locator(".why").waitFor();
        picture(page, "desk");
        page.mouse().move(5, 5);
        page.setViewportSize(390, 844);
        page.reload();
        picture(page, "desk-phone");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        page.setViewportSize(1440, 900);
        page.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/voices");
        picture(page, "inbox");
        page.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/echo");
        picture(page, "echo");
        page.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/search?q=LX-2026-0002");
        assertThat(page.url()).endsWith("/voices/LX-2026-0002");
    }

    private org.huiyin.voice.VoiceId hear(org.huiyin.kernel.Actor by, String kind, org.huiyin.customer.CustomerId customer, String at, String words) {
        var received = TestClock.at(at);
        return voices.hear(by, new NewVoice(kind, customer, null, words, null, received, by.id(), "PHONE", voices.promise(kind, received, null), "5.1.3.2"));
    }
}
