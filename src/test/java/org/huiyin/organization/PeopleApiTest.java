package org.huiyin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HuiyinTest
class PeopleApiTest {

    @Autowired Cast cast;
    @Autowired ApiTokens tokens;
    @Autowired People people;
    @Autowired JsonMapper json;
    @Autowired TestClock clock;
    @LocalServerPort int port;

    private HttpResponse<String> get(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode read(String path, String token) throws Exception {
        var answer = get(path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    @Test
    void a_token_says_whom_it_acts_for_and_has_only_its_scopes() throws Exception {
        var troupe = cast.company("P001");
        var admin = troupe.admin();
        var token = troupe.in(() -> tokens.make(admin, "ERP", Set.of("customer.read"), null)).secret();
        var me = read("/api/v1/me", token);
        assertThat(me.get("company").asString()).isEqualTo(troupe.slug());
        assertThat(me.get("rights").size()).isEqualTo(1);
        assertThat(get("/api/v1/audit/entries", token).statusCode()).isEqualTo(403);
    }

    @Test
    void people_departments_roles_and_the_calendar_can_be_read() throws Exception {
        var troupe = cast.company("P001");
        var admin = troupe.admin();
        var department = troupe.in(() -> people.addDepartment(admin, "品质部"));
        troupe.salesClerk();
        var token = troupe.in(() -> tokens.make(admin, "MES", Set.of("people.edit", "audit.read"), null)).secret();
        assertThat(read("/api/v1/people", token).size()).isEqualTo(2);
        assertThat(read("/api/v1/people?role=SALES_CLERK", token).get(0).get("name").asString()).isEqualTo("林晓棠");
        assertThat(read("/api/v1/departments/" + department, token).get("name").asString()).isEqualTo("品质部");
        assertThat(read("/api/v1/roles", token).size()).isGreaterThan(10);
        var days = read("/api/v1/calendar/days?from=2026-02-13&to=2026-02-15", token);
        assertThat(days.get(1).get("reason").asString()).isEqualTo("MAKE_UP");
        assertThat(days.get(2).get("working").asBoolean()).isFalse();
        assertThat(get("/api/v1/calendar/days?from=2026-02-13&to=2020-01-01", token).statusCode()).isEqualTo(422);
        assertThat(read("/api/v1/audit/entries?type=department", token).get("total").asInt()).isEqualTo(1);
        assertThat(read("/api/v1/audit/verification", token).get("findings").size()).isZero();
    }

    @Test
    void refusals_are_problem_details() throws Exception {
        var troupe = cast.company("P001");
        var other = cast.company("P001");
        var admin = troupe.admin();
        var token = troupe.in(() -> tokens.make(admin, "ERP", Set.of("people.edit"), clock.instant().plus(Duration.ofHours(1)))).secret();
        isProblem(get("/api/v1/me", ""), 401);
        isProblem(get("/api/v1/me", "hy_wrong"), 401);
        isProblem(get("/api/v1/people/" + other.salesClerk().id().value(), token), 404);
        isProblem(get("/api/v1/nothing-here", token), 404);
        isProblem(get("/api/v1/audit/verification", token), 403);
        clock.pass(Duration.ofHours(2));
        isProblem(get("/api/v1/me", token), 401);
    }

    @Test
    void a_revoked_token_opens_nothing() throws Exception {
        var troupe = cast.company("P001");
        var admin = troupe.admin();
        var fresh = troupe.in(() -> tokens.make(admin, "ERP", Set.of("people.edit"), null));
        troupe.run(() -> tokens.revoke(admin, fresh.token().id()));
        isProblem(get("/api/v1/me", fresh.secret()), 401);
    }

    private static void isProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"title\"", "\"status\":" + status);
    }

    @Test
    void the_description_is_published_and_names_the_token() throws Exception {
        var description = read("/api/v1/openapi", "");
        assertThat(description.get("info").get("title").asString()).isEqualTo("Huiyin");
        assertThat(description.at("/components/securitySchemes/token/scheme").asString()).isEqualTo("bearer");
        assertThat(description.at("/paths/~1api~1v1~1me/get/responses/401/content").toString()).contains("application/problem+json");
        assertThat(description.at("/paths/~1api~1v1~1me/get/parameters").isMissingNode()).isTrue();
    }
}
