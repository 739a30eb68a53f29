package org.huiyin.campaign.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.campaign.answers.AskedStage.all;
import static org.huiyin.campaign.answers.AskedStage.content;
import static org.huiyin.campaign.answers.AskedStage.phone;
import static org.huiyin.campaign.answers.AskedStage.with;

import java.time.LocalDate;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.campaign.RoundStage;
import org.huiyin.campaign.RoundState;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.procedure.ProfileApprovals;
import org.huiyin.procedure.ProfileDrafts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.node.BooleanNode;

/** Doubts decided by others, the freeze by two signatures, confidential rounds. */
@HuiyinTest
@Import(RoundStage.class)
class FreezeTest {

    @Autowired ApplicationContext beans;
    @Autowired Doubts doubts;
    @Autowired Freezes freezes;
    @Autowired Answers answers;
    @Autowired Entries entries;
    @Autowired AnswerWork work;
    @LocalServerPort int port;
    AskedStage stage;

    @BeforeEach
    void set() {
        stage = new AskedStage(beans, port);
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(BrokenRule.class, broken -> assertThat(broken.sentence().key()).isEqualTo(key));
    }

    @Test
    @Clause("003/4.5.3")
    void a_doubtful_answer_is_decided_by_somebody_who_has_no_part_in_it() {
        var round = stage.asked(3);
        stage.answer(round.first(), all("SATISFIED"));
        var company = round.company();
        var head = company.salesHead();
        var quality = company.quality();
        company.run(() -> {
            var answer = answers.of(round.first().invitation().id()).orElseThrow();
            assertThat(answer.validity()).isEqualTo(Validity.DOUBTFUL);
            assertThat(work.workFor(quality)).extracting(item -> item.kind()).contains("doubt");
            refused(() -> doubts.judge(company.generalManager(), answer.id(), Verdict.CONFIRMED, "问过"), "web.refused.right");
            assertThatThrownBy(() -> doubts.judge(quality, answer.id(), Verdict.INVALID, " ")).isInstanceOf(InvalidInput.class);
            doubts.judge(quality, answer.id(), Verdict.INVALID, "电话问过，不是她填的");
            assertThat(answers.get(answer.id()).validity()).isEqualTo(Validity.INVALID);
            assertThat(answers.get(answer.id()).items()).isEqualTo(answer.items());
            doubts.judge(head, answer.id(), Verdict.CONFIRMED, "她后来想起来了");
            assertThat(answers.history(answer.id())).hasSize(4).extracting(DoubtStep::verdict)
                    .containsExactly(null, null, Verdict.INVALID, Verdict.CONFIRMED);

            var entered = entries.enter(head, round.asked().get(1).invitation().id(), phone(head, content("SATISFIED")));
            refused(() -> doubts.judge(head, entered, Verdict.CONFIRMED, "我问的"), "campaign.answer.refused.judgeEntered");
            var fine = entries.enter(quality, round.asked().get(2).invitation().id(), phone(quality, content("SATISFIED", "price", "INDIFFERENT")));
            refused(() -> doubts.judge(head, fine, Verdict.INVALID, "不信"), "campaign.answer.refused.notDoubtful");
            doubts.raise(head, fine, "听说那天她不在");
            refused(() -> doubts.raise(head, fine, "再说一次"), "campaign.answer.refused.raisedAlready");
            refused(() -> doubts.judge(head, fine, Verdict.INVALID, "我说的"), "campaign.answer.refused.judgeRaised");
            stage.update(company, "update customer.customer set owner_id = ? where id = ?", company.qualityHead().id().value(),
                    round.asked().get(2).invitation().customer().value());
            refused(() -> doubts.judge(company.qualityHead(), fine, Verdict.INVALID, "我负责"), "campaign.answer.refused.judgeOwner");
        });
    }

