package org.huiyin.returns;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.complaint.Catalogue;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.huiyin.voice.Channel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of returns: typed, refused, listed, printed; and the whole way in a browser, beginning on the warehouse's phone. */
@HuiyinTest
class ReturnPagesTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Returns returns;
    @Autowired Arrivals arrivals;
    @Autowired Verdicts verdicts;
    @Autowired Reworks reworks;
    @Autowired Catalogue catalogue;
    @Autowired Customers customers;
    @LocalServerPort int port;

    private static Map<String, String> slip(String part, String lot, String quantity, String unit) {
        var form = new LinkedHashMap<String, String>(Map.of("id", UUID.randomUUID().toString(), "who", "博衡车联", "customer", "-", "reason", "孔位偏", "fetchOn", "2026-05-08",
                "backBy", "2026-05-20", "address", "", "complaint", ""));
        form.putAll(Map.of("lines[0].part", part, "lines[0].lot", lot, "lines[0].quantity", quantity, "lines[0].unit", unit, "lines[0].partName", "", "lines[0].serial", ""));
        return form;
    }

    @Test
    @Clause({"001/5.3.1", "001/5.3.3"})
    void a_slip_is_typed_refused_where_it_cannot_be_printed_and_listed() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        troupe.run(() -> {
            catalogue.learn(troupe.quality(), "FP-330", "面板", "件", "260421B");
            catalogue.learn(troupe.quality(), "ZJ-204", "支架", "件", "260218A");
        });
        var web = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        var at = "/c/" + troupe.slug() + "/returns";
        assertThat(web.get(at).body()).contains("还没有退货", "开退货单");
        assertThat(web.get(at + "/new").body()).contains("FP-330", "取货日");
        assertThat(web.post(at, slip("FP-330", "260218A", "5 件", "")).body()).contains("260218A 是 ZJ-204 的批", "keepLots");
        assertThat(web.post(at, slip("FP-330", "", "5件2箱", "")).body()).contains("里有两个单位");
        assertThat(web.post(at, slip("FP-330", "", "-5", "件")).statusCode()).isEqualTo(422);
        assertThat(web.post(at, slip("FP-330", "", "五", "件")).body()).contains("不是数量");
        var backwards = slip("FP-330", "", "5", "件");
        backwards.put("backBy", "2026-05-07");
        assertThat(web.post(at, backwards).body()).contains("交还日 5月7日 早于取货日 5月8日");
        var form = slip("FP-330", "260421B", "1,340", "");
        var made = web.post(at, form);
        assertThat(made.statusCode()).isEqualTo(302);
        assertThat(web.location(web.post(at, form))).isEqualTo(web.location(made));
        var page = web.get(web.location(made)).body();
        assertThat(page).contains("TH-2026-0001", "FP-330 面板", "1,340", "等品质确认", "KS-2026-0001");
        var papers = web.location(made);
        assertThat(web.get(papers + "/slip.pdf").body()).startsWith("%PDF");
        for (String address : List.of(at + "?q=260421b&open=1&stage=ANNOUNCED", at + "/board", at + ".csv")) {
            assertThat(web.get(address).body()).as(address).contains("TH-2026-0001");
        }
        assertThat(web.get(at + "?alert=1").body()).doesNotContain("TH-2026-0001");
        assertThat(web.get(at + ".xlsx").statusCode()).isEqualTo(200);
        assertThat(web.get("/c/" + troupe.slug() + "/complaints/KS-2026-0001").body()).contains("TH-2026-0001", "退货");
        assertThat(web.post(papers + "/fetching", Map.of("day", "2026-05-08", "version", "1")).statusCode()).isEqualTo(409);
        var quality = Browserless.of(port, troupe.loginOf("QUALITY"));
        quality.get(papers);
        assertThat(quality.post(papers + "/ground", Map.of("ground", "OURS", "words", "与样件一致", "version", "1")).statusCode()).isEqualTo(302);
        var stale = quality.post(papers + "/ground", Map.of("ground", "OURS", "words", "与样件一致", "version", "1"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(web.post(papers + "/cancelling", Map.of("reason", "", "version", "2")).statusCode()).isEqualTo(409);
        var stranger = Browserless.of(port, cast.company("P001").loginOf("SALES_HEAD"));
        assertThat(stranger.get(papers).statusCode()).isEqualTo(404);
        var auditor = Browserless.of(port, troupe.loginOf("AUDITOR"));
        assertThat(auditor.get(papers).statusCode()).isEqualTo(200);
        assertThat(auditor.post(at, form).statusCode()).isEqualTo(403);
    }

    @Test
    @Clause({"001/5.3.2", "001/5.3.3"})
    void a_slip_is_corrected_on_its_page_and_unknown_goods_get_their_customer() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        troupe.run(() -> customers.create(troupe.salesHead(), CustomerDetails.named("博衡车联科技")));
        troupe.as("SALES_CLERK");
        var gate = Browserless.of(port, troupe.loginOf("WAREHOUSE"));
        var at = "/c/" + troupe.slug() + "/returns";
        gate.get(at + "/arrivals/new");
        var came = gate.post(at + "/arrivals", new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "who", "", "day", "2026-05-06", "place", "退货区", "words", "",
                "lines[0].part", "FP-330", "lines[0].lot", "", "lines[0].quantity", "20", "lines[0].unit", "件")));
        assertThat(came.statusCode()).as("not counted").isEqualTo(422);
        var form = new LinkedHashMap<String, String>(Map.of("id", UUID.randomUUID().toString(), "who", "", "day", "2026-05-06", "place", "退货区", "words", ""));
        form.putAll(Map.of("lines[0].part", "FP-330", "lines[0].lot", "", "lines[0].quantity", "20", "lines[0].unit", "件", "lines[0].counted", "19"));
        var one = gate.location(gate.post(at + "/arrivals", form));
        assertThat(gate.get(one).body()).contains("不知道是谁退的", "改退货单", one + "/slip");
        var page = gate.get(one + "/slip").body();
        assertThat(page).contains("已经点过数", "已点 19 件", "去掉这一行");
        var line = page.replaceAll("(?s).*name=\"lines\\[0].id\" value=\"([0-9a-f-]{36})\".*", "$1");
        var slip = new LinkedHashMap<String, String>(Map.of("version", "2", "reason", "", "lines[0].id", line, "lines[0].part", "FP-330", "lines[0].partName", "", "lines[0].lot", "",
                "lines[0].serial", "", "lines[0].quantity", "19", "lines[0].unit", "件"));
        var refused = gate.post(one + "/slip", slip);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请写为什么改单", "value=\"19\"");
        slip.put("act", "line");
        assertThat(gate.post(one + "/slip", slip).body()).contains("lines[1].part");
        slip.remove("act");
        slip.put("reason", "送货单是 19");
        slip.put("version", gate.get(one + "/slip").body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1"));
        assertThat(gate.post(one + "/slip", slip).statusCode()).isEqualTo(302);
        assertThat(gate.post(one + "/slip", slip).statusCode()).as("an old page").isEqualTo(409);
        assertThat(gate.get(one).body()).contains("送货单是 19", "<del>", "20 件").doesNotContain("少：单上");
        var sales = Browserless.of(port, troupe.loginOf("SALES_HEAD"));
        assertThat(sales.get(one).body()).contains("还不知道这批货是谁退的", one + "/customer");
        assertThat(gate.get(one + "/customer").statusCode()).isEqualTo(409);
        assertThat(sales.get(one + "/customer").body()).contains("认出是哪家的货", "KS-2026-0001");
        var version = sales.get(one + "/customer").body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        assertThat(sales.post(one + "/customer", Map.of("who", "没有这家", "reason", "", "version", version)).body()).contains("请从名单里选一家客户");
        assertThat(sales.post(one + "/customer", Map.of("who", "博衡", "reason", "", "version", version)).body()).contains("是这家吗", "博衡车联科技");
        assertThat(sales.post(one + "/customer", Map.of("who", "博衡车联科技", "reason", "箱上有名片", "version", version)).statusCode()).isEqualTo(302);
        assertThat(sales.get(one).body()).contains("博衡车联科技", "箱上有名片", "改客户");
        assertThat(sales.get("/c/" + troupe.slug() + "/complaints/KS-2026-0001").body()).contains("博衡车联科技");
    }

    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", "returns-" + name + ".png")));
    }

    private void paper(Page page, String address, String name) {
        try {
            java.nio.file.Files.write(Path.of("target", "browser", "returns-" + name + ".pdf"), page.request().get(address).body());
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private void narrow(Page page) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    private void english(Page page, boolean on) {
        page.context().addCookies(List.of(new Cookie("lang", on ? "en" : "zh-CN").setUrl("http://localhost:" + port)));
    }

    @Test
    @Clause({"001/5.3.2", "001/5.3.3", "001/3.5", "001/3.6"})
    void from_the_gate_to_the_customer_s_hands(Page page) {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        troupe.run(() -> {
            catalogue.learn(troupe.quality(), "FP-330", "面板", "件", "260421B");
            customers.create(troupe.salesClerk(), CustomerDetails.named("博衡车联科技"));
        });
        var wrong = new ArrayList<String>();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") && !m.text().contains("422") && !m.text().contains("409")) {
                wrong.add(m.text());
            }
        });
        var home = "http://localhost:" + port + "/c/" + troupe.slug() + "/returns";
        page.setViewportSize(390, 844);
        Door.signIn(page, port, troupe.loginOf("WAREHOUSE"), "/c/" + troupe.slug() + "/returns/arrivals/new");
        page.locator("#f-who").pressSequentially("博衡");
        assertThat(page.locator("#who-hits input[type=radio]").first()).isChecked();
        page.fill("[name='lines[0].part']", "FP-330");
        page.fill("[name='lines[0].lot']", "260421B");
        page.fill("[name='lines[0].quantity']", "260");
        page.fill("[name='lines[0].unit']", "件");
        picture(page, "phone-arrival");
        narrow(page);
        page.click("main form button.pri");
        assertThat(page.locator(".cell .err")).containsText("没有就写 0");
        page.fill("[name='lines[0].counted']", "254");
        page.click("main form button.pri");
        page.waitForURL("**/returns/TH-2026-0001");
        assertThat(page.locator("#goods")).containsText("少：单上 260 件，点到 254 件");
        picture(page, "phone-case");
        for (String paper : List.of("slip", "labels")) {
            paper(page, home + "/TH-2026-0001/" + paper + ".pdf", paper);
        }
        narrow(page);
        var id = troupe.in(() -> returns.byNumber(troupe.salesHead(), "TH-2026-0001").id());
        var line = troupe.in(() -> returns.get(id).lines().getFirst().id());
        page.context().clearCookies();
        page.setViewportSize(1440, 900);
        Door.signIn(page, port, troupe.loginOf("QUALITY"), "/c/" + troupe.slug() + "/returns/TH-2026-0001");
        page.locator("#verdict [name='share.OURS']").fill("200");
        page.locator("#verdict [name='share.NO_TROUBLE_FOUND']").fill("50");
        page.locator("#verdict form[action$='/judgements'] [name=words]").fill("孔位偏 0.4 mm");
        page.locator("#verdict [name=tested]").fill("常温高温各测 100 次");
        page.locator("#verdict [name=agreement]").fill("保修协议 2026-07");
        page.locator("#verdict form[action$='/judgements'] button").click();
        assertThat(page.locator("#verdict .note.bad")).containsText("点到 254，各判定合计 250，差 4");
        picture(page, "desk-verdict");
        page.locator("#verdict [name='share.OURS']").fill("204");
        page.locator("#verdict form[action$='/judgements'] button").click();
        page.locator("[name='to.OURS.REWORK']").fill("204");
        page.locator("[name='to.NO_TROUBLE_FOUND.BACK_UNCHANGED']").fill("50");
        picture(page, "desk-disposition");
        page.locator("#disposition form button").click();
        assertThat(page.locator("#rework")).containsText("还没有排期");
        troupe.run(() -> {
            returns.promise(troupe.salesClerk(), id, LocalDate.of(2026, 5, 9), "客户电话", returns.get(id).version());
            reworks.draft(troupe.as("PROCESS"), id, "打磨毛刺\n全检孔位", "WI-07 B 版", returns.get(id).version());
        });
        page.navigate(home + "/TH-2026-0001");
        picture(page, "desk-alert");
        english(page, true);
        page.navigate(home + "/TH-2026-0001");
        picture(page, "desk-en");
        page.navigate(home);
        picture(page, "list-en");
        english(page, false);
        page.context().clearCookies();
        page.setViewportSize(390, 844);
        Door.signIn(page, port, troupe.loginOf("PRODUCTION"), "/c/" + troupe.slug() + "/returns/TH-2026-0001");
        page.locator("#rework [name=taken]").fill("204");
        page.locator("#rework [name=good]").fill("200");
        page.locator("#rework [name=scrap]").fill("3");
        page.locator("#rework form[action$='/reworks'] button").click();
        assertThat(page.locator("#rework .err")).containsText("投入 204，合格 200 加报废 3 是 203 件");
        picture(page, "phone-rework");
        narrow(page);
        page.locator("#rework [name=scrap]").fill("4");
        page.locator("#rework form[action$='/reworks'] button").click();
        assertThat(page.locator("#back")).isVisible();
        page.context().clearCookies();
        Door.signIn(page, port, troupe.loginOf("WAREHOUSE"), "/c/" + troupe.slug() + "/returns/TH-2026-0001");
        page.locator("#back [name=note]").fill("SH-0506");
        page.locator("#back form button").click();
        assertThat(page.locator("#back")).containsText("SH-0506");
        troupe.run(() -> {
            var r = returns.get(id);
            assertThat(r.stage()).isEqualTo(ReturnStage.HANDLED);
            assertThat(r.line(line).delivered()).isEqualByComparingTo(new BigDecimal("250"));
            arrivals.tell(troupe.salesClerk(), id, Matter.DIFFERENCE, LocalDate.of(2026, 5, 6), Channel.PHONE, "石磊", "少 6 件", returns.get(id).version());
            arrivals.tell(troupe.salesClerk(), id, Matter.VERDICT, LocalDate.of(2026, 5, 6), Channel.PHONE, "石磊", "", returns.get(id).version());
        });
        page.context().clearCookies();
        page.setViewportSize(1440, 900);
        Door.signIn(page, port, troupe.loginOf("SALES_CLERK"), "/c/" + troupe.slug() + "/returns/TH-2026-0001");
        page.locator("details.confirm summary", new Page.LocatorOptions().setHasText("结束退货")).click();
        page.locator("form[action$='/closing'] button.push").click();
        assertThat(page.locator("#story")).containsText("结束");
        picture(page, "desk-closed");
        page.navigate(home);
        picture(page, "list");
        page.navigate(home + "/new");
        picture(page, "new");
        page.navigate(home + "/board");
        picture(page, "board");
        page.setViewportSize(390, 844);
        page.navigate(home);
        narrow(page);
        picture(page, "phone-list");
        english(page, true);
        page.navigate(home + "/TH-2026-0001");
        narrow(page);
        picture(page, "phone-en");
        page.navigate(home + "/new");
        narrow(page);
        picture(page, "phone-new-en");
        assertThat(wrong).isEmpty();
    }
}
