package org.huiyin.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.organization.BusinessHours;
import org.huiyin.organization.Calendars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the procedure words as a figure, a list or a route is edited in the profile, and checked. */
@HuiyinTest
class ProfileEditorTest {

    /** Which field of the customer's file holds what, and the words by which the software knows its degrees: no company words them. */
    private static final Set<String> SOFTWARE = Set.of("clauses", "groups", "standards", "assumed", "grading.salesFigure", "grading.partnerMonthsFigure", "grading.ordinals");

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Presets presets;
    @Autowired SettingCatalogue catalogue;
    @Autowired Procedures procedures;
    @Autowired ProfileDrafts drafts;
    @Autowired ProfileApprovals approvals;
    @Autowired Calendars calendars;
    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(strings = {"P000", "P001", "P002", "P003", "P004", "BLANK"})
    void every_figure_list_and_route_of_a_preset_has_a_setting(String preset) {
        var content = presets.content(preset);
        var settings = catalogue.of(content).stream().map(Setting::path).toList();
        var open = new ArrayList<String>();
        leaves("", content.root(), open);
        open.removeIf(leaf -> settings.stream().anyMatch(path -> under(leaf, path)) || SOFTWARE.stream().anyMatch(path -> under(leaf, path))
                || leaf.startsWith("segments.ownerBySegment"));
        assertThat(open).isEmpty();
    }

    private static boolean under(String leaf, String path) {
        return leaf.equals(path) || leaf.startsWith(path + ".");
    }

