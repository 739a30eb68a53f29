package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.organization.ApiTokens;
import org.huiyin.voice.ClockRule;
import org.huiyin.voice.CustomerClocks;
import org.huiyin.voice.CustomerDate;
import org.huiyin.voice.NewPromise;
import org.huiyin.voice.NewVoice;
import org.huiyin.voice.PromiseKind;
import org.huiyin.voice.Promises;
import org.huiyin.voice.VoiceId;
import org.huiyin.voice.Voices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Promises as people see them: every date explains itself, late stays late, the week to come is in sight. */
@HuiyinTest
class PromisePagesTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Voices voices;
    @Autowired Promises promises;
    @Autowired CustomerClocks agreed;
    @Autowired Customers customers;
    @Autowired ApiTokens tokens;
    @LocalServerPort int port;

    private VoiceId hear(String kind, String received, CustomerId customer, String words, CustomerDate wish) {
        var at = TestClock.at(received);
        return voices.hear(new NewVoice(kind, customer, null, words, null, at, null, "PHONE", voices.promise(kind, at, wish, customer), "5.2.2.6", wish));
    }

    @Test
    @Clause({"001/5.2.2.6", "001/5.4.2.2"})
    void a_date_explains_itself_is_paused_and_seen_in_the_forecast(Page page) {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var quality = troupe.quality();
        clock.set("2026-05-06T09:12");
        var home = "/c/" + troupe.slug();
        var number = troupe.in(() -> {
            var customer = customers.create(clerk, CustomerDetails.named("晨曜车载音响"));
            agreed.agree(clerk, customer, "LETTER", ClockRule.sameDay(), "CSR-07 第 4.2 条", "客户质量协议", null);
            var late = hear("COMPLAINT", "2026-04-27T15:20", customer, "旋钮支架卡扣断裂，装配线停线四十分钟", null);
            promises.make(quality.id(), late, new NewPromise(PromiseKind.ANSWER, "COMPLAINT_OCCASIONAL", TestClock.at("2026-04-27T15:20"), null, "5.2.2.3"));
            hear("LETTER", "2026-05-06T08:40", customer, "请把三季度的报价单寄来", null);
            hear("RETURN", "2026-04-30T16:00", customer, "退回面板 40 件，划伤", new CustomerDate(LocalDate.of(2026, 5, 13), null));
            var voice = hear("COMPLAINT", "2026-04-30T15:20", customer, "左侧旋钮发白，三批都有", null);
            promises.make(clerk.id(), voice, new NewPromise(PromiseKind.ACKNOWLEDGE, "CALL", TestClock.at("2026-04-30T15:20"), null, "5.2.1.1"));
            promises.kept(clerk.id(), voice, PromiseKind.ACKNOWLEDGE, "WECHAT", TestClock.at("2026-04-30T15:41"));
            promises.make(clerk.id(), voice, new NewPromise(PromiseKind.FINAL, "COMPLAINT_FINAL", TestClock.at("2026-05-06T09:00"), null, "5.2.2.6"));
            return voices.get(voice).number();
        });
        page.navigate("http://localhost:" + port + "/login");
        Door.signIn(page, port, troupe.loginOf("SALES_CLERK"), home + "/voices/" + number);
        assertThat(page.locator("#clocks section[aria-label=书面答复] .ladder .on").first().textContent()).contains("公司规定").contains("2 个工作日");
        assertThat(page.locator("#clocks section[aria-label=书面答复] .days").first().textContent()).contains("收到").contains("休").contains("到期").contains("第1日");
        picture(page, "promise-voice");
        page.locator(".prom .due[data-why]").nth(1).hover();
        page.waitForSelector(".why .ladder");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "promise-why.png")));
        page.mouse().move(5, 5);
        page.locator("#clocks section[aria-label=书面答复] details.confirm summary").first().click();
        page.locator("#clocks details.confirm[open] input[name=reason]").fill("等客户寄样件");
        page.locator("#clocks details.confirm[open] form button").last().click();
        page.waitForURL("**/voices/" + number);
        assertThat(page.locator(".prom").textContent()).contains("暂停中");
        picture(page, "promise-paused");
        page.navigate("http://localhost:" + port + home + "/voices");
        picture(page, "promise-inbox");
        page.navigate("http://localhost:" + port + home + "/forecast");
        assertThat(page.locator("main").textContent()).contains("旋钮支架卡扣断裂").contains("已晚");
        picture(page, "promise-forecast");
        page.navigate("http://localhost:" + port + home + "/echo");
        picture(page, "promise-rates");
        page.navigate("http://localhost:" + port + home + "/customers/KH-0001/clocks?key=COMPLAINT");
        picture(page, "promise-agreed");
        page.setViewportSize(390, 844);
        for (var path : java.util.List.of("voices/" + number, "forecast", "customers/KH-0001/clocks?key=COMPLAINT", "echo", "voices")) {
            page.navigate("http://localhost:" + port + home + "/" + path);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(path).isLessThanOrEqualTo(390);
            picture(page, "promise-phone-" + path.replaceAll("[^a-z]", ""));
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", name + ".png")));
    }

    @Test
    @Clause("001/5.4.2.2")
    void the_inbox_brings_complaint_return_and_visit_of_a_customer_into_one_list() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        clock.set("2026-07-02T10:00");
        var code = troupe.in(() -> {
            var customer = customers.create(clerk, CustomerDetails.named("云帆机电"));
            var other = customers.create(clerk, CustomerDetails.named("川禾机电"));
            hear("COMPLAINT", "2026-07-01T09:00", customer, "漆面起泡", null);
            hear("RETURN", "2026-07-01T10:00", customer, "退回 12 件", null);
            hear("VISIT", "2026-07-01T11:00", customer, "希望改外箱", null);
            hear("CALL", "2026-07-01T12:00", other, "别家的电话", null);
            return customers.get(customer).code();
        });
        var browser = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        var home = "/c/" + troupe.slug();
        assertThat(browser.get(home + "/voices?customer=" + code).body()).contains("漆面起泡", "退回 12 件", "希望改外箱").doesNotContain("别家的电话");
        assertThat(browser.get(home + "/voices?customer=" + code + "&kind=RETURN").body()).contains("退回 12 件").doesNotContain("漆面起泡");
        assertThat(browser.get(home + "/voices?promise=FINAL").body()).doesNotContain("漆面起泡");
        assertThat(browser.get(home + "/voices?owner=" + clerk.id().value()).body()).contains("别家的电话");
        assertThat(browser.get(home + "/forecast.csv").body()).contains("漆面起泡").contains("书面答复");
        assertThat(browser.get(home + "/forecast.xlsx").statusCode()).isEqualTo(200);
        assertThat(browser.get(home + "/echo.csv").body()).startsWith("\uFEFF");
        assertThat(browser.get(home + "/echo.xlsx").statusCode()).isEqualTo(200);
        assertThat(browser.get(home + "/forecast?owner=nonsense&promise=NO").statusCode()).isEqualTo(200);
    }

    @Test
    @Clause("001/5.2.2.6")
    void an_agreement_is_made_refused_and_ended_on_the_customers_page() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        clock.set("2026-07-02T10:00");
        var code = troupe.in(() -> customers.get(customers.create(head, CustomerDetails.named("致和通讯"))).code());
        var browser = Browserless.of(port, troupe.loginOf("SALES_HEAD"));
        var at = "/c/" + troupe.slug() + "/customers/" + code + "/clocks";
        browser.get(at + "?key=COMPLAINT");
        var wrong = browser.post(at, Map.of("key", "COMPLAINT", "unit", "WORKING_DAY", "amount", "0", "endOfDay", "BUSINESS_CLOSE", "agreed", "CSR-1", "before", ""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("1 到 3660").contains("CSR-1");
        var right = Map.of("key", "COMPLAINT", "unit", "BUSINESS_HOUR", "amount", "6", "endOfDay", "BUSINESS_CLOSE", "agreed", "CSR-1", "before", "");
        assertThat(browser.post(at, right).statusCode()).isEqualTo(302);
        assertThat(browser.get(at).body()).contains("6 个工作小时").contains("CSR-1");
        assertThat(browser.post(at, right).statusCode()).isEqualTo(409);
        assertThat(browser.get("/c/" + troupe.slug() + "/customers/" + code).body()).contains("6 个工作小时");
        var held = troupe.in(() -> agreed.of(head, customers.byCode(head, code).id()).getFirst());
        assertThat(browser.post(at + "/" + held.id() + "/end", Map.of("reason", "协议到期")).statusCode()).isEqualTo(302);
        assertThat(browser.post(at + "/" + held.id() + "/end", Map.of("reason", "协议到期")).statusCode()).isEqualTo(409);
    }

    @Test
    @Clause("001/5.2.2.6")
    void a_program_reads_promises_and_pauses_them() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        clock.set("2026-07-02T10:00");
        var token = troupe.in(() -> tokens.make(clerk, "ERP", Set.of("voice.read", "voice.answer", "customer.read", "customer.edit"), null)).secret();
        var number = troupe.in(() -> voices.get(hear("COMPLAINT", "2026-07-01T09:00", customers.create(clerk, CustomerDetails.named("佳屹传感")), "间隙大", null)).number());
        var program = new Program(port, token, Program.memory());
        var of = "/voices/" + number;
        assertThat(program.get(of + "/promises").get(0).path("kind").asString("")).isEqualTo("ANSWER");
        assertThat(program.get(of + "/promises").get(0).path("rungs").get(2).path("won").asBoolean()).isTrue();
        assertThat(program.post(of + "/pauses", Map.of("kind", "ANSWER", "reason", "等样件")).get(0).path("paused").asBoolean()).isTrue();
        program.refused(409, of + "/pauses", Map.of("kind", "ANSWER", "reason", "等样件"));
        assertThat(program.post(of + "/pauses/end", Map.of("kind", "ANSWER")).get(0).path("paused").asBoolean()).isFalse();
        assertThat(program.get("/promises?from=2026-07-01&to=2026-07-10").get(0).path("number").asString("")).isEqualTo(number);
        assertThat(program.get("/promises/rates?from=2026-07-01&to=2026-07-10").path("rows").get(0).path("count").path("openNotDue").asInt()).isEqualTo(1);
        assertThat(program.post("/customers/KH-0001/clocks", Map.of("rule", "COMPLAINT", "agreed", "CSR-3", "clock",
                Map.of("unit", "WORKING_DAY", "amount", 1, "countStart", false, "endOfDay", "BUSINESS_CLOSE", "roll", "FORWARD"))).size()).isEqualTo(1);
        assertThat(program.get("/customers/KH-0001/clocks").get(0).path("agreed").asString("")).isEqualTo("CSR-3");
    }
}
