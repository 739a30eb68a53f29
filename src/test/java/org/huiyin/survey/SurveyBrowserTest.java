package org.huiyin.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
class SurveyBrowserTest {

    @Autowired Cast cast;
    @LocalServerPort int port;

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", name + ".png")));
    }

    @Test
    void a_questionnaire_is_reworded_previewed_and_released(Page page) {
        var troupe = cast.company("P001");
        var home = "http://localhost:" + port + "/c/" + troupe.slug();
        Door.signIn(page, port, troupe.loginOf("QUALITY_HEAD"), "/c/" + troupe.slug() + "/questionnaires");
        picture(page, "questionnaires");
        page.navigate(home + "/questionnaires/TEN_ITEMS");
        picture(page, "questionnaire");
        page.locator("text=修订问卷").click();
        page.locator("[name=label_zhCN]").first().fill("外观与手感");
        page.locator("button[value='down:0']").click();
        assertThat(page.locator("[name=label_zhCN]").nth(1).inputValue()).isEqualTo("外观与手感");
        page.locator("button[value=add]").first().click();
        assertThat(page.locator("[name=id]").count()).isEqualTo(11);
        page.locator("button[value='remove:10']").click();
        picture(page, "questionnaire-edit");
        page.locator("[name=note]").fill("外观加上手感");
        page.locator("text=发布第 2 版").click();
        assertThat(page.content()).contains("第 2 版", "趋势从本版重新开始");
        page.setViewportSize(390, 844);
        page.navigate(home + "/questionnaires/TEN_ITEMS/phone?language=zh_TW");
        assertThat(page.content()).contains("尺寸", "使用壽命", "非常滿意");
        picture(page, "questionnaire-phone");
        page.navigate(home + "/scoring");
        picture(page, "scoring-phone");
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(390);
    }

    @Test
    void the_table_shows_its_totals_and_the_trial_its_band(Page page) {
        var troupe = cast.company("P001");
        var home = "http://localhost:" + port + "/c/" + troupe.slug();
        Door.signIn(page, port, troupe.loginOf("QUALITY_HEAD"), "/c/" + troupe.slug() + "/scoring");
        assertThat(page.locator("tfoot").first().innerText().split("\\s+")).containsSubsequence("100", "100", "88", "60", "42", "14");
        page.locator("[name=d_performance]").selectOption("OPPOSED");
        page.locator("#trial >> text=75.0").waitFor();
        assertThat(page.locator("#trial").innerText()).contains("B 档", "正好在分界上", "要跟进", "性能");
        page.locator("[name=inclusive]").selectOption("true");
        page.locator("#trial >> text=触发纠正预防措施").waitFor();
        picture(page, "scoring");
        page.navigate(home + "/scoring/draft");
        page.locator("[name=w_performance]").fill("31");
        page.locator("#totals >> text=权重合计 101，应为 100").waitFor();
        picture(page, "scoring-edit");
    }

    @Test
    void files_and_api_answer_and_strangers_see_nothing() throws Exception {
        var troupe = cast.company("P001");
        var other = cast.company("P001");
        var browser = Browserless.of(port, troupe.loginOf("QUALITY_HEAD"));
        var base = "/c/" + troupe.slug();
        for (String path : new String[] {"/procedure.pdf", "/procedure.xlsx", "/forms.xlsx", "/procedure.json", "/questionnaires/TEN_ITEMS/form.pdf",
            "/questionnaires/TEN_ITEMS/questionnaire.json"}) {
            assertThat(browser.get(base + path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(browser.get(base + "/questionnaires/NO_SUCH").statusCode()).isEqualTo(404);
        assertThat(browser.get(base + "/procedure/clauses/9.9").statusCode()).isEqualTo(404);
        assertThat(browser.get("/c/" + other.slug() + "/procedure").statusCode()).isEqualTo(404);
        var auditor = Browserless.of(port, troupe.loginOf("AUDITOR"));
        assertThat(auditor.get(base + "/procedure").statusCode()).isEqualTo(200);
        assertThat(auditor.get(base + "/procedure/draft/setting?path=survey.returnDays").statusCode()).isEqualTo(403);
        assertThat(auditor.post(base + "/questionnaires/TEN_ITEMS/draft", java.util.Map.of()).statusCode()).isEqualTo(403);
        Files.createDirectories(Path.of("target", "browser"));
    }
}
