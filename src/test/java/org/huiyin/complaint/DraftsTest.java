package org.huiyin.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is typed at the intake outlives a closed tab, a cut network, an ended session and another device, and is no complaint before it is taken in. */
@HuiyinTest
class DraftsTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Later later;
    @Autowired Complaints complaints;
    @Autowired JdbcClient sql;
    @LocalServerPort int port;

    private static Map<String, String> typed(UUID id, String text) {
        return new LinkedHashMap<>(Map.of("id", id.toString(), "who", "博衡车联", "customer", "-", "receivedAt", "2026-05-08T16:40", "channel", "PHONE", "text", text,
                "kind", "COMPLAINT", "phase", "AFTER", "lines[0].part", "KB-2071", "lines[0].quantity", "7 件"));
    }

    private static Map<String, String> by(String writer, int version, Map<String, String> typed) {
        var form = new LinkedHashMap<>(typed);
        form.putAll(Map.of("writer", writer, "v", String.valueOf(version)));
        return form;
    }

    @Test
    @Clause("001/5.2.1.1")
    void a_draft_is_its_authors_alone_counts_nowhere_and_its_clock_starts_when_the_words_were_received() {
        var troupe = cast.company("P001");
        clock.set("2026-05-08T16:50");
        var at = "/c/" + troupe.slug() + "/complaints";
        var id = UUID.randomUUID();
        var clerk = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        clerk.get(at + "/new");
        assertThat(clerk.post(at + "/drafts/" + id, by("phone", 0, typed(id, "卡扣断"))).body()).contains("\"state\":\"saved\"", "\"version\":1");
        assertThat(clerk.post(at + "/drafts/" + id, by("phone", 0, typed(id, "卡扣断了七个"))).body()).as("the answer was lost, the window is the same").contains("\"version\":2");

        var desk = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        assertThat(desk.get(at + "/drafts").body()).contains("卡扣断了七个", "博衡车联", "6月7日");
        assertThat(desk.get(at + "/drafts.csv").body()).contains("卡扣断了七个");
        assertThat(desk.get(at + "/new").body()).contains("没登记完 1 份");
        assertThat(desk.get(at + "/new?draft=" + id).body()).contains("卡扣断了七个", "value=\"KB-2071\"", "value=\"7 件\"", "value=\"2026-05-08T16:40\"", id.toString());
        assertThat(desk.post(at + "/drafts/" + id, by("desk", 1, typed(id, "另一台"))).statusCode()).as("the phone has saved since").isEqualTo(409);
        assertThat(desk.post(at + "/drafts/" + id, by("desk", 2, typed(id, "卡扣断了七个，另一台接着写"))).body()).contains("\"version\":3");
        assertThat(clerk.post(at + "/drafts/" + id, by("phone", 2, typed(id, "x"))).body()).contains("overtaken", "\"version\":3");

        var other = Browserless.of(port, troupe.loginOf("SALES_HEAD"));
        assertThat(other.get(at + "/drafts").body()).doesNotContain("卡扣");
        assertThat(other.get(at + "/new?draft=" + id).statusCode()).isEqualTo(404);
        assertThat(other.post(at + "/drafts/" + id, by("x", 3, typed(id, "x"))).statusCode()).isEqualTo(404);
        assertThat(other.post(at + "/drafts/" + id + "/removal", Map.of()).statusCode()).isEqualTo(302);
        var stranger = Browserless.of(port, cast.company("P001").loginOf("SALES_CLERK"));
        assertThat(stranger.get(at + "/drafts").statusCode()).isEqualTo(404);
        troupe.run(() -> assertThat(complaints.count(troupe.quality(), ComplaintFilter.all())).isZero());
        assertThat(Browserless.of(port, troupe.loginOf("QUALITY")).get(at + "?q=%E5%8D%A1%E6%89%A3").body()).doesNotContain("卡扣断了");

        clock.set("2026-05-11T08:40");
        var taken = desk.post(at, by("desk", 3, typed(id, "卡扣断了七个，另一台接着写")));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
        assertThat(desk.location(desk.post(at, typed(id, "卡扣断了七个，另一台接着写")))).as("sent twice").isEqualTo(desk.location(taken));
        troupe.run(() -> {
            assertThat(complaints.count(troupe.quality(), ComplaintFilter.all())).isEqualTo(1);
            var k = complaints.get(new ComplaintId(id));
            assertThat(k.receivedAt()).isEqualTo(TestClock.at("2026-05-08T16:40"));
            assertThat(k.dueAt()).as("Saturday the 9th is worked").isEqualTo(TestClock.at("2026-05-11T17:30"));
        });
        assertThat(clerk.post(at + "/drafts/" + id, by("phone", 3, typed(id, "晚到的存稿"))).body()).contains("\"state\":\"taken\"", "KS-2026-0001");
        assertThat(clerk.location(clerk.get(at + "/new?draft=" + id))).endsWith("/complaints/KS-2026-0001");
        assertThat(clerk.get(at + "/drafts").body()).contains("没有没登记完的投诉");
    }

    @Test
    void a_draft_is_kept_by_a_button_thrown_away_by_its_author_and_goes_when_nobody_touches_it() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:00");
        var at = "/c/" + troupe.slug() + "/complaints";
        var warehouse = Browserless.of(port, troupe.loginOf("WAREHOUSE"));
        warehouse.get(at + "/new");
        var one = UUID.randomUUID();
        var form = typed(one, "外箱压坏");
        form.put("act", "draft");
        var kept = warehouse.post(at, form);
        assertThat(warehouse.location(kept)).endsWith("/complaints/drafts");
        assertThat(warehouse.get(at + "/drafts").body()).contains("外箱压坏");
        form.put("text", "外箱压坏两只");
        var second = warehouse.post(at, form);
        assertThat(second.statusCode()).as("another window, sent without having seen the first").isEqualTo(422);
        assertThat(second.body()).contains("两边不一样", "name=\"v\" value=\"1\"");
        form.put("v", "1");
        assertThat(warehouse.post(at, form).statusCode()).isEqualTo(302);
        assertThat(warehouse.get(at + "/drafts").body()).contains("外箱压坏两只");
        assertThat(warehouse.post(at + "/drafts/" + one + "/removal", Map.of()).statusCode()).isEqualTo(302);
        assertThat(warehouse.get(at + "/drafts").body()).doesNotContain("外箱压坏");

        var two = UUID.randomUUID();
        warehouse.post(at + "/drafts/" + two, by("w", 0, typed(two, "盖子\0松")));
        clock.set("2026-06-04T09:00");
        later.runRoutine(troupe.id(), "complaint.drafts");
        assertThat(warehouse.get(at + "/drafts").body()).contains("盖子松");
        clock.set("2026-06-06T09:01");
        later.runRoutine(troupe.id(), "complaint.drafts");
        assertThat(warehouse.get(at + "/drafts").body()).doesNotContain("盖子松");
        var endless = typed(UUID.randomUUID(), "长".repeat(200_001));
        assertThat(warehouse.post(at + "/drafts/" + endless.get("id"), endless).statusCode()).isEqualTo(422);
    }

    @Test
    void what_is_typed_outlives_a_closed_tab_a_cut_network_and_an_ended_session(Page browser) {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        browser.setViewportSize(390, 844);
        var home = "http://localhost:" + port + "/c/" + troupe.slug() + "/complaints";
        Door.signIn(browser, port, troupe.loginOf("WAREHOUSE"), "/c/" + troupe.slug() + "/complaints/new");
        browser.fill("#f-who", "司机老周");
        browser.fill("#f-text", "到货有一箱破了");
        browser.waitForSelector("[data-draft-said] >> text=已存，还没登记");
        assertThat(browser.url()).contains("?draft=");
        var tab = browser.context().newPage();
        browser.close();
        tab.setViewportSize(390, 844);
        tab.navigate(home + "/drafts");
        tab.click("text=司机老周");
        tab.waitForURL(url -> url.contains("?draft="));
        assertThat(tab.inputValue("#f-text")).isEqualTo("到货有一箱破了");

        tab.context().clearCookies();
        tab.fill("[name='lines[0].part']", "FP-330");
        tab.waitForSelector("text=登录已过期");
        var door = tab.context().newPage();
        Door.signIn(door, port, troupe.loginOf("WAREHOUSE"), "/c/" + troupe.slug() + "/complaints/drafts");
        door.close();
        tab.bringToFront();
        tab.evaluate("dispatchEvent(new Event('focus'))");
        tab.waitForSelector("[data-draft-said] >> text=已存，还没登记");

        tab.context().setOffline(true);
        tab.fill("[name='lines[0].quantity']", "12 件");
        tab.waitForSelector("text=网络断了。写的都留在这台设备上");
        tab.click("[data-key-send]");
        tab.waitForSelector("text=通了就自动登记");
        tab.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target/shots/intake-cut-390.png")));
        tab.click("[data-key-send]");
        tab.context().setOffline(false);
        tab.waitForURL(url -> url.contains("/complaints/KS-"));
        troupe.run(() -> {
            assertThat(complaints.count(troupe.quality(), ComplaintFilter.all())).isEqualTo(1);
            assertThat(sql.sql("select count(*) from complaint.draft").query(Integer.class).single()).isZero();
        });

        tab.navigate(home + "/new");
        tab.context().setOffline(true);
        tab.fill("#f-text", "没网时写的，随后关了页");
        tab.waitForSelector("text=网络断了。写的都留在这台设备上");
        var context = tab.context();
        tab.close();
        context.setOffline(false);
        tab = context.newPage();
        tab.setViewportSize(390, 844);
        tab.navigate(home + "/new");
        tab.click("[data-kept-back]");
        assertThat(tab.inputValue("#f-text")).isEqualTo("没网时写的，随后关了页");
        tab.fill("#f-who", "司机老周");
        tab.waitForSelector("[data-draft-said] >> text=已存，还没登记");
        tab.setViewportSize(1440, 900);
        tab.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target/shots/intake.png")));
        tab.setViewportSize(390, 844);
        tab.navigate(home + "/drafts");
        assertThat(tab.content()).contains("没网时写的");
        assertThat((Boolean) tab.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")).isTrue();
        tab.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target/shots/drafts-390.png")));
        tab.setViewportSize(1440, 900);
        tab.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target/shots/drafts.png")));
    }
}
