package org.huiyin.claims;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.Signatures;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.Phase;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Accounts;
import org.huiyin.organization.NewPerson;
import org.huiyin.organization.People;
import org.huiyin.voice.Channel;
import org.huiyin.web.security.Member;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of claims, decisions and notices: typed, refused, listed, printed; and the whole way in a browser. */
@HuiyinTest
class ClaimPagesTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Notices notices;
    @Autowired Complaints complaints;
    @Autowired Approvals approvals;
    @Autowired Signatures signatures;
    @Autowired Accounts accounts;
    @Autowired People people;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    private ComplaintId complaint(Cast.Troupe troupe, String text) {
        var by = troupe.quality();
        return troupe.in(() -> complaints.take(by, new NewComplaint(null, null, FeedbackKind.COMPLAINT, Phase.AFTER, null, Channel.PHONE, TestClock.at("2026-03-02T10:00"), by.id(),
                text, null, null, false, List.of(), null)));
    }

    private UUID unit(Cast.Troupe troupe, String name, Actor... members) {
        return troupe.in(() -> {
            var unit = people.addDepartment(troupe.admin(), name);
            for (Actor actor : members) {
                var person = people.get(actor.id());
                people.change(troupe.admin(), actor.id(), new NewPerson(person.name(), unit, null, null, null), person.roles(), person.version());
            }
            return unit;
        });
    }

    private void approve(Cast.Troupe troupe, String number) {
        troupe.run(() -> {
            for (Actor actor : List.of(troupe.qualityHead(), troupe.generalManager())) {
                var approval = notices.byNumber(troupe.quality(), number).approval();
                var member = new Member(troupe.id(), troupe.slug(), "", "Asia/Shanghai", actor, null, accounts.ofPerson(actor.id()).orElseThrow().id(), null, "zh-CN");
                transaction.executeWithoutResult(s -> {
                    var view = approvals.get(approval);
                    approvals.decide(actor, approval, true, "看过了",
                            signatures.sign(member, Cast.PASSWORD, view.subject(), new Sentence("approval.meaning.approve"), view.contentHash()));
                });
            }
        });
    }

    private int version(Cast.Troupe troupe) {
        return troupe.in(() -> notices.byNumber(troupe.quality(), "JC-2026-0001").version());
    }

    /** A claim on the supplier as it is typed. */
    private static Map<String, String> typed(String amount, String currency, String factor) {
        var form = new LinkedHashMap<String, String>(Map.of("id", UUID.randomUUID().toString(), "direction", "BY_US", "kind", "SUPPLIER", "name", "恒锐铸造", "department", "",
                "contact", "梁工", "basis", "QUALITY_AGREEMENT", "reference", "质量协议 7.2", "happenedOn", "2026-03-02", "words", "轴承座孔径超差"));
        form.putAll(Map.of("complaint", "", "sourceNumber", "", "replyBy", "2026-03-20", "limitationOn", "2027-03-02"));
        form.putAll(Map.of("positions[0].kind", "GOODS", "positions[0].words", "报废", "positions[0].part", "ZC-88", "positions[0].amount", amount, "positions[0].currency", currency,
                "positions[0].factor", factor));
        form.putAll(Map.of("rates[0].currency", "EUR", "rates[0].rate", "7.8", "rates[0].day", "2026-03-02", "rates[0].source", "中间价"));
        return form;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Map<String, String> step(int version, String... fields) {
        var form = new HashMap<String, String>(Map.of("version", String.valueOf(version)));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    @Test
    @Clause("004/5.9")
    void a_claim_on_the_supplier_is_written_from_the_complaint_sent_answered_paid_settled_and_listed() throws IOException {
        var troupe = cast.company("P004");
        clock.set("2026-03-10T09:00");
        complaint(troupe, "轴承座孔径超差，停线");
        var web = Browserless.of(port, troupe.loginOf("QUALITY"));
        var home = "/c/" + troupe.slug();
        var at = home + "/claims";
        assertThat(web.get(at).body()).contains("还没有索赔", "登记索赔");
        assertThat(web.get(home + "/complaints/KS-2026-0001").body()).contains("这件投诉还没有索赔", "claims/new?complaint=KS-2026-0001", "还没有判定责任");
        assertThat(web.get(at + "/new?complaint=KS-2026-0001").body()).contains("value=\"KS-2026-0001\"", "轴承座孔径超差，停线", "name=\"happenedOn\" value=\"2026-03-02\"");
        assertThat(web.get(at + "/new").body()).as("no day of loss is made up").contains("name=\"happenedOn\" value=\"\"");
        assertThat(web.get(at + "/new").body()).as("money of today").contains("CHF 瑞士法郎").doesNotContain("DEM 德国马克", "AYM AYM");
        var form = typed("12.345,60", "EUR", "80");
        form.put("complaint", "ks-2026-0001");
        var unread = web.post(at, form);
        assertThat(unread.statusCode()).isEqualTo(422);
        assertThat(unread.body()).contains("看不懂", "value=\"12.345,60\"", "value=\"恒锐铸造\"");
        assertThat(web.post(at, typed("100", "USD", "80")).body()).contains("USD 要有折成 CNY 的汇率、日期和出处");
        assertThat(web.post(at, typed("100", "EUR", "180")).body()).contains("系数在 0 到 100 之间", "value=\"180\"");
        assertThat(web.post(at, typed("", "EUR", "80")).statusCode()).isEqualTo(422);
        var nobody = typed("100", "EUR", "80");
        nobody.put("name", "");
        nobody.put("complaint", "KS-2026-0404");
        assertThat(web.post(at, nobody).body()).contains("没有这个投诉编号");
        form.put("positions[0].amount", "12,345.60");
        var made = web.post(at, form);
        assertThat(made.statusCode()).isEqualTo(302);
        assertThat(web.location(web.post(at, form))).as("sent twice").isEqualTo(web.location(made));
        var claim = web.location(made);
        assertThat(claim).endsWith("SP-2026-0001");
        assertThat(text(web.bytes(claim + "/letter.pdf?language=en"))).contains("QP-12-18", "Revision A0", "QP-12-18 A0, in force from", "§5.9", "Page 1 of 1").doesNotContain("·\n");
        assertThat(web.get(claim).body()).contains("12,345.60", "9,876.48", "96,295.68", "77,036.54", "草稿", "KS-2026-0001").doesNotContain("claims.");
        assertThat(web.get(home + "/complaints/KS-2026-0001").body()).contains("SP-2026-0001", "恒锐铸造");
        assertThat(web.post(claim + "/payments", step(1, "kind", "RECOVERED", "amount", "5")).statusCode()).isEqualTo(409);
        assertThat(web.post(claim + "/sending", step(1, "day", "2026-03-11", "how", "挂号信")).body()).contains("这一天还没到", "value=\"挂号信\"");
        assertThat(web.post(claim + "/sending", step(1, "day", "2026-03-04", "how", "挂号信")).statusCode()).isEqualTo(302);
        assertThat(web.post(claim + "/sending", step(1, "day", "2026-03-04", "how", "挂号信")).statusCode()).isEqualTo(409);
        var greedy = web.post(claim + "/replies", step(2, "verdict", "PARTLY", "amounts.EUR", "9876.49", "day", "2026-03-09", "words", "只认一半"));
        assertThat(greedy.statusCode()).isEqualTo(422);
        assertThat(greedy.body()).contains("9,876.48", "value=\"9876.49\"", "只认一半");
        assertThat(web.post(claim + "/replies", step(2, "verdict", "PARTLY", "amounts.EUR", "6,000", "day", "2026-03-09", "words", "只认一半")).statusCode()).isEqualTo(302);
        assertThat(web.post(claim + "/payments", step(3, "kind", "RECOVERED", "amount", "2000", "currency", "EUR", "day", "2026-03-10")).body())
                .contains("EUR 要有折成 CNY 的汇率");
        for (int i = 0; i < 2; i++) {
            assertThat(web.post(claim + "/payments", step(3 + i, "kind", "RECOVERED", "amount", "2000", "currency", "EUR", "day", "2026-03-10", "rate", "7.9", "rateDay", "2026-03-10",
                    "source", "银行水单", "voucher", "银收-" + i)).statusCode()).isEqualTo(302);
        }
        assertThat(web.post(claim + "/payments", step(5, "kind", "RECOVERED", "amount", "2000.01", "currency", "EUR", "day", "2026-03-10", "rate", "7.9", "source", "水单")).body())
                .contains("6,000.01", "多于认可的", "value=\"2000.01\"");
        assertThat(web.post(claim + "/settlement", step(5, "reason", "")).body()).contains("还不能了结");
        assertThat(web.post(claim + "/settlement", step(5, "reason", "余款从下批货款中扣")).statusCode()).isEqualTo(302);
        assertThat(web.get(claim).body()).contains("已了结", "15,800.00", "31,600.00", "余款从下批货款中扣");
        for (String language : List.of("zh-CN", "zh-TW", "en")) {
            assertThat(web.get(claim + "/letter.pdf?language=" + language).body()).startsWith("%PDF");
        }
        assertThat(web.get(at + "?direction=BY_US&state=SETTLED&party=SUPPLIER&q=恒锐".replace("恒锐", "%E6%81%92%E9%94%90")).body()).contains("SP-2026-0001", "77,036.54");
        assertThat(web.get(at + "?open=1").body()).doesNotContain("SP-2026-0001");
        assertThat(web.get(at + "?complaint=KS-2026-0001").body()).contains("SP-2026-0001");
        assertThat(web.get(at + ".csv?state=SETTLED").body()).contains("SP-2026-0001", "恒锐铸造", "EUR 9876.48");
        assertThat(web.get(at + ".xlsx").statusCode()).isEqualTo(200);
        var clauses = web.get(home + "/procedure/clauses/5.9");
        assertThat(clauses.body()).contains("已了结的索赔");
        assertThat(Browserless.of(port, troupe.loginOf("WAREHOUSE")).get(at).statusCode()).isEqualTo(403);
        var auditor = Browserless.of(port, troupe.loginOf("AUDITOR"));
        assertThat(auditor.get(claim).body()).contains("SP-2026-0001").doesNotContain("/settlement");
        assertThat(auditor.get(at + "/new").statusCode()).isEqualTo(403);
        assertThat(auditor.post(at, form).statusCode()).isEqualTo(403);
        assertThat(Browserless.of(port, cast.company("P004").loginOf("QUALITY")).get(claim).statusCode()).isEqualTo(404);
    }

    @Test
    @Clause("004/5.9")
    void the_customer_s_claim_on_us_and_who_bears_the_loss() {
        var troupe = cast.company("P004");
        clock.set("2026-03-10T09:00");
        complaint(troupe, "到货包装破损");
        var unit = unit(troupe, "机加工车间");
        var web = Browserless.of(port, troupe.loginOf("QUALITY"));
        var at = "/c/" + troupe.slug() + "/claims";
        var form = typed("8600", "CNY", "100");
        form.putAll(Map.of("direction", "AGAINST_US", "kind", "SUPPLIER", "name", "博衡车联", "complaint", "KS-2026-0001"));
        List.of("currency", "rate", "day", "source").forEach(f -> form.put("rates[0]." + f, ""));
        web.get(at + "/new");
        var claim = web.location(web.post(at, form));
        assertThat(web.get(claim).body()).contains("博衡车联向我们索赔", "确认收到客户索赔", "8,600.00");
        assertThat(web.post(claim + "/sending", step(1, "day", "2026-03-05", "how", "邮件")).statusCode()).isEqualTo(302);
        assertThat(web.post(claim + "/replies", step(2, "verdict", "ACCEPTED", "day", "2026-03-10", "words", "")).statusCode()).isEqualTo(302);
        assertThat(web.get(claim).body()).contains("记一笔入账或付款", "我方承担");
        var board = at + "/decisions";
        assertThat(web.get(board).body()).contains("1 件投诉有索赔，还没有判定责任", "KS-2026-0001");
        var head = Browserless.of(port, troupe.loginOf("QUALITY_HEAD"));
        head.get(board + "/KS-2026-0001");
        var shares = new HashMap<String, String>(Map.of("known", "0", "reason", "来料漏检", "evidence", "三坐标报告 0305", "password", Cast.PASSWORD));
        shares.putAll(Map.of("shares[0].kind", "SUPPLIER", "shares[0].name", "恒锐铸造", "shares[0].department", "", "shares[0].percent", "70"));
        shares.putAll(Map.of("shares[1].kind", "UNIT", "shares[1].name", "", "shares[1].department", unit.toString(), "shares[1].percent", "29.5"));
        var refused = head.post(board + "/KS-2026-0001", shares);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("比例合计要 100 %，现在是 99.5 %", "value=\"29.5\"", "value=\"恒锐铸造\"", "三坐标报告 0305", "来料漏检").doesNotContain("value=\"" + Cast.PASSWORD);
        web.get(board);
        assertThat(web.post(board + "/KS-2026-0001", shares).statusCode()).isEqualTo(403);
        shares.put("shares[1].percent", "30");
        assertThat(head.post(board + "/KS-2026-0001", shares).statusCode()).isEqualTo(302);
        assertThat(head.get(board + "/KS-2026-0001").body()).contains("第 1 次判定", "现行", "机加工车间");
        assertThat(head.post(board + "/KS-2026-0001", shares).statusCode()).as("decided past another's decision").isEqualTo(409);
        assertThat(head.get(board).body()).contains("恒锐铸造 70%").doesNotContain("还没有判定责任：");
        assertThat(head.get(board + ".csv").body()).contains("KS-2026-0001", "机加工车间", "30");
        assertThat(head.get(board + "?q=KS-2099").body()).doesNotContain("恒锐铸造");
    }

    @Test
    @Clause("004/5.10")
    void a_notice_goes_to_a_unit_after_approval_and_the_unit_may_object() throws IOException {
        var troupe = cast.company("P004");
        clock.set("2026-03-10T09:00");
        complaint(troupe, "孔径超差");
        var chief = troupe.departmentHead();
        var unit = unit(troupe, "机加工车间", chief);
        var web = Browserless.of(port, troupe.loginOf("QUALITY"));
        var home = "/c/" + troupe.slug();
        var at = home + "/unit-notices";
        assertThat(web.get(at).body()).contains("还没有奖惩通知");
        assertThat(web.get(at + "/new?complaint=KS-2026-0001").body()).contains("还没有判定责任");
        var form = new HashMap<String, String>(Map.of("id", UUID.randomUUID().toString(), "kind", "PENALTY", "complaint", "KS-2026-0001", "unit", unit.toString(), "amount", "1,600",
                "points", "", "reason", "首件没有检验就批量加工"));
        var early = web.post(at, form);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("还没有判定责任，不能提奖惩通知");
        var head = Browserless.of(port, troupe.loginOf("QUALITY_HEAD"));
        head.get(home + "/claims/decisions/KS-2026-0001");
        assertThat(head.post(home + "/claims/decisions/KS-2026-0001", Map.of("known", "0", "reason", "漏检", "evidence", "报告", "password", Cast.PASSWORD, "shares[0].kind", "UNIT",
                "shares[0].name", "", "shares[0].department", unit.toString(), "shares[0].percent", "100")).statusCode()).isEqualTo(302);
        form.put("points", "5");
        var both = web.post(at, form);
        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.body()).contains("金额和分数二选一，只填一个", "value=\"1,600\"", "首件没有检验就批量加工");
        form.put("points", "");
        var made = web.post(at, form);
        assertThat(made.statusCode()).isEqualTo(302);
        assertThat(web.location(web.post(at, form))).isEqualTo(web.location(made));
        var notice = web.location(made);
        assertThat(web.get(notice).body()).contains("1,600.00", "机加工车间", "草稿", "送审").doesNotContain("claims.");
        var submitted = web.post(notice + "/submission", step(version(troupe)));
        assertThat(submitted.statusCode()).as(submitted.body().replaceAll("(?s).*<main|<[^>]+>", " ").strip()).isEqualTo(302);
        assertThat(web.post(notice + "/issue", step(version(troupe))).statusCode()).as("not before it is approved").isEqualTo(409);
        approve(troupe, "JC-2026-0001");
        var approved = web.get(notice).body();
        assertThat(approved).contains("已批准，待发出", "发给机加工车间？");
        assertThat(web.post(notice + "/issue", step(version(troupe))).statusCode()).isEqualTo(302);
        var shop = Browserless.of(port, troupe.loginOf("DEPARTMENT_HEAD"));
        assertThat(shop.get(notice).body()).contains("签收", "提出异议", "前可以提异议");
        int version = version(troupe);
        assertThat(shop.post(notice + "/receipt", step(version)).statusCode()).isEqualTo(302);
        assertThat(shop.post(notice + "/objections", step(version, "words", "")).statusCode()).isEqualTo(422);
        assertThat(shop.post(notice + "/objections", step(version, "words", "机床待修，已报停")).statusCode()).isEqualTo(302);
        assertThat(web.get(notice).body()).contains("有异议，暂停", "机床待修，已报停", "有单位提了异议");
        var claim = typed("100", "CNY", "100");
        claim.put("complaint", "KS-2026-0001");
        assertThat(web.get(web.location(web.post(home + "/claims", claim))).body()).as("contested, not undecided").contains("有单位提了异议", "机加工车间").doesNotContain("还没有判定责任");
        assertThat(web.get(home + "/claims/decisions").body()).contains("有异议", "/procedure/clauses/5.9");
        assertThat(web.get(at).body()).contains("/procedure/clauses/5.10");
        assertThat(text(web.bytes(notice + "/notice.pdf?language=zh-CN"))).contains("QP-12-19", "§5.10");
        head.get(notice);
        assertThat(head.get(home + "/claims/decisions/KS-2026-0001").body()).contains("有异议，重新判定中");
        version = version(troupe);
        assertThat(head.post(notice + "/answer", step(version, "verdict", "CHANGED", "words", "减半", "amount", "八百", "points", "", "reason", "")).body()).contains("八百", "减半", "看不懂");
        assertThat(head.post(notice + "/answer", step(version, "verdict", "UPHELD", "words", "报停单在停机之后", "amount", "", "points", "", "reason", "")).statusCode()).isEqualTo(302);
        assertThat(web.get(notice).body()).contains("异议后维持", "报停单在停机之后");
        assertThat(web.get(notice + "/notice.pdf?language=en").body()).startsWith("%PDF");
        assertThat(web.get(at + "?kind=PENALTY&state=UPHELD&department=" + unit).body()).contains("JC-2026-0001", "1,600.00");
        assertThat(web.get(at + "?kind=REWARD").body()).doesNotContain("JC-2026-0001");
        assertThat(web.get(at + ".csv").body()).contains("JC-2026-0001", "机加工车间");
        assertThat(web.get(at + ".xlsx").statusCode()).isEqualTo(200);
        assertThat(web.get(home + "/procedure/clauses/5.10").body()).contains("发出的奖惩通知");
        var auditor = Browserless.of(port, troupe.loginOf("AUDITOR"));
        assertThat(auditor.get(at).body()).contains("JC-2026-0001");
        assertThat(auditor.get(at + "/new").statusCode()).isEqualTo(403);
        assertThat(auditor.post(at, form).statusCode()).isEqualTo(403);
    }

    @Test
    @Clause({"004/5.9", "004/5.10"})
    void what_is_switched_off_is_not_in_the_menu_and_notices_need_no_claims() {
        clock.set("2026-03-10T09:00");
        var none = cast.company("P002");
        var web = Browserless.of(port, none.loginOf("QUALITY_HEAD"));
        assertThat(web.get("/c/" + none.slug() + "/complaints").body()).doesNotContain("/claims\"", "/unit-notices\"");
        var noticesOnly = cast.company("P001");
        complaint(noticesOnly, "孔径超差");
        var home = "/c/" + noticesOnly.slug();
        web = Browserless.of(port, noticesOnly.loginOf("QUALITY_HEAD"));
        assertThat(web.get(home + "/complaints/KS-2026-0001").body()).contains(home + "/unit-notices\"", "/claims/decisions/KS-2026-0001", "unit-notices/new?complaint=KS-2026-0001")
                .doesNotContain(home + "/claims\"", "claims/new?complaint=");
        assertThat(web.get(home + "/claims/decisions/KS-2026-0001").body()).contains("判定责任").doesNotContain("登记索赔");
        assertThat(web.post(home + "/claims", typed("5", "CNY", "100")).statusCode()).isEqualTo(409);
    }

    private void picture(Page page, String name) {
        page.evaluate("window.scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", "claims-" + name + ".png")));
    }

    /** The page on a desk and on a phone, where nothing may stick out. */
    private void pictures(Page page, String address, String name) {
        page.setViewportSize(1440, 900);
        page.navigate(address);
        picture(page, name);
        page.setViewportSize(390, 844);
        page.navigate(address);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(390);
        picture(page, name + "-phone");
    }

    private void english(Page page, boolean on) {
        page.context().addCookies(List.of(new Cookie("lang", on ? "en" : "zh-CN").setUrl("http://localhost:" + port)));
    }

    private void save(Page page, String card, String action) {
        page.locator(card + " form[action$='" + action + "'] button.push").click();
    }

    @Test
    @Clause({"004/5.9", "004/5.10"})
    void from_the_complaint_to_the_unit_s_objection(Page page) {
        var troupe = cast.company("P004");
        clock.set("2026-03-10T09:00");
        complaint(troupe, "轴承座孔径超差，停线");
        var unit = unit(troupe, "机加工车间", troupe.departmentHead());
        var wrong = new ArrayList<String>();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") && !m.text().contains("422") && !m.text().contains("409")) {
                wrong.add(m.text());
            }
        });
        var home = "http://localhost:" + port + "/c/" + troupe.slug();
        page.setViewportSize(1440, 900);
        Door.signIn(page, port, troupe.loginOf("QUALITY"), "/c/" + troupe.slug() + "/complaints/KS-2026-0001");
        page.locator("a[href*='claims/new?complaint=']").first().click();
        page.fill("[name=name]", "恒锐铸造");
        page.fill("[name=reference]", "质量协议 2026 版 7.2");
        page.fill("[name=replyBy]", "2026-03-20");
        page.fill("[name='positions[0].words']", "报废");
        page.fill("[name='positions[0].part']", "ZC-88");
        page.fill("[name='positions[0].amount']", "12 345.60");
        page.selectOption("[name='positions[0].currency']", "EUR");
        page.fill("[name='positions[0].factor']", "80");
        page.locator("main form button.pri").click();
        assertThat(page.locator(".cell .err")).containsText("EUR 要有折成 CNY 的汇率");
        picture(page, "form-refused");
        page.selectOption("[name='rates[0].currency']", "EUR");
        page.fill("[name='rates[0].rate']", "7.8");
        page.fill("[name='rates[0].day']", "2026-03-02");
        page.fill("[name='rates[0].source']", "外汇中心中间价");
        page.locator("main form button.pri").click();
        page.waitForURL("**/claims/SP-2026-0001");
        picture(page, "draft");
        page.fill("[name=how]", "挂号信，附检验报告");
        save(page, "#sending", "/sending");
        page.locator("#replies input[value=PARTLY]").check(new Locator.CheckOptions().setForce(true));
        page.fill("[name='amounts.EUR']", "6000");
        page.fill("#f-rwords", "只认报废的一半");
        save(page, "#replies", "/replies");
        for (String amount : List.of("2000", "2000")) {
            page.locator("#payments summary").click();
            page.fill("#f-pamount", amount);
            page.fill("[name=rate]", "7.9");
            page.fill("[name=source]", "银行水单");
            page.fill("[name=voucher]", "银收-118");
            save(page, "#payments", "/payments");
        }
        save(page, "#settlement", "/settlement");
        picture(page, "open");
        page.fill("#f-sreason", "余款从下批货款中扣");
        save(page, "#settlement", "/settlement");
        assertThat(page.locator("#history")).containsText("余款从下批货款中扣");
        page.context().clearCookies();
        Door.signIn(page, port, troupe.loginOf("QUALITY_HEAD"), "/c/" + troupe.slug() + "/claims/decisions/KS-2026-0001");
        page.selectOption("[name='shares[0].kind']", "SUPPLIER");
        page.fill("[name='shares[0].name']", "恒锐铸造");
        page.fill("[name='shares[0].percent']", "70");
        page.selectOption("[name='shares[1].department']", unit.toString());
        page.fill("[name='shares[1].percent']", "20");
        page.fill("[name=reason]", "供方超差，来料漏检");
        page.fill("[name=evidence]", "三坐标报告 0305");
        page.locator("[name=password]").fill(Cast.PASSWORD);
        page.locator("#decide button.pri").click();
        assertThat(page.locator("#decide .note.bad").last()).containsText("现在是 90 %");
        picture(page, "decision-refused");
        page.fill("[name='shares[1].percent']", "30");
        page.locator("[name=password]").fill(Cast.PASSWORD);
        page.locator("#decide button.pri").click();
        assertThat(page.locator("main")).containsText("第 1 次判定");
        page.context().clearCookies();
        Door.signIn(page, port, troupe.loginOf("QUALITY"), "/c/" + troupe.slug() + "/unit-notices/new?complaint=KS-2026-0001");
        picture(page, "notice-form");
        page.selectOption("[name=unit]", unit.toString());
        page.fill("[name=amount]", "1600");
        page.fill("[name=reason]", "首件没有检验就批量加工");
        page.locator("main form button.pri").click();
        page.locator("form[action$='/submission'] button").click();
        approve(troupe, "JC-2026-0001");
        page.navigate(home + "/unit-notices/JC-2026-0001");
        page.locator("details.confirm summary", new Page.LocatorOptions().setHasText("发给单位")).click();
        picture(page, "notice-issue");
        page.locator("form[action$='/issue'] button.push").click();
        page.context().clearCookies();
        page.setViewportSize(390, 844);
        Door.signIn(page, port, troupe.loginOf("DEPARTMENT_HEAD"), "/c/" + troupe.slug() + "/unit-notices/JC-2026-0001");
        page.locator("form[action$='/receipt'] button").click();
        page.fill("[name=words]", "机床待修，已书面报停");
        picture(page, "notice-object-phone");
        save(page, "#objections", "/objections");
        assertThat(page.locator("main")).containsText("有异议，暂停");
        page.context().clearCookies();
        Door.signIn(page, port, troupe.loginOf("QUALITY_HEAD"), "/c/" + troupe.slug() + "/claims");
        for (boolean inEnglish : List.of(false, true)) {
            english(page, inEnglish);
            var tongue = inEnglish ? "-en" : "";
            pictures(page, home + "/claims", "list" + tongue);
            pictures(page, home + "/claims/new", "form" + tongue);
            pictures(page, home + "/claims/SP-2026-0001", "claim" + tongue);
            pictures(page, home + "/claims/decisions", "decisions" + tongue);
            pictures(page, home + "/claims/decisions/KS-2026-0001", "decision" + tongue);
            pictures(page, home + "/unit-notices", "notices" + tongue);
            pictures(page, home + "/unit-notices/JC-2026-0001", "notice" + tongue);
        }
        english(page, false);
        page.setViewportSize(1440, 900);
        page.navigate(home + "/unit-notices/JC-2026-0001");
        page.locator("#objections input[value=UPHELD]").check(new Locator.CheckOptions().setForce(true));
        page.fill("#f-awords", "报停单在停机之后");
        save(page, "#objections", "/answer");
        assertThat(page.locator("#objections")).containsText("报停单在停机之后");
        assertThat(wrong).isEmpty();
    }
}
