package org.huiyin.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.approval.Approvals;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@Import(RoundStage.class)
class SampleTest {

    @Autowired Cast cast;
    @Autowired Rounds rounds;
    @Autowired Samples samples;
    @Autowired Coverages coverages;
    @Autowired Invitations invitations;
    @Autowired Approvals approvals;
    @Autowired RoundStage stage;
    @Autowired TestClock clock;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    private RoundId planned(Cast.Troupe company, String window, LocalDate day) {
        return rounds.plan(company.salesClerk(), NewRound.central(window, window + " " + day.getYear(), day));
    }

    /** A whole round in which the given part of the asked customers answers. */
    private Set<CustomerId> round(Cast.Troupe company, String window, LocalDate day, Set<CustomerId> silent) {
        clock.set(day.minusDays(1) + "T10:00");
        var id = planned(company, window, day);
        samples.propose(company.salesClerk(), id);
        var approval = samples.submit(company.salesClerk(), id).orElseThrow();
        stage.decide(company, company.salesHead(), approval, true);
        invitations.prepareAll(company.salesClerk(), id);
        clock.set(day.plusDays(3) + "T10:00");
        var asked = new HashSet<CustomerId>();
        for (var invitation : invitations.of(id)) {
            asked.add(invitation.customer());
            if (!silent.contains(invitation.customer())) {
                invitations.answered(invitation.id(), clock.instant());
            }
        }
        return asked;
    }