    private static void leaves(String path, JsonNode node, List<String> found) {
        if (node.isObject() && !node.isEmpty() && !node.has("zh-CN")) {
            node.properties().forEach(entry -> leaves(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), found));
        } else {
            found.add(path);
        }
    }

    private String edit(Browserless browser, String base, String setting, Map<String, String> typed) {
        browser.get(base + "/procedure/draft/setting?path=" + setting);
        var version = new java.util.HashMap<>(typed);
        version.put("path", setting);
        version.putIfAbsent("version", "999");
        var answer = browser.post(base + "/procedure/draft/setting", version);
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    @Clause("001/5.4.2.1 e")
    void the_company_words_its_own_criteria() {
        var troupe = cast.company("P001");
        var control = Browserless.of(port, troupe.adminLogin());
        var base = "/c/" + troupe.slug();
        assertThat(control.get(base + "/procedure/draft/setting?path=grading.classes").body()).contains("评级期内销售额", "name=\"limit_A\"", "300000", "配合很融洽");
        // A: sales 500 000, fitted in vehicles; both needed. B: cooperation. C gone.
        var kept = edit(control, base, "grading.classes", Map.of("minimum_A", "2", "figure_A", "sales", "limit_A", "500,000",
                "minimum_B", "1", "figure_B", "cooperation", "degree_B", "cooperation:RATHER_HARMONIOUS"));
        assertThat(kept).startsWith("422").contains("A 类：要满足的条数在 1 到 1（条件总数）之间");
        assertThat(edit(control, base, "grading.classes", Map.of("minimum_A", "1", "figure_A", "sales", "limit_A", "500,000",
                "minimum_B", "1", "figure_B", "cooperation", "degree_B", "cooperation:RATHER_HARMONIOUS"))).startsWith("302");
        troupe.run(() -> {
            var classes = drafts.current().orElseThrow().content().at("grading.classes");
            assertThat(classes.size()).isEqualTo(2);
            assertThat(classes.toString()).contains("\"limit\":500000", "\"code\":\"A1\"", "\"degree\":\"RATHER_HARMONIOUS\"", "DEGREE_AT_LEAST");
        });
        assertThat(control.get(base + "/procedure/draft").body()).contains("1 条满足 1 条", "评级期内销售额不低于 500,000");
        assertThat(edit(control, base, "grading.classes", Map.of("minimum_A", "1", "figure_A", "sales", "degree_A", "cooperation:POOR")))
                .as("sales needs a number").startsWith("422").contains("评级期内销售额”要填数值");
        assertThat(edit(control, base, "grading.classes", Map.of("minimum_A", "1", "figure_A", "reputation", "limit_A", "3"))).startsWith("422").contains("是是非项");
        assertThat(edit(control, base, "grading.vetoes", Map.of("figure_D", "payment", "degree_D", "payment:SEVERAL_REMINDERS"))).startsWith("302");
        assertThat(edit(control, base, "grading.salesBase", Map.of("value", "DELIVERED_NET"))).startsWith("302");
        troupe.run(() -> assertThat(drafts.current().orElseThrow().content().at("grading.vetoes").toString()).contains("DEGREE_AT_MOST", "SEVERAL_REMINDERS"));
    }

    @Test
    @Clause({"001/5.4.3.2", "001/5.4.3.3"})
    void a_sixth_degree_needs_points_of_its_own_before_the_draft_is_taken() {
        var troupe = cast.company("P001");
        var admin = troupe.admin();
        troupe.run(() -> {
            var draft = drafts.open(admin);
            var degrees = draft.content().at("scoring.scale.degrees");
            ((tools.jackson.databind.node.ArrayNode) degrees).add(ProfileContent.JSON.readTree(
                    "{\"code\":\"WORST\",\"label\":{\"zh-CN\":\"极差\",\"zh-TW\":\"極差\",\"en\":\"Worst\"}}"));
            drafts.change(admin, draft.id(), "scoring.scale.degrees", degrees, draft.version());
            assertThat(drafts.check(drafts.current().orElseThrow().content())).anyMatch(finding -> finding.refuses() && finding.path().equals("scoring"));
        });
        var control = Browserless.of(port, troupe.adminLogin());
        assertThat(control.get("/c/" + troupe.slug() + "/scoring/draft").body()).contains("极差");
    }

    @Test
    @Clause("001/5.2.1.2")
    void business_hours_are_data_of_the_profile() {
        var troupe = cast.company("P001");
        clock.set("2026-06-01T09:00");
        var control = Browserless.of(port, troupe.adminLogin());
        var base = "/c/" + troupe.slug();
        assertThat(troupe.in(() -> calendars.inForce().closeOf(java.time.LocalDate.of(2026, 6, 2)))).isEqualTo("2026-06-02T09:30:00Z");
        assertThat(control.get(base + "/settings/calendar").body()).contains("08:30–12:00，13:30–17:30");
        assertThat(edit(control, base, "clock.hours", Map.of("from", "12:00", "to", "09:00"))).startsWith("422").contains("12:00–09:00");
        assertThat(edit(control, base, "clock.hours", Map.of("from", "09:00", "to", "16:00"))).startsWith("302");
        assertThat(troupe.in(() -> calendars.hours().close())).as("a draft holds nothing").isEqualTo(LocalTime.of(17, 30));
        var head = troupe.as("MANAGEMENT_REPRESENTATIVE");
        troupe.run(() -> {
            var draft = drafts.current().orElseThrow();
            var submission = drafts.submit(troupe.admin(), draft.id(), draft.version(), procedures.today(), "四点下班");
            var boss = head.may("profile.approve") ? head : troupe.generalManager();
            approvals.approve(boss, submission.id(), procedures.today(), "");
            assertThat(calendars.hours()).isEqualTo(new BusinessHours(List.of(new BusinessHours.Span(LocalTime.of(9, 0), LocalTime.of(16, 0)))));
            assertThat(calendars.inForce().closeOf(java.time.LocalDate.of(2026, 6, 2))).isEqualTo("2026-06-02T08:00:00Z");
        });
    }

    @Test
    @Clause("001/5.4.2.1 e")
    void one_removes_a_criterion_and_adds_another_in_the_browser(com.microsoft.playwright.Page page) {
        var troupe = cast.company("P001");
        var base = "/c/" + troupe.slug();
        org.huiyin.Door.signIn(page, port, troupe.adminLogin(), base + "/procedure/draft/setting?path=grading.classes");
        page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target/pictures/criteria.png")));
        page.locator("select[name=figure_B]").nth(4).selectOption("");
        page.locator("select[name=figure_B]").nth(5).selectOption("reputation");
        page.locator("input[name=limit_B]").first().fill("180,000");
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= 390")).isEqualTo(true);
        page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target/pictures/criteria-390.png")));
        page.click("main form button.pri");
        page.waitForSelector(".toast");
        page.setViewportSize(1440, 900);
        page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target/pictures/criteria-draft.png")));
        troupe.run(() -> {
            var b = drafts.current().orElseThrow().content().at("grading.classes.1");
            assertThat(b.path("criteria").size()).isEqualTo(5);
            assertThat(b.toString()).contains("\"limit\":180000", "reputation").doesNotContain("payment");
        });
        page.navigate("http://localhost:" + port + base + "/procedure/draft/setting?path=clock.hours");
        page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/pictures/hours.png")));
    }
}
