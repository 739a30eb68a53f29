package org.huiyin.replenishment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.NewLine;
import org.huiyin.complaint.Phase;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.huiyin.voice.Channel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Replacement orders on their pages: typed with and without a script, approved, planned, shipped, printed, listed. */
@HuiyinTest
class ReplenishmentPagesTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Complaints complaints;
    @Autowired Customers customers;
    @Autowired Replenishments orders;
    @LocalServerPort int port;

    private ComplaintId complaint(Cast.Troupe troupe) {
        var clerk = troupe.salesClerk();
        return troupe.in(() -> complaints.take(clerk, new NewComplaint(customers.create(clerk, CustomerDetails.named("晨曜车载音响")), null, FeedbackKind.RETURN, Phase.AFTER, null,
                Channel.PHONE, clock.instant(), clerk.id(), "旋钮支架卡扣断裂，退回", null, null, false,
                List.of(NewLine.of("KB-2071", "260312A", new BigDecimal("200"), "件", "卡扣断裂")), null)));
    }

    private static Map<String, String> typed(String quantity, String price) {
        return new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "source", "complaint", "number", "KS-2026-0001", "reason", "客户产线等料",
                "wantedBy", "2026-03-20", "urgent", "true", "items[0].part", "KB-2071", "items[0].partName", "旋钮支架", "items[0].quantity", quantity, "items[0].price", price));
    }

    @Test
    @Clause("001/5.3.4")
    void an_order_goes_its_whole_way_without_a_script() {
        var troupe = cast.company("P001");
        complaint(troupe);
        troupe.as("PRODUCTION_HEAD");
        var at = "/c/" + troupe.slug() + "/replenishments";
        var sales = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        assertThat(sales.get(at).body()).contains("还没有补货订单", "href=\"" + at + "/new\"");
        assertThat(sales.get(at + "/new?source=complaint&number=KS-1999-0001").body()).contains("没有这件退货或投诉");
        assertThat(sales.get("/c/" + troupe.slug() + "/complaints/KS-2026-0001").body()).contains("没有为这件投诉补过货", "replenishments/new?source=complaint&amp;number=KS-2026-0001");
        assertThat(sales.get(at + "/new?source=complaint&number=KS-2026-0001").body()).contains("KB-2071", "value=\"200\"", "晨曜车载音响", "贺铁成", "业务经理")
                .doesNotContain("总经理</span>");
        var reckoned = sales.post(at, with(typed("4", "250.00"), "act", "sum")).body();
        assertThat(reckoned).contains("1,000.00 元", "达到 1,000.00 元（含），总经理也要批");
        assertThat(sales.post(at, with(typed("4", "250.00"), "act", "line")).body()).contains("items[1].part");
        var refused = sales.post(at, with(typed("0", "2.505"), "reason", " "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请写原因").contains("value=\"2.505\"");
        assertThat(sales.post(at, typed("0", "2.505")).body()).contains("数量要大于 0", "单价最多两位小数");
        assertThat(sales.post(at, typed("两箱", "x")).body()).contains("请写数字");
        var form = typed("１，０００", "¥1.00");
        var made = sales.post(at, form);
        assertThat(sales.location(made)).isEqualTo(at + "/BH-2026-0001");
        assertThat(sales.location(sales.post(at, form))).isEqualTo(at + "/BH-2026-0001");
        assertThat(sales.get(at + "/BH-2026-0001").body()).contains("1,000.00 元", "紧急", "等批准", "总经理", "撤回", "改单", "3月20日");
        assertThat(sales.get("/c/" + troupe.slug() + "/complaints/KS-2026-0001").body()).contains("BH-2026-0001");
        for (String role : List.of("SALES_HEAD", "PRODUCTION_HEAD", "TOP")) {
            var approver = Browserless.of(port, troupe.loginOf(role));
            var page = approver.get(at + "/BH-2026-0001").body();
            assertThat(page).contains("去审批");
            var where = page.replaceAll("(?s).*href=\"([^\"]*/approvals/[0-9a-f-]{36})\".*", "$1");
            assertThat(approver.get(where + "?view=desk").body()).contains("KB-2071 旋钮支架", "同意 1,000.00 元", "客户产线等料");
            assertThat(approver.post(where + "/decision", Map.of("act", "approve", "password", Cast.PASSWORD)).statusCode()).isEqualTo(302);
        }
        var planning = Browserless.of(port, troupe.loginOf("PLANNING"));
        assertThat(planning.get("/c/" + troupe.slug()).body()).contains("紧急 · 定补货的发货日期", "BH-2026-0001");
        var version = version(planning, at);
        assertThat(planning.post(at + "/BH-2026-0001/schedule", Map.of("day", "2026-03-01", "version", version)).body()).contains("计划的日期不能早于今天");
        assertThat(planning.post(at + "/BH-2026-0001/schedule", Map.of("day", "2026-03-19", "version", version)).statusCode()).isEqualTo(302);
        assertThat(planning.post(at + "/BH-2026-0001/schedule", Map.of("day", "2026-03-18", "version", version)).statusCode()).isEqualTo(409);
        var warehouse = Browserless.of(port, troupe.loginOf("WAREHOUSE"));
        assertThat(warehouse.post(at + "/BH-2026-0001/shipment", Map.of("day", "2026-03-16", "deliveryNote", "", "version", version(warehouse, at))).body()).contains("请写送货单号");
        warehouse.post(at + "/BH-2026-0001/shipment", Map.of("day", "2026-03-16", "deliveryNote", "SH-0316", "carrier", "顺丰", "version", version(warehouse, at)));
        assertThat(sales.get(at + "/BH-2026-0001").body()).contains("SH-0316", "顺丰", "记为客户已收到").doesNotContain(">改单</a>");
        sales.post(at + "/BH-2026-0001/receipt", Map.of("day", "2026-03-16", "words", "门卫签收", "version", version(sales, at)));
        assertThat(sales.get(at + "/BH-2026-0001").body()).contains("客户已收到", "门卫签收");
        assertThat(sales.get(at + "?state=RECEIVED&urgent=1&q=SH-0316").body()).contains("BH-2026-0001");
        assertThat(sales.get(at + "?open=1").body()).doesNotContain("BH-2026-0001");
        assertThat(sales.get(at + ".csv?q=BH").body()).contains("BH-2026-0001", "1000.00", "旋钮支架");
        assertThat(sales.get(at + ".xlsx").statusCode()).isEqualTo(200);
        assertThat(sales.get(at + "/BH-2026-0001/order.pdf").body()).startsWith("%PDF");
        var auditor = Browserless.of(port, troupe.loginOf("AUDITOR"));
        assertThat(auditor.get(at + "/new").statusCode()).isEqualTo(403);
        assertThat(auditor.get("/c/" + troupe.slug() + "/procedure/clauses/5.3.4").body()).contains("补货订单", "总经理批过的补货订单");
    }

    @Test
    @Clause("001/5.3.4")
    void an_urgent_order_is_released_on_its_page_and_shows_that_its_approval_is_outstanding() {
        clock.set("2026-03-16T09:00");
        var troupe = cast.company("P001");
        complaint(troupe);
        var head = Browserless.of(port, troupe.loginOf("PRODUCTION_HEAD"));
        troupe.as("SALES_HEAD");
        var at = "/c/" + troupe.slug() + "/replenishments";
        var sales = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        sales.post(at, typed("4", "100.00"));
        var one = at + "/BH-2026-0001";
        assertThat(sales.get(one).body()).contains("紧急订单也要等批准").doesNotContain("先放行，后补批");
        assertThat(head.get(one).body()).contains("先放行，后补批", "3月18日");
        var version = version(head, at);
        assertThat(head.post(one + "/release", Map.of("reason", " ", "version", version)).statusCode()).isEqualTo(422);
        assertThat(head.post(one + "/release", Map.of("reason", "客户周四断料", "version", version)).statusCode()).isEqualTo(302);
        assertThat(head.post(one + "/release", Map.of("reason", "客户周四断料", "version", version)).statusCode()).isEqualTo(409);
        assertThat(sales.get(one).body()).contains("已先放行", "客户周四断料", "待补批，最晚 3月18日");
        assertThat(sales.get(at + "?outstanding=1").body()).contains("BH-2026-0001", "待补批");
        clock.set("2026-03-20T09:00");
        assertThat(sales.get(one).body()).contains("已经过期", "补批过期");
        assertThat(sales.get(at + ".csv").body()).contains("补批期限", "2026-03-18");
        var approver = Browserless.of(port, troupe.loginOf("SALES_HEAD"));
        var where = approver.get(one).body().replaceAll("(?s).*href=\"([^\"]*/approvals/[0-9a-f-]{36})\".*", "$1");
        assertThat(approver.get(where + "?view=desk").body()).contains("已先放行", "客户周四断料");
        approver.post(where + "/decision", Map.of("act", "refuse", "reason", "没有说清数量", "password", Cast.PASSWORD));
        assertThat(sales.get(one).body()).contains("补批时退回，货不能再发", "没有说清数量", "补批晚了");
        assertThat(sales.get(one + "/order.pdf").body()).startsWith("%PDF");
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        form.put(field, value);
        return form;
    }

    private static String version(Browserless web, String at) {
        return web.get(at + "/BH-2026-0001").body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    @Test
    @Clause("001/5.3.4")
    void the_sum_and_the_route_follow_what_is_typed(Page page) {
        clock.set("2026-03-16T09:00");
        var troupe = cast.company("P001");
        var complaint = complaint(troupe);
        troupe.run(() -> orders.propose(troupe.salesHead(), new NewReplenishment(complaint.subject(), true, LocalDate.of(2026, 3, 18), "先补急用的 120 件",
                List.of(new NewItem("KB-2071", "", new BigDecimal("120"), "件", new BigDecimal("4.80"))))));
        var wrong = new java.util.ArrayList<String>();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") && !m.text().contains("422")) {
                wrong.add(m.text());
            }
        });
        var at = "/c/" + troupe.slug() + "/replenishments";
        Door.signIn(page, port, troupe.loginOf("SALES_CLERK"), at + "/new?source=complaint&number=KS-2026-0001");
        page.fill("[name='items[0].quantity']", "80");
        page.fill("[name='items[0].price']", "4.80");
        assertThat(page.locator("#after")).containsText("384.00 元");
        assertThat(page.locator("#after")).containsText("960.00 元");
        assertThat(page.locator("#after .chain")).not().containsText("总经理");
        page.locator("[data-add-row]").click();
        page.fill("[name='items[1].part']", "KB-2071");
        page.fill("[name='items[1].quantity']", "8");
        page.fill("[name='items[1].price']", "5");
        assertThat(page.locator("#after")).containsText("1,000.00 元");
        assertThat(page.locator("#after .chain")).containsText("总经理");
        page.fill("[name=reason]", "客户产线周四断料");
        page.check("[name=urgent]");
        pictures(page, "replenishment-form");
        page.locator("[data-key-send]").click();
        page.waitForURL(url -> url.endsWith("BH-2026-0002"));
        assertThat(page.locator("#counted")).containsText("BH-2026-0001");
        pictures(page, "replenishment-show");
        page.navigate("http://localhost:" + port + at);
        pictures(page, "replenishment-list");
        keep(page.request().get("http://localhost:" + port + at + "/BH-2026-0002/order.pdf").body());
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.navigate("http://localhost:" + port + at + "/BH-2026-0002/edit");
        page.locator("button[name=lang][value=en]").first().evaluate("b => b.click()");
        page.waitForLoadState();
        pictures(page, "replenishment-en");
        assertThat(wrong).isEmpty();
    }

    private static void keep(byte[] pdf) {
        try {
            Files.write(Path.of("target", "walk", "replenishment.pdf"), pdf);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void pictures(Page page, String name) {
        for (int width : new int[] {1440, 390}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "walk", name + "-" + width + ".png")));
        }
        page.setViewportSize(1440, 900);
    }
}
