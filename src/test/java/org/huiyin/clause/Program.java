package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program with the token of one person, as an ERP would be; remembers which ways of the API were gone. */
final class Program {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final String token;
    private final Set<String> gone;

    Program(int port, String token, Set<String> gone) {
        this.base = "http://localhost:" + port + "/api/v1";
        this.token = token;
        this.gone = gone;
    }

    static Set<String> memory() {
        return new TreeSet<>();
    }

    JsonNode get(String path) {
        return read(send("GET", path, null, null), 200);
    }

    /** Writes under a fresh key. */
    JsonNode post(String path, Object body) {
        var answer = send("POST", path, body, UUID.randomUUID().toString());
        return read(answer, answer.statusCode() < 300 ? answer.statusCode() : 200);
    }

    JsonNode upload(String path, byte[] content) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream").POST(HttpRequest.BodyPublishers.ofByteArray(content)).build();
        note("POST", path);
        return read(send(request), 201);
    }

    /** What is refused: the status, and a problem that names its sentence. */
    JsonNode refused(int status, String path, Object body) {
        var answer = send("POST", path, body, null);
        var problem = read(answer, status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }

    HttpResponse<String> send(String method, String path, @Nullable Object body, @Nullable String key) {
        note(method, path);
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").header("Accept-Language", "zh-CN");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return send(request.build());
    }

    private void note(String method, String path) {
        gone.add(method + " " + path.replaceAll("\\?.*", ""));
    }

    private static JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.request().method() + " " + answer.uri().getPath() + " " + answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }
}
