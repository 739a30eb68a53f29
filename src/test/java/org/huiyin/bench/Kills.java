package org.huiyin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Kills the process or its PostgreSQL while contacts answer, programs make customers and a list is taken over, starts
 * again, and compares what was acknowledged with what is stored.
 */
final class Kills {

    private static final int ANSWERERS = 3;
    private static final int ROWS = 1_500;

    private final Path home;
    private final Supplier<House> start;
    private final int times;
    private final Random random;
    private final Map<Integer, Boolean> answers = new ConcurrentHashMap<>();
    private final Map<String, String> customers = new ConcurrentHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<UUID> imports = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final AtomicInteger nextAnswer = new AtomicInteger();
    private final AtomicInteger nextCustomer = new AtomicInteger();
    private House house;
    private int cutOff;

    /**
     * @param founded a running Huiyin with the company of the measurements
     * @param start starts it again in the same folder
     */
    Kills(House founded, Supplier<House> start, int times, long seed) {
        this.house = founded;
        this.home = founded.home;
        this.start = start;
        this.times = times;
        this.random = new Random(seed);
    }

    /** What was sent, what was acknowledged, and each difference in a sentence. */
    record Verdict(int kills, long answersSent, long answersAcknowledged, long customersAcknowledged, int imports, int requestsCutOff, List<String> differences) {

        boolean good() {
            return differences.isEmpty() && answersAcknowledged > 0;
        }

        @Override
        public String toString() {
            return "%d kills, %d requests cut off; %d answers sent, %d acknowledged; %d customers made and acknowledged; %d lists imported: %s".formatted(
                    kills, requestsCutOff, answersSent, answersAcknowledged, customersAcknowledged, imports,
                    good() ? "nothing lost, nothing half, nothing twice" : "DIFFERENCES\n  " + String.join("\n  ", differences));
        }
    }

    /** Kills; to the end means that every list is taken over after all, for which cut off work is waited for. */
    Verdict run(boolean toTheEnd) throws Exception {
        try (var volume = new Volume(house)) {
            int most = times * 4_000;
            var round = volume.round(1, "KILL-1", "COLLECTING");
            volume.customers(1, most, 1);
            volume.invited(round, 1, 1, most, 1, "'W' || i", "SENT");
            volume.linked(1, most);
        }
        try {
            for (int n = 1; n <= times; n++) {
                load(n);
                compare("after kill " + n);
                System.err.printf("kill %d: %d answers, %d customers acknowledged, %d imports, %d differences%n", n, acknowledged(), customers.size(), imports.size(), wrong.size());
            }
            retry();
            if (toTheEnd) {
                finish();
            }
            compare("at the end");
        } finally {
            house.close();
        }
        return new Verdict(times, answers.size(), acknowledged(), customers.size(), imports.size(), cutOff, wrong);
    }

    private long acknowledged() {
        return answers.values().stream().filter(known -> known).count();
    }

