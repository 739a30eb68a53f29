package org.huiyin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody of the company at the pages, with a session; and a program with its key. */
final class Visitor implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
    private final House house;
    private final String key;

    Visitor(House house) {
        this.house = house;
        try {
            key = Files.readString(house.home.resolve(Founding.KEY)).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Visitor signedIn() {
        var csrf = CSRF.matcher(page("/login").body());
        if (!csrf.find()) {
            throw new IllegalStateException("no form to sign in");
        }
        var form = "username=" + coded(Founding.LOGIN) + "&password=" + coded(Founding.PASSWORD) + "&_csrf=" + coded(csrf.group(1));
        var reply = send(request("/login").header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build());
        if (reply.statusCode() != 302 || reply.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException("signing in failed: " + reply.statusCode());
        }
        return this;
    }

    HttpResponse<String> page(String path) {
        return send(request(path).GET().build());
    }

    /** Milliseconds that a page took, which must be there. */
    double time(String path) {
        long begin = System.nanoTime();
        var reply = page(path);
        double took = (System.nanoTime() - begin) / 1e6;
        if (reply.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + reply.statusCode());
        }
        return took;
    }

    Path download(String path, Path to) {
        try {
            var reply = http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofFile(to));
            if (reply.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + reply.statusCode());
            }
            return reply.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException asked) {
            throw interrupted(asked);
        }
    }

    JsonNode api(String path) {
        return read(send(request(path).header("Authorization", "Bearer " + key).GET().build()));
    }

    JsonNode api(String path, String json) {
        return read(send(request(path).header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build()));
    }

    JsonNode put(String path, String json) {
        return read(send(request(path).header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)).build()));
    }

    JsonNode upload(String path, Path file) {
        try {
            return read(send(request(path).header("Authorization", "Bearer " + key).header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofFile(file)).build()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String key() {
        return key;
    }

    private static JsonNode read(HttpResponse<String> reply) {
        if (reply.statusCode() >= 300) {
            throw new IllegalStateException(reply.uri() + " answers " + reply.statusCode() + " " + reply.body());
        }
        return JSON.readTree(reply.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + house.port + path)).header("Accept-Language", "zh-CN");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException asked) {
            throw interrupted(asked);
        }
    }

    private static IllegalStateException interrupted(InterruptedException asked) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(asked);
    }

    static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
