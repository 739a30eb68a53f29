package org.huiyin.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
class ApprovalPagesTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Autowired Cast cast;
    @Autowired Approvals approvals;
    @Autowired Procedures procedures;
    @LocalServerPort int port;

    private final SubjectRef subject = new SubjectRef("sample", UUID.randomUUID());

    @Test
    void one_reads_looks_at_the_pictures_signs_and_decides(Page page) throws IOException {
        var troupe = cast.company("P001");
        var id = ask(troupe);
        Door.signIn(page, port, troupe.loginOf("SALES_HEAD"), "/c/" + troupe.slug() + "/approvals");
        page.screenshot(picture("approvals-list"));
        page.click("text=给博衡车联紧急补货");
        page.setInputFiles("input[type=file]", new FilePayload("..\\IMG 1.exe", "image/png", turnedJpeg()));
        page.click(".drop button");
        page.waitForSelector(".shots img");
        page.waitForFunction("() => document.querySelector('.shots img').complete");
        assertThat(page.evaluate("() => { const i = document.querySelector('.shots img'); return [i.naturalWidth, i.naturalHeight]; }"))
                .as("EXIF says: turned by a quarter").isEqualTo(List.of(20, 40));
        assertThat(page.textContent("main div.files")).contains("IMG 1.exe.jpg", "SHA-256");
        page.screenshot(picture("approval-desk"));
        page.fill("input[name=password]", "not the password");
        page.fill("textarea[name=reason]", "7日夜班可出");
        page.click("button[value=approve]");
        assertThat(page.textContent(".err")).contains("密码不对");
        assertThat(page.inputValue("textarea[name=reason]")).isEqualTo("7日夜班可出");
        page.fill("input[name=password]", Cast.PASSWORD);
        page.click("button[value=approve]");
        page.waitForSelector(".toast");
        assertThat(page.textContent("main")).contains("韩立群 同意", "7日夜班可出", "同意 1,000.00 元：给博衡车联紧急补货");
        assertThat(troupe.in(() -> approvals.get(id)).waitingFor()).containsExactly("TOP");
        page.screenshot(picture("approval-desk-decided"));
    }

    @Test
    void one_decides_on_a_phone(Browser browser) {
        var troupe = cast.company("P001");
        var id = ask(troupe);
        try (var phone = browser.newContext(new Browser.NewContextOptions().setViewportSize(390, 844).setIsMobile(true)
                .setLocale("zh-CN").setUserAgent("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"))) {
            var page = phone.newPage();
            Door.signIn(page, port, troupe.loginOf("SALES_HEAD"), "/c/" + troupe.slug() + "/approvals/" + id);
            assertThat(page.textContent("h1")).isEqualTo("给博衡车联紧急补货");
            assertThat(page.textContent(".amount")).isEqualTo("1,000.00 元");
            page.screenshot(picture("approval-phone"));
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= 390")).isEqualTo(true);
            page.fill("input[name=password]", Cast.PASSWORD);
            page.click("button[value=refuse]");
            page.waitForSelector(".err");
            page.fill("textarea[name=reason]", "数量不对");
            page.click("button[value=refuse]");
            page.waitForSelector(".toast");
            assertThat(troupe.in(() -> approvals.get(id)).state()).isEqualTo(ApprovalState.REFUSED);
            page.screenshot(picture("approval-phone-refused"));
        }
    }

    @Test
    void the_pages_speak_english_too(Browser browser) {
        var troupe = cast.company("P001", "en");
        ask(troupe);
        try (var english = browser.newContext(new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("en"))) {
            english.addCookies(List.of(new Cookie("lang", "en").setUrl("http://localhost:" + port)));
            var page = english.newPage();
            Door.signIn(page, port, troupe.loginOf("SALES_HEAD"), "/c/" + troupe.slug() + "/approvals");
            assertThat(page.textContent("h1")).isEqualTo("Approvals");
            page.screenshot(picture("approvals-list-en-390"));
            page.click("tbody a");
            page.screenshot(picture("approval-desk-en-390"));
        }
    }

    @Test
    void another_company_and_the_proposer_are_refused_and_the_list_is_a_sheet() {
        var troupe = cast.company("P001");
        var foreign = cast.company("P001");
        var id = ask(troupe);
        var stranger = Browserless.of(port, foreign.loginOf("SALES_HEAD"));
        assertThat(stranger.get("/c/" + troupe.slug() + "/approvals/" + id).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/c/" + foreign.slug() + "/approvals/" + id).statusCode()).isEqualTo(404);
        var clerk = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        assertThat(clerk.get("/c/" + troupe.slug() + "/approvals/" + id).body()).doesNotContain("value=\"approve\"");
        var refused = clerk.post("/c/" + troupe.slug() + "/approvals/" + id + "/decision", Map.of("act", "approve", "password", Cast.PASSWORD));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(clerk.get("/c/" + troupe.slug() + "/approvals.xlsx?show=mine").headers().firstValue("Content-Type").orElse(""))
                .contains("spreadsheetml");
        var withdrawn = clerk.post("/c/" + troupe.slug() + "/approvals/" + id + "/withdrawal", Map.of("reason", "客户取消"));
        assertThat(withdrawn.statusCode()).isEqualTo(302);
    }

    @Test
    void the_password_lasts_five_minutes_in_the_session() {
        var troupe = cast.company("P001");
        var first = ask(troupe);
        var head = Browserless.of(port, troupe.loginOf("SALES_HEAD"));
        var at = "/c/" + troupe.slug() + "/approvals/";
        head.get(at + first);
        assertThat(head.post(at + first + "/decision", Map.of("act", "approve")).statusCode()).isEqualTo(422);
        assertThat(head.post(at + first + "/decision", Map.of("act", "approve", "password", Cast.PASSWORD)).statusCode()).isEqualTo(302);
        var second = ask(troupe, "other");
        assertThat(head.get(at + second).body()).doesNotContain("name=\"password\"");
        assertThat(head.post(at + second + "/decision", Map.of("act", "approve")).statusCode()).isEqualTo(302);
    }

    private UUID ask(Cast.Troupe troupe) {
        return ask(troupe, "f3a1c2");
    }

    private UUID ask(Cast.Troupe troupe, String hash) {
        return troupe.in(() -> approvals.request(troupe.salesClerk(), new ApprovalRequest(subject,
                new Sentence("web.verbatim", "给博衡车联紧急补货"), "approvals",
                List.of(new ApprovalStep(Set.of("SALES_HEAD")), new ApprovalStep(Set.of("TOP"))), Money.cny("1000.00"), hash,
                procedures.inForce().id(), "5.3.4")));
    }

    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png"));
    }

    /** 40 by 20 points, with an EXIF note that says: turn by a quarter. */
    private static byte[] turnedJpeg() throws IOException {
        var plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
        byte[] exif = {(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
                0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};
        var turned = new ByteArrayOutputStream();
        turned.write(plain.toByteArray(), 0, 2);
        turned.write(exif);
        turned.write(plain.toByteArray(), 2, plain.size() - 2);
        return turned.toByteArray();
    }
}
