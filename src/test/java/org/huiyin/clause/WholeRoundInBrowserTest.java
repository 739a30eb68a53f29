package org.huiyin.clause;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.Postbox;
import org.huiyin.TestClock;
import org.huiyin.campaign.RoundStage;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.sheets.SheetWriter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A whole round as people walk it, each at her own browser: from a messy list to the customer who was told (001/5.4). */
@HuiyinTest
@Import(RoundStage.class)
class WholeRoundInBrowserTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final byte[] SCAN = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");
    private static final List<String> ITEMS = List.of("appearance", "dimensions", "packaging", "performance", "life", "improvement", "delivery",
            "transport", "price", "service");
    private static final String ROUND = "/rounds/DC-2026-0001";

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Later later;
    @LocalServerPort int port;

    private final Map<String, Page> desks = new HashMap<>();
    private Cast.Troupe company;
    private Browser browser;
    private int picture;

    @Test
    @Clause({"001/5.1.3.2", "001/5.4.1", "001/5.4.2", "001/5.4.2.1a", "001/5.4.2.1b", "001/5.4.3.1", "001/5.4.4", "001/5.4.5", "001/5.4.6.1", "001/5.4.6.2",
            "001/5.4.6.3"})
    void a_round_goes_from_the_messy_list_to_the_customer_who_was_told(Browser chromium) {
        browser = chromium;
        company = cast.company("P001");
        clock.set("2026-03-02T09:00");
        try (var box = Postbox.open()) {
            bringIn("CUSTOMERS", "客户名单（新）.xlsx", customers());
            bringIn("SALES", "销售额.xlsx", sales());
            grade();
            plan();
            var links = send();
            var gao = links.stream().filter(this::asksGao).findFirst().orElseThrow();
            answer(gao);
            later.runDueJobs();
            org.assertj.core.api.Assertions.assertThat(box.received()).as("mails of the round").isNotEmpty();
            paper();
            late(links.stream().filter(link -> !link.equals(gao)).findFirst().orElseThrow());
            judge();
            freeze();
            look();
            improve();
        } finally {
            desks.values().forEach(page -> page.context().close());
        }
    }

    /** Her browser, in which she has signed in. */
    private Page of(String role) {
        return desks.computeIfAbsent(role, r -> {
            var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
            context.setDefaultTimeout(15_000);
            var page = context.newPage();
            Door.signIn(page, port, company.loginOf(r), "/c/" + company.slug());
            return page;
        });
    }

    private Page go(String role, String path) {
        var page = of(role);
        page.navigate("http://localhost:" + port + "/c/" + company.slug() + path);
        return page;
    }

    /** Takes the task with these words from her desk, as a stranger would who reads nothing else. */
    private Page task(String role, String words) {
        var page = go(role, "");
        assertThat(page.locator("main")).containsText(words);
        page.locator("table.tasks tr", new Page.LocatorOptions().setHasText(words)).first().locator("td.act a").click();
        return page;
    }

    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "walk", "round-%02d-%s.png".formatted(++picture, name))));
    }

    private static byte[] sheet(List<String> heading, String header, List<String> rows) {
        var out = new ByteArrayOutputStream();
        try (var writer = new SheetWriter(out)) {
            writer.sheet(new SheetPlan("名单", heading, Arrays.stream(header.split(",")).map(SheetColumn::text).toList()));
            rows.forEach(row -> writer.row((Object[]) row.split(",", -1)));
        }
        return out.toByteArray();
    }

    private static byte[] customers() {
        return sheet(List.of("屿衡精密客户一览表", "制表：林晓棠"), "序号,客户编号,客户名称,企业性质,规模,主要产品,需求,客户类别,区域,合作日期,配合度,发展潜力,付款情况,行业知名,联系人,职务,邮箱,微信", List.of(
                "1,C001,晨曜车载音响(深圳)有限公司,民营,５００人,车载功放,每月 3 万台,整车配套,华南,2020年2月1日,非常融洽,大,按时,是,高屹,供应商质量,gao@chenyao.example,gaoyi",
                "2,C002,明岳电子有限公司,合资,200 人,连接器,每月 10 万只,售后,华东,2023/5/1,较好,较大,需提醒,否,魏来,物流,wei@mingyue.example,",
                "3,C001,晨曜车载音响（深圳）有限公司,,,,,,,,,,,,陈可,采购,chen@chenyao.example,",
                "4,C004,北辰实业,民营,80 人,外壳,不定,其他,华北,2019.3.3,非常融洽,大,极差,是,方圆,采购,fang@beichen.example,",
                "5,C003,远航电子,民营,300 人,支架,每月 5 万件,整车配套,华东,2019-1-8,非常融洽,大,按时,是,安歌,品质,an@yuanhang.example,ange",
                "6,C005,坏日期公司,民营,10,外壳,不定,其他,华北,下辈子,,,,,,,,"));
    }

    private static byte[] sales() {
        return sheet(List.of(), "客户编号,2025年10月（万元）,2025年11月（万元）,2026年1月（万元）,2026年2月（万元）",
                List.of("C001,10,１２.5,15,¥11.12", "C002,4,5,4,3", "C003,20,20,30,40", "C004,20,20,1,1", "C009,1,1,1,1"));
    }

    private void bringIn(String kind, String name, byte[] file) {
        var page = go("SALES_HEAD", "/customers");
        page.locator("main a[href$='/customers/imports']").first().click();
        page.locator("input[name=kind][value=" + kind + "]").check(new Locator.CheckOptions().setForce(true));
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, XLSX, file));
        page.locator("form[enctype] button.push").click();
        page.waitForURL("**/imports/*-*");
        picture(page, "columns-" + kind);
        page.locator("form button.push").click();
        page.waitForLoadState();
        later.runDueJobs();
        page.reload();
        assertThat(page.locator("main")).containsText(kind.equals("SALES") ? "C009" : "下辈子");
        picture(page, "preview-" + kind);
        page.locator("form[action$=taking] button").click();
        page.waitForLoadState();
        later.runDueJobs();
        page.reload();
        assertThat(page.locator(".pill.ok").first()).containsText("已导入");
    }

    private void grade() {
        var page = go("SALES_HEAD", "/gradings");
        page.locator("form.one button.pri").click();
        page.waitForURL("**/gradings/DJ-*");
        while (page.locator("summary:has-text('裁定')").count() > 0 && page.locator("form[action$=confirmation] button").isDisabled()) {
            page.locator("summary:has-text('裁定')").first().click();
            page.locator("details[open].confirm select[name=grade]").selectOption("B");
            page.locator("details[open].confirm input[name=reason]").fill("付款已有约定");
            page.locator("details[open].confirm form button.push").click();
            page.waitForLoadState();
        }
        picture(page, "grading");
        page.locator("form[action$=confirmation] button").click();
        page.waitForLoadState();
        assertThat(go("SALES_HEAD", "/customers/C001").locator("main")).containsText("A 类");
    }

    private void plan() {
        clock.set("2026-04-07T10:00");
        var page = task("SALES_CLERK", "计划四月集中调查");
        page.fill("#f-title", "2026 年 4 月集中调查");
        picture(page, "plan");
        page.locator("main button.pri").click();
        assertThat(page.locator("h1")).containsText("抽样名单");
        page.locator(".acts button.pri").click();
        assertThat(page.locator(".toast")).containsText("抽出");
        picture(page, "sample");
        page.locator(".acts form[action$='/submission'] button").click();
        assertThat(page.locator(".head .pill").first()).containsText("待审批");
        var approver = task("SALES_HEAD", "审批");
        approver.locator("input[name=password]").fill(Cast.PASSWORD);
        picture(approver, "approval");
        approver.locator("button[name=act][value=approve]").first().click();
        approver.waitForLoadState();
        assertThat(go("SALES_CLERK", ROUND).locator(".head .pill").first()).containsText("待发放");
    }

    /** The links of the contacts who are asked by chat. */
    private List<String> send() {
        clock.set("2026-04-08T10:00");
        var page = task("SALES_CLERK", "发放");
        page.locator("a.btn.pri, a[href$='/sending']").first().click();
        picture(page, "choose");
        way(page, "高屹", "WECHAT");
        way(page, "陈可", "LETTER");
        way(page, "安歌", "WECHAT");
        page.locator("form[action$='/invitations'] button").click();
        assertThat(page.locator(".toast")).containsText("已准备");
        picture(page, "sending");
        var texts = page.locator("ul.silent p.pre");
        var links = texts.allInnerTexts().stream().map(t -> t.substring(t.indexOf("https://")).split("[\\s，。]")[0]).toList();
        org.assertj.core.api.Assertions.assertThat(links).hasSize(2);
        for (int i = 0; i < 2; i++) {
            var form = page.locator("form[action$='/handovers']").first();
            form.locator("input[name=id]").all().forEach(Locator::check);
            form.locator("button.push:not([data-copy])").last().click();
            page.waitForLoadState();
        }
        page.locator(".acts details.confirm summary").click();
        page.locator(".acts details.confirm button").click();
        assertThat(page.locator(".toast")).containsText("邮件在发");
        return links;
    }

    private static void way(Page page, String contact, String way) {
        page.locator("tr", new Page.LocatorOptions().setHasText(Pattern.compile(contact))).locator("select").selectOption(way);
    }

    private void onPhone(String link, Consumer<Page> work) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("zh-CN").setTimezoneId("Asia/Shanghai"))) {
            var page = context.newPage();
            page.navigate("http://localhost:" + port + URI.create(link).getPath());
            work.accept(page);
        }
    }

    private static void choose(Page page, String item, String degree) {
        page.click("label[for='q-" + item + "-" + degree + "']");
    }

    private void answer(String gao) {
        clock.set("2026-04-09T10:00");
        onPhone(gao, page -> {
            clock.set("2026-04-09T10:02");
            ITEMS.forEach(item -> choose(page, item, "SATISFIED"));
            choose(page, "performance", "OPPOSED");
            choose(page, "delivery", "DISSATISFIED");
            page.fill("#c-performance", "卡扣偏紧，装配费劲");
            picture(page, "phone");
            page.dblclick("button[value=send]");
            assertThat(page.locator("body")).containsText("收到了，谢谢您");
            picture(page, "thanks");
            page.reload();
            assertThat(page.locator("body")).containsText("收到了，谢谢您");
        });
    }

    private boolean asksGao(String link) {
        var found = new boolean[1];
        onPhone(link, page -> found[0] = page.locator("body").innerText().contains("高屹"));
        return found[0];
    }

    /** A letter is typed in by digits and compared by somebody else. */
    private void paper() {
        var page = go("SALES_HEAD", ROUND);
        page.locator("a[href$='/entry']").first().click();
        page.locator("tr, li", new Page.LocatorOptions().setHasText("陈可")).locator("a[href*='/entry/WJ-']").first().click();
        page.check("input[name=channel][value=LETTER]", new Page.CheckOptions().setForce(true));
        page.fill("[name=formRevision]", "A0");
        page.fill("[name=receivedOn]", "2026-04-09");
        page.setInputFiles("[name=scan]", new FilePayload("信.png", "image/png", SCAN));
        page.locator("[data-digits] fieldset input").first().focus();
        for (var key : "4443444445".split("")) {
            page.keyboard().press(key);
        }
        picture(page, "paper");
        page.click("[data-next]");
        assertThat(page.locator("body")).containsText("已录入，等另一人核对");
        var checker = task("QUALITY", "的纸质答卷");
        if (!checker.url().contains("/check")) {
            checker.locator("a[href$='/check']").first().click();
        }
        picture(checker, "check");
        checker.click("button[name=agrees][value=true]");
        assertThat(checker.locator("body")).containsText("核对一致，已计入");
    }

    /** After the closing day an answer is still taken, and marked; the same degree ten times is doubted. */
    private void late(String other) {
        clock.set("2026-05-09T09:00");
        later.runRoutine(company.id(), "campaign.remind");
        onPhone(other, page -> {
            clock.set("2026-05-09T09:02");
            ITEMS.forEach(item -> choose(page, item, "VERY_SATISFIED"));
            page.click("button[value=send]");
            assertThat(page.locator("body")).containsText("收到了，谢谢您");
        });
    }

    private void judge() {
        var page = task("QUALITY", "的质疑答卷");
        if (page.locator("button[value=CONFIRMED]").count() == 0) {
            page.locator(".lines a.btn, main table a").first().click();
        }
        page.fill("[name=reason]", "电话问过，确是本人意见");
        picture(page, "doubt");
        page.click("button[value=CONFIRMED]");
        assertThat(page.locator("body")).containsText("核实有效");
    }

    private void freeze() {
        for (var role : List.of("SALES_HEAD", "QUALITY")) {
            var page = task(role, "签字定稿");
            if (page.locator("[name=password]").count() > 0) {
                page.fill("[name=password]", Cast.PASSWORD);
            }
            page.click("main form button.em");
            assertThat(page.locator("body")).containsText(role.equals("QUALITY") ? "第 1 次定稿" : "已签字，等另一方签");
            picture(page, "freeze-" + role);
        }
        later.runDueJobs();
    }

    private void look() {
        var page = go("SALES_HEAD", ROUND);
        page.locator("main a[href*='/results/']").first().click();
        assertThat(page.locator("main")).containsText("晨曜");
        picture(page, "results");
        page.locator("main a[href*='/actions/CP-']").first().click();
        assertThat(page.locator("h1")).containsText("CP-2026-");
    }

    private void improve() {
        var page = task("DEPARTMENT_HEAD", "接收措施");
        page.locator("#acceptance button.pri").click();
        for (int level = 1; level <= 5; level++) {
            if (level == 1) {
                page.locator("#causes form[action$='/causes'] textarea").last().fill("因为 1");
                page.locator("#causes form[action$='/causes'] button").last().click();
            } else {
                page.locator("#causes .whys details summary", new Page.LocatorOptions().setHasText("再问")).last().click();
                page.locator("#causes .whys details[open] textarea").fill("因为 " + level);
                page.locator("#causes .whys details[open] form[action$='/causes'] button.push").click();
            }
            assertThat(page.locator("#causes .whys li")).hasCount(level);
        }
        page.locator("#causes form[action$='/analysis'] textarea").fill("检具没有含卡扣力");
        page.locator("#causes form[action$='/analysis'] button").click();
        page.locator("#f-measure").fill("检具加卡扣力");
        page.locator("#measures form[action$='/measures'] button.push").click();
        picture(page, "action");
        clock.set("2026-05-18T10:00");
        page = task("DEPARTMENT_HEAD", "做措施");
        page.locator("#measures form[action$='/done'] textarea").fill("WI-07 B 版");
        page.locator("#measures form[action$='/done'] button.push").click();
        page = task("QUALITY", "验证效果");
        page.locator("input[name=verdict][value=EFFECTIVE]").check(new Locator.CheckOptions().setForce(true));
        page.fill("[name=criterion]", "三批没有再发生");
        page.fill("[name=finding]", "三批都好");
        page.locator("#verification button.pri").click();
        page = task("SALES_HEAD", "告诉客户结果");
        assertThat(page.locator("#closing button")).isDisabled();
        picture(page, "gate");
        page.fill("[name=contact]", "高屹");
        page.fill("#f-told", "已告知改好");
        page.locator("#told button.push").click();
        page = task("SALES_HEAD", "关闭：");
        page.locator("#closing button").click();
        assertThat(page.locator(".head .pill").first()).containsText("已关闭");
        picture(page, "closed");
    }
}
