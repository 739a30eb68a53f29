package org.huiyin.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
class ProcedureBrowserTest {

    @Autowired Cast cast;
    @LocalServerPort int port;

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", name + ".png")));
    }

    @Test
    @Clause("001/0")
    void a_clause_is_read_its_setting_changed_handed_in_and_approved_by_another(Page page) {
        var troupe = cast.company("P001");
        troupe.generalManager();
        var home = "http://localhost:" + port;
        Door.signIn(page, port, troupe.loginOf("QUALITY_HEAD"), "/c/" + troupe.slug() + "/procedure");
        page.navigate(home + "/c/" + troupe.slug() + "/procedure/clauses/5.4.2.1");
        assertThat(page.content()).contains("四月集中调查", "30 天", "ISO 9001:2015 9.1.2", "DC-FM-04");
        picture(page, "procedure");
        page.locator("a[aria-label='改“回收期限”']").click();
        page.locator("[name=value]").fill("0");
        page.locator("text=存入草案").click();
        assertThat(page.content()).contains("不能小于 1");
        page.locator("[name=value]").fill("２５");
        page.locator("text=存入草案").click();
        assertThat(page.content()).contains("25 天", "A/1");
        picture(page, "procedure-draft");
        page.locator("[name=changeNote]").fill("回收期限改为 25 天");
        page.locator("text=送审新版程序").click();
        assertThat(page.content()).contains("等有批准权的人来批");

        page.context().clearCookies();
        Door.signIn(page, port, troupe.loginOf("TOP"), "/c/" + troupe.slug() + "/procedure");
        page.navigate(home + "/c/" + troupe.slug() + "/procedure/draft");
        page.locator("text=批准并定生效日").click();
        assertThat(page.content()).contains("第 2 版", "回收期限");
        picture(page, "procedure-version");
        for (String path : new String[] {"procedure/settings", "procedure/versions", "forms", "procedure?q=IATF", "procedure?only=missing"}) {
            assertThat(page.navigate(home + "/c/" + troupe.slug() + "/" + path).status()).as(path).isEqualTo(200);
            picture(page, "procedure-" + path.replaceAll("\\W", "-"));
        }
        page.setViewportSize(390, 844);
        page.navigate(home + "/c/" + troupe.slug() + "/procedure/clauses/5.4.2.1a");
        picture(page, "procedure-phone");
        var wide = (Number) page.evaluate("document.documentElement.scrollWidth");
        assertThat(wide.intValue()).isLessThanOrEqualTo(390);
    }

    @Test
    void every_kind_of_setting_can_be_typed(Page page) {
        var troupe = cast.company("P001");
        var home = "http://localhost:" + port;
        Door.signIn(page, port, troupe.loginOf("QUALITY_HEAD"), "/c/" + troupe.slug() + "/procedure");
        for (String path : new String[] {"survey.windows", "bands", "sampling.shares", "approvals.freeze", "clock.rules.COMPLAINT", "forms", "topics",
            "improvement.escalation", "authority.limits", "triggers.lowDegrees", "survey.channels", "grading.starts", "survey.reminderDays",
            "identity.title", "modules.claims", "scoring.minimumAnswered", "clauses/5.4.2.1/text", "triggers.complaintItems", "replenishment.gmFrom"}) {
            page.navigate(home + "/c/" + troupe.slug() + "/procedure/draft/setting?path=" + path);
            if (path.equals("survey.windows") || path.equals("approvals.freeze")) {
                picture(page, "edit-" + path);
            }
            page.locator("text=存入草案").click();
            assertThat(page.url()).as(path).endsWith("/procedure/draft");
        }
        // Saving what stood there changes nothing but the revision that the draft began with.
        assertThat(page.locator(".diff tbody tr").count()).isEqualTo(1);
    }
}
