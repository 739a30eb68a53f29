package org.huiyin.campaign.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.campaign.answers.AskedStage.all;
import static org.huiyin.campaign.answers.AskedStage.with;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.campaign.RoundStage;
import org.huiyin.sheets.SheetReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** The main way of those who collect: type in paper by digits, compare, judge, export, freeze. */
@HuiyinTest
@Import(RoundStage.class)
class DeskBrowserTest {

    @Autowired ApplicationContext beans;
    @LocalServerPort int port;
    AskedStage stage;

    @BeforeEach
    void set() {
        stage = new AskedStage(beans, port);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", name + ".png")));
    }

    private void enterAs(Page page, AskedStage.Round round, String role, String path) {
        page.context().clearCookies();
        Door.signIn(page, port, round.company().loginOf(role), "/c/" + round.company().slug() + "/rounds/" + stage.view(round).number() + path);
    }

    @Test
    @Clause({"001/5.4.3.1", "000/5-1"})
    void paper_is_typed_by_digits_compared_judged_and_frozen(Page page) {
        var round = stage.asked(5);
        stage.answer(round.asked().get(0), with(stage.usual(), "q_performance", "DISSATISFIED", "c_performance", "卡扣偏紧", "overall", "总体不错"));
        stage.answer(round.asked().get(1), all("SATISFIED"));
        stage.clock.set("2026-04-20T10:00");
        enterAs(page, round, "SALES_HEAD", "/entry");
        picture(page, "entry-desk");
        page.fill("#find", round.asked().get(2).invitation().number());
        page.keyboard().press("Enter");
        page.locator("[data-digits]").waitFor();
        page.check("input[name=channel][value=FAX]", new Page.CheckOptions().setForce(true));
        page.setInputFiles("#f-scan", new FilePayload("fax.png", "image/png", AskedStage.SCAN));
        page.locator("[data-digits] fieldset input").first().focus();
        for (String key : new String[] {"4", "5", "3", "2", "Backspace", "0", "5", "5", "1", "4"}) {
            page.keyboard().press(key);
            if (key.equals("Backspace")) {
                page.locator("[name=q_improvement]").first().focus();
            }
        }
        assertThat(page.isChecked("[name=q_performance][value=DISSATISFIED]")).isTrue();
        assertThat(page.isChecked("[name=q_improvement][value=na]")).isTrue();
        assertThat(page.isChecked("[name=q_service][value=SATISFIED]")).isTrue();
        picture(page, "entry");
        page.click("[data-next]");
        assertThat(page.content()).contains("已录入，等另一人核对");
        picture(page, "entry-typed");

        enterAs(page, round, "QUALITY", "/entry/" + round.asked().get(2).invitation().number() + "/check");
        picture(page, "entry-check");
        page.click("button[name=agrees][value=true]");
        assertThat(page.content()).contains("核对一致，已计入");
        page.navigate(stage.uri("/c/" + round.company().slug() + "/doubts").toString());
        picture(page, "doubts");
        page.click(".lines a.btn");
        page.fill("[name=reason]", "4月20日电话问过，确是本人");
        picture(page, "answer-doubtful");
        page.click("button[value=CONFIRMED]");
        assertThat(page.content()).contains("核实有效");
        page.navigate(stage.uri("/c/" + round.company().slug() + "/rounds/" + stage.view(round).number() + "/answers").toString());
        assertThat(page.content()).contains("收到 3，有效 3");
        picture(page, "answers");
        var excel = page.waitForDownload(() -> page.click("a[download]"));
        try (var file = new SheetReader().open(new ByteArrayInputStream(java.nio.file.Files.readAllBytes(excel.path())), "x.xlsx"); var rows = file.rows(0)) {
            var all = rows.map(row -> row.cells().stream().map(c -> c.shown()).toList()).toList();
            assertThat(all).hasSize(6).anySatisfy(row -> assertThat(row).contains("卡扣偏紧", "不满意"));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        page.navigate(page.url() + "?validity=confirmed");
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        page.locator("tbody a").first().click();
        picture(page, "answer");

        stage.close(round);
        page.navigate(stage.uri("/c/" + round.company().slug() + "/rounds/" + stage.view(round).number() + "/freeze").toString());
        picture(page, "freeze-open");
        page.fill("[name=password]", Cast.PASSWORD);
        page.click("main form button.em");
        assertThat(page.content()).contains("已签字，等另一方签");
        enterAs(page, round, "SALES_HEAD", "/freeze");
        page.fill("[name=password]", Cast.PASSWORD);
        page.click("main form button.em");
        assertThat(page.content()).contains("第 1 次定稿");
        picture(page, "freeze-done");
    }

    @Test
    void sheets_are_looked_at_before_they_are_taken_and_pages_fit_a_phone(Page page) {
        var round = stage.asked(2);
        stage.answer(round.asked().get(0), stage.usual());
        enterAs(page, round, "SALES_HEAD", "/sheets");
        picture(page, "sheets");
        var blank = page.waitForDownload(() -> page.click("a[download]"));
        page.setInputFiles("#f-file", blank.path());
        page.click("main form button.em");
        picture(page, "sheet-preview");
        assertThat(page.content()).contains("没填 1");
        page.setViewportSize(390, 844);
        var home = "/c/" + round.company().slug() + "/rounds/" + stage.view(round).number();
        for (String path : List.of("/answers", "/entry", "/sheets", "/freeze", "/entry/" + round.asked().get(1).invitation().number(),
                "/answers/" + round.asked().get(0).invitation().number())) {
            assertThat(page.navigate(stage.uri(home + path).toString()).status()).as(path).isEqualTo(200);
            picture(page, "phone" + path.replaceAll("\\W", "-").replaceAll("-WJ.*", "-one"));
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).as(path).isLessThanOrEqualTo(390);
        }
    }
}