    @Test
    @Clause("001/5.4.3.1")
    void two_different_people_sign_what_counts_and_nothing_changes_afterwards() {
        var round = stage.asked(4);
        var company = round.company();
        stage.answer(round.asked().get(0), stage.usual());
        stage.answer(round.asked().get(1), all("SATISFIED"));
        var doubtful = company.in(() -> answers.of(round.asked().get(1).invitation().id()).orElseThrow().id());
        refused(() -> stage.sign(round, company.salesHead()), "campaign.answer.freeze.collecting");
        stage.close(round);
        refused(() -> stage.sign(round, company.salesHead()), "campaign.answer.freeze.doubtful");
        company.run(() -> doubts.judge(company.quality(), doubtful, Verdict.CONFIRMED, "电话核实"));
        refused(() -> stage.sign(round, company.generalManager()), "web.refused.right");
        assertThatThrownBy(() -> company.in(() -> freezes.sign(stage.member(company, company.salesHead()), "falsch", round.id())))
                .isInstanceOf(InvalidInput.class);

        assertThat(stage.sign(round, company.salesHead())).isFalse();
        refused(() -> stage.sign(round, company.salesHead()), "campaign.answer.refused.signedAlready");
        refused(() -> stage.sign(round, company.salesClerk()), "campaign.answer.refused.noPlace");
        company.run(() -> doubts.judge(company.quality(), doubtful, Verdict.INVALID, "又问了一次，不是她"));
        company.run(() -> assertThat(freezes.standing(company.quality(), round.id()).stale()).hasSize(1));
        assertThat(stage.sign(round, company.quality())).as("the first signature was over other answers").isFalse();
        assertThat(stage.sign(round, company.salesHead())).isTrue();

        assertThat(stage.view(round).state()).isEqualTo(RoundState.FROZEN);
        company.run(() -> {
            var frozen = freezes.latest(round.id()).orElseThrow();
            assertThat(frozen.received()).isEqualTo(2);
            assertThat(frozen.counted()).isEqualTo(1);
            assertThat(frozen.ruledOut()).isEqualTo(1);
            refused(() -> doubts.judge(company.quality(), doubtful, Verdict.CONFIRMED, "想改"), "campaign.answer.refused.frozen");
            refused(() -> freezes.correct(company.quality(), round.id(), "算错了"), "campaign.answer.refused.noCorrection");
        });
        refused(() -> stage.sign(round, company.qualityHead()), "campaign.answer.refused.frozenAlready");
        assertThat(stage.answer(round.asked().get(2), stage.usual()).statusCode()).isEqualTo(200);
        company.run(() -> {
            var late = answers.of(round.asked().get(2).invitation().id()).orElseThrow();
            assertThat(late.late()).isTrue();
            assertThat(late.validity()).isEqualTo(Validity.DOUBTFUL);
            assertThat(answers.counts(round.id()).counted()).isEqualTo(1);
        });
    }

    @Test
    void a_correction_needs_the_procedures_leave_a_reason_and_two_new_signatures() {
        var company = stage.cast.company("P001");
        stage.clock.set("2026-04-06T10:00");
        company.run(() -> leaveToCorrect(company));
        var round = company.in(() -> {
            stage.stage().customers(company, 2, 0, 0, 0);
            return stage.ask(company, "APR", LocalDate.of(2026, 4, 8), false);
        });
        stage.answer(round.first(), stage.usual());
        stage.freeze(round);
        stage.answer(round.asked().get(1), stage.usual());
        company.run(() -> {
            var late = answers.of(round.asked().get(1).invitation().id()).orElseThrow();
            assertThatThrownBy(() -> freezes.correct(company.quality(), round.id(), " ")).isInstanceOf(InvalidInput.class);
            freezes.correct(company.quality(), round.id(), "一份传真寄丢了，补到");
            doubts.judge(company.quality(), late.id(), Verdict.CONFIRMED, "邮戳是四月的");
        });
        assertThat(stage.sign(round, company.salesHead())).isFalse();
        assertThat(stage.sign(round, company.qualityHead())).isTrue();
        company.run(() -> {
            var standing = freezes.standing(company.quality(), round.id());
            assertThat(standing.freezes()).extracting(FreezeView::counted).containsExactly(2, 1);
            assertThat(standing.settled()).isTrue();
        });
    }

