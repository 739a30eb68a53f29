package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.approval.ApprovalContent;
import org.huiyin.approval.ApprovalState;
import org.huiyin.approval.ApprovalView;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.Signatures;
import org.huiyin.complaint.Casework;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.CostSource;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.NoteView;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.Accounts;
import org.huiyin.organization.Delegations;
import org.huiyin.organization.NewPerson;
import org.huiyin.organization.People;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileApprovals;
import org.huiyin.procedure.ProfileDrafts;
import org.huiyin.replenishment.Counted;
import org.huiyin.replenishment.NewItem;
import org.huiyin.replenishment.NewReplenishment;
import org.huiyin.replenishment.NewShipment;
import org.huiyin.replenishment.Releases;
import org.huiyin.replenishment.ReplenishmentFilter;
import org.huiyin.replenishment.ReplenishmentId;
import org.huiyin.replenishment.ReplenishmentState;
import org.huiyin.replenishment.ReplenishmentView;
import org.huiyin.replenishment.Replenishments;
import org.huiyin.replenishment.SampleReturns;
import org.huiyin.web.security.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Replacement orders: who approves by the sum of a return, what is added up, the way to the customer (001/5.3.4; T-REPLENISH). */
@HuiyinTest
class ReplenishmentTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Replenishments orders;
    @Autowired Releases releases;
    @Autowired SampleReturns returns;
    @Autowired Complaints complaints;
    @Autowired Casework casework;
    @Autowired Customers customers;
    @Autowired Approvals approvals;
    @Autowired Signatures signatures;
    @Autowired Accounts accounts;
    @Autowired People people;
    @Autowired Delegations delegations;
    @Autowired Notifications notifications;
    @Autowired Procedures procedures;
    @Autowired ProfileDrafts drafts;
    @Autowired ProfileApprovals profiles;
    @Autowired TransactionTemplate transaction;
    @Autowired List<WorkSource> work;
    @Autowired List<CostSource> costs;
    @Autowired List<ApprovalContent> contents;

    private static NewItem goods(String quantity, String price) {
        return new NewItem("KB-2071", "", new BigDecimal(quantity), "", new BigDecimal(price));
    }

    private static NewReplenishment order(SubjectRef source, NewItem... items) {
        return new NewReplenishment(source, false, null, "客户产线等料", List.of(items));
    }

    private static NewReplenishment worth(SubjectRef source, String amount) {
        return order(source, goods("1", amount));
    }

    /** A complaint of a customer of the clerk about a part that everybody knows. */
    private ComplaintId complaint(Cast.Troupe troupe) {
        return complaint(troupe, "晨曜车载音响");
    }

    private ComplaintId complaint(Cast.Troupe troupe, String customer) {
        var clerk = troupe.salesClerk();
        return troupe.in(() -> {
            var known = customers.search(clerk, customer, 5).stream().findFirst().map(row -> row.id());
            return complaints.take(clerk, ComplaintTest.told(known.orElseGet(() -> customers.create(clerk, CustomerDetails.named(customer))), FeedbackKind.RETURN,
                    "2026-03-16T08:40", clerk, "旋钮支架卡扣断裂，退回", ComplaintTest.line("KB-2071", "260312A", "200", "卡扣断裂")));
        });
    }

    private ReplenishmentView propose(Cast.Troupe troupe, Actor by, NewReplenishment order) {
        return troupe.in(() -> orders.get(orders.propose(by, order)));
    }

    private ApprovalView approval(ReplenishmentView view) {
        return approvals.get(view.row().approval());
    }

    private List<String> route(ReplenishmentView view) {
        return approval(view).parts().stream().map(ApprovalView.Part::role).toList();
    }

    private void decide(Cast.Troupe troupe, Actor actor, ReplenishmentId id, boolean approve, String reason) {
        var asked = approval(orders.get(id));
        var account = accounts.ofPerson(actor.id()).orElseThrow().id();
        var member = new Member(troupe.id(), troupe.slug(), "x", "Asia/Shanghai", actor, null, account, null, null);
        transaction.executeWithoutResult(s -> approvals.decide(actor, asked.id(), approve, reason,
                signatures.sign(member, Cast.PASSWORD, asked.subject(), new Sentence("web.verbatim", "同意"), asked.contentHash())));
    }

    private void approve(Cast.Troupe troupe, ReplenishmentId id, String... roles) {
        for (String role : roles) {
            decide(troupe, troupe.as(role), id, true, "");
        }
    }

    private static void assertRefused(Runnable act, String key) {
        assertThatThrownBy(act::run).satisfies(refusal -> assertThat(switch (refusal) {
            case BrokenRule broken -> List.of(broken.sentence().key());
            case InvalidInput invalid -> invalid.problems().values().stream().map(Sentence::key).toList();
            default -> List.of(refusal.toString());
        }).contains(key));
    }

    @Test
    @Clause({"001/5.3.4", "T-REPLENISH"})
    void up_to_999_99_two_approve_and_from_1_000_on_the_general_manager_too() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var below = propose(troupe, troupe.salesClerk(), order(returns.of(complaint(troupe)), goods("3", "333.33")));
            assertThat(below.number()).isEqualTo("BH-2026-0001");
            assertThat(below.row().amount()).isEqualTo("999.99");
            assertThat(below.row().clause()).isEqualTo("5.3.4");
            assertThat(route(below)).containsExactly("SALES_HEAD", "PRODUCTION_HEAD");
            approve(troupe, below.id(), "SALES_HEAD");
            assertThat(orders.get(below.id()).state()).isEqualTo(ReplenishmentState.PROPOSED);
            approve(troupe, below.id(), "PRODUCTION_HEAD");
            assertThat(orders.get(below.id()).state()).isEqualTo(ReplenishmentState.APPROVED);

            var exactly = propose(troupe, troupe.salesClerk(), order(returns.of(complaint(troupe)), goods("4", "250.00")));
            assertThat(exactly.row().amount()).isEqualTo("1000.00");
            assertThat(route(exactly)).containsExactly("SALES_HEAD", "PRODUCTION_HEAD", "TOP");
            assertRefused(() -> decide(troupe, troupe.generalManager(), exactly.id(), true, ""), "approval.refused.notYourTurn");
            approve(troupe, exactly.id(), "SALES_HEAD", "PRODUCTION_HEAD");
            assertThat(orders.get(exactly.id()).state()).isEqualTo(ReplenishmentState.PROPOSED);
            assertThat(approvals.pendingFor(troupe.generalManager())).hasSize(1);
            approve(troupe, exactly.id(), "TOP");
            assertThat(orders.get(exactly.id()).state()).isEqualTo(ReplenishmentState.APPROVED);
            assertThat(orders.get(exactly.id()).row().approvedOn()).isEqualTo("2026-03-16");
        });
    }

    @Test
    @Clause({"001/5.3.4", "T-REPLENISH"})
    void two_orders_of_600_for_one_return_need_the_general_manager_and_the_approver_sees_why() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var source = returns.of(complaint(troupe));
            var first = propose(troupe, troupe.salesClerk(), worth(source, "600.00"));
            assertThat(route(first)).doesNotContain("TOP");
            clock.set("2026-03-26T10:00");
            var second = propose(troupe, troupe.salesClerk(), worth(source, "600.00"));
            assertThat(second.row().total()).isEqualTo("1200.00");
            assertThat(second.counted()).extracting(Counted::number, Counted::amount, Counted::proposedOn)
                    .containsExactly(tuple(first.number(), new BigDecimal("600.00"), LocalDate.of(2026, 3, 16)));
            assertThat(route(second)).containsExactly("SALES_HEAD", "PRODUCTION_HEAD", "TOP");
            var shown = contents.stream().filter(c -> c.subjectType().equals("replenishment")).findFirst().orElseThrow()
                    .lines(troupe.generalManager(), second.id().value());
            assertThat(shown).filteredOn(ApprovalContent.Line::strong).extracting(line -> line.value().args().toString())
                    .anySatisfy(line -> assertThat(line).contains(first.number())).anySatisfy(line -> assertThat(line).contains("1200.00"));
            // what the first one's approvers were asked stays
            assertThat(route(orders.get(first.id()))).doesNotContain("TOP");
        });
    }

    @ParameterizedTest
    @CsvSource({"2026-04-15T08:00,true", "2026-04-15T23:59,true", "2026-04-16T00:00,false"})
    @Clause("001/5.3.4")
    void orders_count_for_thirty_days_the_thirtieth_included(String later, boolean counted) {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var source = returns.of(complaint(troupe));
            clock.set("2026-03-16T23:30");
            propose(troupe, troupe.salesClerk(), worth(source, "400.00"));
            clock.set(later);
            var second = propose(troupe, troupe.salesClerk(), worth(source, "600.00"));
            assertThat(second.row().topToo()).isEqualTo(counted);
            assertThat(second.counted()).hasSize(counted ? 1 : 0);
        });
    }

    @Test
    @Clause("001/5.3.4")
    void three_small_ones_are_a_large_one_and_what_was_refused_or_taken_back_does_not_count() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var source = returns.of(complaint(troupe));
            propose(troupe, clerk, worth(source, "333.33"));
            var second = propose(troupe, clerk, worth(source, "333.33"));
            assertThat(propose(troupe, clerk, worth(source, "333.33")).row().total()).isEqualTo("999.99");
            decide(troupe, troupe.salesHead(), second.id(), false, "一次补齐");
            assertThat(orders.get(second.id()).state()).isEqualTo(ReplenishmentState.REFUSED);
            var fourth = propose(troupe, clerk, worth(source, "333.34"));
            assertThat(fourth.row().total()).isEqualTo("1000.00");
            assertThat(route(fourth)).contains("TOP");
            orders.withdraw(clerk, fourth.id(), "客户改主意", fourth.row().version());
            assertThat(orders.get(fourth.id()).state()).isEqualTo(ReplenishmentState.WITHDRAWN);
            assertThat(approval(orders.get(fourth.id())).state()).isEqualTo(ApprovalState.WITHDRAWN);
            assertThat(propose(troupe, clerk, worth(source, "333.33")).row().total()).isEqualTo("999.99");
        });
    }

    @Test
    @Clause("001/5.3.4")
    void when_the_earlier_order_is_withdrawn_what_was_decided_with_it_stays() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var source = returns.of(complaint(troupe));
            var first = propose(troupe, clerk, worth(source, "600.00"));
            var second = propose(troupe, clerk, worth(source, "600.00"));
            orders.withdraw(clerk, first.id(), "重复了", first.row().version());
            assertThat(route(orders.get(second.id()))).contains("TOP");
            assertThat(orders.get(second.id()).counted()).extracting(Counted::number).containsExactly(first.number());
            assertThat(orders.get(second.id()).row().total()).isEqualTo("1200.00");
        });
    }

    @Test
    @Clause("001/5.3.4")
    void different_returns_are_not_added_up_but_pointed_at() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var complaint = complaint(troupe);
            var one = propose(troupe, clerk, worth(returns.of(complaint), "900.00"));
            var other = propose(troupe, clerk, worth(returns.of(complaint), "900.00"));
            assertThat(other.row().topToo()).isFalse();
            assertThat(orders.alike(other)).extracting(Counted::number).containsExactly(one.number());
            var stranger = propose(troupe, clerk, worth(returns.of(complaint(troupe, "博衡车联")), "900.00"));
            assertThat(orders.alike(stranger)).isEmpty();
            // the complaint behind the returns is no way round the limit
            var direct = propose(troupe, clerk, worth(complaint.subject(), "100.00"));
            assertThat(direct.row().total()).isEqualTo("1900.00");
            assertThat(direct.row().topToo()).isTrue();
            assertThat(propose(troupe, clerk, worth(returns.of(complaint), "899.99")).row().total()).isEqualTo("999.99");
        });
    }

    @Test
    @Clause("001/5.3.4")
    void a_changed_order_goes_to_all_its_approvers_anew() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var source = returns.of(complaint(troupe));
            var order = propose(troupe, clerk, worth(source, "900.00"));
            approve(troupe, order.id(), "SALES_HEAD");
            var asked = orders.get(order.id());
            orders.change(clerk, order.id(), worth(source, "1000.00"), asked.row().version(), "改单");
            var changed = orders.get(order.id());
            assertThat(changed.state()).isEqualTo(ReplenishmentState.PROPOSED);
            assertThat(changed.row().round()).isEqualTo(2);
            assertThat(approval(asked).state()).isEqualTo(ApprovalState.WITHDRAWN);
            assertThat(route(changed)).containsExactly("SALES_HEAD", "PRODUCTION_HEAD", "TOP");
            approve(troupe, order.id(), "SALES_HEAD", "PRODUCTION_HEAD", "TOP");
            var approved = orders.get(order.id());
            assertThat(approved.state()).isEqualTo(ReplenishmentState.APPROVED);
            // even when it was approved by all
            orders.change(clerk, order.id(), worth(source, "1200.50"), approved.row().version(), "改单");
            assertThat(orders.get(order.id()).state()).isEqualTo(ReplenishmentState.PROPOSED);
            assertThat(orders.get(order.id()).row().approvedOn()).isNull();
            assertThat(orders.get(order.id()).proposals()).extracting(p -> p.amount().toPlainString()).containsExactly("900.00", "1000.00", "1200.50");
            assertThatThrownBy(() -> orders.change(clerk, order.id(), worth(source, "1.00"), approved.row().version(), "改单")).isInstanceOf(StaleRecord.class);
        });
    }

    @Test
    @Clause("001/5.3.4")
    void an_old_order_that_is_made_larger_is_added_up_anew() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var source = returns.of(complaint(troupe));
            var old = propose(troupe, clerk, worth(source, "100.00"));
            clock.set("2026-04-20T09:00");
            assertThat(propose(troupe, clerk, worth(source, "900.00")).row().topToo()).isFalse();
            orders.change(clerk, old.id(), worth(source, "100.00"), orders.get(old.id()).row().version(), "改单");
            assertThat(orders.get(old.id()).row().topToo()).isTrue();
        });
    }

    @Test
    @Clause({"001/5.3.4", "T-REPLENISH"})
    void the_proposer_never_approves_not_in_another_role_not_through_a_deputy_not_by_a_change() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var head = troupe.salesHead();
            var clerk = troupe.salesClerk();
            var source = returns.of(complaint(troupe));
            var order = propose(troupe, head, worth(source, "800.00"));
            assertRefused(() -> decide(troupe, head, order.id(), true, ""), "approval.refused.ownProposal");
            var view = people.get(head.id());
            people.change(troupe.admin(), head.id(), new NewPerson(view.name(), null, null, null, null), Set.of("SALES_HEAD", "PRODUCTION_HEAD"), view.version());
            var both = people.actor(head.id()).orElseThrow();
            assertRefused(() -> decide(troupe, both, order.id(), true, ""), "approval.refused.ownProposal");
            var today = LocalDate.of(2026, 3, 16);
            delegations.lend(both, head.id(), clerk.id(), "SALES_HEAD", today, today.plusDays(3), "出差");
            assertRefused(() -> decide(troupe, people.actor(clerk.id()).orElseThrow(), order.id(), true, ""), "approval.refused.lentByProposer");
            // a colleague cannot take the order over, so that its proposer could approve it
            assertRefused(() -> orders.change(clerk, order.id(), worth(source, "801.00"), order.row().version(), "改单"), "replenishment.refused.notYours");
            assertRefused(() -> orders.withdraw(clerk, order.id(), "x", order.row().version()), "replenishment.refused.notYours");
        });
    }

    @Test
    @Clause({"001/5.3.4", "T-REPLENISH"})
    void a_deputy_approves_while_the_delegation_lasts_and_is_told_when_it_is_over() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var top = troupe.generalManager();
            var deputy = troupe.as("VICE_PRESIDENT");
            delegations.lend(top, top.id(), deputy.id(), "TOP", LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 17), "出差");
            var first = propose(troupe, troupe.salesClerk(), worth(returns.of(complaint(troupe)), "2500.00"));
            var second = propose(troupe, troupe.salesClerk(), worth(returns.of(complaint(troupe)), "2500.00"));
            approve(troupe, first.id(), "SALES_HEAD", "PRODUCTION_HEAD");
            approve(troupe, second.id(), "SALES_HEAD", "PRODUCTION_HEAD");
            clock.set("2026-03-17T17:00");
            decide(troupe, people.actor(deputy.id()).orElseThrow(), first.id(), true, "");
            assertThat(orders.get(first.id()).state()).isEqualTo(ReplenishmentState.APPROVED);
            assertThat(approval(orders.get(first.id())).parts().getLast().decision()).satisfies(d -> assertThat(d.onBehalfOf()).isEqualTo(top.id()));
            clock.set("2026-03-18T08:00");
            assertRefused(() -> decide(troupe, people.actor(deputy.id()).orElseThrow(), second.id(), true, ""), "approval.refused.delegationOver");
        });
    }

    @Test
    @Clause("001/5.3.4")
    void the_limit_the_days_and_the_route_are_the_companys_own() {
        var troupe = cast.company("P001");
        var json = JsonMapper.builder().build();
        troupe.run(() -> {
            var draft = drafts.open(troupe.admin());
            drafts.change(troupe.admin(), draft.id(), "replenishment.gmFrom", json.readTree("5000.5"), draft.version());
            drafts.change(troupe.admin(), draft.id(), "replenishment.cumulateDays", json.readTree("7"), drafts.current().orElseThrow().version());
            drafts.change(troupe.admin(), draft.id(), "replenishment.approvers", json.readTree("[{\"roles\":[\"SALES_HEAD\",\"QUALITY_HEAD\"]}]"),
                    drafts.current().orElseThrow().version());
            drafts.change(troupe.admin(), draft.id(), "replenishment.gmRoles", json.readTree("[\"VICE_PRESIDENT\"]"), drafts.current().orElseThrow().version());
            var now = drafts.current().orElseThrow();
            profiles.approve(troupe.generalManager(), drafts.submit(troupe.admin(), now.id(), now.version(), procedures.today(), "补货限额调整").id(), procedures.today(), "");
            var source = returns.of(complaint(troupe));
            var below = propose(troupe, troupe.salesClerk(), worth(source, "5000.49"));
            assertThat(route(below)).containsExactlyInAnyOrder("SALES_HEAD", "QUALITY_HEAD");
            clock.set("2026-03-23T09:00");
            assertThat(route(propose(troupe, troupe.salesClerk(), worth(source, "0.01")))).containsExactlyInAnyOrder("SALES_HEAD", "QUALITY_HEAD", "VICE_PRESIDENT");
            clock.set("2026-03-24T09:00");
            assertThat(propose(troupe, troupe.salesClerk(), worth(source, "4000.00")).row().total()).isEqualTo("4000.01");
        });
    }

    @Test
    @Clause("001/5.3.4")
    void two_people_who_propose_at_the_same_instant_are_added_up() throws Exception {
        var troupe = cast.company("P001");
        var source = troupe.in(() -> returns.of(complaint(troupe)));
        var hands = new ArrayList<>(List.of(troupe.salesClerk(), troupe.salesHead(), troupe.as("AFTER_SALES_HEAD")));
        try (var pool = Executors.newFixedThreadPool(hands.size())) {
            var tasks = hands.stream().map(hand -> (Callable<ReplenishmentView>) () -> propose(troupe, hand, worth(source, "450.00"))).toList();
            var made = new ArrayList<ReplenishmentView>();
            for (var done : pool.invokeAll(tasks)) {
                made.add(done.get());
            }
            assertThat(made).extracting(v -> v.row().total().toPlainString()).containsExactlyInAnyOrder("450.00", "900.00", "1350.00");
            assertThat(made).filteredOn(v -> v.row().topToo()).hasSize(1);
            assertThat(made).extracting(ReplenishmentView::number).doesNotHaveDuplicates();
        }
    }

    @Test
    @Clause("001/5.3.4")
    void planning_hears_of_an_urgent_order_at_once_and_it_comes_first_on_its_way_to_the_customer() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var planning = troupe.as("PLANNING");
            var warehouse = troupe.as("WAREHOUSE");
            var usual = propose(troupe, clerk, worth(returns.of(complaint(troupe)), "100.00"));
            assertThat(said(planning)).isEmpty();
            var urgent = propose(troupe, clerk, new NewReplenishment(returns.of(complaint(troupe)), true, LocalDate.of(2026, 3, 20), "产线停了", List.of(goods("20", "12.50"))));
            assertThat(said(planning)).containsExactly("replenishment.note.urgent");
            assertRefused(() -> orders.scheduled(planning, urgent.id(), LocalDate.of(2026, 3, 18), orders.get(urgent.id()).row().version()), "replenishment.refused.state");
            approve(troupe, usual.id(), "SALES_HEAD", "PRODUCTION_HEAD");
            approve(troupe, urgent.id(), "SALES_HEAD", "PRODUCTION_HEAD");
            assertThat(said(planning)).containsExactlyInAnyOrder("replenishment.note.urgent", "replenishment.note.approved", "replenishment.note.approvedUrgent");
            assertThat(orders.list(planning, ReplenishmentFilter.open())).extracting(r -> r.number()).containsExactly(urgent.number(), usual.number());
            assertThat(work(planning)).extracting(WorkItem::number).contains(urgent.number(), usual.number());
            assertThat(work(warehouse)).isEmpty();
            assertThatThrownBy(() -> orders.scheduled(clerk, urgent.id(), LocalDate.of(2026, 3, 18), orders.get(urgent.id()).row().version())).isInstanceOf(BrokenRule.class);
            assertRefused(() -> orders.scheduled(planning, urgent.id(), LocalDate.of(2026, 3, 15), orders.get(urgent.id()).row().version()), "replenishment.invalid.dayPast");
            orders.scheduled(planning, urgent.id(), LocalDate.of(2026, 3, 21), orders.get(urgent.id()).row().version());
            assertThat(orders.get(urgent.id()).row().plannedLate()).isTrue();
            assertThat(said(clerk)).contains("replenishment.note.scheduledLate");
            orders.scheduled(planning, urgent.id(), LocalDate.of(2026, 3, 18), orders.get(urgent.id()).row().version());
            assertThat(work(warehouse)).extracting(WorkItem::number).containsExactly(urgent.number());
            orders.change(clerk, usual.id(), worth(usual.row().source(), "110.00"), orders.get(usual.id()).row().version(), "改单");
            assertThat(said(planning)).contains("replenishment.note.changed");
            clock.set("2026-03-21T10:00");
            assertThat(orders.list(planning, ReplenishmentFilter.open().late())).extracting(r -> r.number()).containsExactly(urgent.number());
            var row = orders.get(urgent.id()).row();
            assertRefused(() -> orders.shipped(warehouse, urgent.id(), new NewShipment(LocalDate.of(2026, 3, 22), "SH-1", ""), row.version()), "replenishment.invalid.dayFuture");
            assertRefused(() -> orders.shipped(warehouse, urgent.id(), new NewShipment(LocalDate.of(2026, 3, 21), " ", ""), row.version()), "replenishment.invalid.deliveryNote");
            orders.shipped(warehouse, urgent.id(), new NewShipment(LocalDate.of(2026, 3, 21), "SH-0321", "顺丰"), row.version());
            assertThat(orders.get(urgent.id()).row().late(procedures.today())).isTrue();
            assertThat(said(clerk)).contains("replenishment.note.shipped");
            assertRefused(() -> orders.change(clerk, urgent.id(), urgent.again(), orders.get(urgent.id()).row().version(), "改单"), "replenishment.refused.gone");
            assertThat(work(clerk)).extracting(WorkItem::number).contains(urgent.number());
            clock.set("2026-03-23T10:00");
            orders.received(clerk, urgent.id(), LocalDate.of(2026, 3, 22), "签收", orders.get(urgent.id()).row().version());
            assertThat(orders.get(urgent.id()).state()).isEqualTo(ReplenishmentState.RECEIVED);
            assertThat(orders.get(urgent.id()).row().late(procedures.today())).as("late stays late").isTrue();
        });
    }

    @Test
    @Clause("001/5.3.4")
    void who_proposed_is_asked_to_push_what_nobody_approves_in_time() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var order = propose(troupe, clerk, new NewReplenishment(returns.of(complaint(troupe)), false, LocalDate.of(2026, 3, 18), "等料", List.of(goods("1", "5.00"))));
            clock.set("2026-03-18T17:00");
            assertThat(work(clerk)).isEmpty();
            clock.set("2026-03-19T08:00");
            assertThat(work(clerk)).singleElement().satisfies(item -> {
                assertThat(item.title().key()).isEqualTo("replenishment.work.push");
                assertThat(item.due()).isEqualTo(TestClock.at("2026-03-18T17:30"));
            });
            decide(troupe, troupe.salesHead(), order.id(), false, "先补急用的");
            assertThat(work(clerk)).extracting(item -> item.title().key()).containsExactly("replenishment.work.again");
        });
    }

    private ReplenishmentView urgent(Cast.Troupe troupe, SubjectRef source, String amount) {
        return propose(troupe, troupe.salesClerk(), new NewReplenishment(source, true, LocalDate.of(2026, 3, 20), "客户产线等料", List.of(goods("1", amount))));
    }

    private ReplenishmentView release(Actor actor, ReplenishmentView order, String reason) {
        releases.release(actor, order.id(), reason, orders.get(order.id()).row().version());
        return orders.get(order.id());
    }

    @Test
    @Clause("001/5.3.4")
    void an_urgent_order_may_leave_before_its_approval_which_then_stays_outstanding_until_its_promise_and_late_for_ever() {
        clock.set("2026-03-16T15:00");
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var planning = troupe.as("PLANNING");
            var warehouse = troupe.as("WAREHOUSE");
            var source = returns.of(complaint(troupe));
            var order = urgent(troupe, source, "1000.00");
            assertRefused(() -> orders.scheduled(planning, order.id(), LocalDate.of(2026, 3, 17), order.row().version()), "replenishment.refused.state");
            approve(troupe, order.id(), "SALES_HEAD");
            var head = troupe.as("PRODUCTION_HEAD");
            assertRefused(() -> release(head, order, "  "), "replenishment.invalid.reason");
            var released = release(head, order, "总经理出差，客户周四断料");
            assertThat(released.state()).isEqualTo(ReplenishmentState.RELEASED);
            assertThat(released.row().approvedOn()).isNull();
            assertThat(released.row().approvalDue()).as("two working days").isEqualTo("2026-03-18");
            assertThat(released.release()).satisfies(r -> assertThat(r.reason()).isEqualTo("总经理出差，客户周四断料"));
            assertThat(said(planning)).contains("replenishment.note.released");
            assertThat(said(head)).contains("replenishment.note.owed");
            assertThat(work(planning)).extracting(WorkItem::number).contains(order.number());
            assertThat(work(clerk)).filteredOn(item -> item.title().key().equals("replenishment.work.owed")).singleElement()
                    .satisfies(item -> assertThat(item.due()).isEqualTo(TestClock.at("2026-03-18T17:30")));
            // small orders for the same return are still added up with it
            assertThat(propose(troupe, clerk, worth(source, "1.00")).row().total()).isEqualTo("1001.00");
            orders.scheduled(planning, order.id(), LocalDate.of(2026, 3, 17), released.row().version());
            clock.set("2026-03-17T10:00");
            assertRefused(() -> orders.shipped(warehouse, order.id(), new NewShipment(LocalDate.of(2026, 3, 15), "SH-1", ""), orders.get(order.id()).row().version()),
                    "replenishment.invalid.dayBefore");
            orders.shipped(warehouse, order.id(), new NewShipment(LocalDate.of(2026, 3, 17), "SH-1", ""), orders.get(order.id()).row().version());
            assertThat(costs.stream().flatMap(c -> c.between(clerk, LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 16)).stream()).map(CostSource.Cost::number)).contains(order.number());
            orders.received(clerk, order.id(), LocalDate.of(2026, 3, 17), "", orders.get(order.id()).row().version());
            assertThat(orders.list(clerk, ReplenishmentFilter.open().outstanding())).as("the approval is still owed").extracting(r -> r.number()).containsExactly(order.number());
            assertThat(orders.get(order.id()).row().approvalLate(procedures.today())).isFalse();
            var asked = approval(released);
            assertRefused(() -> approvals.withdraw(clerk, asked.id(), "算了"), "replenishment.refused.gone");
            clock.set("2026-03-20T09:00");
            assertThat(orders.list(clerk, ReplenishmentFilter.open().late())).extracting(r -> r.number()).containsExactly(order.number());
            approve(troupe, order.id(), "PRODUCTION_HEAD", "TOP");
            var done = orders.get(order.id());
            assertThat(done.state()).isEqualTo(ReplenishmentState.RECEIVED);
            assertThat(done.row().approvedOn()).isEqualTo("2026-03-20");
            assertThat(done.row().outstanding()).isFalse();
            assertThat(done.row().approvalLate(procedures.today())).as("late stays late").isTrue();
            assertThat(done.release().at()).isEqualTo(TestClock.at("2026-03-16T15:00"));
            assertThat(done.afterwards()).satisfies(word -> assertThat(word.at()).isEqualTo(TestClock.at("2026-03-20T09:00")));
            assertThat(done.steps()).extracting(step -> step.kind().name()).containsExactly("PROPOSED", "RELEASED", "SCHEDULED", "SHIPPED", "RECEIVED", "APPROVED");
        });
    }

    @Test
    @Clause("001/5.3.4")
    void a_refusal_after_the_release_stops_what_has_not_left_and_stays_with_what_has() {
        clock.set("2026-03-16T09:00");
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var planning = troupe.as("PLANNING");
            var head = troupe.as("PRODUCTION_HEAD");
            var source = returns.of(complaint(troupe));
            var here = urgent(troupe, source, "300.00");
            var gone = urgent(troupe, source, "400.00");
            for (var order : List.of(here, gone)) {
                release(head, order, "客户停线");
                orders.scheduled(planning, order.id(), LocalDate.of(2026, 3, 16), orders.get(order.id()).row().version());
            }
            orders.shipped(troupe.as("WAREHOUSE"), gone.id(), new NewShipment(LocalDate.of(2026, 3, 16), "SH-2", ""), orders.get(gone.id()).row().version());
            decide(troupe, troupe.salesHead(), here.id(), false, "客户已改自提");
            assertThat(orders.get(here.id()).state()).isEqualTo(ReplenishmentState.REFUSED);
            assertThat(said(planning)).contains("replenishment.note.over");
            decide(troupe, troupe.salesHead(), gone.id(), false, "价格没谈好");
            var left = orders.get(gone.id());
            assertThat(left.state()).isEqualTo(ReplenishmentState.SHIPPED);
            assertThat(left.row().refusedOn()).isEqualTo("2026-03-16");
            assertThat(left.row().outstanding()).isFalse();
            assertThat(said(planning)).contains("replenishment.note.refusedGone");
            // what has left counts in the sum of the return, refused or not
            assertThat(propose(troupe, troupe.salesClerk(), worth(source, "600.00")).row().total()).isEqualTo("1000.00");
            // a refused one is changed and asked for anew, and is no longer released
            orders.change(troupe.salesClerk(), here.id(), here.again(), orders.get(here.id()).row().version(), "改单");
            assertThat(orders.get(here.id()).row()).satisfies(row -> {
                assertThat(row.state()).isEqualTo(ReplenishmentState.PROPOSED);
                assertThat(row.releasedOn()).isNull();
            });
            assertThat(orders.get(here.id()).releases()).hasSize(1);
        });
    }

    @Test
    @Clause("001/5.3.4")
    void only_who_the_profile_names_releases_only_urgent_orders_and_nobody_her_own() {
        clock.set("2026-03-16T09:00");
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var head = troupe.salesHead();
            var source = returns.of(complaint(troupe));
            var usual = propose(troupe, clerk, worth(source, "100.00"));
            assertRefused(() -> release(head, usual, "急"), "replenishment.refused.notUrgent");
            var order = urgent(troupe, source, "200.00");
            assertRefused(() -> release(clerk, order, "急"), Actor.MISSING_RIGHT);
            assertRefused(() -> release(troupe.generalManager(), order, "急"), "replenishment.refused.release");
            var own = propose(troupe, head, new NewReplenishment(source, true, null, "客户产线等料", List.of(goods("1", "10.00"))));
            assertRefused(() -> release(head, own, "急"), "replenishment.refused.ownRelease");
            assertThat(releases.may(head, own.row())).isFalse();
            // nor through the role that the proposer has lent
            var deputy = people.actor(troupe.another("QUALITY_HEAD", "代班的")).orElseThrow();
            delegations.lend(head, head.id(), deputy.id(), "SALES_HEAD", procedures.today(), procedures.today(), "出差");
            var standing = people.actor(deputy.id()).orElseThrow();
            assertRefused(() -> release(standing, own, "急"), "replenishment.refused.release");
            assertThat(release(standing, order, "急").row().outstanding()).isTrue();
            assertThatThrownBy(() -> releases.release(head, order.id(), "急", order.row().version())).isInstanceOf(StaleRecord.class);
            assertRefused(() -> release(head, order, "急"), "replenishment.refused.state");
            orders.withdraw(clerk, order.id(), "不要了", orders.get(order.id()).row().version());
            assertThat(orders.get(order.id()).state()).isEqualTo(ReplenishmentState.WITHDRAWN);
            assertThat(orders.list(clerk, ReplenishmentFilter.all().outstanding())).isEmpty();
        });
    }

    private List<String> said(Actor actor) {
        return notifications.inbox(actor, false, "replenishment", 0, 50).stream().map(NoteView::title).map(Sentence::key).toList();
    }

    private List<WorkItem> work(Actor actor) {
        return work.stream().flatMap(source -> source.workFor(actor).stream()).filter(item -> item.kind().equals("replenishment")).toList();
    }

    @Test
    @Clause("001/5.3.4")
    void approved_orders_are_what_a_complaint_costs_from_the_day_of_their_approval() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var complaint = complaint(troupe);
            var order = propose(troupe, clerk, order(returns.of(complaint), goods("3.333", "30.03"), goods("1", "0.50")));
            propose(troupe, clerk, worth(complaint.subject(), "50.00"));
            assertThat(costs(clerk, complaint)).isEmpty();
            clock.set("2026-03-18T09:00");
            approve(troupe, order.id(), "SALES_HEAD", "PRODUCTION_HEAD");
            assertThat(costs(clerk, complaint)).singleElement().satisfies(cost -> {
                assertThat(cost.amount()).isEqualTo("100.59");
                assertThat(cost.day()).isEqualTo("2026-03-18");
                assertThat(cost.kind()).isEqualTo(CostSource.Kind.REPLACEMENT);
            });
            assertThat(costs.stream().flatMap(c -> c.between(clerk, LocalDate.of(2026, 3, 18), LocalDate.of(2026, 3, 18)).stream()).map(CostSource.Cost::number))
                    .contains(order.number());
            var stranger = people.actor(troupe.another("SALES_CLERK", "另一位业务")).orElseThrow();
            assertThat(costs(stranger, complaint)).as("who may not see a complaint learns nothing of its costs").isEmpty();
            assertThat(costs.stream().flatMap(c -> c.between(stranger, LocalDate.of(2026, 3, 18), LocalDate.of(2026, 3, 18)).stream())).isEmpty();
            orders.withdraw(clerk, order.id(), "客户不要了", orders.get(order.id()).row().version());
            assertThat(costs(clerk, complaint)).isEmpty();
        });
    }

    private List<CostSource.Cost> costs(Actor actor, ComplaintId complaint) {
        return costs.stream().flatMap(source -> source.of(actor, complaint).stream()).filter(cost -> cost.kind() == CostSource.Kind.REPLACEMENT).toList();
    }

    @ParameterizedTest
    @CsvSource({"0,1.00,quantity", "-3,1.00,quantity", "1.0005,1.00,quantityDecimals", "1,-0.01,negative", "1,0,free", "1,1.005,priceDecimals", "10000000,1,most", "1,1E+30,most"})
    @Clause("001/5.3.4")
    void figures_that_cannot_be_are_refused_with_a_sentence(String quantity, String price, String said) {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var source = returns.of(complaint(troupe));
            assertRefused(() -> orders.propose(troupe.salesClerk(), order(source, goods(quantity, price))), "replenishment.invalid." + said);
        });
    }

    @Test
    @Clause("001/5.3.4")
    void what_cannot_be_ordered_is_refused_with_a_sentence_that_says_why() {
        var troupe = cast.company("P001");
        var other = cast.company("P001");
        var elsewhere = other.in(() -> complaint(other));
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var complaint = complaint(troupe);
            var source = complaint.subject();
            assertRefused(() -> orders.propose(clerk, order(source)), "replenishment.invalid.noItems");
            assertRefused(() -> orders.propose(clerk, order(source, new NewItem("XX-1", "", BigDecimal.ONE, "件", BigDecimal.ONE))), "replenishment.invalid.unknownPart");
            assertRefused(() -> orders.propose(clerk, order(source, new NewItem(" ", "", BigDecimal.ONE, "件", BigDecimal.ONE))), "replenishment.invalid.part");
            assertRefused(() -> orders.propose(clerk, new NewReplenishment(source, false, null, "  ", List.of(goods("1", "1")))), "replenishment.invalid.reason");
            assertRefused(() -> orders.propose(clerk, new NewReplenishment(source, false, LocalDate.of(2026, 3, 15), "x", List.of(goods("1", "1")))), "replenishment.invalid.wantedPast");
            assertRefused(() -> orders.propose(clerk, worth(elsewhere.subject(), "1")), "replenishment.invalid.source");
            assertRefused(() -> orders.propose(clerk, order(source, new NewItem("KB-2071", "", BigDecimal.ONE, "箱", BigDecimal.ONE))), "replenishment.invalid.units");
            assertRefused(() -> orders.propose(clerk, worth(new SubjectRef("weather", Ids.next()), "1")), "replenishment.invalid.source");
            assertRefused(() -> orders.propose(troupe.as("PLANNING"), worth(source, "1")), Actor.MISSING_RIGHT);
            casework.withdraw(troupe.qualityHead(), complaint, "客户撤诉", complaints.get(complaint).version());
            assertRefused(() -> orders.propose(clerk, worth(source, "1")), "replenishment.invalid.closed");
            assertThat(orders.list(clerk, ReplenishmentFilter.all())).isEmpty();
        });
    }

    @Test
    @Clause("001/5.3.4")
    void a_form_sent_twice_is_one_order_and_clerks_see_their_own_customers_orders() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var clerk = troupe.salesClerk();
            var stranger = people.actor(troupe.another("SALES_CLERK", "另一位业务员")).orElseThrow();
            var source = returns.of(complaint(troupe));
            var id = UUID.randomUUID();
            orders.propose(clerk, id, worth(source, "10.00"));
            orders.propose(clerk, id, worth(source, "10.00"));
            var made = orders.list(clerk, ReplenishmentFilter.all());
            assertThat(made).hasSize(1);
            for (String q : Arrays.asList("BH-2026-0001", "kb-2071", "旋钮支架", "晨曜", "等料", made.getFirst().sourceNumber())) {
                assertThat(orders.count(clerk, ReplenishmentFilter.all().words(q))).as(q).isEqualTo(1);
            }
            assertThat(orders.count(clerk, ReplenishmentFilter.all().words("100%"))).isZero();
            assertThat(orders.list(stranger, ReplenishmentFilter.all())).isEmpty();
            assertThatThrownBy(() -> orders.byNumber(stranger, "BH-2026-0001")).isInstanceOf(NotFound.class);
            assertThat(orders.byNumber(troupe.auditor(), "BH-2026-0001").number()).isEqualTo("BH-2026-0001");
        });
    }
}
