package org.huiyin.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.huiyin.Browserless;

/** Follows every link that somebody is shown, within bounds, and remembers what each page said. */
final class Crawl {

    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"([^\"#]+)");
    private static final Pattern FORM = Pattern.compile("(?s)<form([^>]*?method=\"post\"[^>]*)>(.*?)</form>");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("/([0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{1,3}-?[0-9][0-9-]*|[A-Z]{1,3}-[0-9-]+|[0-9][0-9.]*[a-z]?|(?<=/roles/)[A-Z_]+|(?<=/items/)[a-z_]+)(?=[/.?]|$)");

    private static final Pattern FILE = Pattern.compile("\\.(xlsx|pdf|json|csv|svg)$|/files/");

    /** A page as it was answered. */
    record Visit(String path, int status, String type, String body, String from) {}

    private final Browserless browser;
    private final String home;
    private final int most;
    private final Map<String, Visit> visits = new LinkedHashMap<>();
    private final Map<String, Integer> perShape = new LinkedHashMap<>();
    private final Set<String> forms = new LinkedHashSet<>();

    Crawl(Browserless browser, String home, int most) {
        this.browser = browser;
        this.home = home;
        this.most = most;
    }

    /** Begins at the desk and goes on until nothing new is found; of pages of one shape only some are opened. */
    Crawl go() {
        var queue = new ArrayDeque<List<String>>();
        queue.add(List.of(home, ""));
        while (!queue.isEmpty()) {
            var next = queue.removeFirst();
            var path = next.getFirst();
            if (visits.containsKey(path) || FILE.matcher(path.replaceAll("\\?.*", "")).find() && most < 4 || perShape.merge(shape(path), 1, Integer::sum) > most) {
                continue;
            }
            var answer = browser.get(path);
            var type = answer.headers().firstValue("Content-Type").orElse("");
            var body = type.startsWith("text/html") ? answer.body() : "";
            visits.put(path, new Visit(path, answer.statusCode(), type, body, next.get(1)));
            var links = LINK.matcher(body);
            while (links.find()) {
                var link = links.group(1).replace("&amp;", "&");
                if (link.equals(home) || link.startsWith(home + "/") || link.startsWith(home + "?")) {
                    queue.add(List.of(link, path));
                }
            }
            var posts = FORM.matcher(body);
            while (posts.find()) {
                var action = ACTION.matcher(posts.group(1));
                if (posts.group(2).contains("<button") && action.find() && action.group(1).startsWith(home)) {
                    forms.add(action.group(1).replace("&amp;", "&"));
                }
            }
        }
        return this;
    }

    List<Visit> visits() {
        return new ArrayList<>(visits.values());
    }

    /** One page of every shape, without files. */
    List<String> samples() {
        Map<String, String> first = new LinkedHashMap<>();
        visits.values().stream().filter(v -> v.type().startsWith("text/html") && v.status() == 200)
                .forEach(v -> first.putIfAbsent(shape(v.path()), v.path()));
        return List.copyOf(first.values());
    }

    /** Where forms of these pages are sent. */
    List<String> forms() {
        return List.copyOf(forms);
    }

    static String shape(String path) {
        return ID.matcher(path.replaceAll("\\?.*", "")).replaceAll("/*");
    }
}
