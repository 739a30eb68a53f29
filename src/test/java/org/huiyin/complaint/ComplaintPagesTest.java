package org.huiyin.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
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
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of complaints: typed, listed, shown, printed, and the customer's own ones behind his link. */
@HuiyinTest
class ComplaintPagesTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Complaints complaints;
    @Autowired Facts facts;
    @Autowired Triage triage;
    @Autowired Catalogue catalogue;
    @Autowired Doors doors;
    @Autowired Links links;
    @Autowired Customers customers;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    private static Map<String, String> typed(String who, String text) {
        var form = new LinkedHashMap<String, String>();
        form.putAll(Map.of("id", UUID.randomUUID().toString(), "who", who, "customer", "-", "receivedAt", "2026-05-06T09:05", "channel", "WECHAT", "text", text,
                "kind", "COMPLAINT", "phase", "AFTER"));
        for (int i = 0; i < 2; i++) {
            for (String field : List.of("part", "lot", "quantity", "defect", "partName", "serial", "foundAt", "mileage", "vin")) {
                form.put("lines[" + i + "]." + field, "");
            }
        }
        return form;
    }

    /** One lot goes out on each of the days. */
    private void ship(String part, String... days) {
        for (String day : days) {
            transaction.execute(s -> sql.sql("""
                    insert into complaint.shipment (id, part_key, lot_key, shipped_on, quantity, unit, note, imported_by, imported_at)
                    values (?, ?, ?, cast(? as date), 100, '件', '', ?, ?)""")
                    .params(UUID.randomUUID(), org.huiyin.sheets.Names.key(part), "l" + day, day, UUID.randomUUID(), java.sql.Timestamp.from(clock.instant())).update());
        }
    }

    private ComplaintId take(Actor clerk, String text, NewLine... lines) {
        return complaints.take(clerk, new NewComplaint(null, new Complainant("石磊", "博衡车联", "", ""), FeedbackKind.COMPLAINT, Phase.AFTER, null,
                org.huiyin.voice.Channel.WECHAT, clock.instant(), clerk.id(), text, "BH-77", null, false, List.of(lines), null));
    }

    @Test
    @Clause("001/5.2.1.1")
    void a_form_is_typed_refused_where_it_cannot_be_and_kept_where_the_world_may_be_right() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        var login = troupe.loginOf("SALES_CLERK");
        var quality = troupe.quality();
        troupe.run(() -> {
            catalogue.learn(quality, "FP-330", "面板", "件", "260421B");
            catalogue.name(troupe.qualityHead(), "HS", "划伤");
        });
        var web = Browserless.of(port, login);
        var at = "/c/" + troupe.slug() + "/complaints";
        assertThat(web.get(at + "/new").body()).contains("登记投诉", "dl-defects");
        var form = typed("石磊", "今早上线又有 5 个面板划伤");
        form.putAll(Map.of("lines[0].part", "FP-330", "lines[0].lot", "260241B", "lines[0].quantity", "5件", "lines[0].defect", "划伤"));
        var refused = web.post(at, form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("没有发过 260241B 这个批。是不是 260421B？", "keepLots", "今早上线又有 5 个面板划伤");
        form.put("keepLots", "1");
        form.put("lines[1].quantity", "5件2箱");
        assertThat(web.post(at, form).body()).contains("里有两个单位");
        form.put("lines[1].quantity", "");
        var taken = web.post(at, form);
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(web.location(web.post(at, form))).isEqualTo(web.location(taken));
        var page = web.get(web.location(taken)).body();
        assertThat(page).contains("KS-2026-0001", "面板 划伤", "没发过的批", "石磊", "告知投诉人", "本单证据");
        assertThat(web.get(at).body()).contains("KS-2026-0001", "QP-12-05");
        assertThat(web.get(at + "?q=划伤&open=1").body()).contains("KS-2026-0001", "存这个筛选");
        assertThat(web.get(at + "?q=没有的词").body()).doesNotContain("KS-2026-0001");
        assertThat(web.get(at + "/board").body()).contains("KS-2026-0001", "待初判");
        assertThat(web.get(at + ".csv").body()).contains("KS-2026-0001", "划伤");
        assertThat(web.get(at + ".xlsx").statusCode()).isEqualTo(200);
        assertThat(web.get(at + ".pdf").body()).startsWith("%PDF");
        assertThat(web.get(web.location(taken) + "/report.pdf").body()).startsWith("%PDF");
        assertThat(web.get(at + "/new/after?kind=COMPLAINT&receivedAt=2026-05-06T09:05&text=冒烟了&lines[0].part=FP-330&lines[0].defect=划伤".replace("[", "%5B").replace("]", "%5D")
                .replace("冒烟了", "%E5%86%92%E7%83%9F").replace("划伤", "%E5%88%92%E4%BC%A4")).body()).contains("5月8日", "是不是涉及安全", "KS-2026-0001");
        assertThat(web.post(at + "/filters", Map.of("name", "我的晚单", "query", "?late=1&mine=1")).statusCode()).isEqualTo(302);
        assertThat(web.get(at).body()).contains("我的晚单");
        for (String path : List.of("/defects", "/links", "/new/paste")) {
            assertThat(web.get(at + path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    @Clause("001/5.2.1.1")
    void a_pasted_mail_is_proposed_and_never_taken_in_by_itself() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        var clerk = troupe.salesClerk();
        troupe.run(() -> customers.create(clerk, CustomerDetails.named("晨曜车载音响有限公司")));
        var web = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        var at = "/c/" + troupe.slug() + "/complaints";
        web.get(at + "/new/paste");
        var read = web.post(at + "/new/paste", Map.of("text", """
                From: gao@chenyao.example
                晨曜车载音响有限公司
                投诉编号：CY-SQE-26-0418
                KB-2071 批号 260312A 共 36 件卡扣断裂，5月8日前回复。联系电话 13812345678
                """)).body();
        assertThat(read).contains("客户 晨曜车载音响有限公司", "邮件 gao@chenyao.example", "电话 13812345678", "客户方编号 CY-SQE-26-0418", "零件 KB-2071", "批 260312A", "36 件",
                "value=\"KB-2071\"", "value=\"2026-05-08\"", "请核对");
        troupe.run(() -> assertThat(complaints.count(clerk, ComplaintFilter.all())).isZero());
    }

    @Test
    @Clause("001/5.2.2.3")
    void the_whole_way_by_forms_until_the_customer_accepts_behind_his_link() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        var clerk = troupe.salesClerk();
        troupe.run(() -> catalogue.learn(troupe.quality(), "FP-330", "面板", "件", "260421B"));
        var id = troupe.in(() -> take(clerk, "面板划伤", new NewLine("FP-330", "面板", "260421B", "", BigDecimal.valueOf(5), "件", "划伤", "", null, "")));
        var number = troupe.in(() -> complaints.get(id).number());
        var at = "/c/" + troupe.slug() + "/complaints/" + number;
        var quality = Browserless.of(port, troupe.loginOf("QUALITY_HEAD"));
        quality.get(at);
        assertThat(quality.post(at + "/assessment", Map.of("confirmed", "YES", "severity", "MINOR", "words", "", "sample", "NONE", "version", "1")).statusCode()).isEqualTo(422);
        assertThat(quality.post(at + "/assessment", Map.of("confirmed", "YES", "severity", "MINOR", "words", "照片可见", "sample", "NONE", "version", "1")).statusCode()).isEqualTo(302);
        assertThat(quality.post(at + "/triage", Map.of("triage", "OCCASIONAL", "reason", "只此五件", "version", "1")).statusCode()).isEqualTo(409);
        assertThat(quality.post(at + "/triage", Map.of("triage", "OCCASIONAL", "reason", "只此五件")).statusCode()).isEqualTo(302);
        assertThat(quality.post(at + "/case", Map.of("fact", "CAUSE_FOUND", "words", "隔板毛刺")).statusCode()).isEqualTo(302);
        assertThat(quality.post(at + "/case", Map.of("fact", "MEASURES_DONE", "words", "换了隔板")).statusCode()).isEqualTo(302);
        assertThat(quality.post(at + "/answers", Map.of("words", "x", "way", "WECHAT", "language", "zh_CN", "at", "2026-05-06T09:10")).statusCode()).isEqualTo(403);
        var sales = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        sales.get(at);
        assertThat(sales.post(at + "/answers", Map.of("words", "原因是隔板毛刺，已更换。", "way", "WECHAT", "language", "zh_CN", "at", "2026-05-06T09:10")).statusCode()).isEqualTo(302);
        troupe.run(() -> {
            assertThat(complaints.get(id).standing()).isEqualTo(Standing.ANSWERED);
            assertThat(complaints.get(id).dueAt()).isNull();
            assertThat(complaints.promises(complaints.get(id))).filteredOn(p -> p.kind() == org.huiyin.voice.PromiseKind.ANSWER && !p.replaced())
                    .singleElement().satisfies(p -> assertThat(p.late(clock.instant())).isFalse());
        });
        var path = troupe.in(() -> links.pathOfCase(id));
        var customer = new Browserless(port);
        var seen = customer.get(path).body();
        assertThat(seen).contains("报告已发出", "原因是隔板毛刺", "看报告").doesNotContain("沈若谷");
        var report = seen.replaceAll("(?s).*href=\"(/k/[^\"]+/report/[^\"]+)\".*", "$1");
        assertThat(customer.get(report).body()).startsWith("%PDF");
        assertThat(customer.post(path + "/reaction", Map.of("accepted", "no", "reason", "")).statusCode()).isEqualTo(422);
        clock.set("2026-05-06T16:40:20");
        assertThat(customer.post(path + "/reaction", Map.of("accepted", "no", "reason", "没有照片", "who", "石磊")).statusCode()).isEqualTo(302);
        clock.set("2026-05-07T10:00");
        troupe.run(() -> {
            assertThat(complaints.get(id).standing()).isEqualTo(Standing.WORKING);
            assertThat(complaints.get(id).dueAt()).isEqualTo(TestClock.at("2026-05-08T17:30"));
        });
        var early = sales.post(at + "/answers", Map.of("words", "补上照片。", "way", "WECHAT", "language", "en", "at", "2026-05-06T16:39"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("不能早于客户拒绝上一次答复的时间");
        assertThat(sales.post(at + "/answers", Map.of("words", "补上照片。", "way", "WECHAT", "language", "en", "at", "2026-05-06T16:40")).statusCode()).isEqualTo(302);
        troupe.run(() -> assertThat(complaints.promises(complaints.get(id))).as("answered in the minute of the rejection")
                .filteredOn(p -> p.kind() == org.huiyin.voice.PromiseKind.ANSWER && p.round() == 2).singleElement().satisfies(p -> assertThat(p.open()).isFalse()));
        assertThat(customer.post(path + "/reaction", Map.of("accepted", "yes", "who", "石磊")).statusCode()).isEqualTo(302);
        var effect = "/c/" + troupe.slug() + "/actions/effects/" + number;
        assertThat(quality.post(at + "/effect", Map.of("reason", "没有再发")).statusCode()).as("a measure is in place").isEqualTo(409);
        clock.set("2026-06-05T10:00");
        var verifier = Browserless.of(port, troupe.loginOf("QUALITY"));
        assertThat(verifier.get(at).body()).contains("已出 0 批，要 3 批").doesNotContain("拟判 有效");
        troupe.run(() -> ship("FP-330", "2026-05-11", "2026-05-18", "2026-05-25"));
        assertThat(verifier.get(at).body()).contains("去签字判定", effect);
        var verdict = Map.of("verdict", "EFFECTIVE", "origin", "COMPLAINT", "finding", "三批没有再发", "reason", "", "password", Cast.PASSWORD);
        assertThat(quality.post(effect + "/verdict", verdict).statusCode()).as("who did it").isEqualTo(409);
        verifier.get(effect);
        assertThat(verifier.post(effect + "/verdict", verdict).statusCode()).isEqualTo(302);
        assertThat(customer.get(path).body()).contains("已办结，谢谢您");
        assertThat(customer.post(path + "/reaction", Map.of("accepted", "no", "reason", "晚了")).body()).contains("已办结");
        troupe.run(() -> assertThat(facts.of(id)).extracting(FactView::fact).containsSubsequence(Fact.ANSWERED_FINAL, Fact.REJECTED, Fact.ANSWERED_FINAL, Fact.ACCEPTED, Fact.EFFECTIVE));
        assertThat(sales.get(at).body()).contains("没有照片", "第 1 轮办结");
    }

    @Test
    @Clause("001/5.2.1.2")
    void a_customer_tells_by_his_own_link_without_signing_in() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        var clerk = troupe.salesClerk();
        var token = troupe.in(() -> {
            var customer = customers.create(clerk, CustomerDetails.named("晨曜音响"));
            var door = doors.make(clerk, customer, null);
            assertThat(doors.make(clerk, customer, null).id()).isEqualTo(door.id());
            sql.sql("insert into platform.setting (name, value) values ('base-url', 'https://echo.example') on conflict (name) do nothing").update();
            return doors.address(clerk, door).orElseThrow().replaceAll(".*/k/", "");
        });
        var customer = new Browserless(port);
        assertThat(customer.get("/k/" + token).body()).contains("请告诉我们哪里不好", "晨曜音响").doesNotContain("林晓棠");
        assertThat(customer.get("/k/nobody-knows").statusCode()).isEqualTo(404);
        var form = new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "text", "又断了三个", "kind", "COMPLAINT", "name", "高屹", "lines[0].part", "KB-2071",
                "lines[0].quantity", "3 件"));
        form.put("lines[0].lot", "");
        form.put("lines[0].defect", "断裂");
        assertThat(customer.post("/k/" + token, Map.of("text", "")).statusCode()).isEqualTo(422);
        var sent = customer.post("/k/" + token, form);
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(customer.location(customer.post("/k/" + token, form))).isEqualTo(customer.location(sent));
        assertThat(customer.get(customer.location(sent)).body()).contains("KS-2026-0001", "已收到，正在看", "又断了三个");
        troupe.run(() -> {
            var row = complaints.list(clerk, ComplaintFilter.all()).getFirst();
            assertThat(row.complaint().receivedBy()).isNull();
            assertThat(row.complaint().salesOwner()).isEqualTo(clerk.id());
            assertThat(row.at(Fact.ACKNOWLEDGED)).isNotNull();
            doors.of(clerk, row.complaint().customer()).forEach(door -> doors.revoke(clerk, door.id()));
        });
        assertThat(customer.get("/k/" + token).statusCode()).isEqualTo(410);
        assertThat(customer.post("/k/" + token, form).statusCode()).isEqualTo(410);
    }

    @Test
    void the_intake_on_a_phone_and_the_page_on_a_desk(Page browser) {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        browser.setViewportSize(390, 844);
        Door.signIn(browser, port, troupe.loginOf("WAREHOUSE"), "/c/" + troupe.slug() + "/complaints/new");
        browser.fill("#f-who", "司机老周");
        browser.fill("#f-text", "到货有一箱破了，冒烟味");
        browser.waitForSelector("#after >> text=是不是涉及安全");
        browser.click("[data-add-row]");
        assertThat(browser.locator("[data-row]").count()).isEqualTo(3);
        browser.fill("[name='lines[0].part']", "FP-330");
        browser.fill("[name='lines[0].quantity']", "12 件");
        assertThat((Boolean) browser.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")).isTrue();
        browser.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/shots/intake-390.png")));
        browser.click("[data-key-send]");
        browser.waitForURL(url -> url.contains("/complaints/KS-"));
        assertThat((Boolean) browser.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")).isTrue();
        browser.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/shots/complaint-390.png")));
        browser.setViewportSize(1440, 900);
        browser.reload();
        browser.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/shots/complaint.png")));
        for (String path : List.of("complaints", "complaints/board", "complaints/new")) {
            browser.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/" + path);
            browser.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/shots/" + path.replace('/', '-') + ".png")));
        }
        browser.setViewportSize(390, 844);
        for (String tab : List.of("measures", "defects", "cost")) {
            browser.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/complaints/figures?tab=" + tab);
            assertThat((Boolean) browser.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")).as(tab).isTrue();
            assertThat((Boolean) browser.evaluate("[...document.querySelectorAll('.tbl.figures td:first-child:not(.num)')].every(c => c.offsetWidth >= 140)")).as("%s: words have room to stand", tab).isTrue();
            browser.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/shots/figures-390-" + tab + ".png")));
        }
    }

    @Test
    @Clause("001/5.2.1.1")
    void figures_are_shown_filed_printed_and_lead_to_their_complaints() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        var quality = troupe.quality();
        var id = troupe.in(() -> take(quality, "面板划伤", new NewLine("FP-330", "面板", "260421B", "", new BigDecimal("5"), "件", "划伤", "", null, "")));
        var web = Browserless.of(port, troupe.loginOf("QUALITY"));
        var at = "/c/" + troupe.slug() + "/complaints";
        assertThat(web.get(at).body()).contains(at + "/figures");
        var measures = web.get(at + "/figures").body();
        assertThat(measures).contains("依据程序 5.2.2.6", "依据程序 3.4").doesNotContain("001/");
        assertThat(measures).contains("投诉处理的八项指标", "GB/T 19012-2019", "figure=received", "承诺兑现率", "上期 2024年6月1日 到 2025年5月31日");
        var pareto = web.get(at + "/figures?tab=defects").body();
        assertThat(pareto).contains("划伤", "<svg class=\"hbars pareto\"", "累计", "目录里没有代码");
        assertThat(web.get(at + "/figures?tab=defects&by=cause").body()).contains("还没有原因");
        assertThat(web.get(at + "/figures?tab=ppm").body()).contains("没有出货", "没有导入出货");
        assertThat(web.get(at + "?figure=received,no_customer&from=2026-05-01&to=2026-05-31").body()).contains("KS-2026-0001", "没有对应客户档案");
        assertThat(web.get(at + "?promise=ANSWER&kept=open_late&from=2026-05-01&to=2026-05-31").body()).doesNotContain("KS-2026-0001");
        for (String key : List.of("annex", "kept", "back", "pace", "pareto", "ppm", "costKinds", "costMonths", "costCustomers", "costCases", "costs", "wordsRising", "wordsOften")) {
            assertThat(web.get(at + "/figures/" + key + ".csv?from=2026-05-01&to=2026-05-31").statusCode()).as(key).isEqualTo(200);
        }
        assertThat(web.get(at + "/figures/pareto.csv?from=2026-05-01&to=2026-05-31").body()).contains("划伤,1,1,1,0,1");
        assertThat(web.get(at + "/figures/pareto.xlsx").statusCode()).isEqualTo(200);
        assertThat(web.get(at + "/figures/nothing.csv").statusCode()).isEqualTo(404);
        for (String tab : List.of("measures", "defects", "ppm", "cost", "words")) {
            assertThat(web.get(at + "/figures.pdf?tab=" + tab).body()).as(tab).startsWith("%PDF");
        }
        var one = at + "/KS-2026-0001";
        assertThat(web.get(one).body()).contains("记一笔费用", "转请外部");
        var cost = Map.of("id", UUID.randomUUID().toString(), "kind", "SORTING", "amount", "1,860.50", "day", "2026-05-05", "note", "现场挑选");
        assertThat(web.post(one + "/costs", Map.of("kind", "SORTING", "amount", "很多", "day", "2026-05-05")).statusCode()).isEqualTo(422);
        assertThat(web.post(one + "/costs", cost).statusCode()).isEqualTo(302);
        assertThat(web.post(one + "/costs", cost).statusCode()).isEqualTo(302);
        assertThat(web.get(one).body()).containsOnlyOnce("现场挑选");
        assertThat(web.get(at + "/figures?tab=cost").body()).contains("1,860.50", "KS-2026-0001", "挑选");
        assertThat(web.post(one + "/costs/" + cost.get("id") + "/removal", Map.of()).statusCode()).isEqualTo(302);
        assertThat(web.get(one).body()).doesNotContain("现场挑选");
        int version = troupe.in(() -> complaints.get(id).version());
        assertThat(web.post(one + "/referrals", Map.of("to", "省质检院", "words", "成分", "version", String.valueOf(version))).statusCode()).isEqualTo(302);
        assertThat(web.get(one).body()).contains("省质检院");
        assertThat(web.get(at + "?figure=referred").body()).contains("KS-2026-0001");
    }
}
