package org.huiyin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.analysis.ImportanceChart.Row;
import org.huiyin.analysis.ImportanceChart.Way;
import org.huiyin.analysis.Quadrants.Quadrant;
import org.huiyin.campaign.RoundStage;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.answers.AnswerChannel;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.campaign.answers.DoubtRule;
import org.huiyin.campaign.answers.Entries;
import org.huiyin.campaign.answers.FormContent;
import org.huiyin.campaign.answers.StaffEntry;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Sentence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Importance against satisfaction, from the form to chart, workbook and paper (003/5.1). */
@HuiyinTest
@Import(RoundStage.class)
class QuadrantPagesTest {

    private static final List<String> ITEMS = List.of("quality", "response", "documents", "training");

    @Autowired ApplicationContext beans;
    @Autowired Entries entries;
    @Autowired Answers answers;
    @LocalServerPort int port;
    private ResultStage stage;
    private Cast.Troupe company;

    @BeforeEach
    void company() {
        stage = new ResultStage(beans);
        company = stage.company("P003");
        stage.clock.set("2026-10-06T10:00");
    }

    private RoundView asked(int customers) {
        return company.in(() -> {
            stage.bean(RoundStage.class).customers(company, customers, 0, 0, 0);
            return stage.ask(company, "YEAR", LocalDate.of(2026, 10, 8), false);
        });
    }

