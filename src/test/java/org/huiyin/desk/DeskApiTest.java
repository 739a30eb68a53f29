package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.Actions;
import org.huiyin.organization.ApiTokens;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.Voices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Programs take words down, propose actions and read the work; a repeated call does it once. */
@HuiyinTest
class DeskApiTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired ApiTokens tokens;
    @Autowired Voices voices;
    @Autowired Actions actions;
    @LocalServerPort int port;

    private HttpResponse<String> call(String token, String method, String path, String body, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json").header("Idempotency-Key", key)
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void words_and_actions_come_in_once() throws Exception {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var owner = troupe.departmentHead();
        clock.set("2026-03-16T09:00");
        var token = troupe.in(() -> tokens.make(head, "ERP", Set.of("voice.read", "voice.record", "voice.answer", "action.read", "action.edit", "customer.read",
                "customer.readAll"), null).secret());
        var said = "{\"kind\":\"CALL\",\"customerName\":\"来电的人\",\"text\":\"问交期\",\"channel\":\"PHONE\"}";
        assertThat(call(token, "POST", "/voices", said, "a").statusCode()).isEqualTo(201);
        assertThat(call(token, "POST", "/voices", said, "a").statusCode()).isEqualTo(201);
        troupe.run(() -> assertThat(voices.count(head, VoiceFilter.all())).isEqualTo(1));
        assertThat(call(token, "POST", "/voices/LX-2026-0001/answers", "{\"how\":\"PHONE\",\"text\":\"周五到\"}", "b").body()).contains("周五到");
        assertThat(call(token, "POST", "/voices", "{\"kind\":\"NONE\",\"customerName\":\"x\",\"text\":\"y\",\"channel\":\"PHONE\"}", "c").statusCode()).isEqualTo(422);
        var proposed = "{\"origins\":[\"SURVEY\"],\"problem\":\"包装松\",\"items\":[\"包装\"],\"owner\":\"" + owner.id().value() + "\"}";
        assertThat(call(token, "POST", "/actions", proposed, "d").body()).contains("CP-2026-0001");
        assertThat(call(token, "POST", "/actions", proposed, "d").statusCode()).isEqualTo(201);
        troupe.run(() -> assertThat(actions.count(head, ActionFilter.all())).isEqualTo(1));
        assertThat(call(token, "GET", "/actions/CP-2026-0001", "", "e").body()).contains("PROPOSED");
        assertThat(call(token, "POST", "/actions/CP-2026-0001/closing", "{\"words\":\"\"}", "f").statusCode()).isEqualTo(409);
        assertThat(call(token, "GET", "/echo-rate?from=2026-03-01&to=2026-03-31", "", "g").statusCode()).isEqualTo(200);
        assertThat(call(token, "GET", "/work?scope=COMPANY", "", "h").body()).contains("CP-2026-0001");
    }
}
