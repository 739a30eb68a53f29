package org.huiyin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.analysis.RoundResult.Dimension;
import org.huiyin.campaign.RoundStage;
import org.huiyin.campaign.RoundView;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.Actions;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.NotFound;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.Voices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Results of rounds from answers in the database (001/5.4.3 to 5.4.6). */
@HuiyinTest
@Import(RoundStage.class)
class ResultsTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 8);

    @Autowired ApplicationContext beans;
    @Autowired Results results;
    @Autowired Actions actions;
    @Autowired Voices voices;
    @Autowired Folding folding;
    @Autowired Consequences consequences;
    private ResultStage stage;

    @BeforeEach
    void stage() {
        stage = new ResultStage(beans);
    }

    private RoundView asked(Cast.Troupe company, int a, int b, int c, int d, boolean confidential) {
        stage.clock.set("2026-04-06T10:00");
        return company.in(() -> {
            stage.bean(RoundStage.class).customers(company, a, b, c, d);
            return stage.ask(company, "APR", APRIL, confidential);
        });
    }

    @Test
    @Clause({"001/5.4.3.1", "001/5.4.4"})
    void t_strata_the_index_weighs_each_class_by_its_part_of_the_frame() {
        var company = stage.company();
        var round = asked(company, 6, 10, 15, 9, false);
        company.run(() -> stage.strata(round));
        stage.fold(company);

        var view = stage.result(company, company.salesHead(), round);
        var index = view.result().index();
        assertThat(Objects.requireNonNull(index.mean()).shown()).isEqualTo("76.7");
        assertThat(Objects.requireNonNull(index.interval()).standardError()).isCloseTo(2.6, within(0.05));
        assertThat(Objects.requireNonNull(index.plainMean()).shown()).isEqualTo("81.3");
        assertThat(index.population()).isEqualTo(31);
        assertThat(index.answered()).isEqualTo(14);
        assertThat(index.lines()).extracting(StratifiedIndex.Line::code).contains("A", "B", "C");
        assertThat(view.provisional()).isTrue();
        assertThat(view.result().invited()).isEqualTo(14);
        assertThat(view.result().customers()).isEqualTo(14);
        assertThat(view.result().items()).hasSize(10).allMatch(item -> item.given() == 14);
        assertThat(view.result().slices(Dimension.CLASS)).extracting(RoundResult.Slice::customers).containsExactly(6, 5, 3);
        company.run(() -> {
            var worst = results.customers(company.salesHead(), round, CustomerScoreFilter.WORST);
            assertThat(worst.getFirst().score()).isEqualByComparingTo("60");
            assertThat(worst.getFirst().band()).isEqualTo("C");
            assertThat(worst.getFirst().onEdge()).isTrue();
            var inC = results.items(company.salesHead(), view, Dimension.CLASS, "C");
            assertThat(inC.getFirst().given()).isEqualTo(3);
            assertThat(results.answers(company.salesHead(), view, "price", Dimension.CLASS, "C", 50, 0)).hasSize(3);
            assertThat(results.trend(company.salesHead())).hasSize(1);
        });
    }

    @Test
    @Clause("003/4.5.3")
    void t_doubt_an_invalid_answer_is_counted_and_named_but_not_in_the_index() {
        var company = stage.company();
        var round = asked(company, 18, 0, 0, 0, false);
        var last = company.in(() -> {
            var invitations = stage.asked(round.id(), Grade.A);
            invitations.subList(0, 17).forEach(i -> stage.answer(round, i, "80", Map.of(), Map.of(), null));
            var id = stage.answer(round, invitations.getLast(), "100", Map.of(), Map.of(), null);
            stage.doubt(id, "STRAIGHT_LINE");
            return id;
        });
        stage.fold(company);
        assertThat(stage.result(company, company.quality(), round).result().validity().undecided()).isEqualTo(1);
        company.run(() -> {
            stage.judge(last, "INVALID", "电话确认：没有读题", company.quality());
            stage.tx(() -> {
                folding.judged(new org.huiyin.campaign.answers.AnswerJudged(new org.huiyin.campaign.answers.AnswerId(last), round.id(),
                        org.huiyin.campaign.answers.Validity.INVALID));
                return null;
            });
        });
        stage.clock.pass(java.time.Duration.ofSeconds(5));
        stage.bean(org.huiyin.Later.class).runDueJobs();
        var result = stage.result(company, company.quality(), round).result();
        assertThat(result.validity().sentence().args()).containsExactly(18, 17, 1, "电话确认：没有读题");
        assertThat(Objects.requireNonNull(result.index().mean()).shown()).isEqualTo("80.0");
        assertThat(result.index().answered()).isEqualTo(17);
    }

    @Test
    @Clause({"001/5.4.5", "001/5.4.6.1"})
    void a_frozen_round_asks_for_action_under_75_and_for_a_follow_up_of_an_opposed_item_at_75() {
        var company = stage.company();
        company.departmentHead();
        var round = asked(company, 4, 0, 0, 0, false);
        company.run(() -> {
            var asked = stage.asked(round.id(), Grade.A);
            stage.answer(round, asked.get(0), "74", Map.of("price", "DISSATISFIED"), Map.of("packaging", "加隔板"), null);
            stage.answer(round, asked.get(1), "75", Map.of("performance", "OPPOSED"), Map.of(), null);
            stage.answer(round, asked.get(2), "75", Map.of(), Map.of(), null);
            stage.answer(round, asked.get(3), "88", Map.of(), Map.of(), "跟单回复快");
        });
        stage.freeze(company, round);

        var view = stage.result(company, company.salesHead(), round);
        assertThat(view.provisional()).isFalse();
        company.run(() -> {
            var head = company.salesHead();
            var rows = results.consequences(head, round, 50);
            var asked = stage.asked(round.id(), Grade.A);
            assertThat(rows).filteredOn(r -> r.customer().equals(asked.get(0).customer()) && r.kind() == Consequence.Kind.CORRECTIVE)
                    .flatExtracting(ConsequenceRow::items).containsExactlyInAnyOrder("price", "packaging");
            assertThat(rows).filteredOn(r -> r.customer().equals(asked.get(1).customer()))
                    .singleElement().satisfies(r -> {
                        assertThat(r.kind()).isEqualTo(Consequence.Kind.FOLLOW_UP);
                        assertThat(r.items()).containsExactly("performance");
                    });
            assertThat(rows).noneMatch(r -> r.customer().equals(asked.get(2).customer()));
            assertThat(rows).filteredOn(r -> r.customer().equals(asked.get(3).customer())).extracting(ConsequenceRow::kind)
                    .containsExactly(Consequence.Kind.COMMENT);
            assertThat(results.underLimit(head, view)).isEqualTo(1);
            long proposed = actions.count(head, ActionFilter.all());
            long heard = voices.count(head, VoiceFilter.all());
            assertThat(proposed).isEqualTo(rows.stream().filter(r -> r.kind() != Consequence.Kind.COMMENT).count());
            consequences.handle(new ConsequenceOrder(round.id().value()));
            folding.handle(new FoldOrder(round.id().value(), 1));
            assertThat(actions.count(head, ActionFilter.all())).isEqualTo(proposed);
            assertThat(voices.count(head, VoiceFilter.all())).isEqualTo(heard);
        });
        assertThat(stage.result(company, company.salesHead(), round).frozenHash()).isEqualTo(view.frozenHash());
    }

    @Test
    @Clause("001/5.4.6.4")
    void a_frozen_rolling_round_puts_each_dissatisfied_item_on_the_agenda_of_its_quarter() {
        var company = stage.company();
        var round = asked(company, 2, 0, 0, 0, false);
        company.run(() -> {
            stage.sql("update campaign.round set kind = 'ROLLING', window_code = null, window_from = null, window_to = null where id = ?", round.id().value());
            var people = stage.asked(round.id(), Grade.A);
            stage.answer(round, people.getFirst(), "60", Map.of("price", "DISSATISFIED", "delivery", "OPPOSED"), Map.of("delivery", "三次晚交"), null);
            stage.answer(round, people.getLast(), "95", Map.of(), Map.of(), null);
        });
        stage.freeze(company, round);
        company.run(() -> {
            var head = company.salesHead();
            var agenda = stage.bean(org.huiyin.improvement.Agenda.class);
            var items = agenda.of(head, "2026Q2");
            assertThat(items).extracting(org.huiyin.improvement.Agenda.Item::item).containsExactlyInAnyOrder("产品价格", "及时交付");
            assertThat(items).filteredOn(i -> i.item().equals("及时交付")).singleElement()
                    .satisfies(i -> assertThat(i.words()).isEqualTo("三次晚交"));
            assertThat(actions.count(head, ActionFilter.all())).as("the departments meet before anything is done").isZero();
            assertThat(results.consequences(head, results.round(head, round.number())).get(Consequence.Kind.AGENDA).things()).isEqualTo(2);
            consequences.handle(new ConsequenceOrder(round.id().value()));
            assertThat(agenda.of(head, "2026Q2")).hasSize(2);
        });
    }

    @Test
    @Clause({"001/5.4.3.3", "001/5.4.5"})
    void t_profile_a_later_version_changes_no_signed_score_and_is_said_in_the_comparison() {
        var company = stage.company();
        var april = asked(company, 4, 0, 0, 0, false);
        company.run(() -> stage.answer(april, Grade.A, List.of("78", "80", "82", "84")));
        stage.freeze(company, april);
        var before = stage.result(company, company.salesHead(), april).result();
        company.run(() -> {
            stage.clock.set("2026-09-20T09:00");
            stage.procedure(LocalDate.of(2026, 9, 1), "bands.bands.1.from", "79");
        });
        var october = company.in(() -> stage.ask(company, "OCT", LocalDate.of(2026, 10, 8), false));
        assertThat(october.profileVersion()).isNotEqualTo(april.profileVersion());
        company.run(() -> stage.answer(october, Grade.A, List.of("78", "80", "82", "84")));
        stage.fold(company);
        assertThat(stage.result(company, company.salesHead(), april).result()).isEqualTo(before);
        assertThat(stage.result(company, company.salesHead(), october).result().bands()).containsEntry("C", 1);
        company.run(() -> {
            var trend = results.trend(company.salesHead());
            assertThat(trend).extracting(TrendPoint::scoringChanged).containsExactly(false, true);
            var compared = results.compare(company.salesHead(), april, october).orElseThrow();
            assertThat(compared.scoringChanged()).isTrue();
            assertThat(compared.verdict().verdict()).isEqualTo(RoundComparison.Verdict.NO_PROOF);
            assertThat(compared.verdict().pairs()).isEqualTo(4);
        });
    }

    @Test
    @Clause("001/5.4.3.1")
    void in_a_confidential_round_sales_sees_means_from_three_answers_up_and_no_names() {
        var company = stage.company();
        var round = asked(company, 4, 4, 0, 0, true);
        company.run(() -> {
            stage.answer(round, Grade.A, List.of("78", "80", "82", "84"));
            stage.answer(round, Grade.B, List.of("60", "61"));
        });
        stage.fold(company);
        company.run(() -> {
            var head = company.salesHead();
            var shown = results.of(head, round.number()).orElseThrow();
            assertThat(shown.named()).isFalse();
            assertThat(shown.result().index().mean()).isNotNull();
            assertThat(shown.result().index().lines()).filteredOn(l -> l.answered() > 0).allMatch(l -> l.mean() == null);
            assertThat(shown.result().index().plainMean()).isNull();
            assertThat(results.customers(head, round, CustomerScoreFilter.WORST)).isEmpty();
            assertThat(results.answers(head, shown, "price", null, "", 10, 0)).isEmpty();
            assertThat(results.items(head, shown, Dimension.CLASS, "B")).allMatch(item -> item.mean() == null && item.degrees().isEmpty());
            assertThat(results.customers(company.quality(), round, CustomerScoreFilter.WORST)).hasSize(6);
            assertThat(results.of(company.auditor(), round.number()).orElseThrow().named()).isFalse();
        });
    }

    @Test
    void nobody_reads_another_companys_result_and_a_clerk_sees_her_own_customers() {
        var company = stage.company();
        var round = asked(company, 3, 0, 0, 0, false);
        company.run(() -> stage.answer(round, Grade.A, List.of("70", "80", "90")));
        stage.fold(company);
        var other = stage.company();
        assertThatThrownBy(() -> other.run(() -> results.of(other.salesHead(), round.number()))).isInstanceOf(NotFound.class);
        company.run(() -> {
            assertThat(results.customers(company.salesClerk(), round, CustomerScoreFilter.WORST)).isEmpty();
            assertThat(results.customers(company.salesHead(), round, new CustomerScoreFilter("客户1", null, null, 10, 0))).hasSize(1);
        });
    }

    @Test
    void a_round_of_many_answers_is_folded_in_sets() {
        int many = Integer.getInteger("huiyin.fold.answers", 5_000);
        var company = stage.company();
        var round = asked(company, 1, 0, 0, 0, false);
        company.run(() -> stage.answer(round, Grade.A, List.of("80")));
        company.run(() -> multiply(many));
        company.run(() -> {
            long from = System.nanoTime();
            folding.handle(new FoldOrder(round.id().value(), 0));
            double seconds = (System.nanoTime() - from) / 1e9;
            assertThat(seconds).as("seconds to fold " + many).isLessThan(60);
            assertThat(results.of(company.salesHead(), round.number()).orElseThrow().result().validity().received()).isEqualTo(many + 1);
            var worst = results.customers(company.salesHead(), round, CustomerScoreFilter.WORST);
            assertThat(worst).hasSize(50);
            assertThat(worst.getFirst().score()).isEqualByComparingTo("40");
        });
    }

    /** Copies the one customer with contact, invitation and answer; each copy has a name of its own. */
    private void multiply(int many) {
        stage.tx(() -> {
            for (var statement : List.of(
                    "create temp table n on commit drop as select i, gen_random_uuid() as k, gen_random_uuid() as c, gen_random_uuid() as v from generate_series(1, " + many + ") i",
                    "insert into customer.customer select (jsonb_populate_record(x, jsonb_build_object('id', n.k, 'code', 'M' || n.i, 'code_key', 'm' || n.i, 'name', '远航' || n.i, 'name_key', '远航' || n.i))).* from customer.customer x, n",
                    "insert into customer.contact select (jsonb_populate_record(x, jsonb_build_object('id', n.c, 'customer_id', n.k))).* from customer.contact x, n",
                    "insert into campaign.sample_entry select (jsonb_populate_record(x, jsonb_build_object('customer_id', n.k))).* from campaign.sample_entry x, n",
                    "insert into campaign.invitation select (jsonb_populate_record(x, jsonb_build_object('id', n.v, 'customer_id', n.k, 'contact_id', n.c, 'number', 'M' || n.i))).* from campaign.invitation x, n",
                    "insert into campaign.answer select (jsonb_populate_record(x, jsonb_build_object('id', gen_random_uuid(), 'invitation_id', n.v, 'customer_id', n.k, 'contact_id', n.c, 'score', 40 + n.i % 60))).* from campaign.answer x, n")) {
                stage.bean(JdbcClient.class).sql(statement).update();
            }
            return null;
        });
    }
}
