package org.huiyin;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without eyes: keeps cookies, sends forms with their token, follows nothing. */
public final class Browserless {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token = "";

    public Browserless(int port) {
        this.base = "http://localhost:" + port;
    }

    /** A browser in which somebody has signed in. */
    public static Browserless of(int port, String login) {
        var browser = new Browserless(port);
        browser.signIn(login, Cast.PASSWORD);
        return browser;
    }

    /** Signs in and returns where that led. */
    public String signIn(String login, String password) {
        get("/login");
        var answer = post("/login", Map.of("username", login, "password", password));
        var to = location(answer);
        if (!to.startsWith("/login")) {
            get("/companies");
        }
        return to;
    }

    /** Gets a page and remembers its form token. */
    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = send(request.build());
        var found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    /** Gets a file as it is. */
    public byte[] bytes(String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(base + path)).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    /** Sends a form with the last token seen. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream().map(f -> coded(f.getKey()) + "=" + coded(f.getValue())).collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString((body.isEmpty() ? "" : body + "&") + "_csrf=" + coded(token)))
                .build());
    }

    /** A file chosen in a form; its content is made while it is sent, as often as the block is repeated. */
    public record Chosen(String field, String name, byte[] block, int times) {}

    /** Sends a form with a file and the last token seen. */
    public HttpResponse<String> post(String path, Map<String, String> fields, Chosen file) {
        var line = "----huiyin";
        var head = new StringBuilder();
        fields.forEach((name, value) -> head.append("--" + line + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        head.append("--" + line + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--" + line
                + "\r\nContent-Disposition: form-data; name=\"" + file.field() + "\"; filename=\"" + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        var body = HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(head.toString()),
                HttpRequest.BodyPublishers.ofByteArrays(() -> java.util.Collections.nCopies(file.times(), file.block()).iterator()),
                HttpRequest.BodyPublishers.ofString("\r\n--" + line + "--\r\n"));
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "multipart/form-data; boundary=" + line).POST(body).build());
    }

    /** Where an answer leads, below this server; empty when nowhere. */
    public String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").map(to -> to.startsWith(base) ? to.substring(base.length()) : to).orElse("");
    }

    /** Its cookies, for a client of another kind. */
    public CookieManager cookies() {
        return cookies;
    }

    /** The value of a cookie; empty when there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name)).map(cookie -> cookie.getValue()).findFirst().orElse("");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