    private void leaveToCorrect(Cast.Troupe company) {
        var drafts = stage.bean(ProfileDrafts.class);
        var author = company.qualityHead();
        var draft = drafts.open(author);
        var changed = drafts.change(author, draft.id(), "survey.correctionAfterFreeze", BooleanNode.TRUE, draft.version());
        var handedIn = drafts.submit(author, changed.id(), changed.version(), LocalDate.of(2026, 4, 6), "允许定稿后更正");
        stage.bean(ProfileApprovals.class).approve(company.generalManager(), handedIn.id(), LocalDate.of(2026, 4, 6), "同意");
    }

    @Test
    void a_confidential_round_shows_its_answers_to_quality_and_without_names_to_the_auditor() {
        var company = stage.cast.company("P001");
        stage.clock.set("2026-04-07T10:00");
        var round = company.in(() -> {
            stage.stage().customers(company, 2, 0, 0, 0);
            return stage.ask(company, "APR", LocalDate.of(2026, 4, 8), true);
        });
        stage.answer(round.first(), with(stage.usual(), "overall", "不错"));
        assertThat(stage.get("/a/" + round.asked().get(1).token()).body()).contains("本轮保密");
        company.run(() -> {
            refused(() -> answers.list(company.salesHead(), round.id(), AnswerFilter.ALL), "campaign.answer.refused.confidential");
            assertThat(answers.list(company.quality(), round.id(), AnswerFilter.ALL).rows().getFirst().customer()).isNotNull();
            var blind = answers.list(company.auditor(), round.id(), AnswerFilter.ALL).rows().getFirst();
            assertThat(blind.customer()).isNull();
            assertThat(blind.contact()).isNull();
            assertThat(blind.key()).isEqualTo(blind.answer().id().value().toString());
            assertThat(answers.find(company.auditor(), round.id(), blind.key()).named()).isFalse();
            assertThatThrownBy(() -> answers.find(company.auditor(), round.id(), blind.answer().number())).isInstanceOf(org.huiyin.kernel.NotFound.class);
        });
    }

    @Test
    @Clause("003/4.5.3")
    void the_next_round_doubts_a_big_change() {
        var round = stage.asked(1);
        var company = round.company();
        stage.answer(round.first(), stage.usual());
        stage.freeze(round);
        var next = company.in(() -> stage.ask(company, "OCT", LocalDate.of(2026, 10, 9), false));
        stage.answer(next.first(), with(all("OPPOSED"), "q_price", "DISSATISFIED", "t", String.valueOf(stage.clock.instant().getEpochSecond() - 90)));
        company.run(() -> assertThat(answers.list(company.quality(), next.id(), AnswerFilter.ALL).rows().getFirst().rules())
                .containsExactly(DoubtRule.BIG_CHANGE));
    }

    @Test
    void an_answer_and_a_freeze_at_the_same_moment_never_miss_each_other() throws Exception {
        for (int n = 0; n < 3; n++) {
            var round = stage.asked(12);
            var company = round.company();
            stage.answer(round.first(), stage.usual());
            stage.close(round);
            stage.sign(round, company.salesHead());
            try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
                var sent = round.asked().subList(1, 12).stream().map(asked -> threads.submit(() -> stage.answer(asked, stage.usual()))).toList();
                var signed = threads.submit(() -> stage.sign(round, company.quality()));
                for (var one : sent) {
                    assertThat(one.get().statusCode()).isEqualTo(200);
                }
                signed.get();
            }
            company.run(() -> {
                var standing = freezes.standing(company.quality(), round.id());
                if (standing.settled()) {
                    assertThat(standing.contentHash()).as("what counts is what was signed").isEqualTo(standing.freezes().getFirst().contentHash());
                    assertThat(standing.counts().counted()).isEqualTo(standing.freezes().getFirst().counted());
                }
                assertThat(standing.counts().received()).isEqualTo(12);
            });
        }
    }
}
