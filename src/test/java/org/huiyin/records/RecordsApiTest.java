package org.huiyin.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.approval.ApprovalRequest;
import org.huiyin.approval.ApprovalState;
import org.huiyin.approval.ApprovalStep;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.SignatureView;
import org.huiyin.approval.Signatures;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.ApiTokens;
import org.huiyin.procedure.Procedures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files, approvals and webhooks as programs use them. */
@HuiyinTest
class RecordsApiTest {

    @Autowired Cast cast;
    @Autowired ApiTokens tokens;
    @Autowired Approvals approvals;
    @Autowired Signatures signatures;
    @Autowired Procedures procedures;
    @LocalServerPort int port;

    private final SubjectRef subject = new SubjectRef("sample", UUID.randomUUID());
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_program_stores_and_reads_files() throws Exception {
        var troupe = cast.company("P001");
        var token = token(troupe, troupe.quality(), "customer.read");
        var where = "/api/v1/files?subjectType=sample&subject=" + subject.id();
        var stored = send(token, "POST", where + "&name=a.txt", "application/octet-stream", "一句话");
        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(stored.body()).contains("\"name\":\"a.txt\"", "\"mediaType\":\"text/plain\"", "\"size\":9");
        var id = stored.body().replaceAll(".*\"id\":\"([0-9a-f-]+)\".*", "$1");
        var content = send(token, "GET", "/api/v1/files/" + id + "/content", null, null);
        assertThat(content.body()).isEqualTo("一句话");
        assertThat(content.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        var refused = send(token, "POST", where + "&name=a.jpg", "application/octet-stream", "MZ\u0000\u0001");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        assertThat(send(token, "POST", "/api/v1/files/" + id + "/strike", "application/json", "{\"reason\":\"wrong part\"}").body())
                .contains("wrong part");
        var clerk = token(troupe, troupe.salesClerk(), "customer.read");
        assertThat(send(clerk, "GET", "/api/v1/files/" + id, null, null).statusCode()).isEqualTo(404);
        var foreign = cast.company("P001");
        assertThat(send(token(foreign, foreign.quality(), "customer.read"), "GET", "/api/v1/files/" + id, null, null).statusCode())
                .isEqualTo(404);
        assertThat(send("hy_nonsense", "GET", "/api/v1/files/" + id, null, null).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_decides_only_with_the_scope_to_decide_and_the_signature_says_so() throws Exception {
        var troupe = cast.company("P001");
        var id = troupe.in(() -> approvals.request(troupe.salesClerk(), new ApprovalRequest(subject, new Sentence("web.verbatim", "样本"),
                "x", List.of(new ApprovalStep(Set.of("SALES_HEAD"))), null, "hash", procedures.inForce().id(), "5.4.2.1a")));
        var reader = token(troupe, troupe.salesHead(), "approval.read");
        assertThat(send(reader, "GET", "/api/v1/approvals?show=all", null, null).body()).contains(id.toString(), "\"PENDING\"");
        var yes = "{\"approve\":true,\"contentHash\":\"hash\"}";
        assertThat(send(reader, "POST", "/api/v1/approvals/" + id + "/decision", "application/json", yes).statusCode()).isEqualTo(403);
        var decider = token(troupe, troupe.salesHead(), "approval.decide");
        assertThat(send(decider, "POST", "/api/v1/approvals/" + id + "/decision", "application/json",
                "{\"approve\":true,\"contentHash\":\"what I read yesterday\"}").statusCode()).isEqualTo(409);
        var done = send(decider, "POST", "/api/v1/approvals/" + id + "/decision", "application/json", yes);
        assertThat(done.body()).contains("\"APPROVED\"");
        assertThat(troupe.in(() -> approvals.get(id)).state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(troupe.in(() -> signatures.of(subject))).singleElement()
                .satisfies(one -> assertThat(one.way()).isEqualTo(SignatureView.Way.TOKEN));
    }

    @Test
    void a_program_sets_up_its_own_webhook() throws Exception {
        var troupe = cast.company("P001");
        var token = token(troupe, troupe.admin(), "settings.edit");
        var body = "{\"url\":\"https://erp.example/hook\",\"events\":[\"sample.happened\"]}";
        var made = send(token, "POST", "/api/v1/webhooks", "application/json", body);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).contains("whsec_");
        assertThat(send(token, "GET", "/api/v1/webhooks", null, null).body()).contains("erp.example").doesNotContain("whsec_");
        assertThat(send(token, "POST", "/api/v1/webhooks", "application/json", body.replace("https", "ftp")).statusCode()).isEqualTo(422);
    }

    private String token(Cast.Troupe troupe, Actor actor, String... scopes) {
        return troupe.in(() -> tokens.make(actor, "test", Set.of(scopes), null)).secret();
    }

    private HttpResponse<String> send(String token, String method, String path, String type, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
