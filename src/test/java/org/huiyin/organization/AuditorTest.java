package org.huiyin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.audit.AuditFilter;
import org.huiyin.audit.AuditTrail;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The auditor reads everything and changes nothing: asked of every page that takes a post. */
@HuiyinTest
class AuditorTest {

    /** What belongs to the reader herself. */
    private static final Set<String> OWN = Set.of("/language", "/theme", "/density", "/password", "/c/{company}/me/password");

    @Autowired Cast cast;
    @Autowired AuditTrail trail;
    @Autowired People people;
    @Autowired Delegations delegations;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;
    @LocalServerPort int port;

    @Test
    void every_post_of_every_page_is_refused() {
        var troupe = cast.company("P001");
        var auditor = troupe.auditor();
        var browser = Browserless.of(port, troupe.loginOf("AUDITOR"));
        var before = troupe.in(() -> trail.page(auditor, AuditFilter.ALL, 1, 1)).total();
        var tried = new ArrayList<String>();
        for (var pattern : posts()) {
            if (pattern.startsWith("/c/{company}") && !OWN.contains(pattern)) {
                var answer = browser.post(filled(pattern, troupe.slug()), Map.of());
                assertThat(answer.statusCode()).as(pattern).isIn(403, 404, 405);
                tried.add(pattern);
            }
        }
        assertThat(tried).hasSizeGreaterThan(15);
        assertThat(troupe.in(() -> trail.page(auditor, AuditFilter.ALL, 1, 1)).total()).isEqualTo(before);
    }

    @Test
    void every_write_of_the_api_is_refused_as_well() throws Exception {
        var troupe = cast.company("P001");
        var auditor = troupe.auditor();
        var token = troupe.in(() -> tokens.make(auditor, "审核", Set.of("audit.read"), null)).secret();
        var client = java.net.http.HttpClient.newHttpClient();
        var tried = 0;
        for (var entry : writes().entrySet()) {
            for (var method : entry.getValue()) {
                if (entry.getKey().startsWith("/api/")) {
                    var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + filled(entry.getKey(), troupe.slug())))
                            .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                            .method(method.name(), java.net.http.HttpRequest.BodyPublishers.ofString("{}")).build();
                    var answer = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.statusCode()).as(method + " " + entry.getKey()).isIn(403, 404, 405, 415);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(30);
    }

    @Autowired ApiTokens tokens;

    /** Every mapping that is no reading one, with its methods. */
    private java.util.Map<String, Set<HttpMethod>> writes() {
        var found = new java.util.TreeMap<String, Set<HttpMethod>>();
        mappings.getHandlerMethods().keySet().forEach(info -> info.getMethodsCondition().getMethods().stream().map(RequestMethod::asHttpMethod)
                .filter(method -> !Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS).contains(method))
                .forEach(method -> info.getPatternValues().forEach(pattern -> found.computeIfAbsent(pattern, p -> new java.util.LinkedHashSet<>()).add(method))));
        return found;
    }

    @Test
    void the_refusal_is_a_sentence() {
        var troupe = cast.company("P001");
        var browser = Browserless.of(port, troupe.loginOf("AUDITOR"));
        var answer = browser.post("/c/" + troupe.slug() + "/customers", Map.of("name", "x"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("审核员");
    }

    private List<String> posts() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(AuditorTest::changes)
                .flatMap(info -> info.getPatternValues().stream())
                .distinct().sorted().toList();
    }

    private static boolean changes(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream().map(RequestMethod::asHttpMethod).anyMatch(HttpMethod.POST::equals);
    }

    private static String filled(String pattern, String company) {
        return pattern.replace("{company}", company).replaceAll("\\{(id|.*Id)\\}", UUID.randomUUID().toString())
                .replace("{day}", "2026-07-01").replace("{year}", "2027")
                .replaceAll("\\{\\w+:([^{}]|\\{[^{}]*\\})+\\}", "XX-1999-0001").replaceAll("\\{[^}]+\\}", "x");
    }

    @Test
    void the_auditor_reads_the_settings() {
        var troupe = cast.company("P001");
        var browser = Browserless.of(port, troupe.loginOf("AUDITOR"));
        for (var path : List.of("settings", "settings/people", "settings/departments", "settings/roles", "settings/roles/ADMIN",
                "settings/delegations", "settings/calendar", "settings/tokens", "settings/company", "audit", "audit/verification", "me",
                "mails", "mails.xlsx", "webhooks", "settings/people.xlsx", "settings/roles.xlsx", "settings/departments.xlsx", "settings/delegations.xlsx", "audit.xlsx")) {
            assertThat(browser.get("/c/" + troupe.slug() + "/" + path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void a_clerk_does_not_find_what_is_not_hers() {
        var troupe = cast.company("P001");
        var browser = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        for (var path : List.of("settings/people", "settings/roles", "settings/company", "audit", "audit.xlsx", "audit/verification",
                "settings/people/" + troupe.admin().id().value())) {
            assertThat(browser.get("/c/" + troupe.slug() + "/" + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(browser.get("/c/" + troupe.slug() + "/settings/calendar").statusCode()).isEqualTo(200);
        assertThat(browser.post("/c/" + troupe.slug() + "/settings/departments", Map.of("name", "x")).statusCode()).isEqualTo(403);
    }

    @Test
    void a_person_of_another_company_is_not_found_by_her_id() {
        var ours = cast.company("P001");
        var theirs = cast.company("P001");
        var foreign = theirs.salesClerk().id().value();
        var browser = Browserless.of(port, ours.adminLogin());
        assertThat(browser.get("/c/" + ours.slug() + "/settings/people/" + foreign).statusCode()).isEqualTo(404);
        assertThat(browser.post("/c/" + ours.slug() + "/settings/people/" + foreign + "/departure", Map.of()).statusCode()).isEqualTo(404);
        assertThat(browser.get("/c/" + ours.slug() + "/settings/people/not-an-id").statusCode()).isEqualTo(404);
    }

    @Test
    void the_auditor_holds_no_other_role_and_no_right_to_change() {
        var troupe = cast.company("P001");
        var admin = troupe.admin();
        assertThatThrownBy(() -> troupe.in(() -> people.add(admin, new NewPerson("两职", null, null, null, null), Set.of("AUDITOR", "QUALITY"))))
                .isInstanceOf(InvalidInput.class);
        var role = troupe.in(() -> people.roles()).stream().filter(r -> r.code().equals("AUDITOR")).findFirst().orElseThrow();
        var rights = new java.util.TreeSet<>(role.rights());
        rights.add("customer.edit");
        assertThatThrownBy(() -> troupe.run(() -> people.changeRole(admin, new RoleView("AUDITOR", "审核员", List.of(), rights))))
                .isInstanceOf(BrokenRule.class);
        var head = troupe.salesHead();
        var auditor = troupe.auditor();
        assertThatThrownBy(() -> troupe.in(() -> delegations.lend(head, head.id(), auditor.id(), "SALES_HEAD",
                LocalDate.parse("2026-03-16"), LocalDate.parse("2026-03-20"), "出差"))).isInstanceOf(BrokenRule.class);
    }
}
