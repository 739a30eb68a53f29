package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.ApiTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the published description promises holds for each operation: words, examples, refusals, keys, scopes. */
@HuiyinTest
class ApiContractTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    /** What whoever has a token may ask: who she is, what awaits her, which days are worked, what the procedure says. */
    private static final Set<String> FOR_ALL = Set.of("/me", "/work", "/approvals", "/calendar/days", "/openapi", "/departments", "/departments/{id}", "/roles", "/people", "/people/{id}");
    private static final List<String> OF_THE_PROCEDURE = List.of("/procedure", "/questionnaires", "/scoring");

    @Autowired Cast cast;
    @Autowired ApiTokens tokens;
    @LocalServerPort int port;
    private Cast.Troupe company;
    private String token;

    private record Way(String method, String path, JsonNode operation) {

        /** With numbers that nobody has. */
        String address() {
            return "/api/v1" + path.replaceAll("\\{(id|contact|item|cause|measure|requirement)}", "0190a1b2-0000-7000-8000-0000000000ff")
                    .replace("{month}", "2026-03").replace("{step}", "D3").replaceAll("\\{[a-z]+}", "XX-1999-0001");
        }

        @Nullable JsonNode example() {
            var content = operation.path("requestBody").path("content").path("application/json");
            return content.isMissingNode() || !content.has("example") ? null : content.path("example");
        }

        boolean takesJson() {
            return operation.path("requestBody").path("content").has("application/json");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void hire() {
        company = cast.company("P001");
        token = token(company.salesHead());
    }

    private String token(Actor actor) {
        return company.in(() -> tokens.make(actor, "ERP", actor.rights(), null)).secret();
    }

    private List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        JSON.readTree(send("GET", "/api/v1/openapi", null, null, null).body()).path("paths").properties().forEach(path ->
                path.getValue().properties().forEach(one -> ways.add(
                        new Way(one.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey().replace("/api/v1", ""), one.getValue()))));
        assertThat(ways).hasSizeGreaterThan(120);
        return ways;
    }

    private HttpResponse<String> send(String method, String path, @Nullable String bearer, @Nullable String body, @Nullable String key, String... type) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Content-Type", type.length == 0 ? "application/json" : type[0])
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, Object where) {
        assertThat(answer.statusCode()).as(where + " " + answer.body()).isEqualTo(status);
        return problem(answer, where);
    }

    private static JsonNode problem(HttpResponse<String> answer, Object where) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).as(where + " " + answer.body()).startsWith("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).as(String.valueOf(where)).isEqualTo(answer.statusCode());
        assertThat(problem.path("detail").asString("")).as(String.valueOf(where)).isNotBlank();
        assertThat(problem.path("type").asString("")).startsWith("urn:huiyin:problem:");
        return problem;
    }

    @Test
    void every_operation_is_described_with_its_refusals_an_example_and_its_key() {
        var found = new TreeMap<String, String>();
        for (Way way : ways()) {
            var operation = way.operation();
            note(found, way, !operation.path("summary").asString("").isBlank(), "summary");
            note(found, way, operation.path("tags").size() == 1 && !operation.path("tags").get(0).asString().endsWith("-api"), "tag");
            for (String status : List.of("401", "403", "404", "409", "422")) {
                note(found, way, operation.path("responses").path(status).path("content").has("application/problem+json"), status);
            }
            if (!way.method().equals("GET")) {
                note(found, way, operation.path("parameters").toString().contains("Idempotency-Key"), "key");
            }
            if (way.takesJson()) {
                note(found, way, way.example() != null, "example");
                note(found, way, operation.path("responses").has("400") && operation.path("responses").has("415"), "400 and 415");
            }
        }
        assertThat(found).isEmpty();
        var all = JSON.readTree(send("GET", "/api/v1/openapi", null, null, null).body());
        assertThat(all.at("/components/securitySchemes/token/scheme").asString()).isEqualTo("bearer");
    }

    private static void note(Map<String, String> found, Way way, boolean good, String what) {
        if (!good) {
            found.merge(way.toString(), what, (a, b) -> a + ", " + b);
        }
    }

    @Test
    void every_example_fits_its_operation_and_is_answered_without_a_bug() {
        var wrong = new ArrayList<String>();
        for (Way way : ways()) {
            var example = way.example();
            if (way.takesJson() && example != null) {
                var schema = way.operation().path("requestBody").path("content").path("application/json").path("schema");
                assertThat(schema.isObject()).as(way.toString()).isTrue();
                var answer = send(way.method(), way.address(), token, example.toString(), null);
                boolean unfit = Set.of(400, 405, 415).contains(answer.statusCode()) || answer.statusCode() >= 500
                        || answer.statusCode() >= 400 && problem(answer, way).path("errors").toString().matches(".*(这里要填|这个值用不了).*");
                if (unfit) {
                    wrong.add(way + " " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_no_json_incomplete_or_of_another_kind_is_refused_and_never_a_bug() {
        for (Way way : ways()) {
            if (way.takesJson()) {
                problem(send(way.method(), way.address(), token, "{\"a\": ", null), 400, way);
                problem(send(way.method(), way.address(), token, "", null), 400, way);
                problem(send(way.method(), way.address(), token, "a=1", null, "application/x-www-form-urlencoded"), 415, way);
            }
            if (!way.method().equals("GET")) {
                for (String odd : List.of("{}", "{\"reason\":7,\"words\":[],\"due\":\"morgen\",\"owner\":\"x\",\"numbers\":{}}", "[null]")) {
                    var answer = send(way.method(), way.address(), token, odd, null);
                    assertThat(answer.statusCode()).as(way + " " + odd + " " + answer.body()).isLessThan(500);
                    if (answer.statusCode() >= 400) {
                        problem(answer, way);
                    }
                }
            }
        }
        var wrong = problem(send("POST", "/api/v1/rounds", token, "{\"title\":\"x\",\"opensOn\":\"morgen\"}", null), 422, "a day that is none");
        assertThat(wrong.path("errors").has("opensOn")).isTrue();
        var missing = problem(send("POST", "/api/v1/rounds", token, "{\"title\":\"x\"}", null), 422, "no day");
        assertThat(missing.path("errors").has("opensOn")).isTrue();
        problem(send("GET", "/api/v1/actions?state=NONSENSE", token, null, null), 422, "an unknown state");
    }

    @Test
    void without_a_token_with_a_narrow_one_or_by_the_wrong_method_nothing_is_answered() {
        var open = new ArrayList<String>();
        var narrow = company.in(() -> tokens.make(company.salesHead(), "narrow", Set.of("profile.read"), null)).secret();
        for (Way way : ways()) {
            if (way.path().equals("/openapi")) {
                continue;
            }
            var body = way.example() == null ? way.method().equals("GET") ? null : "{}" : String.valueOf(way.example());
            problem(send(way.method(), way.address(), null, body, null), 401, way);
            var answer = send(way.method(), way.address(), narrow, body, null);
            if (!FOR_ALL.contains(way.path()) && OF_THE_PROCEDURE.stream().noneMatch(way.path()::startsWith)
                    && !Set.of(400, 403, 404, 415, 422).contains(answer.statusCode())) {
                open.add(way + " " + answer.statusCode());
            }
        }
        assertThat(open).as("what a token without scopes may do").isEmpty();
        var refused = problem(send("GET", "/api/v1/customers", narrow, null, null), 403, "no scope");
        assertThat(refused.path("key").asString()).isEqualTo("web.refused.right");
        problem(send("DELETE", "/api/v1/customers", token, null, null), 405, "method");
        problem(send("GET", "/api/v1/nothing", token, null, null), 404, "path");
    }

    @Test
    void one_key_means_one_effect_also_when_it_is_fired_at_once() throws Exception {
        var body = "{\"code\":\"K-1\",\"name\":\"键一电子\"}";
        List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> send("POST", "/api/v1/customers", token, body, "one-key"));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(calls).stream().map(f -> {
                try {
                    return f.get();
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }).toList();
            assertThat(answers).allMatch(a -> a.statusCode() == 201).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
            assertThat(answers).filteredOn(a -> a.headers().firstValue("Idempotent-Replay").isPresent()).hasSize(7);
        }
        assertThat(JSON.readTree(send("GET", "/api/v1/customers", token, null, null).body()).path("total").asInt()).isEqualTo(1);
        var other = problem(send("POST", "/api/v1/customers", token, body.replace("K-1", "K-2"), "one-key"), 422, "same key, other body");
        assertThat(other.path("type").asString()).isEqualTo("urn:huiyin:problem:repeated");
        problem(send("POST", "/api/v1/customers", token, body, "k".repeat(201)), 400, "a key that is too long");
        var failed = send("POST", "/api/v1/customers", token, "{\"code\":\"K-3\",\"name\":\"\"}", "second-key");
        problem(failed, 422, "refused");
        assertThat(send("POST", "/api/v1/customers", token, "{\"code\":\"K-3\",\"name\":\"键三\"}", "second-key").statusCode())
                .as("what was refused does not use its key up").isEqualTo(201);
        var theirs = cast.company("P001");
        var stranger = theirs.in(() -> tokens.make(theirs.salesHead(), "ERP", theirs.salesHead().rights(), null)).secret();
        assertThat(send("POST", "/api/v1/customers", stranger, body, "one-key").statusCode()).as("keys are each token's own").isEqualTo(201);
    }

    @Test
    void requirements_plans_agenda_and_dates_of_actions_can_be_driven() {
        var made = JSON.readTree(send("POST", "/api/v1/customers", token, "{\"code\":\"R-1\",\"name\":\"要求电子\"}", UUID.randomUUID().toString()).body());
        assertThat(made.path("code").asString()).isEqualTo("R-1");
        var wanted = read("POST", "/customers/R-1/requirements", "{\"topic\":\"标识\",\"text\":\"外箱贴料号\"}", 201);
        assertThat(read("GET", "/requirements", null, 200)).hasSize(1);
        var ended = read("POST", "/customers/R-1/requirements/" + wanted.path("id").asString() + "/ending", "{\"reason\":\"协议已改\"}", 200);
        assertThat(ended.get(0).path("endReason").asString()).isEqualTo("协议已改");
        assertThat(read("GET", "/requirements", null, 200)).isEmpty();
        var department = company.departmentHead().id().value();
        var first = action("三次晚交", department);
        var second = action("外箱破损", department);
        var today = company.in(() -> java.time.LocalDate.parse(read("GET", "/actions/" + first, null, 200).path("action").path("due").asString()));
        var moved = read("POST", "/actions/" + first + "/due", "{\"due\":\"" + today.plusDays(9) + "\",\"reason\":\"模具返修\"}", 200);
        assertThat(moved.path("action").path("due").asString()).isEqualTo(today.plusDays(9).toString());
        problem(send("POST", "/api/v1/actions/" + first + "/due", token, "{\"due\":\"" + today.plusDays(9) + "\",\"reason\":\"又一次\"}", null), 422, "the same day");
        var plan = read("POST", "/plans", "{\"title\":\"交付改善\",\"opinion\":\"\",\"actions\":[\"" + first + "\"]}", 201).path("number").asString();
        assertThat(read("PUT", "/plans/" + plan, "{\"title\":\"交付改善\",\"actions\":[\"" + first + "\",\"" + second + "\"],\"version\":1}", 200).path("actions")).hasSize(2);
        assertThat(read("GET", "/plans", null, 200)).hasSize(1);
        var item = read("POST", "/agenda", "{\"customer\":\"R-1\",\"item\":\"包装\",\"words\":\"松\",\"said\":\"2026-02-03\"}", 201);
        assertThat(item.path("quarter").asString()).isEqualTo("2026Q1");
        var other = read("POST", "/agenda", "{\"item\":\"运输\",\"said\":\"2026-02-03\"}", 201);
        var decided = read("POST", "/agenda/" + item.path("id").asString() + "/decision", "{\"owner\":\"" + department + "\"}", 200);
        assertThat(decided.path("actionNumber").asString()).isNotBlank();
        problem(send("POST", "/api/v1/agenda/" + item.path("id").asString() + "/decision", token, "{\"reason\":\"两次\"}", null), 409, "decided");
        problem(send("POST", "/api/v1/agenda/" + other.path("id").asString() + "/decision", token, "{}", null), 422, "no reason");
        assertThat(read("GET", "/agenda?quarter=2026Q1", null, 200)).hasSize(2);
        problem(send("GET", "/api/v1/agenda?quarter=Q1", token, null, null), 422, "quarter");
        assertThat(read("POST", "/actions/" + second + "/withdrawal", "{\"words\":\"重复\"}", 200).path("action").path("state").asString()).isEqualTo("VOIDED");
    }

    private String action(String problem, UUID owner) {
        return read("POST", "/actions", "{\"origins\":[\"SURVEY\"],\"customer\":\"R-1\",\"problem\":\"" + problem + "\",\"owner\":\"" + owner + "\"}", 201)
                .path("number").asString();
    }

    private JsonNode read(String method, String path, @Nullable String body, int status) {
        var answer = send(method, "/api/v1" + path, token, body, body == null ? null : UUID.randomUUID().toString());
        assertThat(answer.statusCode()).as(method + " " + path + " " + answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
