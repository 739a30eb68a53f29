package org.huiyin.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.Postbox;
import org.huiyin.TestClock;
import org.huiyin.organization.ApiTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HuiyinTest
@Import(RoundStage.class)
class RoundWalkTest {

    @Autowired Cast cast;
    @Autowired Rounds rounds;
    @Autowired Samples samples;
    @Autowired Invitations invitations;
    @Autowired RoundStage stage;
    @Autowired Later later;
    @Autowired TestClock clock;
    @Autowired ApiTokens tokens;
    @Autowired JsonMapper json;
    @LocalServerPort int port;

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pages", name + ".png")));
    }

    @Test
    @Clause("001/5.4.2.1a")
    void from_the_plan_to_the_sent_round_in_the_browser(Page page) {
        var company = cast.company("P001");
        clock.set("2026-04-07T10:00");
        company.run(() -> stage.customers(company, 6, 10, 15, 9));
        try (var box = Postbox.open()) {
            Door.signIn(page, port, company.loginOf("SALES_CLERK"), "/c/" + company.slug() + "/rounds");
            picture(page, "rounds-empty");
            page.locator("a.btn.pri").click();
            page.fill("#f-title", "2026 年 4 月集中调查");
            picture(page, "plan");
            page.locator("main button.pri").click();
            assertThat(page.locator("h1")).containsText("抽样名单");
            page.locator(".acts button.pri").click();
            assertThat(page.locator(".toast")).containsText("抽出 14 家");
            page.selectOption("#f-leaving", new com.microsoft.playwright.options.SelectOption().setIndex(7));
            page.selectOption("#f-entering", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.fill("#f-reason", "对方四月停产检修");
            page.locator("form[action$='/sample/changes'] button").click();
            assertThat(page.locator("main")).containsText("对方四月停产检修");
            picture(page, "sample");
            page.locator(".acts form[action$='/submission'] button").click();
            assertThat(page.locator(".head .pill").first()).containsText("待审批");
            var id = company.in(() -> rounds.list().getFirst().id());
            company.run(() -> stage.decide(company, company.salesHead(), samples.approval(id).orElseThrow().id(), true));
            clock.set("2026-04-08T10:00");
            page.navigate("http://localhost:" + port + "/c/" + company.slug() + "/rounds/DC-2026-0001/sending");
            page.selectOption("select[name^=way-] >> nth=0", "LETTER");
            page.selectOption("select[name^=way-] >> nth=1", "WECHAT");
            picture(page, "choose");
            page.locator("form[action$='/invitations'] button").click();
            assertThat(page.locator(".toast")).containsText("已准备 14 份");
            picture(page, "sending");
            page.locator(".acts details.confirm summary").click();
            page.locator(".acts details.confirm button").click();
            assertThat(page.locator(".toast")).containsText("12 封邮件在发");
            later.runDueJobs();
            clock.set("2026-04-20T10:00");
            company.run(() -> {
                later.runRoutine(company.id(), "campaign.remind");
                var all = invitations.of(id);
                all.stream().limit(9).forEach(i -> invitations.answered(i.id(), clock.instant()));
                invitations.opened(all.get(10).id());
                invitations.noteBounce(org.huiyin.kernel.PersonId.SYSTEM, all.get(11).id(), "550 5.1.1 User unknown");
            });
            clock.set("2026-05-06T09:00");
            page.navigate("http://localhost:" + port + "/c/" + company.slug() + "/rounds/DC-2026-0001");
            assertThat(page.locator("main")).containsText("退信");
            picture(page, "round");
            page.locator("table[data-rows] tbody input").first().check();
            assertThat(page.locator("#bulk")).isVisible();
            picture(page, "round-bulk");
            page.setViewportSize(390, 844);
            picture(page, "round-390");
            page.setViewportSize(1440, 900);
            page.navigate("http://localhost:" + port + "/c/" + company.slug() + "/invitations/WJ-2026-0012");
            picture(page, "invitation");
            page.navigate("http://localhost:" + port + "/c/" + company.slug() + "/rounds/coverage");
            picture(page, "coverage");
            page.navigate("http://localhost:" + port + "/c/" + company.slug() + "/rounds/texts");
            picture(page, "texts");
            page.navigate("http://localhost:" + port + "/c/" + company.slug() + "/rounds");
            picture(page, "rounds");
            page.navigate("http://localhost:" + port + "/c/" + company.slug() + "/rounds/DC-2026-0001/preview");
            picture(page, "preview");
            page.context().addCookies(java.util.List.of(new com.microsoft.playwright.options.Cookie("lang", "en").setUrl("http://localhost:" + port)));
            page.navigate("http://localhost:" + port + "/c/" + company.slug() + "/rounds/DC-2026-0001");
            picture(page, "round-en");
            page.navigate("http://localhost:" + port + "/c/" + company.slug() + "/rounds/DC-2026-0001/sample");
            picture(page, "sample-en");
        }
    }

    @Test
    @Clause("001/5.4.2.1")
    void lists_and_forms_come_as_files_and_the_auditor_changes_nothing() {
        var company = cast.company("P001");
        clock.set("2026-04-07T10:00");
        company.run(() -> {
            stage.customers(company, 2, 2, 0, 0);
            var id = rounds.plan(company.salesClerk(), NewRound.central("APR", "四月", LocalDate.of(2026, 4, 8)));
            samples.propose(company.salesClerk(), id);
        });
        var home = "/c/" + company.slug();
        var auditor = Browserless.of(port, company.loginOf("AUDITOR"));
        for (var path : java.util.List.of("/rounds", "/rounds/DC-2026-0001", "/rounds/DC-2026-0001/sample", "/rounds/DC-2026-0001/sending", "/rounds/coverage",
                "/rounds.xlsx", "/rounds/DC-2026-0001/people.xlsx", "/rounds/DC-2026-0001/sample.xlsx", "/rounds/DC-2026-0001/sample.pdf",
                "/rounds/DC-2026-0001/form.pdf", "/rounds/coverage.xlsx", "/rounds/texts")) {
            assertThat(auditor.get(home + path).statusCode()).as(path).isEqualTo(200);
        }
        for (var path : java.util.List.of("/rounds/DC-2026-0001/sample", "/rounds/DC-2026-0001/submission", "/rounds/DC-2026-0001/deliveries",
                "/rounds/DC-2026-0001/cancellation", "/rounds")) {
            assertThat(auditor.post(home + path, java.util.Map.of("title", "x", "opensOn", "2026-04-09", "window", "APR", "reason", "x")).statusCode())
                    .as(path).isEqualTo(403);
        }
        assertThat(auditor.get(home + "/rounds/DC-2026-9999").statusCode()).isEqualTo(404);
        var other = Browserless.of(port, cast.company("P001").loginOf("AUDITOR"));
        assertThat(other.get(home + "/rounds/DC-2026-0001").statusCode()).isEqualTo(404);
        var clerk = Browserless.of(port, company.loginOf("SALES_CLERK"));
        assertThat(clerk.post(home + "/rounds", java.util.Map.of("title", "", "opensOn", "8. April", "window", "APR")).statusCode()).isEqualTo(422);
    }

    @Test
    @Clause("001/5.4.2.1")
    void a_program_drives_a_round_and_repeats_without_harm() throws Exception {
        var company = cast.company("P001");
        clock.set("2026-04-08T10:00");
        company.run(() -> stage.customers(company, 3, 2, 0, 0));
        var clerk = company.salesClerk();
        var token = company.in(() -> tokens.make(clerk, "ERP", Set.of("round.read", "round.plan", "round.collect"), null)).secret();
        var plan = "{\"window\":\"APR\",\"title\":\"四月\",\"opensOn\":\"2026-04-08\"}";
        var once = call(token, "POST", "/rounds", plan, "k1", 201);
        assertThat(call(token, "POST", "/rounds", plan, "k1", 201)).isEqualTo(once);
        assertThat(call(token, "GET", "/rounds", null, null, 200)).hasSize(1);
        var number = once.get("number").asString();
        var sample = call(token, "POST", "/rounds/" + number + "/sample", "", "k2", 200);
        var b = sample.get("strata").get(1).get("customers");
        call(token, "POST", "/rounds/" + number + "/sample/changes", "{\"leaving\":\"" + b.get(0).get("customer").asString() + "\",\"entering\":\""
                + b.get(1).get("customer").asString() + "\",\"reason\":\"停产\"}", "k3", 200);
        var approval = call(token, "POST", "/rounds/" + number + "/submission", "", "k4", 202).get("approval").asString();
        call(token, "POST", "/rounds/" + number + "/invitations", "[]", "k5", 409);
        company.run(() -> stage.decide(company, company.salesHead(), java.util.UUID.fromString(approval), true));
        assertThat(call(token, "POST", "/rounds/" + number + "/invitations", "[]", "k6", 201)).hasSize(4);
        assertThat(call(token, "POST", "/rounds/" + number + "/deliveries", "{}", "k7", 202).get("mails").asInt()).isEqualTo(4);
        assertThat(call(token, "POST", "/rounds/" + number + "/deliveries", "{}", "k8", 202).get("mails").asInt()).isZero();
        assertThat(call(token, "GET", "/invitations/WJ-2026-0001/link", null, null, 200).get("link").asString()).startsWith(RoundStage.BASE);
        call(token, "POST", "/invitations/WJ-2026-0001/revocation", "{\"reason\":\"发错\"}", "k9", 200);
        call(token, "GET", "/invitations/WJ-2026-0001/link", null, null, 409);
        call(token, "GET", "/rounds/DC-2026-0099", null, null, 404);
    }

    private JsonNode call(String token, String method, String path, @org.jspecify.annotations.Nullable String body,
            @org.jspecify.annotations.Nullable String key, int status) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }
}