    /** As many whole marks between 1 and 10 as given whose sum is the one given. */
    private static List<Integer> marks(int count, int sum) {
        List<Integer> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            marks.add(sum / count + (i < sum % count ? 1 : 0));
        }
        return marks;
    }

    private static Map<String, String> form(List<Integer> satisfaction, List<Integer> importance, int overall) {
        Map<String, String> items = new LinkedHashMap<>();
        for (int i = 0; i < ITEMS.size(); i++) {
            items.put(ITEMS.get(i), "P" + satisfaction.get(i));
            items.put("importance_" + ITEMS.get(i), i % 2 == 0 ? "P" + importance.get(i) : String.valueOf(importance.get(i)));
        }
        items.put("overall", "P" + overall);
        return items;
    }

    /** Ten answers whose means are those of T-IPA. */
    private RoundView golden() {
        var round = asked(10);
        company.run(() -> {
            var people = stage.asked(round.id(), Grade.A);
            var satisfied = List.of(marks(10, 65), marks(10, 88), marks(10, 89), marks(10, 60));
            var important = List.of(marks(10, 90), marks(10, 85), marks(10, 50), marks(10, 52));
            for (int i = 0; i < 10; i++) {
                int at = i;
                stage.store(round, people.get(i), "75", form(satisfied.stream().map(m -> m.get(at)).toList(),
                        important.stream().map(m -> m.get(at)).toList(), 7), Map.of(), null);
            }
        });
        stage.fold(company);
        return round;
    }

    @Test
    @Clause("003/5.1")
    void t_ipa_four_factors_fall_into_four_fields_and_importance_is_not_derived_under_twenty() {
        var view = stage.result(company, company.salesHead(), golden());
        var chart = ImportanceChart.of(view, Way.STATED);
        var quadrants = Objects.requireNonNull(chart.quadrants());
        assertThat(quadrants.importanceCut()).isEqualByComparingTo("6.925");
        assertThat(quadrants.satisfactionCut()).isEqualByComparingTo("7.55");
        assertThat(chart.rows()).extracting(Row::quadrant).containsExactly(Quadrant.FOCUS_IMPROVEMENT, Quadrant.KEEP_STABLE,
                Quadrant.POSSIBLE_OVERKILL, Quadrant.LOW_PRIORITY);
        var derived = ImportanceChart.of(view, Way.DERIVED);
        assertThat(derived.quadrants()).isNull();
        assertThat(derived.missing()).isEqualTo(new Sentence("analysis.derived.tooFew", 10, 20));
        assertThat(view.result().items()).extracting(RoundResult.ItemResult::item).containsExactlyElementsOf(ITEMS);
        var rows = company.in(() -> stage.bean(Results.class).customers(company.salesHead(), view.round(), CustomerScoreFilter.WORST));
        assertThat(rows).as("importance 5 is no dissatisfaction").allMatch(row -> row.lowItems() == 0);
    }

    @Test
    @Clause("003/5.1")
    void derived_importance_is_the_correlation_with_the_overall_mark() {
        var round = asked(24);
        var random = new Random(4711);
        List<List<Integer>> given = new ArrayList<>();
        company.run(() -> stage.asked(round.id(), Grade.A).forEach(person -> {
            int overall = 4 + random.nextInt(7);
            var satisfaction = List.of(Math.clamp(overall - 1 + random.nextInt(3), 1, 10), 1 + random.nextInt(10), 11 - overall, 8);
            var all = new ArrayList<>(satisfaction);
            all.add(overall);
            given.add(all);
            stage.store(round, person, "75", form(satisfaction, List.of(5, 6, 7, 8), overall), Map.of(), null);
        }));
        stage.fold(company);
        var chart = ImportanceChart.of(stage.result(company, company.salesHead(), round), Way.DERIVED);
        for (int item = 0; item < 3; item++) {
            assertThat(Objects.requireNonNull(chart.rows().get(item).importance()).doubleValue()).isCloseTo(pearson(given, item), within(1e-9));
            assertThat(chart.rows().get(item).answers()).isEqualTo(24);
        }
        assertThat(chart.rows().get(2).importance()).isEqualByComparingTo(new BigDecimal("-1"));
        assertThat(Objects.requireNonNull(chart.rows().get(3).derived()).disabled()).isEqualTo(new Sentence("analysis.derived.noSpread"));
        assertThat(chart.rows().get(3).quadrant()).isNull();
        assertThat(Objects.requireNonNull(chart.quadrants()).factors()).hasSize(3);
    }

    private static double pearson(List<List<Integer>> given, int item) {
        double n = given.size();
        double x = 0, y = 0, xy = 0, xx = 0, yy = 0;
        for (List<Integer> one : given) {
            double a = one.get(item);
            double b = one.get(4);
            x += a;
            y += b;
            xy += a * b;
            xx += a * a;
            yy += b * b;
        }
        return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
    }

    @Test
    @Clause("003/4.5.3")
    void an_overall_nine_over_items_up_to_four_is_doubted_when_it_is_entered() {
        var round = asked(2);
        company.run(() -> {
            var people = stage.asked(round.id(), Grade.A);
            var head = company.salesHead();
            var torn = new FormContent(form(List.of(4, 3, 2, 4), List.of(9, 9, 9, 9), 9), Map.of(), Set.of(), null);
            var one = entries.enter(head, people.getFirst().id(), new StaffEntry(AnswerChannel.PHONE, torn, head.id(), null, null));
            var fair = new FormContent(form(List.of(4, 3, 2, 5), List.of(9, 9, 9, 9), 9), Map.of(), Set.of(), null);
            var two = entries.enter(head, people.getLast().id(), new StaffEntry(AnswerChannel.PHONE, fair, head.id(), null, null));
            assertThat(answers.find(head, round.id(), people.getFirst().number()).rules()).containsExactly(DoubtRule.CONTRADICTION);
            assertThat(answers.find(head, round.id(), people.getLast().number()).rules()).isEmpty();
            assertThat(answers.get(one).score()).isEqualByComparingTo(answers.get(one).score());
            assertThat(answers.get(two).items()).containsEntry("overall", "P9");
        });
    }

    @Test
    @Clause({"003/5.1", "003/5.2"})
    void the_chart_stands_on_the_page_in_the_workbook_and_in_the_report(Page page) throws Exception {
        var round = golden();
        var home = "http://localhost:" + port + "/c/" + company.slug() + "/results/" + round.number();
        Door.signIn(page, port, company.loginOf("SALES_HEAD"), "/c/" + company.slug() + "/results/" + round.number());
        page.click("text=重要度与满意度");
        assertThat(page.content()).contains("重点改进", "保持稳定", "可能过度", "次要", "6.93", "7.55", "产品质量");
        picture(page, "quadrants");
        page.click("text=由总体评分推算");
        assertThat(page.content()).contains("只有 10 份答卷，不到 20 份");
        page.setViewportSize(390, 844);
        page.navigate(home + "/importance");
        picture(page, "quadrants-phone");
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(390);
        try (var document = Loader.loadPDF(page.request().get(home + "/report.pdf").body())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("重要度与满意度", "重点改进", "6.93", "不到 20 份");
            var image = new org.apache.pdfbox.rendering.PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                javax.imageio.ImageIO.write(image.renderImage(i), "png", Path.of("target", "browser", "quadrants-paper-" + i + ".png").toFile());
            }
        }
        try (var book = new org.dhatim.fastexcel.reader.ReadableWorkbook(new ByteArrayInputStream(page.request().get(home + "/result.xlsx").body()))) {
            var sheet = book.findSheet("重要度与满意度").orElseThrow();
            try (var rows = sheet.openStream()) {
                assertThat(rows.map(row -> row.getCellText(1) + " " + row.getCellText(2) + " " + row.getCellText(7)).toList())
                        .anyMatch(line -> line.startsWith("产品质量 9") && line.endsWith("重点改进"));
            }
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", name + ".png")));
    }
}
