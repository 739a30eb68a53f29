package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.approval.ApprovalContent;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.Signatures;
import org.huiyin.claims.DecisionView;
import org.huiyin.claims.NewDecision;
import org.huiyin.claims.NewNotice;
import org.huiyin.claims.NoticeFilter;
import org.huiyin.claims.NoticeId;
import org.huiyin.claims.NoticeKind;
import org.huiyin.claims.NoticeState;
import org.huiyin.claims.NoticeText;
import org.huiyin.claims.Notices;
import org.huiyin.claims.ObjectionView.Verdict;
import org.huiyin.claims.Objections;
import org.huiyin.claims.PartyKind;
import org.huiyin.claims.Responsibilities;
import org.huiyin.claims.ShareView;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.Accounts;
import org.huiyin.organization.NewPerson;
import org.huiyin.organization.People;
import org.huiyin.web.security.Member;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who bears a loss is decided and signed; reward and penalty notices go to units only, after approval, with the right to object (004/5.10). */
@HuiyinTest
class NoticesTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Responsibilities decisions;
    @Autowired Notices notices;
    @Autowired Objections objections;
    @Autowired Complaints complaints;
    @Autowired Approvals approvals;
    @Autowired Signatures signatures;
    @Autowired Accounts accounts;
    @Autowired People people;
    @Autowired Notifications notifications;
    @Autowired List<ApprovalContent> contents;
    @Autowired TransactionTemplate transaction;

    private Member member(Cast.Troupe troupe, Actor actor) {
        return new Member(troupe.id(), troupe.slug(), "", "Asia/Shanghai", actor, null, accounts.ofPerson(actor.id()).orElseThrow().id(), null, "zh-CN");
    }

    private UUID unit(Cast.Troupe troupe, String name, Actor... people) {
        var unit = this.people.addDepartment(troupe.admin(), name);
        for (Actor actor : people) {
            var person = this.people.get(actor.id());
            this.people.change(troupe.admin(), actor.id(), new NewPerson(person.name(), unit, null, null, null), person.roles(), person.version());
        }
        return unit;
    }

    private ComplaintId complaint(Actor by) {
        return complaints.take(by, ComplaintTest.told(null, FeedbackKind.COMPLAINT, "2026-03-02T10:00", by, "轴承座孔径超差，停线"));
    }

    private void decide(Cast.Troupe troupe, ComplaintId complaint, ShareView... shares) {
        var head = troupe.qualityHead();
        decisions.decide(member(troupe, head), Cast.PASSWORD, complaint, new NewDecision(List.of(shares), "供方超差，来料漏检", "三坐标报告 0305"), decisions.of(head, complaint).size());
    }

    private void approve(Cast.Troupe troupe, NoticeId id, boolean yes) {
        for (Actor actor : List.of(troupe.qualityHead(), troupe.generalManager())) {
            var approval = notices.get(id).approval();
            transaction.executeWithoutResult(s -> {
                var view = approvals.get(approval);
                var signature = signatures.sign(member(troupe, actor), Cast.PASSWORD, view.subject(), new Sentence("approval.meaning.approve"), view.contentHash());
                approvals.decide(actor, approval, yes, "看过了", signature);
            });
            if (!yes) {
                return;
            }
        }
    }

    /** A unit with its head and a complaint for whose loss it may have to stand. */
    private record Case(Cast.Troupe troupe, Actor quality, Actor head, UUID workshop, ComplaintId complaint) {

        NewNotice penalty(NoticeText text) {
            return new NewNotice(NoticeKind.PENALTY, complaint, workshop, text);
        }

        NewNotice reward(NoticeText text) {
            return new NewNotice(NoticeKind.REWARD, complaint, workshop, text);
        }
    }

    /** A story in a company of its own that begins at that time with such a case. */
    private void on(String now, Consumer<Case> story) {
        var troupe = cast.company("P004");
        clock.set(now);
        troupe.run(() -> {
            var head = troupe.as("DEPARTMENT_HEAD");
            story.accept(new Case(troupe, troupe.quality(), head, unit(troupe, "装配车间", head), complaint(troupe.quality())));
        });
    }

    /** Put before its approvers, approved by all and given to the unit. */
    private void issue(Case of, NoticeId id) {
        notices.submit(of.quality(), id, version(id));
        approve(of.troupe(), id, true);
        notices.issue(of.quality(), id, version(id));
    }

    private int version(NoticeId id) {
        return notices.get(id).version();
    }

    @Test
    @Clause("004/5.10")
    void a_penalty_without_a_decision_is_refused_and_an_objection_reopens_the_decision() {
        on("2026-03-10T09:00", c -> {
            var troupe = c.troupe();
            var quality = c.quality();
            var head = c.head();
            var complaint = c.complaint();
            var top = troupe.generalManager();
            var penalty = c.penalty(NoticeText.amount("600", "首件没有检验就批量加工"));
            assertThatThrownBy(() -> notices.propose(quality, penalty)).isInstanceOf(BrokenRule.class).hasMessageContaining("noDecision");
            assertThatThrownBy(() -> notices.propose(quality, c.reward(NoticeText.points(5, "主动停线")))).isInstanceOf(BrokenRule.class);
            decide(troupe, complaint, ShareView.other(PartyKind.SUPPLIER, "恒锐铸造", "70"), ShareView.unit(c.workshop(), "30"));
            var id = notices.propose(quality, penalty);
            assertThat(notices.get(id).number()).isEqualTo("JC-2026-0001");
            assertThat(notices.get(id).clause()).isEqualTo("5.10");
            assertThatThrownBy(() -> notices.issue(quality, id, version(id))).isInstanceOf(BrokenRule.class).hasMessageContaining("state");
            notices.submit(quality, id, version(id));
            assertThat(notifications.unread(head.id())).as("decision only, no notice before it is issued").isEqualTo(1);
            assertThat(contents.stream().filter(content -> content.subjectType().equals("notice")).findFirst().orElseThrow().lines(top, id.value())).hasSizeGreaterThan(5);
            approve(troupe, id, true);
            assertThat(notices.get(id).state()).as("never issued by itself").isEqualTo(NoticeState.APPROVED);
            assertThat(notices.list(head, NoticeFilter.all()).stream().filter(n -> n.issuedAt() != null)).isEmpty();
            notices.issue(quality, id, version(id));
            assertThat(notices.get(id).objectionDue()).isEqualTo(TestClock.at("2026-03-21T00:00"));
            assertThat(notifications.unread(head.id())).isEqualTo(2);
            notices.read(head, id);
            notices.read(head, id);
            assertThat(notices.receipts(notices.get(id))).hasSize(1);
            assertThat(decisions.inForce(complaint)).isPresent();
            objections.object(head, id, "这台机床待修，已书面报停", version(id));
            assertThat(notices.get(id).state()).isEqualTo(NoticeState.OBJECTED);
            assertThat(decisions.contested(complaint)).isTrue();
            assertThat(decisions.inForce(complaint)).isEmpty();
            assertThatThrownBy(() -> notices.propose(quality, c.reward(NoticeText.points(5, "主动停线")))).isInstanceOf(BrokenRule.class)
                    .hasMessageContaining("contested");
            assertThatThrownBy(() -> objections.answer(quality, id, Verdict.UPHELD, "维持", null, version(id))).isInstanceOf(BrokenRule.class).hasMessageContaining(Actor.MISSING_RIGHT);
            assertThatThrownBy(() -> objections.answer(top, id, Verdict.UPHELD, "维持", null, version(id))).isInstanceOf(BrokenRule.class).hasMessageContaining("notDecider");
            objections.answer(troupe.qualityHead(), id, Verdict.UPHELD, "报停单在停机之后", null, version(id));
            assertThat(notices.get(id).state()).isEqualTo(NoticeState.UPHELD);
            assertThat(decisions.inForce(complaint)).isPresent();
            assertThat(objections.of(id)).singleElement().satisfies(o -> assertThat(o.answer()).isNotNull());
            assertThat(notices.totals(quality, NoticeFilter.all()).penalties()).isEqualByComparingTo("600");
            assertThatThrownBy(() -> objections.object(head, id, "再来一次", version(id))).isInstanceOf(BrokenRule.class);
        });
    }

    @Test
    @Clause("004/5.10")
    void a_changed_decision_keeps_the_earlier_one_and_a_unit_that_bears_nothing_any_more_is_let_go() {
        on("2026-03-10T09:00", c -> {
            var troupe = c.troupe();
            var head = c.head();
            decide(troupe, c.complaint(), ShareView.unit(c.workshop(), "100"));
            var id = notices.propose(c.quality(), c.penalty(NoticeText.points(8, "漏装")));
            assertThatThrownBy(() -> notices.propose(c.quality(), c.penalty(NoticeText.points(1, "又一次")))).isInstanceOf(BrokenRule.class)
                    .hasMessageContaining("noticeTwice");
            issue(c, id);
            objections.object(head, id, "零件来的时候就少了", version(id));
            decide(troupe, c.complaint(), ShareView.other(PartyKind.SUPPLIER, "恒锐铸造", "100"));
            assertThat(decisions.of(c.quality(), c.complaint())).extracting(DecisionView::round).containsExactly(1, 2);
            assertThat(signatures.of(new SubjectRef(Responsibilities.SUBJECT, c.complaint().value()))).hasSize(2);
            var decider = troupe.qualityHead();
            assertThatThrownBy(() -> objections.answer(decider, id, Verdict.CHANGED, "减半", NoticeText.points(4, "漏装"), version(id))).isInstanceOf(BrokenRule.class)
                    .hasMessageContaining("onlyCancel");
            objections.answer(decider, id, Verdict.CANCELLED, "责任在供方", null, version(id));
            assertThat(notices.get(id).state()).isEqualTo(NoticeState.CANCELLED);
            assertThat(notices.events(id)).extracting(e -> e.kind().name()).containsExactly("PROPOSED", "SUBMITTED", "APPROVED", "ISSUED", "OBJECTED", "CANCELLED");
        });
    }

    @Test
    @Clause("004/5.10")
    void a_change_after_the_objection_goes_to_the_approvers_again_and_every_wording_is_kept() {
        on("2026-03-10T09:00", c -> {
            var troupe = c.troupe();
            var head = c.head();
            decide(troupe, c.complaint(), ShareView.unit(c.workshop(), "33.34"), ShareView.other(PartyKind.CARRIER, "顺达物流", "66.66"));
            var id = notices.propose(c.quality(), c.penalty(NoticeText.amount("1000", "外箱没有加固")));
            notices.submit(c.quality(), id, version(id));
            approve(troupe, id, false);
            assertThat(notices.get(id).state()).isEqualTo(NoticeState.SENT_BACK);
            notices.change(c.quality(), id, NoticeText.amount("800", "外箱没有加固"), version(id));
            notices.submit(c.quality(), id, version(id));
            approve(troupe, id, true);
            notices.issue(c.quality(), id, version(id));
            objections.object(head, id, "加固规范四月才发", version(id));
            assertThatThrownBy(() -> objections.answer(troupe.qualityHead(), id, Verdict.CHANGED, "规范确实晚发", null, version(id))).isInstanceOf(InvalidInput.class);
            objections.answer(troupe.qualityHead(), id, Verdict.CHANGED, "规范确实晚发", NoticeText.amount("200", "没有报告外箱破损"), version(id));
            assertThat(notices.get(id).state()).isEqualTo(NoticeState.DRAFT);
            assertThatThrownBy(() -> notices.issue(c.quality(), id, version(id))).isInstanceOf(BrokenRule.class);
            notices.submit(c.quality(), id, version(id));
            approve(troupe, id, true);
            clock.set("2026-04-07T09:00");
            notices.issue(c.quality(), id, version(id));
            assertThat(notices.wordings(id)).extracting(w -> w.text().amount().toPlainString()).containsExactly("1000.00", "800.00", "200.00");
            assertThat(notices.totals(c.quality(), NoticeFilter.all()).penalties()).isEqualByComparingTo("200");
        });
    }

    @Test
    @Clause("004/5.10")
    void the_last_day_counts_and_the_day_after_is_too_late() {
        on("2026-03-10T16:00", c -> {
            decide(c.troupe(), c.complaint(), ShareView.unit(c.workshop(), "100"));
            var id = notices.propose(c.quality(), c.reward(NoticeText.points(3, "自己报告了混料")));
            issue(c, id);
            clock.set("2026-03-21T00:01");
            assertThatThrownBy(() -> objections.object(c.head(), id, "晚了", version(id))).isInstanceOf(BrokenRule.class).hasMessageContaining("objectionLate");
            clock.set("2026-03-20T23:59");
            objections.object(c.head(), id, "应该奖给热处理", version(id));
            assertThat(notices.get(id).state()).isEqualTo(NoticeState.OBJECTED);
        });
    }

    @Test
    @Clause("004/5.10")
    void a_person_is_neither_addressed_nor_named_and_only_the_unit_speaks_for_itself() {
        on("2026-03-10T09:00", c -> {
            var troupe = c.troupe();
            var quality = c.quality();
            var workshop = c.workshop();
            var other = troupe.as("PRODUCTION_HEAD");
            decide(troupe, c.complaint(), ShareView.unit(workshop, "100"));
            assertThatThrownBy(() -> notices.unitNamed("陆明远")).isInstanceOfSatisfying(InvalidInput.class,
                    refused -> assertThat(refused.problems().get("unit").key()).isEqualTo("claims.invalid.person"));
            assertThatThrownBy(() -> notices.propose(quality, new NewNotice(NoticeKind.PENALTY, c.complaint(), c.head().id().value(), NoticeText.points(1, "x"))))
                    .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.problems().get("unit").key()).isEqualTo("claims.invalid.person"));
            assertThat(notices.unitNamed(" 装配车间 ")).isEqualTo(workshop);
            for (var wrong : List.of(NoticeText.points(3, "陆明远没有检查"), NoticeText.points(0, "x"), NoticeText.amount("0.001", "x"), new NoticeText(null, null, "x"),
                    new NoticeText(java.math.BigDecimal.ONE, 1, "x"), NoticeText.points(3, " "))) {
                assertThatThrownBy(() -> notices.propose(quality, c.penalty(wrong))).as("%s", wrong).isInstanceOf(InvalidInput.class);
            }
            var elsewhere = unit(troupe, "热处理", other);
            assertThatThrownBy(() -> notices.propose(quality, new NewNotice(NoticeKind.PENALTY, c.complaint(), elsewhere, NoticeText.points(3, "超温")))).isInstanceOf(BrokenRule.class)
                    .hasMessageContaining("notBearing");
            var id = notices.propose(quality, c.penalty(NoticeText.points(3, "没有首检")));
            assertThatThrownBy(() -> notices.propose(troupe.salesClerk(), c.reward(NoticeText.points(3, "x"))))
                    .isInstanceOf(BrokenRule.class).hasMessageContaining(Actor.MISSING_RIGHT);
            notices.submit(quality, id, version(id));
            assertThatThrownBy(() -> notices.submit(quality, id, 1)).isInstanceOf(StaleRecord.class);
            approve(troupe, id, true);
            notices.issue(quality, id, version(id));
            assertThatThrownBy(() -> objections.object(other, id, "我也反对", version(id))).isInstanceOf(BrokenRule.class).hasMessageContaining("notMember");
            assertThatThrownBy(() -> notices.read(other, id)).isInstanceOf(BrokenRule.class).hasMessageContaining("notMember");
            notices.cancel(troupe.qualityHead(), id, "和停产冲突", version(id));
            assertThat(notices.get(id).state()).isEqualTo(NoticeState.CANCELLED);
        });
    }

    @Test
    @Clause("004/5.9")
    void shares_come_to_a_hundred_and_only_who_the_profile_names_decides() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        var head = troupe.qualityHead();
        var stranger = cast.company("P004");
        clock.set("2026-03-10T09:00");
        var complaint = troupe.in(() -> complaint(quality));
        troupe.run(() -> {
            var workshop = unit(troupe, "装配车间");
            for (var shares : List.of(List.of(ShareView.unit(workshop, "99.99")), List.of(ShareView.unit(workshop, "60"), ShareView.other(PartyKind.SUPPLIER, "甲", "40.01")),
                    List.of(ShareView.unit(workshop, "50"), ShareView.unit(workshop, "50")), List.of(ShareView.unit(workshop, "100"), ShareView.other(PartyKind.CARRIER, "乙", "0")),
                    List.of(ShareView.unit(UUID.randomUUID(), "100")), List.of(ShareView.other(PartyKind.SUPPLIER, " ", "100")), List.<ShareView>of())) {
                assertThatThrownBy(() -> decisions.decide(member(troupe, head), Cast.PASSWORD, complaint, new NewDecision(shares, "理由", "证据"), 0)).as("%s", shares)
                        .isInstanceOf(InvalidInput.class);
            }
            var whole = new NewDecision(List.of(ShareView.unit(workshop, "33.33"), ShareView.other(PartyKind.SUPPLIER, "甲", "66.67")), "理由", "证据");
            assertThatThrownBy(() -> decisions.decide(member(troupe, quality), Cast.PASSWORD, complaint, whole, 0)).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> decisions.decide(member(troupe, troupe.generalManager()), Cast.PASSWORD, complaint, whole, 0)).isInstanceOf(BrokenRule.class)
                    .hasMessageContaining("notDecider");
            assertThatThrownBy(() -> decisions.decide(member(troupe, head), "falsch", complaint, whole, 0)).isInstanceOf(InvalidInput.class);
            assertThat(decisions.of(quality, complaint)).isEmpty();
            decisions.decide(member(troupe, head), Cast.PASSWORD, complaint, whole, 0);
            assertThatThrownBy(() -> decisions.decide(member(troupe, head), Cast.PASSWORD, complaint, whole, 0)).isInstanceOf(StaleRecord.class);
            assertThat(decisions.list(quality, "", 1, 50)).hasSize(1);
            assertThat(decisions.undecided(quality)).isEmpty();
        });
        stranger.run(() -> assertThatThrownBy(() -> decisions.of(stranger.quality(), complaint)).isInstanceOf(NotFound.class));
    }
}
