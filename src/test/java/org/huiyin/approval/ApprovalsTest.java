package org.huiyin.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.NoteView;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.Accounts;
import org.huiyin.organization.Delegations;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.security.Member;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@RecordApplicationEvents
class ApprovalsTest {

    @Autowired Cast cast;
    @Autowired Approvals approvals;
    @Autowired Signatures signatures;
    @Autowired Notifications notifications;
    @Autowired Delegations delegations;
    @Autowired Accounts accounts;
    @Autowired People people;
    @Autowired Procedures procedures;
    @Autowired Later later;
    @Autowired TestClock clock;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEvents events;

    private final SubjectRef subject = new SubjectRef("sample", UUID.randomUUID());
    private static final List<ApprovalStep> ROUTE =
            List.of(new ApprovalStep(Set.of("SALES_HEAD", "PRODUCTION_HEAD")), new ApprovalStep(Set.of("TOP")));

    @Test
    @Clause("001/5.3.4")
    void steps_go_in_order_and_every_role_of_a_step_must_approve() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var head = troupe.salesHead();
            var production = troupe.as("PRODUCTION_HEAD");
            var top = troupe.generalManager();
            var id = ask(troupe.salesClerk());
            assertThat(approvals.pendingFor(head)).hasSize(1);
            assertThat(approvals.pendingFor(top)).isEmpty();
            assertRefused(() -> decide(troupe, top, id, true, ""), "approval.refused.notYourTurn");
            decide(troupe, production, id, true, "");
            assertThat(approvals.pendingFor(production)).isEmpty();
            assertRefused(() -> decide(troupe, production, id, true, ""), "approval.refused.notYourTurn");
            decide(troupe, head, id, true, "7日夜班可出");
            assertThat(approvals.get(id).currentStep()).isEqualTo(2);
            assertThat(inbox(top)).hasSize(1);
            decide(troupe, top, id, true, "");
            assertThat(approvals.get(id).state()).isEqualTo(ApprovalState.APPROVED);
            assertThat(inbox(troupe.salesClerk())).hasSize(1);
            assertRefused(() -> decide(troupe, top, id, false, "x"), "approval.refused.over");
        });
        assertThat(events.stream(ApprovalDecided.class).filter(e -> e.subject().equals(subject))).singleElement()
                .satisfies(event -> assertThat(event.approved()).isTrue());
    }

    @Test
    @Clause("001/5.3.4")
    void the_proposer_never_approves_not_even_through_her_deputy() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var head = troupe.salesHead();
            var clerk = troupe.salesClerk();
            var id = ask(head);
            assertRefused(() -> decide(troupe, head, id, true, ""), "approval.refused.ownProposal");
            var today = LocalDate.of(2026, 3, 16);
            delegations.lend(head, head.id(), clerk.id(), "SALES_HEAD", today, today.plusDays(3), "出差");
            var deputy = people.actor(clerk.id()).orElseThrow();
            assertThat(approvals.pendingFor(deputy)).isEmpty();
            assertRefused(() -> decide(troupe, deputy, id, true, ""), "approval.refused.lentByProposer");
        });
    }

    @Test
    @Clause("T-AUTH")
    void a_deputy_decides_while_the_delegation_lasts_and_not_a_day_longer() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var top = troupe.generalManager();
            var quality = troupe.qualityHead();
            var today = LocalDate.of(2026, 3, 16);
            delegations.lend(top, top.id(), quality.id(), "TOP", today, today, "出差");
            var first = ask(troupe.salesClerk(), "hash-1", List.of(new ApprovalStep(Set.of("TOP"))));
            var second = ask(troupe.salesClerk(), "hash-2", List.of(new ApprovalStep(Set.of("TOP"))));
            var deputy = people.actor(quality.id()).orElseThrow();
            decide(troupe, deputy, first, true, "");
            assertThat(approvals.get(first).parts().getFirst().decision()).satisfies(decision -> {
                assertThat(decision.by()).isEqualTo(quality.id());
                assertThat(decision.onBehalfOf()).isEqualTo(top.id());
            });
            clock.set("2026-03-17T00:00");
            var yesterday = people.actor(quality.id()).orElseThrow();
            assertRefused(() -> decide(troupe, yesterday, second, true, ""), "approval.refused.delegationOver");
        });
    }

    @Test
    void one_person_does_not_decide_for_two_roles() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var head = troupe.salesHead();
            var view = people.get(head.id());
            people.change(troupe.admin(), head.id(), new org.huiyin.organization.NewPerson(view.name(), null, null, null, null),
                    Set.of("SALES_HEAD", "TOP"), view.version());
            var both = people.actor(head.id()).orElseThrow();
            var id = ask(troupe.salesClerk(), "h", List.of(new ApprovalStep(Set.of("SALES_HEAD")), new ApprovalStep(Set.of("TOP"))));
            decide(troupe, both, id, true, "");
            assertThat(approvals.pendingFor(both)).isEmpty();
            assertRefused(() -> decide(troupe, both, id, true, "我也是总经理"), "approval.refused.secondRole");
        });
    }

    @Test
    void sending_back_needs_a_reason_and_ends_it() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var id = ask(troupe.salesClerk());
            assertRefused(() -> decide(troupe, troupe.salesHead(), id, false, " "), "approval.refused.noReason");
            decide(troupe, troupe.salesHead(), id, false, "数量不对");
            assertThat(approvals.get(id).state()).isEqualTo(ApprovalState.REFUSED);
            assertThat(approvals.pendingFor(troupe.as("PRODUCTION_HEAD"))).isEmpty();
            ask(troupe.salesClerk());
        });
        assertThat(events.stream(ApprovalDecided.class).filter(e -> e.subject().equals(subject))).singleElement()
                .satisfies(event -> {
                    assertThat(event.approved()).isFalse();
                    assertThat(event.reason()).isEqualTo("数量不对");
                });
    }

    @Test
    void the_proposer_withdraws_and_nobody_else() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var id = ask(troupe.salesClerk());
            assertRefused(() -> approvals.withdraw(troupe.salesHead(), id, "x"), "approval.refused.notYours");
            approvals.withdraw(troupe.salesClerk(), id, "客户取消");
            assertThat(approvals.get(id).state()).isEqualTo(ApprovalState.WITHDRAWN);
            assertRefused(() -> decide(troupe, troupe.salesHead(), id, true, ""), "approval.refused.over");
        });
    }

    @Test
    void a_signature_fits_one_decision_over_the_same_content() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var head = troupe.salesHead();
            var id = ask(troupe.salesClerk());
            var meaning = new Sentence("web.verbatim", "同意");
            var other = signatures.sign(member(troupe, head), Cast.PASSWORD, subject, meaning, "another content");
            assertRefused(() -> approvals.decide(head, id, true, "", other), "approval.refused.notSigned");
            var foreign = signatures.sign(member(troupe, troupe.qualityHead()), Cast.PASSWORD, subject, meaning, "hash");
            assertRefused(() -> approvals.decide(head, id, true, "", foreign), "approval.refused.notSigned");
            var old = signatures.sign(member(troupe, head), Cast.PASSWORD, subject, meaning, "hash");
            clock.pass(Duration.ofMinutes(11));
            assertRefused(() -> approvals.decide(head, id, true, "", old), "approval.refused.notSigned");
        });
    }

    @Test
    void the_same_content_is_not_asked_for_twice_and_others_see_nothing() {
        var troupe = cast.company("P001");
        var foreign = cast.company("P001");
        var id = troupe.in(() -> ask(troupe.salesClerk()));
        troupe.run(() -> {
            assertRefused(() -> ask(troupe.salesClerk()), "approval.refused.pendingAlready");
            assertThat(approvals.get(troupe.auditor(), id).amount()).isEqualTo(Money.cny("1000.00"));
            assertThatThrownBy(() -> approvals.get(troupe.as("WAREHOUSE"), id)).isInstanceOf(NotFound.class);
            assertRefused(() -> decide(troupe, troupe.auditor(), id, true, ""), "web.refused.right");
        });
        assertThatThrownBy(() -> foreign.run(() -> approvals.get(id))).isInstanceOf(NotFound.class);
    }

    @Test
    void what_was_decided_is_never_changed() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var id = ask(troupe.salesClerk());
            decide(troupe, troupe.salesHead(), id, true, "");
            for (var statement : List.of("update approval.decision set reason = 'x' where request_id = ?",
                    "delete from approval.decision where request_id = ?", "update approval.request set amount = 1 where id = ?")) {
                assertThatThrownBy(() -> transaction.executeWithoutResult(s -> sql.sql(statement).param(id).update()))
                        .hasStackTraceContaining("permission denied");
            }
        });
    }

    @Test
    void what_lies_too_long_is_said_again_and_then_louder() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var top = troupe.generalManager();
        var clerk = troupe.salesClerk();
        troupe.run(() -> ask(clerk));
        clock.pass(Duration.ofDays(2));
        later.runRoutine(troupe.id(), "approval.remind");
        later.runRoutine(troupe.id(), "approval.remind");
        assertThat(inbox(troupe, head)).hasSize(2);
        assertThat(inbox(troupe, top)).isEmpty();
        clock.pass(Duration.ofDays(5));
        later.runRoutine(troupe.id(), "approval.remind");
        assertThat(inbox(troupe, head)).hasSize(3);
        assertThat(inbox(troupe, top)).hasSize(1);
        assertThat(inbox(troupe, clerk)).hasSize(1);
    }

    @Test
    void a_wrong_password_signs_nothing_and_counts_towards_the_lock() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        troupe.run(() -> {
            assertRefused(() -> signatures.sign(member(troupe, head), null, subject, new Sentence("web.verbatim", "x"), "h"),
                    "approval.sign.noPassword");
            for (int i = 0; i < 5; i++) {
                assertRefused(() -> signatures.sign(member(troupe, head), "wrong", subject, new Sentence("web.verbatim", "x"), "h"),
                        "approval.sign.wrongPassword");
                awaitFailures(head, (i + 1) % 5);
            }
            assertRefused(() -> signatures.sign(member(troupe, head), Cast.PASSWORD, subject, new Sentence("web.verbatim", "x"), "h"),
                    "approval.sign.locked");
            assertThat(signatures.of(subject)).isEmpty();
            clock.pass(Duration.ofMinutes(16));
            signatures.sign(member(troupe, head), Cast.PASSWORD, subject, new Sentence("web.verbatim", "同意补货"), "h");
            assertThat(signatures.of(subject)).singleElement().satisfies(signature -> {
                assertThat(signature.person()).isEqualTo(head.id());
                assertThat(signature.words()).isEqualTo("同意补货");
                assertThat(signature.roles()).containsExactly("SALES_HEAD");
                assertThat(signature.way()).isEqualTo(SignatureView.Way.PASSWORD);
                assertThat(signature.at()).isEqualTo(clock.instant());
            });
        });
    }

    @Test
    void a_token_signs_only_with_the_right_to_decide_and_it_shows() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var head = troupe.salesHead();
            var reader = new Actor(head.id(), head.name(), head.roles(), Set.of("approval.read"));
            assertRefused(() -> signatures.sign(program(troupe, reader), null, subject, new Sentence("web.verbatim", "x"), "hash"),
                    "web.refused.right");
            var id = ask(troupe.salesClerk());
            var signature = signatures.sign(program(troupe, head), null, subject, new Sentence("web.verbatim", "x"), "hash");
            approvals.decide(head, id, true, "", signature);
            assertThat(signatures.of(subject).getFirst().way()).isEqualTo(SignatureView.Way.TOKEN);
        });
    }

    private UUID ask(Actor proposer) {
        return ask(proposer, "hash", ROUTE);
    }

    private UUID ask(Actor proposer, String hash, List<ApprovalStep> route) {
        return approvals.request(proposer, new ApprovalRequest(subject, new Sentence("web.verbatim", "给博衡车联紧急补货"),
                "somewhere", route, Money.cny("1000.00"), hash, procedures.inForce().id(), "5.3.4"));
    }

    private void decide(Cast.Troupe troupe, Actor actor, UUID id, boolean approve, String reason) {
        var hash = approvals.get(id).contentHash();
        transaction.executeWithoutResult(s -> approvals.decide(actor, id, approve, reason, signatures.sign(
                member(troupe, actor), Cast.PASSWORD, subject, new Sentence("web.verbatim", "同意"), hash)));
    }

    private Member member(Cast.Troupe troupe, Actor actor) {
        var account = accounts.ofPerson(actor.id()).orElseThrow().id();
        return new Member(troupe.id(), troupe.slug(), "x", "Asia/Shanghai", actor, null, account, null, null);
    }

    private static Member program(Cast.Troupe troupe, Actor actor) {
        return new Member(troupe.id(), troupe.slug(), "x", "Asia/Shanghai", actor, null, null, UUID.randomUUID(), null);
    }

    private List<NoteView> inbox(Actor actor) {
        return notifications.inbox(actor, false, null, 0, 50);
    }

    private List<NoteView> inbox(Cast.Troupe troupe, Actor actor) {
        return troupe.in(() -> inbox(actor));
    }

    private void awaitFailures(Actor actor, int wanted) {
        var login = accounts.ofPerson(actor.id()).orElseThrow().login();
        for (int i = 0; i < 200; i++) {
            var failures = transaction.execute(s -> sql.sql("select failures from platform.account where login = ?")
                    .param(login).query(Integer.class).single());
            if (failures == wanted) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the wrong password was not counted");
    }

    private static void assertRefused(Runnable act, String key) {
        assertThatThrownBy(act::run).satisfies(refusal -> assertThat(switch (refusal) {
            case BrokenRule broken -> broken.sentence().key();
            case InvalidInput invalid -> invalid.problems().values().iterator().next().key();
            default -> refusal.toString();
        }).isEqualTo(key));
    }
}
