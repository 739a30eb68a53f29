package org.huiyin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.Postbox;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.records.Numbers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
class NotificationPagesTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Autowired Cast cast;
    @Autowired Notifications notifications;
    @Autowired Mails mails;
    @Autowired Numbers numbers;
    @Autowired TransactionTemplate transaction;
    @Autowired Later later;
    @LocalServerPort int port;

    private final SubjectRef about = new SubjectRef("sample", UUID.randomUUID());

    @Test
    void the_bell_leads_to_the_notices_and_reading_one_opens_it(Page page) {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        troupe.run(() -> {
            for (var words : List.of("请您审批：给博衡车联紧急补货", "星源电子的答卷有疑点，请核实", "四月轮还有 6 个客户没有答")) {
                notifications.tell(List.of(clerk.id()), new Sentence("web.verbatim", words), about, "notices/wishes");
            }
        });
        Door.signIn(page, port, troupe.loginOf("SALES_CLERK"), "/c/" + troupe.slug() + "/notices");
        assertThat(page.getAttribute("header.top a.dot", "data-n")).isEqualTo("3");
        page.screenshot(picture("notices"));
        page.click("text=星源电子");
        page.waitForURL(url -> url.endsWith("/notices/wishes"));
        assertThat(page.getAttribute("header.top a.dot", "data-n")).isEqualTo("2");
        page.screenshot(picture("wishes"));
        page.uncheck("input[name=digest]");
        page.click("main form button.pri");
        assertThat(troupe.in(() -> notifications.wishesOf(clerk.id())).digest()).isFalse();
    }

    @Test
    void the_operator_sees_the_queue_and_repairs_it(Page page) {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            mails.send(OutgoingMail.plain("wang@customer.example", "王工", "满意度调查 2026 年四月轮", "正文", about));
            mails.send(OutgoingMail.plain("li@customer.example", null, "满意度调查 2026 年四月轮", "正文", about));
        });
        Door.signIn(page, port, troupe.adminLogin(), "/c/" + troupe.slug() + "/mails");
        assertThat(page.textContent("main")).contains("还没有设置邮件服务器");
        try (var post = Postbox.silent()) {
            later.runDueJobs();
            page.reload();
            page.screenshot(picture("mails"));
            assertThat(page.textContent("main")).contains("排队中").doesNotContain("还没有设置邮件服务器");
        }
        try (var post = Postbox.open()) {
            page.fill("input[name=to]", "me@ours.example");
            page.click("text=发测试邮件");
            page.waitForSelector(".toast");
            page.click("tr:has-text('wang@') button");
            page.waitForSelector(".toast");
            later.runDueJobs();
            assertThat(post.to("me@ours.example")).hasSize(1);
            assertThat(post.to("wang@customer.example")).hasSize(1);
        }
    }

    @Test
    void a_webhook_is_added_its_secret_shown_once_and_its_log_kept(Page page) {
        var troupe = cast.company("P001");
        Door.signIn(page, port, troupe.adminLogin(), "/c/" + troupe.slug() + "/webhooks");
        page.fill("input[name=url]", "ftp://erp.ours.example/");
        page.check("input[name=events]");
        page.click("main form button.pri");
        assertThat(page.textContent(".err")).contains("http");
        page.screenshot(picture("webhooks"));
        page.fill("input[name=url]", "https://127.0.0.1:1/huiyin");
        page.click("main form button.pri");
        assertThat(page.textContent(".secret")).startsWith("whsec_");
        page.click("main a.pri");
        page.click("text=推一次试试");
        page.waitForSelector(".toast");
        later.runDueJobs();
        page.reload();
        assertThat(page.textContent("main table")).contains("ping").doesNotContain("whsec_");
        page.screenshot(picture("webhook"));
    }

    @Test
    void numbers_and_their_gaps_are_explained(Page page) {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var number = transaction.execute(s -> numbers.reserve("KH", 2026, 12)).get(6);
            numbers.voided(troupe.quality(), number, "重复登记，并入 KH-2026-0003");
        });
        Door.signIn(page, port, troupe.loginOf("QUALITY"), "/c/" + troupe.slug() + "/numbers");
        assertThat(page.textContent("main")).contains("KH-2026-0012", "KH-2026-0007", "并入");
        page.screenshot(picture("numbers"));
    }

    @Test
    void who_does_not_operate_finds_nothing_there() {
        var troupe = cast.company("P001");
        var clerk = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        var home = "/c/" + troupe.slug();
        assertThat(clerk.get(home + "/mails").statusCode()).isEqualTo(403);
        assertThat(clerk.get(home + "/webhooks").statusCode()).isEqualTo(403);
        assertThat(clerk.get(home + "/notices").body()).doesNotContain(home + "/mails\"");
        assertThat(clerk.post(home + "/mails/test", Map.of("to", "x@y.example")).statusCode()).isEqualTo(403);
    }

    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png"));
    }
}