    /** Load for a moment, then the kill, then the next start where it is needed. */
    private void load(int n) {
        var over = new AtomicBoolean();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < ANSWERERS; i++) {
            threads.add(Thread.ofPlatform().start(() -> answer(over)));
        }
        threads.add(Thread.ofPlatform().start(() -> makeCustomers(over)));
        threads.add(Thread.ofPlatform().start(() -> importList(n, over)));
        House.pause(500 + random.nextInt(2_500));
        switch (n % 3) {
            case 0 -> house.killBackend();
            case 1 -> house.killPostgres();
            default -> house.kill();
        }
        if (house.alive()) {
            House.pause(700); // some requests meet the gap
        }
        over.set(true);
        threads.forEach(Kills::join);
        if (house.alive()) {
            awaitDatabase();
        } else {
            house = start.get();
        }
    }

    private void answer(AtomicBoolean over) {
        while (!over.get()) {
            try (var wire = new Wire(house.port)) {
                while (!over.get()) {
                    int n = nextAnswer.getAndIncrement();
                    answers.put(n, false);
                    var reply = wire.post("/a/bench" + n, Crowd.form(n));
                    if (reply.status() == 200 && reply.text().contains("card kind")) {
                        answers.put(n, true);
                    } else if (reply.status() < 500) {
                        differ("answer %d is refused with %d".formatted(n, reply.status()));
                    } else {
                        cut();
                    }
                }
            } catch (IOException gone) {
                cut();
                House.pause(20);
            }
        }
    }

    private synchronized void cut() {
        cutOff++;
    }

    private void makeCustomers(AtomicBoolean over) {
        try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build(); var visitor = new Visitor(house)) {
            while (!over.get()) {
                make(http, visitor.key(), nextCustomer.incrementAndGet());
            }
        }
    }

    /** Under a key of its own, so that it may be sent again without being made twice; true when it was acknowledged. */
    private boolean make(HttpClient http, String key, int n) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + house.port + "/api/v1/customers")).timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + key).header("Content-Type", "application/json").header("Idempotency-Key", "customer-" + n)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"恒川" + n + "号\"}")).build();
            var reply = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() == 201) {
                var code = reply.body().replaceAll("(?s).*\"code\":\"([^\"]+)\".*", "$1");
                var before = customers.put("恒川" + n + "号", code);
                if (before != null && !before.equals(code)) {
                    differ("customer %d was %s and is %s when sent again".formatted(n, before, code));
                }
                return true;
            }
            if (reply.statusCode() < 500) {
                differ("customer %d is refused with %d %s".formatted(n, reply.statusCode(), reply.body()));
            }
        } catch (IOException gone) {
            House.pause(20);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        cut();
        return false;
    }

    private void importList(int n, AtomicBoolean over) {
        try (var visitor = new Visitor(house)) {
            var list = SheetsPart.list(home.resolveSibling("list-" + n + ".xlsx"), ROWS, "L%03d-".formatted(n), false);
            var id = SheetsPart.upload(visitor, list);
            imports.add(id);
            var path = "/api/v1/customer-imports/" + id;
            visitor.api(path + "/columns", "{}");
            while (!over.get()) {
                if (visitor.api(path).path("state").asString().equals("READ")) {
                    visitor.api(path + "/taking", "{\"goodOnly\":true}");
                    return;
                }
                House.pause(50);
            }
        } catch (IOException | RuntimeException cutOff) {
            cut();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** Huiyin starts its PostgreSQL again by itself. */
    private void awaitDatabase() {
        for (int i = 0; i < 600; i++) {
            try (var wire = new Wire(house.port)) {
                if (wire.get("/a/bench0").status() == 200) {
                    return;
                }
            } catch (IOException _) {
                House.pause(50);
            }
            House.pause(50);
        }
        differ("PostgreSQL did not come back within a minute");
    }

    private synchronized void differ(String sentence) {
        if (wrong.size() < 50) {
            wrong.add(sentence);
        }
    }

    /** Everything that was cut off is sent again, as people and programs do. */
    private void retry() {
        answers.entrySet().stream().filter(e -> !e.getValue()).map(Map.Entry::getKey).sorted().limit(500).forEach(n -> {
            try (var wire = new Wire(house.port)) {
                var reply = wire.post("/a/bench" + n, Crowd.form(n));
                if (reply.status() == 200) {
                    answers.put(n, true);
                } else {
                    differ("answer %d, sent again, is refused with %d".formatted(n, reply.status()));
                }
            } catch (IOException gone) {
                differ("answer %d cannot be sent again: %s".formatted(n, gone));
            }
        });
        try (var http = HttpClient.newHttpClient(); var visitor = new Visitor(house)) {
            for (int n = 1; n <= nextCustomer.get(); n++) {
                if (!customers.containsKey("恒川" + n + "号") && !make(http, visitor.key(), n)) {
                    differ("customer %d cannot be made again".formatted(n));
                }
            }
        }
    }

    /** Every list that was begun is read and taken over to its end. */
    private void finish() {
        try (var visitor = new Visitor(house)) {
            for (var id : imports) {
                var path = "/api/v1/customer-imports/" + id;
                for (int i = 0; i < 2_000; i++) {
                    var state = visitor.api(path).path("state").asString();
                    if (state.equals("UPLOADED")) {
                        visitor.api(path + "/columns", "{}");
                    } else if (state.equals("READ")) {
                        visitor.api(path + "/taking", "{\"goodOnly\":true}");
                    } else if (state.equals("DONE") || state.equals("FAILED")) {
                        break;
                    }
                    House.pause(50);
                }
                var list = visitor.api(path);
                if (!list.path("state").asString().equals("DONE") || list.path("counts").path("created").asInt() + list.path("counts").path("updated").asInt()
                        + list.path("counts").path("same").asInt() != ROWS) {
                    differ("import " + id + " ends as " + list);
                }
            }
        }
    }

    private void compare(String when) throws SQLException {
        try (var volume = new Volume(house)) {
            new Ledger(volume, sentence -> differ(when + ": " + sentence)).compare(answers, customers);
        }
    }
}
