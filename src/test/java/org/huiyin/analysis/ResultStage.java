package org.huiyin.analysis;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.Later;
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
import org.huiyin.campaign.answers.Freezes;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Ids;
import org.huiyin.organization.Accounts;
import org.huiyin.web.security.Member;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A round with answers of exact scores in the database, as T-STRATA wants them, and its signing. */
final class ResultStage {

    static final List<String> ITEMS = List.of("appearance", "dimensions", "packaging", "performance", "life", "improvement", "delivery",
            "transport", "price", "service");
    /** Mean 88 and s 6; mean 80 and s 8; mean 70 and s 10. */
    static final List<String> A = List.of("82.522774424948338", "93.477225575051662", "82.522774424948338", "93.477225575051662",
            "82.522774424948338", "93.477225575051662");
    static final List<String> B = List.of("80", "88", "88", "72", "72");
    static final List<String> C = List.of("60", "70", "80");

    private final ApplicationContext beans;
    final TestClock clock;

    ResultStage(ApplicationContext beans) {
        this.beans = beans;
        this.clock = beans.getBean(TestClock.class);
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    <T> T tx(java.util.function.Supplier<T> work) {
        return bean(TransactionTemplate.class).execute(status -> work.get());
    }

    void sql(String query, Object... parameters) {
        bean(TransactionTemplate.class).executeWithoutResult(s -> bean(JdbcClient.class).sql(query).params(Arrays.asList(parameters)).update());
    }

    Cast.Troupe company() {
        return company("P001");
    }

    Cast.Troupe company(String preset) {
        return bean(Cast.class).company(preset);
    }

    /** Asks in the window of April or October; runs inside the company. */
    RoundView ask(Cast.Troupe company, String window, LocalDate day, boolean confidential) {
        clock.set(day.minusDays(1) + "T10:00");
        var rounds = bean(Rounds.class);
        var id = rounds.plan(company.salesClerk(), NewRound.central(window, day.getYear() + " 年 " + day.getMonthValue() + " 月", day).confirmed());
        if (confidential) {
            var view = rounds.get(id);
            rounds.change(company.salesHead(), id, view.title(), view.opensOn(), view.closesOn(), true, view.version());
        }
        var samples = bean(Samples.class);
        var drawn = samples.propose(company.salesClerk(), id);
        boolean recommended = drawn.chosen().isEmpty();
        if (recommended) {
            drawn.strata().forEach(stratum -> stratum.rows().forEach(row -> samples.add(company.salesClerk(), id, row.customer(), "重点客户")));
        }
        var approval = samples.submit(company.salesClerk(), id).orElseThrow();
        bean(RoundStage.class).decide(company, recommended ? company.departmentHead() : company.salesHead(), approval, true);
        clock.set(day + "T09:00");
        bean(Invitations.class).prepareAll(company.salesHead(), id);
        rounds.advance(company.salesHead().id(), id, RoundState.COLLECTING, "");
        return rounds.get(id);
    }

    List<InvitationView> asked(RoundId round, Grade grade) {
        return bean(Invitations.class).of(round).stream().filter(i -> i.stratum() == grade).toList();
    }

    /** The answers of T-STRATA. */
    void strata(RoundView round) {
        answer(round, Grade.A, A);
        answer(round, Grade.B, B);
        answer(round, Grade.C, C);
    }

    void answer(RoundView round, Grade grade, List<String> scores) {
        var invitations = asked(round.id(), grade);
        for (int i = 0; i < scores.size(); i++) {
            answer(round, invitations.get(i), scores.get(i), Map.of(), Map.of(), null);
        }
    }

    /** Every item "satisfied" but those given, with the score as computed elsewhere. */
    UUID answer(RoundView round, InvitationView invitation, String score, Map<String, String> other, Map<String, String> comments, String overall) {
        var items = new LinkedHashMap<String, String>();
        ITEMS.forEach(item -> items.put(item, other.getOrDefault(item, "SATISFIED")));
        return store(round, invitation, score, items, comments, overall);
    }

    /** An answer as given, with the weight of its contact. */
    UUID store(RoundView round, InvitationView invitation, String score, Map<String, String> items, Map<String, String> comments, String overall) {
        var id = Ids.next();
        var json = bean(JsonMapper.class);
        sql("""
                insert into campaign.answer (id, round_id, invitation_id, customer_id, contact_id, stratum, weight, items, comments, wanted, overall,
                  score, answered_share, channel, language, staff_device, late, profile_version, questionnaire_version, submitted_at)
                values (?,?,?,?,?,?,?,cast(? as jsonb),cast(? as jsonb),'{}',?,?,1,'MAIL','zh-CN',false,false,?,?,?)""",
                id, round.id().value(), invitation.id().value(), invitation.customer().value(), invitation.contact(), invitation.stratum().name(),
                invitation.weight(), json.writeValueAsString(items), json.writeValueAsString(comments), overall, new BigDecimal(score),
                round.profileVersion(), round.questionnaireVersion(), Timestamp.from(clock.instant()));
        sql("update campaign.invitation set state = 'ANSWERED', answered_at = ? where id = ?", Timestamp.from(clock.instant()), invitation.id().value());
        return id;
    }

    void doubt(UUID answer, String rule) {
        sql("insert into campaign.doubt_flag (id, answer_id, rule, sentence, raised_at) values (?,?,?,'{\"key\":\"web.verbatim\",\"args\":[\"x\"]}',?)",
                Ids.next(), answer, rule, Timestamp.from(clock.instant()));
    }

    void judge(UUID answer, String verdict, String reason, Actor by) {
        sql("insert into campaign.doubt_decision (id, answer_id, verdict, reason, decided_by, decided_at) values (?,?,?,?,?,?)",
                Ids.next(), answer, verdict, reason, by.id().value(), Timestamp.from(clock.instant()));
    }

    /** The procedure in force with one part changed, in force from the day; runs inside the company. */
    void procedure(LocalDate from, String path, String value) {
        sql("""
                insert into procedure.profile_version select (jsonb_populate_record(v, jsonb_build_object('id', ?::text, 'number', v.number + 1,
                  'effective_from', ?::text, 'content', jsonb_set(v.content, cast(? as text[]), cast(? as jsonb))))).*
                from procedure.profile_version v order by v.number desc limit 1""",
                Ids.next().toString(), from.toString(), "{" + path.replace('.', ',') + "}", value);
    }

    /** Lets the routine find what is new. */
    void fold(Cast.Troupe company) {
        clock.pass(Duration.ofMinutes(5));
        bean(Later.class).runRoutine(company.id(), FoldOrder.JOB);
    }

    /** Ends collecting and signs by two, then lets the jobs run. */
    void freeze(Cast.Troupe company, RoundView round) {
        company.run(() -> {
            var rounds = bean(Rounds.class);
            if (rounds.get(round.id()).state() == RoundState.COLLECTING) {
                clock.set(round.closesOn().plusDays(1) + "T09:00");
                rounds.endCollecting(company.salesHead(), round.id(), "");
            }
            bean(Freezes.class).sign(member(company, company.salesHead()), Cast.PASSWORD, round.id());
            bean(Freezes.class).sign(member(company, company.quality()), Cast.PASSWORD, round.id());
        });
        bean(Later.class).runDueJobs();
    }

    Member member(Cast.Troupe company, Actor actor) {
        var account = tx(() -> bean(Accounts.class).ofPerson(actor.id()).orElseThrow().id());
        return new Member(company.id(), company.slug(), "x", "Asia/Shanghai", actor, null, account, null, null);
    }

    ResultView result(Cast.Troupe company, Actor actor, RoundView round) {
        return company.in(() -> bean(Results.class).of(actor, round.number()).orElseThrow());
    }
}
