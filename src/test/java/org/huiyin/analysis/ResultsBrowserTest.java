package org.huiyin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.campaign.RoundStage;
import org.huiyin.campaign.RoundView;
import org.huiyin.kernel.Grade;
import org.huiyin.organization.ApiTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** What people and programs see of results. */
@HuiyinTest
@Import(RoundStage.class)
class ResultsBrowserTest {

    @Autowired ApplicationContext beans;
    @Autowired ApiTokens tokens;
    @Autowired JsonMapper json;
    @LocalServerPort int port;

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", name + ".png")));
    }

    /** The round of T-STRATA with low items and remarks. */
    private RoundView april(ResultStage stage, Cast.Troupe company) {
        stage.clock.set("2026-04-06T10:00");
        return company.in(() -> {
            stage.bean(RoundStage.class).customers(company, 6, 10, 15, 9);
            var round = stage.ask(company, "APR", LocalDate.of(2026, 4, 8), false);
            stage.answer(round, Grade.A, ResultStage.A);
            stage.answer(round, Grade.B, ResultStage.B.subList(0, 4));
            stage.answer(round, stage.asked(round.id(), Grade.B).getLast(), ResultStage.B.getLast(),
                    Map.of("performance", "OPPOSED", "appearance", "VERY_SATISFIED"), Map.of(), "高温后旋钮手感变松，不能接受。");
            var c = stage.asked(round.id(), Grade.C);
            stage.answer(round, c.get(0), "60", Map.of("delivery", "OPPOSED", "price", "DISSATISFIED", "life", "INDIFFERENT"), Map.of("delivery", "四次晚交，产线停过一次。"), null);
            stage.answer(round, c.get(1), "70", Map.of("delivery", "DISSATISFIED"), Map.of("packaging", "希望附隔板"), null);
            stage.answer(round, c.get(2), "80", Map.of("service", "VERY_SATISFIED"), Map.of(), null);
            return round;
        });
    }

    @Test
    @Clause({"001/5.4.3.1", "001/5.4.4", "001/5.4.5", "001/5.4.6.1"})
    void a_manager_reads_the_result_and_goes_down_to_the_answers(Page page) {
        var stage = new ResultStage(beans);
        var company = stage.company();
        var home = "http://localhost:" + port + "/c/" + company.slug();
        var april = april(stage, company);
        stage.freeze(company, april);
        var october = company.in(() -> {
            var round = stage.ask(company, "OCT", LocalDate.of(2026, 10, 8), false);
            stage.answer(round, Grade.A, List.of("80", "84", "92", "90", "86", "79"));
            stage.answer(round, Grade.B, List.of("78", "70"));
            return round;
        });
        stage.fold(company);
        Door.signIn(page, port, company.loginOf("SALES_HEAD"), "/c/" + company.slug() + "/results");
        assertThat(page.content()).contains("76.7", "2026 年 4 月", "已会签冻结", "未会签");
        picture(page, "results-list");
        page.navigate(home + "/results/" + april.number());
        assertThat(page.content()).contains("76.7", "未加权平均 81.3", "收到 14 份，14 份有效", "跨过 75 分线", "A 类", "四次晚交");
        picture(page, "results-show");
        page.navigate(home + "/results/" + october.number());
        assertThat(page.content()).contains("和上一轮");
        picture(page, "results-october");
        page.navigate(home + "/results/" + april.number() + "/customers");
        assertThat(page.content()).contains("压线");
        picture(page, "results-customers");
        page.navigate(home + "/results/" + april.number() + "/customers?q=nobody");
        picture(page, "results-customers-nobody");
        page.navigate(home + "/results/" + april.number() + "/items/delivery?by=class&slice=C");
        assertThat(page.content()).contains("四次晚交");
        picture(page, "results-item");
        page.navigate(home + "/results/compare");
        assertThat(page.content()).contains("不能下结论");
        picture(page, "results-compare");
        page.setViewportSize(390, 844);
        for (String path : List.of("/results", "/results/" + april.number(), "/results/" + april.number() + "/items/delivery", "/results/compare",
                "/results/" + april.number() + "/customers")) {
            page.navigate(home + path);
            picture(page, "results-phone" + path.replaceAll("\\W", "-"));
            var wide = (Number) page.evaluate("document.documentElement.scrollWidth");
            assertThat(wide.intValue()).as(path).isLessThanOrEqualTo(390);
        }
    }

    @Test
    @Clause("001/5.4.3.1")
    void the_result_is_a_workbook_a_report_and_json() throws Exception {
        var stage = new ResultStage(beans);
        var company = stage.company();
        var round = april(stage, company);
        stage.freeze(company, round);
        var token = company.in(() -> tokens.make(company.salesHead(), "ERP", Set.of("result.read", "customer.read", "customer.readAll", "answer.read"), null)).secret();
        var one = get("/api/v1/rounds/" + round.number() + "/results", token);
        assertThat(one.statusCode()).isEqualTo(200);
        var body = json.readTree(one.body());
        assertThat(body.at("/result/index/mean").decimalValue().setScale(1, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("76.7");
        assertThat(body.at("/provisional").asBoolean()).isFalse();
        var customers = json.readTree(get("/api/v1/rounds/" + round.number() + "/results/customers?size=3", token).body());
        assertThat(customers.size()).isEqualTo(3);
        assertThat(customers.at("/0/score").decimalValue()).isEqualByComparingTo("60");
        assertThat(get("/api/v1/rounds/DC-1999-0001/results", token).statusCode()).isEqualTo(404);
        var narrow = company.in(() -> tokens.make(company.salesHead(), "X", Set.of("customer.read"), null)).secret();
        assertThat(get("/api/v1/rounds/" + round.number() + "/results", narrow).statusCode()).isEqualTo(403);
        var excel = get("/api/v1/rounds/" + round.number() + "/results/export", token);
        assertThat(excel.statusCode()).isEqualTo(200);
        assertThat(excel.body()).startsWith((byte) 'P', (byte) 'K');
        var other = stage.company();
        var foreign = other.in(() -> tokens.make(other.salesHead(), "ERP", Set.of("result.read"), null)).secret();
        assertThat(get("/api/v1/rounds/" + round.number() + "/results", foreign).statusCode()).isEqualTo(404);
    }

    @Test
    @Clause({"001/5.4.3.1", "001/7"})
    void the_report_is_printed_on_the_companys_form(Page page) throws Exception {
        var stage = new ResultStage(beans);
        var company = stage.company();
        var round = april(stage, company);
        stage.freeze(company, round);
        Door.signIn(page, port, company.loginOf("QUALITY"), "/c/" + company.slug() + "/results");
        var home = "http://localhost:" + port + "/c/" + company.slug() + "/results/" + round.number();
        var pdf = page.request().get(home + "/report.pdf").body();
        var kept = Path.of("target", "browser", "results-report.pdf");
        java.nio.file.Files.createDirectories(kept.getParent());
        java.nio.file.Files.write(kept, pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("QP-12-13", "76.7", "收到 14 份", "会签", "周衡");
        }
        var excel = page.request().get(home + "/result.xlsx").body();
        try (var book = new org.dhatim.fastexcel.reader.ReadableWorkbook(new ByteArrayInputStream(excel))) {
            assertThat(book.getSheets().map(sheet -> sheet.getName())).contains("满意度指数", "各类客户", "切面", "各项得分率", "客户得分", "答卷");
        }
        assertThat(page.request().get("http://localhost:" + port + "/c/" + company.slug() + "/results.xlsx").status()).isEqualTo(200);
    }

    @Test
    @Clause({"003/4.5.3", "001/5.4.3.3"})
    void the_report_prints_what_was_ruled_out_and_that_the_rule_of_scoring_changed(Page page) throws Exception {
        var stage = new ResultStage(beans);
        var company = stage.company();
        stage.clock.set("2026-04-06T10:00");
        var april = company.in(() -> {
            stage.bean(RoundStage.class).customers(company, 18, 0, 0, 0);
            var round = stage.ask(company, "APR", LocalDate.of(2026, 4, 8), false);
            var people = stage.asked(round.id(), Grade.A);
            people.subList(0, 17).forEach(i -> stage.answer(round, i, "80", Map.of(), Map.of(), null));
            var line = stage.answer(round, people.getLast(), "100", Map.of(), Map.of(), null);
            stage.doubt(line, "STRAIGHT_LINE");
            stage.judge(line, "INVALID", "电话确认：没有读题", company.quality());
            return round;
        });
        stage.freeze(company, april);
        var october = company.in(() -> {
            stage.clock.set("2026-09-20T09:00");
            stage.procedure(LocalDate.of(2026, 9, 1), "bands.bands.1.from", "79");
            stage.procedure(LocalDate.of(2026, 9, 1), "analysis.target", "85");
            var round = stage.ask(company, "OCT", LocalDate.of(2026, 10, 8), false);
            stage.asked(round.id(), Grade.A).forEach(i -> stage.answer(round, i, "81.66", Map.of(), Map.of(), null));
            return round;
        });
        stage.fold(company);
        Door.signIn(page, port, company.loginOf("SALES_HEAD"), "/c/" + company.slug() + "/results/" + april.number());
        var home = "http://localhost:" + port + "/c/" + company.slug() + "/results/";
        assertThat(page.content()).contains("收到 18 份，17 份有效，1 份无效（电话确认：没有读题）");
        assertThat(paper(page, home + april.number())).contains("收到18份，17份有效，1份无效（电话确认：没有读题）").doesNotContain("评分规则变了");
        page.navigate(home + october.number());
        assertThat(page.content()).contains("两轮之间评分规则变了", "目标 85.0，差 -3.3");
        assertThat(paper(page, home + october.number())).contains("两轮之间评分规则变了", "目标85.0，差-3.3");
        page.navigate(home.replaceFirst("/$", ""));
        assertThat(page.content()).contains("评分规则变了");
    }

    /** The words of the report without its line breaks and blanks. */
    private static String paper(Page page, String round) throws Exception {
        try (var document = Loader.loadPDF(page.request().get(round + "/report.pdf").body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    private HttpResponse<byte[]> get(String path, String token) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
