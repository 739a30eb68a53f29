package org.huiyin.campaign.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.campaign.RoundStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** The answering page in a real browser of a phone's size. */
@HuiyinTest
@Import(RoundStage.class)
class RespondBrowserTest {

    private static final String WECHAT = "Mozilla/5.0 (Linux; Android 8.1.0; PBAM00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
            + "Chrome/77.0.3865.120 MQQBrowser/6.2 TBS/045513 Mobile Safari/537.36 MMWEBID/3118 MicroMessenger/7.0.21.1783 NetType/4G Language/zh_CN";

    @Autowired ApplicationContext beans;
    @LocalServerPort int port;
    AskedStage stage;

    @BeforeEach
    void set() {
        stage = new AskedStage(beans, port);
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setDeviceScaleFactor(2);
    }

    private String address(AskedStage.Asked asked) {
        return stage.uri("/a/" + asked.token()).toString();
    }

    private static void picture(Page page, String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(whole).setPath(Path.of("target", "browser", name + ".png")));
    }

    private static void choose(Page page, String item, String degree) {
        page.click("label[for='q-" + item + "-" + degree + "']");
    }

    private static void all(Page page, String degree) {
        AskedStage.ITEMS.forEach(item -> choose(page, item, degree));
    }

    @Test
    @Clause("001/5.4.2.1")
    void without_any_script_the_form_is_filled_in_refused_completed_and_sent(Browser browser) {
        var round = stage.asked(1);
        try (BrowserContext context = browser.newContext(phone().setJavaScriptEnabled(false))) {
            var page = context.newPage();
            page.navigate(address(round.first()));
            AskedStage.ITEMS.subList(0, 9).forEach(item -> choose(page, item, "SATISFIED"));
            choose(page, "performance", "DISSATISFIED");
            page.fill("#c-performance", "最近两批支架装配费劲，卡扣偏紧");
            page.click("button[value=send]");
            assertThat(page.content()).contains("还有 1 题没选好", "卡扣偏紧");
            picture(page, "respond-missing", false);
            page.click("button[value=keep]");
            assertThat(page.content()).contains("已保存。下次打开同一个链接", "卡扣偏紧");
            page.click("button[value=lang-en]");
            assertThat(page.content()).contains("Performance", "卡扣偏紧");
            picture(page, "respond-en", true);
            choose(page, "service", "VERY_SATISFIED");
            page.click("button[value=send]");
            assertThat(page.content()).contains("We have it. Thank you");
        }
        var answer = stage.answers(round).getFirst();
        assertThat(answer.items()).containsEntry("performance", "DISSATISFIED").containsEntry("service", "VERY_SATISFIED");
        assertThat(answer.comments()).containsEntry("performance", "最近两批支架装配费劲，卡扣偏紧");
    }

    @Test
    void in_wechat_the_draft_saves_itself_and_another_device_goes_on(Browser browser) {
        var round = stage.asked(1);
        try (BrowserContext wechat = browser.newContext(phone().setUserAgent(WECHAT)); BrowserContext desk = browser.newContext(phone())) {
            var page = wechat.newPage();
            page.navigate(address(round.first()));
            picture(page, "respond-new", false);
            choose(page, "appearance", "SATISFIED");
            choose(page, "dimensions", "VERY_SATISFIED");
            choose(page, "packaging", "VERY_SATISFIED");
            choose(page, "performance", "DISSATISFIED");
            page.fill("#c-performance", "最近两批支架装配费劲，卡扣偏紧");
            choose(page, "life", "VERY_SATISFIED");
            PlaywrightAssertions.assertThat(page.locator(".who span").last()).hasText("已保存 9:00");
            page.waitForTimeout(1200);
            page.evaluate("window.scrollTo(0,0)");
            page.waitForTimeout(400);
            picture(page, "respond", false);
            picture(page, "respond-full", true);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(390);

            var second = desk.newPage();
            second.navigate(address(round.first()));
            assertThat(second.isChecked("#q-performance-DISSATISFIED")).isTrue();
            assertThat(second.inputValue("#c-performance")).contains("卡扣偏紧");
            choose(second, "improvement", "na");
            PlaywrightAssertions.assertThat(second.locator(".who span").last()).hasText("已保存 9:00");
            second.waitForTimeout(900);

            choose(page, "price", "SATISFIED");
            page.locator(".note.w").waitFor();
            assertThat(page.locator(".note.w").innerText()).contains("您在另一台设备上 9:00 又存了一次");
            page.click("text=用那一份");
            page.waitForLoadState(LoadState.LOAD);
            assertThat(page.isChecked("#q-improvement-na")).isTrue();
            for (String item : new String[] {"delivery", "transport", "price", "service"}) {
                choose(page, item, "SATISFIED");
            }
            page.click("button[value=send]");
            page.locator("text=收到了，谢谢您").waitFor();
            picture(page, "respond-thanks", false);
            second.reload();
            assertThat(second.content()).contains("收到了，谢谢您");
        }
        assertThat(stage.answers(round).getFirst().items()).containsEntry("improvement", AnswerView.NOT_APPLICABLE).containsEntry("price", "SATISFIED");
    }

    @Test
    void what_is_typed_while_the_network_is_cut_is_kept_here_and_sent_afterwards(Browser browser) {
        var round = stage.asked(1);
        try (BrowserContext context = browser.newContext(phone())) {
            var page = context.newPage();
            page.navigate(address(round.first()));
            choose(page, "appearance", "SATISFIED");
            PlaywrightAssertions.assertThat(page.locator(".who span").last()).hasText("已保存 9:00");
            page.waitForTimeout(600);
            context.setOffline(true);
            choose(page, "dimensions", "OPPOSED");
            PlaywrightAssertions.assertThat(page.locator(".who span").last()).hasText("网断了，先存在这台手机上");
            page.click("button[value=send]");
            PlaywrightAssertions.assertThat(page.locator(".who span").last()).containsText("网断了");
            assertThat(page.isChecked("#q-dimensions-OPPOSED")).isTrue();
            assertThat(stage.count(round.company(), "select count(*) from campaign.draft where content::text like '%OPPOSED%'")).isZero();
            context.setOffline(false);
            PlaywrightAssertions.assertThat(page.locator(".who span").last()).hasText("已保存 9:00");
            assertThat(stage.count(round.company(), "select count(*) from campaign.draft where content::text like '%OPPOSED%'")).isEqualTo(1);

            context.setOffline(true);
            choose(page, "life", "INDIFFERENT");
            PlaywrightAssertions.assertThat(page.locator(".who span").last()).hasText("网断了，先存在这台手机上");
            page.close();
            context.setOffline(false);
            var again = context.newPage();
            again.navigate(address(round.first()));
            assertThat(again.isChecked("#q-life-INDIFFERENT")).as("kept on this device").isTrue();
            PlaywrightAssertions.assertThat(again.locator(".who span").last()).hasText("已保存 9:00");
        }
        assertThat(stage.answers(round)).isEmpty();
    }

    @Test
    void a_double_click_sends_once_and_links_that_are_over_look_kind(Browser browser) {
        var round = stage.asked(2);
        try (BrowserContext context = browser.newContext(phone())) {
            var page = context.newPage();
            page.navigate(address(round.first()));
            all(page, "SATISFIED");
            page.dblclick("button[value=send]");
            page.locator("text=收到了，谢谢您").waitFor();
            round.company().run(() -> stage.invitations.revoke(round.company().salesHead(), round.asked().get(1).invitation().id(), "离职"));
            page.navigate(address(round.asked().get(1)));
            picture(page, "respond-gone", false);
            page.navigate(stage.uri("/a/nothing-at-all-here-000").toString());
            picture(page, "respond-unknown", false);
            page.navigate(address(round.first()) + "/stop");
            picture(page, "respond-stop", false);
        }
        assertThat(stage.answers(round)).hasSize(1);
    }
}
