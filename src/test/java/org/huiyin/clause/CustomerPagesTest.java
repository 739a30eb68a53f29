package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.customer.Customers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A head of sales brings her list in, grades it and looks at a customer, in the browser. */
@HuiyinTest
class CustomerPagesTest {

    private static final String LIST = """
            客户编号,客户名称,简称,企业性质,规模,主要产品,需求,客户类别,区域,合作日期,配合度,发展潜力,付款情况,行业知名,联系人,职务,邮箱
            C001,晨曜车载音响有限公司,晨曜,民营,500 人,车载功放,每月 3 万台,整车配套,华南,2020-02-01,非常融洽,大,需提醒,是,高屹,供应商质量,gao@chenyao.example
            C001,晨曜车载音响有限公司,,,,,,,,,,,,,陈可,采购,chen@chenyao.example
            C002,明岳电子有限公司,明岳,合资,200 人,连接器,每月 10 万只,售后,华东,2023-05-01,较好,较大,按时,否,魏来,物流,wei@mingyue.example
            C003,远山五金厂,,民营,,五金件,,售后,华东,2026-01-15,一般,一般,需多次提醒,,,,
            C004,北辰实业,,民营,80 人,外壳,不定,其他,华北,2019-03-03,非常融洽,大,极差,是,,,
            C005,坏日期,,,,,,,,下辈子,,,,,,,
            """;
    private static final String SALES = "客户编号,2025年10月（万元）,2025年11月（万元）,2026年1月（万元）,2026年2月（万元）\nC001,10,12.5,15,11.12\nC002,4,5,4,3\nC003,1,0,2,-1\nC004,20,20,1,1\n";

    @Autowired Cast cast;
    @Autowired Later later;
    @Autowired TestClock clock;
    @Autowired Customers customers;
    @LocalServerPort int port;

    @Test
    @Clause({"001/5.1.3.2", "001/5.4.1", "001/5.4.2.1b", "001/5.4.2.1e"})
    void a_list_comes_in_is_graded_and_a_customer_is_looked_at(Page page) {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        clock.set("2026-03-01T10:00");
        var home = "http://localhost:" + port + "/c/" + troupe.slug();
        page.navigate("http://localhost:" + port + "/login");
        page.locator("input[name=username]").fill(troupe.loginOf("SALES_HEAD"));
        page.locator("input[name=password]").fill(Cast.PASSWORD);
        page.locator("button.pri, main form button").first().click();
        page.waitForURL("**/c/**");
        page.navigate(home + "/customers");
        picture(page, "customers-empty");
        bringIn(page, home, "CUSTOMERS", "客户名单.csv", LIST, "import");
        bringIn(page, home, "SALES", "销售.csv", SALES, "import-sales");
        page.navigate(home + "/customers");
        assertThat(page.locator("tbody tr").count()).isEqualTo(4);
        picture(page, "customers");
        page.navigate(home + "/customers?q=cycz");
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        page.navigate(home + "/gradings");
        page.locator("form.one button.pri").click();
        page.waitForURL("**/gradings/DJ-*");
        page.locator("tbody details summary").first().click();
        picture(page, "grading");
        assertThat(page.locator("form[action$=confirmation] button").isDisabled()).isTrue();
        page.locator("summary:has-text('裁定')").first().click();
        page.locator("details[open].confirm select[name=grade]").selectOption("D");
        page.locator("details[open].confirm input[name=reason]").fill("长期拖欠，先按 D 类处理");
        page.locator("details[open].confirm form button.push").click();
        page.locator("form[action$=confirmation] button").click();
        page.waitForLoadState();
        assertThat(troupe.in(() -> customers.byCode(head, "C001")).grade().name()).isEqualTo("A");
        page.navigate(home + "/customers/C001");
        picture(page, "customer");
        page.setViewportSize(390, 844);
        picture(page, "customer-390");
        page.navigate(home + "/customers");
        picture(page, "customers-390");
        page.setViewportSize(1440, 900);
        page.navigate(home + "/customers/C001/edit");
        picture(page, "customer-edit");
        assertPaper(page, home + "/customers/C001/file.pdf", "customer-file", "C001");
        assertPaper(page, home + "/customers.pdf?q=C001", "customer-list", "C001");
        page.navigate(home + "/customers/requirements");
        assertThat(page.locator("h1").textContent()).contains("特殊要求");
    }

    /** On the company's form, with its number and its clause, on a page of so many. */
    private static void assertPaper(Page page, String address, String name, String within) {
        var answer = page.request().get(address);
        assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(answer.body())) {
            var text = new org.apache.pdfbox.text.PDFTextStripper().getText(pdf);
            assertThat(text).contains(within, "QP-12-0", "条款", "第 1 页 共 1 页", "打印");
            javax.imageio.ImageIO.write(new org.apache.pdfbox.rendering.PDFRenderer(pdf).renderImageWithDPI(0, 80), "png", Path.of("target", "shots", name + ".png").toFile());
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private void bringIn(Page page, String home, String kind, String name, String content, String picture) {
        page.navigate(home + "/customers/imports");
        page.locator("input[name=kind][value=" + kind + "]").check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        page.locator("input[type=file]").setInputFiles(new com.microsoft.playwright.options.FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button.push").click();
        page.waitForURL("**/imports/*-*");
        picture(page, picture + "-columns");
        page.locator("form button.push").click();
        page.waitForLoadState();
        later.runDueJobs();
        page.reload();
        picture(page, picture + "-preview");
        page.locator("form[action$=taking] button").click();
        page.waitForLoadState();
        later.runDueJobs();
        page.reload();
        picture(page, picture + "-done");
        assertThat(page.locator(".pill.ok").first().textContent()).contains("已导入");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "shots", name + ".png")));
        assertThat(page.content()).doesNotContain("customer.import.", "customer.field.", "customer.grading.");
    }
}