    @Test
    @Clause("001/5.4.2.1a")
    void five_rounds_cover_everybody_and_nobody_twice_before() {
        var company = cast.company("P001");
        company.run(() -> {
            var all = stage.customers(company, 6, 10, 15, 9);
            var days = List.of(LocalDate.of(2026, 4, 8), LocalDate.of(2026, 10, 9), LocalDate.of(2027, 4, 8), LocalDate.of(2027, 10, 8), LocalDate.of(2028, 4, 7));
            var seen = Map.of(Grade.B, new HashSet<CustomerId>(), Grade.C, new HashSet<CustomerId>());
            for (int n = 0; n < days.size(); n++) {
                var asked = round(company, days.get(n).getMonthValue() == 4 ? "APR" : "OCT", days.get(n), Set.of());
                var byGrade = all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                        e -> e.getValue().stream().filter(asked::contains).collect(Collectors.toSet())));
                assertThat(byGrade.get(Grade.A)).hasSize(6);
                assertThat(byGrade.get(Grade.B)).hasSize(5);
                assertThat(byGrade.get(Grade.C)).hasSize(3);
                assertThat(byGrade.get(Grade.D)).isEmpty();
                if (n < 2) {
                    assertThat(seen.get(Grade.B)).noneMatch(byGrade.get(Grade.B)::contains);
                }
                assertThat(seen.get(Grade.C)).noneMatch(byGrade.get(Grade.C)::contains);
                seen.get(Grade.B).addAll(byGrade.get(Grade.B));
                seen.get(Grade.C).addAll(byGrade.get(Grade.C));
                assertThat(seen.get(Grade.B)).hasSize(n == 0 ? 5 : 10);
            }
            assertThat(seen.get(Grade.C)).hasSize(15);
            var c = coverages.now().stream().filter(t -> t.code().equals("C")).findFirst().orElseThrow();
            assertThat(c.complete()).isTrue();
            assertThat(c.cycles()).isEqualTo(1);
        });
    }

    @Test
    @Clause("001/5.4.2.1a")
    void the_silent_stay_uncovered_and_come_again_first() {
        var company = cast.company("P001");
        company.run(() -> {
            var all = stage.customers(company, 0, 4, 0, 0);
            clock.set("2026-04-07T10:00");
            var id = planned(company, "APR", LocalDate.of(2026, 4, 8));
            var silent = samples.propose(company.salesClerk(), id).chosen().getFirst().customer();
            rounds.cancel(company.salesHead(), id, "重来");
            var asked = round(company, "APR", LocalDate.of(2026, 4, 9), Set.of());
            assertThat(asked).hasSize(2);
            var second = round(company, "OCT", LocalDate.of(2026, 10, 9), new HashSet<>(all.get(Grade.B)));
            assertThat(second).hasSize(2).doesNotContainAnyElementsOf(asked);
            var b = coverages.now().stream().filter(t -> t.code().equals("B")).findFirst().orElseThrow();
            assertThat(b.covered()).isEqualTo(2);
            var third = round(company, "APR", LocalDate.of(2027, 4, 8), Set.of());
            assertThat(third).isEqualTo(second);
            assertThat(all.get(Grade.B)).contains(silent);
        });
    }

    /** The procedure with one part of its sampling changed. */
    private void sampling(String path, String value) {
        transaction.executeWithoutResult(status -> sql.sql("""
                insert into procedure.profile_version select (jsonb_populate_record(v, jsonb_build_object('id', ?::text, 'number', v.number + 1,
                  'effective_from', '2026-01-01', 'content', jsonb_set(v.content, cast(? as text[]), cast(? as jsonb))))).*
                from procedure.profile_version v order by v.number desc limit 1""")
                .params(org.huiyin.kernel.Ids.next().toString(), "{sampling," + path + "}", value).update());
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER, false", "CLASS_LIST, true"})
    @Clause("001/5.4.2.1a")
    void what_a_customer_answered_in_another_class_counts_by_the_memory_of_the_procedure(String memory, boolean askedAgain) {
        var company = cast.company("P001");
        company.run(() -> {
            clock.set("2026-03-01T10:00");
            sampling("memory", "\"" + memory + "\"");
            var all = stage.customers(company, 1, 2, 0, 0);
            var mover = all.get(Grade.A).getFirst();
            var first = round(company, "APR", LocalDate.of(2026, 4, 8), Set.of());
            assertThat(first).contains(mover).hasSize(2);
            // The customer of class A has answered in April and is of class B from September on, as one of three.
            stage.grade(company, mover, Grade.B, LocalDate.of(2026, 9, 1));
            clock.set("2026-10-08T10:00");
            var id = planned(company, "OCT", LocalDate.of(2026, 10, 9));
            var b = samples.propose(company.salesClerk(), id).strata().stream().filter(s -> s.code().equals("B")).findFirst().orElseThrow();
            assertThat(b.size()).isEqualTo(2);
            assertThat(b.rows().stream().filter(r -> r.customer().equals(mover)).findFirst().orElseThrow().lastAnswered() == null).isEqualTo(askedAgain);
            var chosen = b.rows().stream().filter(SampleRow::chosen).map(SampleRow::customer).toList();
            var neverAsked = all.get(Grade.B).stream().filter(c -> !first.contains(c)).toList();
            assertThat(chosen).containsAll(neverAsked);
            assertThat(chosen.contains(mover) || !askedAgain).isTrue();
            var covered = coverages.now().stream().filter(t -> t.code().equals("B")).findFirst().orElseThrow().covered();
            assertThat(covered).isEqualTo(askedAgain ? 1 : 2);
        });
    }

    @ParameterizedTest
    @CsvSource({"RESPONSE, 0", "INVITATION, 2"})
    @Clause("001/5.4.2.1a")
    void silence_covers_nobody_unless_the_procedure_says_that_asking_is_enough(String by, int covered) {
        var company = cast.company("P001");
        company.run(() -> {
            clock.set("2026-03-01T10:00");
            sampling("coverageBy", "\"" + by + "\"");
            var all = stage.customers(company, 0, 4, 0, 0);
            var first = round(company, "APR", LocalDate.of(2026, 4, 8), Set.copyOf(all.get(Grade.B)));
            transaction.executeWithoutResult(status -> sql.sql("update campaign.invitation set sent_at = ?")
                    .param(java.sql.Timestamp.from(clock.instant())).update());
            assertThat(coverages.now().stream().filter(t -> t.code().equals("B")).findFirst().orElseThrow().covered()).isEqualTo(covered);
            var second = round(company, "OCT", LocalDate.of(2026, 10, 9), Set.of());
            if (covered == 0) {
                assertThat(second).hasSize(2);
            } else {
                assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
            }
        });
    }

    @Test
    @Clause("001/5.4.2.1a")
    void a_swap_needs_a_reason_and_warns_of_the_just_surveyed() {
        var company = cast.company("P001");
        company.run(() -> {
            stage.customers(company, 6, 10, 15, 9);
            var first = round(company, "APR", LocalDate.of(2026, 4, 8), Set.of());
            clock.set("2026-10-08T10:00");
            var id = planned(company, "OCT", LocalDate.of(2026, 10, 9));
            var view = samples.propose(company.salesClerk(), id);
            var b = view.strata().stream().filter(s -> s.code().equals("B")).findFirst().orElseThrow();
            var out = b.rows().stream().filter(SampleRow::chosen).findFirst().orElseThrow().customer();
            var in = b.rows().stream().filter(r -> first.contains(r.customer())).findFirst().orElseThrow().customer();
            assertThatThrownBy(() -> samples.swap(company.salesHead(), id, out, in, "  ")).isInstanceOf(InvalidInput.class);
            assertThat(samples.swap(company.salesHead(), id, out, in, "对方停产检修")).extracting(Sentence::key).contains("campaign.swap.justSurveyed");
            var after = samples.of(id);
            assertThat(after.chosen()).hasSize(14).extracting(SampleRow::customer).contains(in).doesNotContain(out);
            assertThat(after.changes()).singleElement().satisfies(change -> {
                assertThat(change.reason()).isEqualTo("对方停产检修");
                assertThat(change.warnings()).isNotEmpty();
            });
            assertThat(after.hash()).isNotEqualTo(view.hash());
            var waiting = b.rows().stream().filter(r -> !r.chosen() && !r.customer().equals(in)).findFirst().orElseThrow().customer();
            samples.add(company.salesHead(), id, waiting, "新项目");
            assertThat(samples.of(id).chosen()).hasSize(15);
            samples.remove(company.salesHead(), id, waiting, "项目取消");
            assertThat(samples.of(id).chosen()).hasSize(14);
        });
    }

    @Test
    @Clause("001/5.4.2.1a")
    void the_proposer_does_not_approve_and_an_outdated_sample_is_not_approved() {
        var company = cast.company("P001");
        company.run(() -> {
            var all = stage.customers(company, 2, 2, 0, 0);
            clock.set("2026-04-07T10:00");
            var id = planned(company, "APR", LocalDate.of(2026, 4, 8));
            var seed = rounds.get(id).seed();
            var once = samples.propose(company.salesHead(), id);
            assertThat(samples.propose(company.salesHead(), id).hash()).isEqualTo(once.hash());
            assertThat(rounds.get(id).seed()).isEqualTo(seed);
            var own = samples.submit(company.salesHead(), id).orElseThrow();
            assertThatThrownBy(() -> stage.decide(company, company.salesHead(), own, true))
                    .isInstanceOfSatisfying(BrokenRule.class, e -> assertThat(e.sentence().key()).isEqualTo("approval.refused.ownProposal"));
            assertThatThrownBy(() -> samples.add(company.salesHead(), id, all.get(Grade.B).getFirst(), "x")).isInstanceOf(BrokenRule.class);
            approvals.withdraw(company.salesHead(), own, "由业务员送审");
            assertThat(rounds.get(id).state()).isEqualTo(RoundState.SAMPLING);
            var approval = samples.submit(company.salesClerk(), id).orElseThrow();
            stage.grade(company, all.get(Grade.A).getFirst(), Grade.C, LocalDate.of(2026, 4, 1));
            assertThatThrownBy(() -> stage.decide(company, company.salesHead(), approval, true))
                    .isInstanceOfSatisfying(BrokenRule.class, e -> assertThat(e.sentence().key()).isEqualTo("campaign.round.refused.outdated"));
            assertThat(rounds.get(id).state()).isEqualTo(RoundState.APPROVAL);
            approvals.withdraw(company.salesClerk(), approval, "等级变了，重抽");
            samples.propose(company.salesClerk(), id);
            stage.decide(company, company.salesHead(), samples.submit(company.salesClerk(), id).orElseThrow(), true);
            assertThat(rounds.get(id).state()).isEqualTo(RoundState.APPROVED);
        });
    }

    @Test
    @Clause("001/5.4.1")
    void nobody_to_ask_is_said_clearly() {
        var company = cast.company("P001");
        company.run(() -> {
            clock.set("2026-04-07T10:00");
            var id = planned(company, "APR", LocalDate.of(2026, 4, 8));
            assertKey("campaign.round.refused.noCustomers", () -> samples.propose(company.salesClerk(), id));
            stage.customer(company, Grade.A, "档案不全的客户", false);
            assertKey("campaign.round.refused.noneEligible", () -> samples.propose(company.salesClerk(), id));
            stage.customer(company, Grade.A, "档案齐的客户", true);
            var view = samples.propose(company.salesClerk(), id);
            assertThat(view.ineligible()).extracting(SampleRow::name).containsExactly("档案不全的客户");
            assertThat(view.chosen()).extracting(SampleRow::name).containsExactly("档案齐的客户");
            assertThatThrownBy(() -> samples.propose(company.auditor(), id)).isInstanceOf(BrokenRule.class);
        });
    }

    private static void assertKey(String key, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(BrokenRule.class, e -> assertThat(e.sentence().key()).isEqualTo(key));
    }
}
