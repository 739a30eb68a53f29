package org.huiyin.campaign.answers;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.Cast;
import org.huiyin.TestClock;
import org.huiyin.campaign.InvitationView;
import org.huiyin.campaign.Invitations;
import org.huiyin.campaign.NewRound;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.RoundStage;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.Samples;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.organization.Accounts;
import org.huiyin.web.security.Member;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A round of April whose customers have been asked, and what contacts do with their links. */
final class AskedStage {

    static final List<String> ITEMS = List.of("appearance", "dimensions", "packaging", "performance", "life", "improvement", "delivery",
            "transport", "price", "service");
    /** A picture of one grey point. */
    static final byte[] SCAN = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");

    private final ApplicationContext beans;
    private final HttpClient http = HttpClient.newHttpClient();
    final Cast cast;
    final TestClock clock;
    final Rounds rounds;
    final Invitations invitations;
    final int port;

    AskedStage(ApplicationContext beans, int port) {
        this.beans = beans;
        this.port = port;
        this.cast = beans.getBean(Cast.class);
        this.clock = beans.getBean(TestClock.class);
        this.rounds = beans.getBean(Rounds.class);
        this.invitations = beans.getBean(Invitations.class);
    }

    /** A contact who has been asked. */
    record Asked(InvitationView invitation, String token) {}

    /** A round under way. */
    record Round(Cast.Troupe company, RoundId id, List<Asked> asked) {

        Asked first() {
            return asked.getFirst();
        }
    }

    /** As many customers of class A as given, all asked on 8 April. */
    Round asked(int customers) {
        return asked("P001", customers);
    }

    Round asked(String preset, int customers) {
        var company = cast.company(preset);
        clock.set("2026-04-07T10:00");
        return company.in(() -> {
            for (int i = 1; i <= customers; i++) {
                stage().customer(company, Grade.A, "远航电子" + i, true);
            }
            return ask(company, "APR", LocalDate.of(2026, 4, 8), false);
        });
    }

    /** Plans, draws, has approved and asks; runs inside the company. */
    Round ask(Cast.Troupe company, String window, LocalDate day, boolean confidential) {
        var clerk = company.salesHead();
        clock.set(day.minusDays(1) + "T10:00");
        var planned = NewRound.central(window, window + " " + day.getYear(), day);
        var id = rounds.plan(company.salesClerk(), planned);
        if (confidential) {
            var view = rounds.get(id);
            rounds.change(clerk, id, view.title(), view.opensOn(), view.closesOn(), true, view.version());
        }
        var samples = beans.getBean(Samples.class);
        samples.propose(company.salesClerk(), id);
        var approval = samples.submit(company.salesClerk(), id).orElseThrow();
        stage().decide(company, company.salesHead(), approval, true);
        clock.set(day + "T09:00");
        invitations.prepareAll(clerk, id);
        rounds.advance(clerk.id(), id, RoundState.COLLECTING, "");
        return new Round(company, id, invitations.of(id).stream().map(i -> new Asked(i, token(clerk, i))).toList());
    }

    private String token(Actor actor, InvitationView invitation) {
        var link = invitations.link(actor, invitation.id());
        return link.substring(link.lastIndexOf('/') + 1);
    }

    RoundStage stage() {
        return beans.getBean(RoundStage.class);
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    RoundView view(Round round) {
        return round.company().in(() -> rounds.get(round.id()));
    }

    /** The same degree everywhere. */
    static Map<String, String> all(String degree) {
        return ITEMS.stream().collect(Collectors.toMap(item -> "q_" + item, item -> degree, (a, b) -> a, LinkedHashMap::new));
    }

    static Map<String, String> with(Map<String, String> form, String... pairs) {
        var changed = new LinkedHashMap<>(form);
        for (int i = 0; i < pairs.length; i += 2) {
            changed.put(pairs[i], pairs[i + 1]);
        }
        return changed;
    }

    /** A form that no rule doubts: two degrees, drawn a minute ago. */
    Map<String, String> usual() {
        return with(all("SATISFIED"), "q_price", "INDIFFERENT", "t", String.valueOf(clock.instant().getEpochSecond() - 60), "lang", "zh_CN");
    }

    static FormContent content(String degree, String... pairs) {
        var items = new LinkedHashMap<String, String>();
        ITEMS.forEach(item -> items.put(item, degree));
        for (int i = 0; i < pairs.length; i += 2) {
            items.put(pairs[i], pairs[i + 1]);
        }
        items.values().removeIf(String::isEmpty);
        return new FormContent(items, Map.of(), java.util.Set.of(), null);
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(uri(path)).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream().map(f -> coded(f.getKey()) + "=" + coded(f.getValue())).collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> answer(Asked asked, Map<String, String> fields) {
        return post("/a/" + asked.token(), fields);
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
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

    /** The answers of the round as they stand. */
    List<AnswerView> answers(Round round) {
        return round.company().in(() -> {
            var all = new java.util.ArrayList<AnswerView>();
            bean(Answers.class).each(round.id(), all::add);
            return all;
        });
    }

    BigDecimal score(Round round) {
        return java.util.Objects.requireNonNull(answers(round).getFirst().score());
    }

    Member member(Cast.Troupe company, Actor actor) {
        var account = company.in(() -> tx().execute(s -> bean(Accounts.class).ofPerson(actor.id()).orElseThrow().id()));
        return new Member(company.id(), company.slug(), "x", "Asia/Shanghai", actor, null, account, null, null);
    }

    /** Ends collecting: what is missing now is late. */
    void close(Round round) {
        clock.set("2026-05-09T09:00");
        round.company().run(() -> rounds.endCollecting(round.company().salesHead(), round.id(), ""));
    }

    boolean sign(Round round, Actor actor) {
        return round.company().in(() -> bean(Freezes.class).sign(member(round.company(), actor), Cast.PASSWORD, round.id()));
    }

    void freeze(Round round) {
        close(round);
        sign(round, round.company().salesHead());
        sign(round, round.company().quality());
    }

    long count(Cast.Troupe company, String query, Object... parameters) {
        return company.in(() -> tx().execute(s -> bean(JdbcClient.class).sql(query).params(Arrays.asList(parameters)).query(Long.class).single()));
    }

    void update(Cast.Troupe company, String query, Object... parameters) {
        company.run(() -> tx().executeWithoutResult(s -> bean(JdbcClient.class).sql(query).params(Arrays.asList(parameters)).update()));
    }

    private TransactionTemplate tx() {
        return bean(TransactionTemplate.class);
    }

    static Entries.Scan scan() {
        return new Entries.Scan("fax.png", new ByteArrayInputStream(SCAN));
    }

    static StaffEntry phone(Actor interviewer, FormContent content) {
        return new StaffEntry(AnswerChannel.PHONE, content, interviewer.id(), null, null);
    }

    static StaffEntry fax(FormContent content, String revision, LocalDate received) {
        return new StaffEntry(AnswerChannel.FAX, content, null, revision, received);
    }

    CustomerId customer(Asked asked) {
        return asked.invitation().customer();
    }

    UUID contact(Asked asked) {
        return asked.invitation().contact();
    }
}
