package org.huiyin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.organization.ApiTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The customer list for programs. */
@HuiyinTest
class CustomerApiTest {

    @Autowired Cast cast;
    @Autowired ApiTokens tokens;
    @Autowired Later later;
    @Autowired JsonMapper json;
    @LocalServerPort int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private Cast.Troupe troupe;
    private String secret = "";

    @BeforeEach
    void token() {
        troupe = cast.company("P001");
        var head = troupe.salesHead();
        secret = troupe.in(() -> tokens.make(head, "ERP", Set.of("customer.read", "customer.readAll", "customer.edit", "customer.import",
                "grading.propose", "grading.confirm"), null)).secret();
    }

    private HttpResponse<String> call(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/" + path))
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", headers.length > 1 ? headers[1] : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (headers.length > 0 && !headers[0].isEmpty()) {
            request.header("Idempotency-Key", headers[0]);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void a_program_enters_changes_and_finds_customers_and_a_repeated_call_does_nothing() {
        var body = "{\"code\":\"E1\",\"name\":\"晨曜音响\",\"region\":\"华南\"}";
        var made = call("POST", "customers", body, "k1");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(call("POST", "customers", body, "k1").body()).isEqualTo(made.body());
        assertThat(call("POST", "customers", body, "k2").statusCode()).isEqualTo(422);
        assertThat(call("PUT", "customers/E1", "{\"name\":\"晨曜车载\",\"version\":1}").statusCode()).isEqualTo(200);
        var stale = call("PUT", "customers/E1", "{\"name\":\"晨曜\",\"version\":1}");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json.readTree(call("GET", "customers/search?q=cycz", "").body()).get(0).path("code").asString("")).isEqualTo("E1");
        assertThat(json.readTree(call("GET", "customers?q=E1", "").body()).path("total").asInt(0)).isEqualTo(1);
    }

    @Test
    void contacts_sales_and_a_grading_go_through_programs() {
        call("POST", "customers", "{\"code\":\"E1\",\"name\":\"晨曜音响\",\"cooperation\":\"VERY_HARMONIOUS\",\"potential\":\"LARGE\"}");
        assertThat(call("POST", "customers/E1/contacts", "{\"name\":\"高屹\",\"role\":\"QUALITY\",\"email\":\"no mail\"}").statusCode()).isEqualTo(422);
        assertThat(call("POST", "customers/E1/contacts", "{\"name\":\"高屹\",\"role\":\"QUALITY\",\"email\":\"gao@a.example\"}").statusCode()).isEqualTo(201);
        assertThat(call("PUT", "customers/E1/sales/2026-01", "{\"amount\":300000.00}").statusCode()).isEqualTo(200);
        var run = json.readTree(call("POST", "gradings", "", "g1").body());
        assertThat(call("POST", "gradings/" + run.path("number").asString("") + "/confirmation", "").statusCode()).isEqualTo(200);
        assertThat(json.readTree(call("GET", "customers/E1", "").body()).path("grade").asString("")).isEqualTo("A");
    }

    @Test
    void a_file_comes_in_through_programs() {
        var made = json.readTree(call("POST", "customer-imports?kind=CUSTOMERS&name=a.csv", "客户名称,区域\n晨曜,华南\n", "", "application/octet-stream").body());
        var id = made.path("id").asString("");
        assertThat(call("POST", "customer-imports/" + id + "/columns", "{}").statusCode()).isEqualTo(200);
        later.runDueJobs();
        assertThat(call("POST", "customer-imports/" + id + "/taking", "{\"goodOnly\":false}").statusCode()).isEqualTo(200);
        later.runDueJobs();
        assertThat(json.readTree(call("GET", "customer-imports/" + id, "").body()).path("state").asString("")).isEqualTo("DONE");
    }

    @Test
    void another_company_and_a_stranger_get_nothing() {
        call("POST", "customers", "{\"code\":\"E1\",\"name\":\"晨曜音响\"}");
        token();
        assertThat(call("GET", "customers/E1", "").statusCode()).isEqualTo(404);
        secret = "hy_nonsense";
        assertThat(call("GET", "customers", "").statusCode()).isEqualTo(401);
    }
}
