package org.huiyin.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.organization.ApiTokens;
import org.huiyin.organization.WorkSource;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileContent;
import org.huiyin.procedure.ProfileDrafts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HuiyinTest
class ProcedureApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired Cast cast;
    @Autowired ApiTokens tokens;
    @Autowired Procedures procedures;
    @Autowired ProfileDrafts drafts;
    @Autowired java.util.List<WorkSource> work;
    @LocalServerPort int port;

    private HttpResponse<String> send(String secret, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Bearer " + secret);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void programs_read_the_profile_the_questionnaire_and_what_an_answer_brings() throws Exception {
        var troupe = cast.company("P001");
        var secret = token(troupe);
        JsonNode profile = JSON.readTree(send(secret, "/api/v1/procedure", "").body());
        assertThat(profile.at("/version/number").asInt()).isEqualTo(1);
        assertThat(profile.at("/profile/bands/bands/0/from").asInt()).isEqualTo(90);
        assertThat(JSON.readTree(send(secret, "/api/v1/procedure/versions", "").body())).hasSize(1);
        assertThat(JSON.readTree(send(secret, "/api/v1/procedure/clauses", "").body()).size()).isGreaterThan(60);
        assertThat(JSON.readTree(send(secret, "/api/v1/questionnaires/TEN_ITEMS", "").body()).path("items")).hasSize(10);
        assertThat(send(secret, "/api/v1/questionnaires/NO_SUCH", "").statusCode()).isEqualTo(404);
        var trial = send(secret, "/api/v1/scoring/trial", "{\"degrees\":{\"appearance\":\"OPPOSED\",\"price\":\"LOVELY\"}}");
        assertThat(trial.statusCode()).isEqualTo(409);
        assertThat(trial.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        var fine = JSON.readTree(send(secret, "/api/v1/scoring/trial", "{\"degrees\":{\"performance\":\"OPPOSED\"}}").body());
        assertThat(fine.path("doubtful").asBoolean()).isTrue();
        assertThat(send("nonsense", "/api/v1/procedure", "").statusCode()).isEqualTo(401);
    }

    private String token(Cast.Troupe troupe) {
        return troupe.in(() -> tokens.make(troupe.qualityHead(), "test", Set.of("profile.read"), null)).secret();
    }

    @Test
    void a_profile_travels_as_a_file_and_must_pass_the_checks_there() {
        var troupe = cast.company("P000");
        var other = cast.company("P001");
        var exported = Browserless.of(port, troupe.loginOf("AUDITOR")).get("/c/" + troupe.slug() + "/procedure.json").body();
        other.run(() -> {
            var draft = drafts.bring(other.qualityHead(), ProfileContent.parse(exported));
            assertThat(draft.content().at("identity.document").asString()).isEqualTo("UP-036");
            // The company has not released the questionnaire that this profile scores.
            assertThat(drafts.check(draft.content())).anySatisfy(finding -> assertThat(finding.sentence().key()).isEqualTo("survey.rule.noQuestionnaire"));
        });
    }

    @Test
    void a_profile_that_waits_stands_on_the_approvers_desk_and_not_on_its_authors() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var draft = drafts.open(troupe.qualityHead());
            draft = drafts.change(troupe.qualityHead(), draft.id(), "survey.returnDays", JSON.readTree("25"), draft.version());
            drafts.submit(troupe.qualityHead(), draft.id(), draft.version(), procedures.today(), "回收 25 天");
            assertThat(work.stream().flatMap(source -> source.workFor(troupe.generalManager()).stream()))
                    .anySatisfy(item -> assertThat(item.path()).isEqualTo("procedure/draft"));
            assertThat(work.stream().flatMap(source -> source.workFor(troupe.qualityHead()).stream()))
                    .noneSatisfy(item -> assertThat(item.path()).isEqualTo("procedure/draft"));
        });
    }

    @Test
    void the_procedure_and_the_form_are_printed() throws Exception {
        var troupe = cast.company("P001");
        var home = "/c/" + troupe.slug();
        try (var client = HttpClient.newBuilder().cookieHandler(Browserless.of(port, troupe.loginOf("QUALITY_HEAD")).cookies()).build()) {
            for (String paper : new String[] {"procedure.pdf", "questionnaires/TEN_ITEMS/form.pdf", "questionnaires/TEN_ITEMS/form.pdf?language=en"}) {
                var answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + home + "/" + paper)).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(new String(answer.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
                Files.createDirectories(Path.of("target", "browser"));
                Files.write(Path.of("target", "browser", paper.replaceAll("\\W+", "-") + ".pdf"), answer.body());
            }
        }
    }
}
