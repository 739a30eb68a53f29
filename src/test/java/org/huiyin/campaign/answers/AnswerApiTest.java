package org.huiyin.campaign.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.huiyin.HuiyinTest;
import org.huiyin.campaign.RoundStage;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.ApiTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program writes answers down, reads, judges and signs. */
@HuiyinTest
@Import(RoundStage.class)
class AnswerApiTest {

    private static final Set<String> SCOPES = Set.of("round.read", "round.collect", "answer.read", "answer.judge", "result.freeze",
            "approval.decide", "customer.read", "customer.readAll");

    @Autowired ApplicationContext beans;
    @Autowired ApiTokens tokens;
    @Autowired JsonMapper json;
    @LocalServerPort int port;
    AskedStage stage;
    final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void set() {
        stage = new AskedStage(beans, port);
    }

    private String token(AskedStage.Round round, Actor actor) {
        var scopes = SCOPES.stream().filter(actor::may).collect(java.util.stream.Collectors.toSet());
        return round.company().in(() -> tokens.make(actor, "test", scopes, null)).secret();
    }

    private HttpResponse<String> call(String token, String method, String path, Object body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(stage.uri("/api/v1/rounds/" + path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return json.readTree(answer.body());
    }

    private static Map<String, Object> entry(AskedStage.Asked asked, Actor interviewer, String degree, String... pairs) {
        var items = new LinkedHashMap<>(AskedStage.content(degree, pairs).items());
        var entry = new LinkedHashMap<String, Object>();
        entry.put("invitation", asked.invitation().number());
        entry.put("channel", "PHONE");
        entry.put("items", items);
        entry.put("interviewer", interviewer.id().value());
        return entry;
    }

    @Test
    void answers_are_written_once_read_judged_and_frozen() throws Exception {
        var round = stage.asked(3);
        var company = round.company();
        var number = stage.view(round).number();
        var sales = token(round, company.salesHead());
        var quality = token(round, company.qualityHead());
        var one = entry(round.first(), company.salesHead(), "SATISFIED", "price", "OPPOSED");
        var first = call(sales, "POST", number + "/answers", one, "Idempotency-Key", "a-1");
        var second = call(sales, "POST", number + "/answers", one, "Idempotency-Key", "a-1");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Idempotent-Replay")).hasValue("true");
        assertThat(read(call(sales, "POST", number + "/answers", one)).path("number").asString()).as("also without a key").isEqualTo(round.first().invitation().number());
        assertThat(read(first).path("score").decimalValue()).isEqualByComparingTo("85");

        var refused = call(sales, "POST", number + "/answers", entry(round.asked().get(1), company.salesHead(), "SATISFIED", "life", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json.readTree(refused.body()).path("errors").path("life").asString()).isEqualTo("这一项还没有选");
        assertThat(call(sales, "POST", number + "/answers", entry(round.first(), company.salesHead(), "OPPOSED")).statusCode()).isEqualTo(409);
        call(sales, "POST", number + "/answers", entry(round.asked().get(1), company.salesHead(), "SATISFIED"));

        var list = read(call(sales, "GET", number + "/answers", ""));
        assertThat(list.path("total").asInt()).isEqualTo(2);
        assertThat(list.path("counts").path("doubtful").asInt()).isEqualTo(1);
        assertThat(read(call(sales, "GET", number + "/answers?validity=doubtful", "")).path("answers").size()).isEqualTo(1);
        var key = round.asked().get(1).invitation().number();
        assertThat(call(sales, "POST", number + "/answers/" + key + "/decision", Map.of("verdict", "CONFIRMED", "reason", "我问的")).statusCode()).isEqualTo(409);
        assertThat(read(call(quality, "POST", number + "/answers/" + key + "/decision", Map.of("verdict", "INVALID", "reason", "没问到本人")))
                .path("validity").asString()).isEqualTo("INVALID");

        assertThat(read(call(sales, "GET", number + "/freeze", "")).path("hindrances").size()).isEqualTo(1);
        stage.close(round);
        assertThat(read(call(sales, "POST", number + "/freeze", "")).path("frozen").asBoolean()).isFalse();
        assertThat(call(sales, "POST", number + "/freeze", "").statusCode()).isEqualTo(409);
        assertThat(read(call(quality, "POST", number + "/freeze", "")).path("frozen").asBoolean()).isTrue();
        assertThat(call(quality, "POST", number + "/answers/" + key + "/decision", Map.of("verdict", "CONFIRMED", "reason", "想改")).statusCode()).isEqualTo(409);
    }

    @Test
    void paper_through_the_api_needs_its_scan_and_a_second_person() throws Exception {
        var round = stage.asked(1);
        var company = round.company();
        var number = stage.view(round).number();
        var sales = token(round, company.salesHead());
        var quality = token(round, company.qualityHead());
        var paper = new LinkedHashMap<>(entry(round.first(), company.salesHead(), "SATISFIED", "life", "blank"));
        paper.put("channel", "LETTER");
        paper.put("formRevision", "A0");
        paper.put("receivedOn", "2026-04-08");
        assertThat(call(sales, "POST", number + "/papers", paper).statusCode()).isEqualTo(422);
        paper.put("scan", Map.of("name", "scan.png", "content", java.util.Base64.getEncoder().encodeToString(AskedStage.SCAN)));
        var typed = call(sales, "POST", number + "/papers", paper);
        assertThat(typed.statusCode()).as(typed.body()).isEqualTo(202);
        var id = read(typed).path("id").asString();
        assertThat(call(sales, "POST", number + "/papers/" + id + "/check", Map.of("agrees", true)).statusCode()).isEqualTo(409);
        assertThat(read(call(quality, "POST", number + "/papers/" + id + "/check", Map.of("agrees", true))).path("agrees").asBoolean()).isTrue();
        assertThat(stage.answers(round)).hasSize(1);
    }

    @Test
    void an_export_of_many_answers_comes_complete() throws Exception {
        var round = stage.asked(1);
        var company = round.company();
        int many = 5_000;
        stage.update(company, """
                with c as (insert into customer.contact (id, customer_id, name, name_key, role, language, changed_by, changed_at)
                  select gen_random_uuid(), k.customer_id, '联系人' || n, 'x' || n, 'OTHER', 'zh-CN', k.changed_by, k.changed_at
                  from customer.contact k, generate_series(1, ?) n returning id, customer_id),
                i as (insert into campaign.invitation (id, round_id, customer_id, contact_id, number, channel, language, weight, stratum, state, due_at, prepared_at)
                  select gen_random_uuid(), v.round_id, c.customer_id, c.id, 'X-' || c.id, 'MAIL', 'zh-CN', 1, 'A', 'ANSWERED', v.due_at, v.prepared_at
                  from c, (select * from campaign.invitation limit 1) v returning *)
                insert into campaign.answer (id, round_id, invitation_id, customer_id, contact_id, stratum, weight, items, comments, wanted, score,
                  answered_share, channel, language, staff_device, late, profile_version, questionnaire_version, submitted_at)
                select gen_random_uuid(), i.round_id, i.id, i.customer_id, i.contact_id, 'A', 1, '{"life":"SATISFIED"}', '{}', '{}', 88, 1, 'MAIL', 'zh-CN',
                  false, false, r.profile_version, r.questionnaire_version, now() from i join campaign.round r on r.id = i.round_id""", many);
        var token = token(round, company.qualityHead());
        var request = HttpRequest.newBuilder(stage.uri("/api/v1/rounds/" + stage.view(round).number() + "/answers.xlsx"))
                .header("Authorization", "Bearer " + token).build();
        var file = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        try (var sheet = new org.huiyin.sheets.SheetReader().open(new java.io.ByteArrayInputStream(file), "x.xlsx"); var rows = sheet.rows(0)) {
            assertThat(rows.count()).isEqualTo(many + 3);
        }
        var page = read(call(token, "GET", stage.view(round).number() + "/answers", ""));
        assertThat(page.path("total").asInt()).as("a page says what it leaves out").isEqualTo(many);
        assertThat(page.path("answers").size()).isEqualTo(100);
    }
}
