package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.claims.Basis;
import org.huiyin.claims.ClaimFilter;
import org.huiyin.claims.ClaimId;
import org.huiyin.claims.ClaimState;
import org.huiyin.claims.ClaimView;
import org.huiyin.claims.Claims;
import org.huiyin.claims.Direction;
import org.huiyin.claims.LossKind;
import org.huiyin.claims.NewClaim;
import org.huiyin.claims.NewPayment;
import org.huiyin.claims.NewPosition;
import org.huiyin.claims.NewReply;
import org.huiyin.claims.Party;
import org.huiyin.claims.PartyKind;
import org.huiyin.claims.PaymentKind;
import org.huiyin.claims.Rate;
import org.huiyin.claims.Repetition;
import org.huiyin.claims.Settlements;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.CostSource;
import org.huiyin.complaint.Fact;
import org.huiyin.complaint.Facts;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.organization.WorkSource;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.huiyin.procedure.Evidence;
import org.huiyin.records.Attachments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims for external loss in both directions: amounts, currencies, factors, replies, instalments, measures and their verification (004/5.9). */
@HuiyinTest
class ClaimsTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Claims claims;
    @Autowired Settlements settlements;
    @Autowired Repetition repetition;
    @Autowired Complaints complaints;
    @Autowired Facts facts;
    @Autowired Customers customers;
    @Autowired People people;
    @Autowired Attachments attachments;
    @Autowired List<CostSource> costs;
    @Autowired List<WorkSource> work;
    @Autowired Evidence evidence;
    @Autowired List<CompanyRoutine> routines;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    static NewClaim claim(Party party, @Nullable ComplaintId complaint, List<Rate> rates, NewPosition... positions) {
        return new NewClaim(party.kind() == PartyKind.CUSTOMER ? Direction.AGAINST_US : Direction.BY_US, party, complaint, null, "", Basis.QUALITY_AGREEMENT,
                "质量协议 2026 版 7.2", LocalDate.of(2026, 3, 2), "轴承座孔径超差", false, LocalDate.of(2026, 3, 20), LocalDate.of(2027, 3, 2), List.of(positions), rates);
    }

    static Party supplier() {
        return Party.named(PartyKind.SUPPLIER, "恒锐铸造", "梁工 liang@hengrui.example");
    }

    static NewPosition goods(String amount, String currency) {
        return NewPosition.of(LossKind.GOODS, "报废", amount, currency);
    }

    private ComplaintId complaint(Actor by) {
        return complaints.take(by, ComplaintTest.told(null, FeedbackKind.COMPLAINT, "2026-03-02T10:00", by, "轴承座孔径超差，停线", ComplaintTest.line("ZC-88", "260218A", "40", "孔径超差")));
    }

    private void send(Actor by, ClaimId id) {
        settlements.send(by, id, LocalDate.of(2026, 3, 4), "挂号信", claims.get(id).version());
    }

    private void reply(Actor by, ClaimId id, ClaimState verdict, Map<String, BigDecimal> amounts) {
        settlements.reply(by, id, new NewReply(verdict, amounts, "他们的理由", LocalDate.of(2026, 3, 10)), claims.get(id).version());
    }

    private void recover(Actor by, ClaimId id, String day, String amount, String currency, @Nullable Rate rate, String reason) {
        settlements.pay(by, id, new NewPayment(Ids.next(), PaymentKind.RECOVERED, LocalDate.parse(day), new BigDecimal(amount), currency, rate, "银收", reason),
                claims.get(id).version());
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    @Clause("004/5.9")
    void twelve_thousand_against_the_supplier_of_which_eight_come_back_leave_four_in_the_cost() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        clock.set("2026-03-10T09:00");
        troupe.run(() -> {
            var complaint = complaint(quality);
            var id = claims.draft(quality, claim(supplier(), complaint, List.of(), goods("9000", "CNY"), NewPosition.of(LossKind.SORTING, "客户处全检", "3000", "CNY")));
            assertThat(claims.get(id).number()).isEqualTo("SP-2026-0001");
            assertThat(claims.get(id).clause()).isEqualTo("5.9");
            assertThat(costs.stream().flatMap(c -> c.of(quality, complaint).stream())).isEmpty();
            assertThatThrownBy(() -> recover(quality, id, "2026-03-10", "8000", "CNY", null, "")).isInstanceOf(BrokenRule.class).hasMessageContaining("draft");
            send(quality, id);
            reply(quality, id, ClaimState.PARTLY, Map.of("CNY", money("8000")));
            settlements.pay(quality, id, new NewPayment(Ids.next(), PaymentKind.BOOKED, LocalDate.of(2026, 3, 10), money("8000"), "", null, "记-88", ""), claims.get(id).version());
            recover(quality, id, "2026-03-10", "5000", "CNY", null, "");
            assertThat(claims.get(id).outstanding()).isEqualByComparingTo("3000");
            recover(quality, id, "2026-03-10", "3000", "CNY", null, "");
            var c = claims.get(id);
            assertThat(c.loss()).isEqualByComparingTo("12000");
            assertThat(c.accepted()).isEqualByComparingTo("8000");
            assertThat(c.booked()).isEqualByComparingTo("8000");
            assertThat(c.recovered()).isEqualByComparingTo("8000");
            assertThat(c.netLoss()).isEqualByComparingTo("4000");
            assertThat(costs.stream().flatMap(s -> s.of(quality, complaint).stream()).map(CostSource.Cost::amount).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("4000");
            assertThat(costs.stream().flatMap(s -> s.between(quality, LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 31)).stream()).map(CostSource.Cost::amount))
                    .containsExactly(money("-5000.00"), money("-3000.00"));
            assertThat(claims.totals(quality, ClaimFilter.all()).net()).isEqualByComparingTo("4000");
            settlements.settle(quality, id, "", c.version());
            assertThat(claims.get(id).state()).isEqualTo(ClaimState.SETTLED);
            assertThatThrownBy(() -> settlements.withdraw(quality, id, "x", claims.get(id).version())).isInstanceOf(BrokenRule.class);
            assertThat(claims.events(id)).hasSize(7);
            assertThat(evidence.all().getOrDefault("5.9", List.of()).stream().map(l -> l.count())).startsWith(1, 1, 0, 1);
        });
    }

    @Test
    @Clause("004/5.9")
    void who_may_not_see_a_complaint_learns_nothing_of_what_it_cost() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        var clerk = troupe.salesClerk();
        clock.set("2026-03-10T09:00");
        troupe.run(() -> {
            var customer = customers.create(clerk, CustomerDetails.named("晨曜车载音响"));
            var complaint = complaints.take(clerk, ComplaintTest.told(customer, FeedbackKind.COMPLAINT, "2026-03-02T10:00", clerk, "停线", ComplaintTest.line("ZC-88", "260218A", "40", "孔径超差")));
            var id = claims.draft(quality, claim(supplier(), complaint, List.of(), goods("4321.09", "CNY")));
            send(quality, id);
            var from = LocalDate.of(2026, 3, 1);
            var to = LocalDate.of(2026, 3, 31);
            assertThat(costs.stream().flatMap(c -> c.of(clerk, complaint).stream())).hasSize(1);
            assertThat(costs.stream().flatMap(c -> c.between(clerk, from, to).stream())).hasSize(1);
            var stranger = people.actor(troupe.another("SALES_CLERK", "另一位业务")).orElseThrow();
            assertThat(costs.stream().flatMap(c -> c.of(stranger, complaint).stream())).isEmpty();
            assertThat(costs.stream().flatMap(c -> c.between(stranger, from, to).stream())).isEmpty();
            assertThat(complaints.seen(stranger, java.util.Set.of(complaint))).isEmpty();
        });
    }

    @Test
    @Clause("004/5.9")
    void the_technical_factor_counts_per_part_and_exact_halves_go_up() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        clock.set("2026-03-10T09:00");
        troupe.run(() -> {
            var id = claims.draft(quality, claim(supplier(), null, List.of(new Rate("usd", money("7.125"), LocalDate.of(2026, 3, 2), "中间价")),
                    new NewPosition(LossKind.GOODS, "", "ZC-88", money("33.33"), "CNY", money("50")),
                    new NewPosition(LossKind.REWORK, "", "ZC-89", money("0.01"), "CNY", money("50")),
                    new NewPosition(LossKind.FREIGHT, "", "ZC-90", money("100.20"), "USD", money("62.5"))));
            var c = claims.get(id);
            assertThat(c.positions()).extracting(p -> p.claimed().toPlainString()).containsExactly("16.67", "0.01", "62.63");
            assertThat(c.positions()).extracting(p -> p.lossHere().toPlainString()).containsExactly("33.33", "0.01", "713.93");
            assertThat(c.positions()).extracting(p -> p.claimedHere().toPlainString()).containsExactly("16.67", "0.01", "446.24");
            assertThat(c.claimed()).isEqualByComparingTo("462.92");
            assertThat(c.claimedBy()).containsEntry("USD", money("62.63")).containsEntry("CNY", money("16.68"));
        });
    }

    @Test
    @Clause("004/5.9")
    void a_foreign_currency_needs_its_rate_with_day_and_source() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        clock.set("2026-03-10T09:00");
        troupe.run(() -> {
            assertThatThrownBy(() -> claims.draft(quality, claim(supplier(), null, List.of(), goods("100", "EUR")))).isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("positions[0].currency");
            assertThatThrownBy(() -> claims.draft(quality, claim(supplier(), null, List.of(new Rate("EUR", money("0"), LocalDate.of(2026, 3, 11), "")), goods("100", "EUR"))))
                    .isInstanceOf(InvalidInput.class).hasMessageContaining("rates[0].rate").hasMessageContaining("rates[0].day").hasMessageContaining("rates[0].source");
            assertThatThrownBy(() -> claims.draft(quality, claim(supplier(), null, List.of(), goods("100", "XQZ")))).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> claims.draft(quality, claim(supplier(), null, List.of(), goods("-5", "CNY"), goods("1.005", "CNY"), goods("0", "CNY"))))
                    .isInstanceOf(InvalidInput.class).hasMessageContaining("positions[0].amount").hasMessageContaining("positions[1].amount").hasMessageContaining("positions[2].amount");
            assertThatThrownBy(() -> claims.draft(quality, claim(supplier(), null, List.of()))).isInstanceOf(InvalidInput.class).hasMessageContaining("positions");
            assertThatThrownBy(() -> claims.draft(quality, claim(supplier(), null, List.of(), new NewPosition(LossKind.GOODS, "", "", money("5"), "CNY", money("100.01")))))
                    .isInstanceOf(InvalidInput.class).hasMessageContaining("factor");
            assertThat(claims.count(quality, ClaimFilter.all())).isZero();
        });
    }

    @Test
    @Clause("004/5.9")
    void what_comes_in_is_converted_at_its_own_rate_and_never_exceeds_what_was_accepted_without_a_reason() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        clock.set("2026-04-20T09:00");
        var euro = new Rate("EUR", money("7.80"), LocalDate.of(2026, 3, 2), "合同约定");
        troupe.run(() -> {
            var id = claims.draft(quality, claim(supplier(), null, List.of(euro), goods("1000", "EUR")));
            send(quality, id);
            assertThatThrownBy(() -> reply(quality, id, ClaimState.PARTLY, Map.of("EUR", money("1000.01")))).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> reply(quality, id, ClaimState.PARTLY, Map.of("USD", money("10")))).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> reply(quality, id, ClaimState.PARTLY, Map.of("EUR", money("0")))).isInstanceOf(InvalidInput.class);
            reply(quality, id, ClaimState.DISPUTED, Map.of());
            assertThat(claims.get(id).accepted()).isEqualByComparingTo("0");
            reply(quality, id, ClaimState.PARTLY, Map.of("EUR", money("600")));
            assertThat(claims.get(id).accepted()).isEqualByComparingTo("4680");
            var later = new Rate("EUR", money("7.955"), LocalDate.of(2026, 4, 20), "中行卖出价");
            recover(quality, id, "2026-04-20", "600", "EUR", later, "");
            assertThat(claims.get(id).recovered()).isEqualByComparingTo("4773");
            assertThatThrownBy(() -> recover(quality, id, "2026-04-20", "0.01", "EUR", later, "")).isInstanceOf(InvalidInput.class).hasMessageContaining("reason");
            assertThatThrownBy(() -> recover(quality, id, "2026-04-20", "1", "CNY", null, "")).isInstanceOf(InvalidInput.class).hasMessageContaining("reason");
            assertThatThrownBy(() -> recover(quality, id, "2026-04-20", "1", "USD", null, "多付")).isInstanceOf(InvalidInput.class).hasMessageContaining("rate");
            recover(quality, id, "2026-04-20", "12.5", "CNY", null, "对方多付了手续费");
            assertThat(claims.get(id).recovered()).isEqualByComparingTo("4785.50");
            assertThatThrownBy(() -> recover(quality, id, "2026-04-20", "-600.01", "EUR", later, "记错")).isInstanceOf(InvalidInput.class).hasMessageContaining("amount");
            assertThatThrownBy(() -> recover(quality, id, "2026-04-20", "-100", "EUR", later, "")).isInstanceOf(InvalidInput.class).hasMessageContaining("reason");
            recover(quality, id, "2026-04-20", "-100", "EUR", later, "退回多付");
            assertThat(claims.get(id).recovered()).isEqualByComparingTo("3990");
            assertThatThrownBy(() -> recover(quality, id, "2026-04-21", "1", "EUR", later, "")).isInstanceOf(InvalidInput.class).hasMessageContaining("day");
            assertThat(settlements.replies(id)).hasSize(2);
        });
    }

    @Test
    @Clause("004/5.9")
    void a_customers_claim_is_settled_only_once_its_measures_are_verified_or_with_a_reason() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        var head = troupe.qualityHead();
        clock.set("2026-03-10T09:00");
        troupe.run(() -> {
            var complaint = complaint(quality);
            var id = claims.draft(quality, claim(Party.named(PartyKind.CUSTOMER, "博衡车联", ""), complaint, List.of(), goods("2500", "CNY")));
            send(quality, id);
            reply(quality, id, ClaimState.ACCEPTED, Map.of());
            recover(quality, id, "2026-03-10", "2500", "CNY", null, "");
            assertThat(claims.get(id).netLoss()).isEqualByComparingTo("2500");
            assertThat(costs.stream().flatMap(c -> c.of(quality, complaint).stream()).map(CostSource.Cost::amount)).containsExactly(money("2500.00"));
            assertThatThrownBy(() -> settlements.settle(quality, id, " ", claims.get(id).version())).isInstanceOf(InvalidInput.class).hasMessageContaining("reason");
            assertThat(settlements.gaps(claims.get(id))).extracting(s -> s.key()).containsExactly("claims.gap.noMeasures");
            facts.note(quality.id(), complaint, Fact.MEASURES_DONE, clock.instant(), Map.of("words", "来料全检"));
            assertThat(settlements.gaps(claims.get(id))).extracting(s -> s.key()).containsExactly("claims.gap.measures");
            assertThat(repetition.verified(claims.get(id))).isFalse();
            facts.note(head.id(), complaint, Fact.EFFECTIVE, clock.instant(), Map.of("criterion", "三批", "finding", "没有再发"));
            assertThat(repetition.verified(claims.get(id))).isTrue();
            settlements.settle(quality, id, "", claims.get(id).version());
            assertThat(claims.get(id).state()).isEqualTo(ClaimState.SETTLED);
        });
    }

    @Test
    @Clause("004/5.9")
    void a_claim_on_a_unit_waits_for_its_action_and_takes_nothing_off_the_cost_of_the_house() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        clock.set("2026-03-10T09:00");
        troupe.run(() -> {
            var unit = people.addDepartment(troupe.admin(), "机加工车间");
            var complaint = complaint(quality);
            var id = claims.draft(quality, claim(Party.unit(unit), complaint, List.of(), goods("700", "CNY")));
            assertThat(claims.get(id).party().name()).isEqualTo("机加工车间");
            send(quality, id);
            reply(quality, id, ClaimState.ACCEPTED, Map.of());
            recover(quality, id, "2026-03-10", "700", "CNY", null, "");
            assertThat(claims.get(id).netLoss()).isEqualByComparingTo("0");
            assertThat(costs.stream().flatMap(c -> c.of(quality, complaint).stream()).map(CostSource.Cost::amount)).containsExactly(money("700.00"));
            repetition.propose(quality, id, "夹具没有防错", unit, null, claims.get(id).version());
            assertThat(repetition.of(claims.get(id))).singleElement().satisfies(m -> assertThat(m.verified()).isFalse());
            assertThatThrownBy(() -> settlements.settle(quality, id, "", claims.get(id).version())).isInstanceOf(InvalidInput.class);
            settlements.settle(quality, id, "车间已停用这台设备，验证另行跟踪", claims.get(id).version());
            assertThat(claims.events(id).getLast().words()).contains("另行跟踪");
        });
    }

    @Test
    @Clause("004/5.9")
    void the_desk_reminds_of_the_reply_and_of_the_day_on_which_it_lapses() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        clock.set("2026-03-10T09:00");
        troupe.run(() -> {
            var id = claims.draft(quality, claim(supplier(), null, List.of(), goods("700", "CNY")));
            send(quality, id);
            assertThat(items(quality)).containsExactly("claims.work.ask 2026-03-21T00:00");
            reply(quality, id, ClaimState.ACCEPTED, Map.of());
            assertThat(items(quality)).containsExactly("claims.work.collect 2027-03-03T00:00");
            assertThatThrownBy(() -> settlements.lapse(quality, id, "过期", claims.get(id).version())).isInstanceOf(BrokenRule.class).hasMessageContaining("notLapsed");
            claims.dates(quality, id, null, LocalDate.of(2026, 3, 9), "合同写的是七天", claims.get(id).version());
            assertThat(claims.list(quality, ClaimFilter.all().late())).hasSize(1);
            settlements.lapse(quality, id, "过了合同约定", claims.get(id).version());
            assertThat(items(quality)).isEmpty();
        });
    }

    private List<String> items(Actor actor) {
        return work.stream().flatMap(w -> w.workFor(actor).stream()).filter(i -> i.kind().equals("claim"))
                .map(i -> i.title().key() + " " + (i.due() == null ? "" : i.due().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDateTime())).toList();
    }

    @Test
    void who_may_not_work_is_refused_and_other_companies_and_other_clerks_see_nothing() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        var clerk = troupe.salesClerk();
        troupe.salesHead();
        var stranger = cast.company("P004");
        clock.set("2026-03-10T09:00");
        var id = troupe.in(() -> claims.draft(quality, claim(supplier(), complaint(quality), List.of(), goods("700", "CNY"))));
        troupe.run(() -> {
            assertThatThrownBy(() -> claims.draft(clerk, claim(supplier(), null, List.of(), goods("1", "CNY")))).isInstanceOf(BrokenRule.class).hasMessageContaining(Actor.MISSING_RIGHT);
            assertThatThrownBy(() -> claims.list(troupe.as("PLANNING"), ClaimFilter.all())).isInstanceOf(BrokenRule.class);
            assertThat(claims.list(quality, ClaimFilter.all())).hasSize(1);
            assertThat(claims.list(clerk, ClaimFilter.all())).isEmpty();
            assertThatThrownBy(() -> claims.byNumber(clerk, "SP-2026-0001")).isInstanceOf(NotFound.class);
            var mine = customers.create(clerk, CustomerDetails.named("云帆机电"));
            claims.draft(quality, claim(new Party(PartyKind.CUSTOMER, "云帆机电", "", mine, null), null, List.of(), goods("9", "CNY")));
            assertThat(claims.list(clerk, ClaimFilter.all())).hasSize(1);
        });
        stranger.run(() -> {
            assertThatThrownBy(() -> claims.byNumber(stranger.quality(), "SP-2026-0001")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> settlements.withdraw(stranger.quality(), id, "x", 1)).isInstanceOf(NotFound.class);
        });
        var off = cast.company("P001");
        off.run(() -> assertThatThrownBy(() -> claims.draft(off.quality(), claim(supplier(), null, List.of(), goods("1", "CNY")))).isInstanceOf(BrokenRule.class)
                .hasMessageContaining("off"));
    }

    @Test
    @Clause("004/5.9")
    void a_claim_is_found_by_every_word_of_it_however_it_is_written() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        clock.set("2026-03-10T09:00");
        troupe.run(() -> {
            var complaint = complaint(quality);
            var id = claims.draft(quality, claim(supplier(), complaint, List.of(), NewPosition.of(LossKind.SORTING, "客户处全检", "3000", "CNY")));
            claims.draft(quality, claim(Party.named(PartyKind.CARRIER, "顺达物流", ""), null, List.of(), goods("20", "CNY")));
            for (String q : List.of("SP-2026-0001", "恒锐", "恆銳鑄造", "恒锐 全检", "ｌｉａｎｇ", "ks-2026-0001", "  7.2 恒 ")) {
                assertThat(claims.list(quality, ClaimFilter.all().words(q))).as(q).extracting(ClaimView::id).containsExactly(id);
            }
            assertThat(claims.count(quality, ClaimFilter.all().words("孔径"))).isEqualTo(2);
            for (String q : List.of("恒锐 顺达", "100%", "_", "锐恒")) {
                assertThat(claims.count(quality, ClaimFilter.all().words(q))).as(q).isZero();
            }
            claims.change(quality, id, claim(Party.named(PartyKind.SUPPLIER, "永固紧固件", ""), null, List.of(), goods("5", "CNY")), 1);
            assertThat(claims.count(quality, ClaimFilter.all().words("恒锐"))).isZero();
            // one that was written before it could be found this way
            transaction.executeWithoutResult(s -> sql.sql("delete from claims.sought").update());
            assertThat(claims.count(quality, ClaimFilter.all().words("永固"))).isZero();
            routines.stream().filter(r -> r.name().equals("claims.seek")).forEach(CompanyRoutine::run);
            assertThat(claims.list(quality, ClaimFilter.all().words("永固"))).extracting(ClaimView::id).containsExactly(id);
        });
    }

    @Test
    void a_form_sent_twice_is_one_claim_and_one_payment_and_an_old_page_is_stopped() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        clock.set("2026-03-10T09:00");
        troupe.run(() -> {
            var wanted = UUID.randomUUID();
            var id = claims.draft(quality, wanted, claim(supplier(), null, List.of(), goods("700", "CNY")));
            assertThat(claims.draft(quality, wanted, claim(supplier(), null, List.of(), goods("700", "CNY")))).isEqualTo(id);
            assertThat(claims.count(quality, ClaimFilter.all())).isEqualTo(1);
            claims.change(quality, id, claim(supplier(), null, List.of(), goods("900", "CNY")), 1);
            assertThatThrownBy(() -> claims.change(quality, id, claim(supplier(), null, List.of(), goods("800", "CNY")), 1)).isInstanceOf(StaleRecord.class);
            assertThat(claims.get(id).claimed()).isEqualByComparingTo("900");
            send(quality, id);
            assertThatThrownBy(() -> claims.change(quality, id, claim(supplier(), null, List.of(), goods("1", "CNY")), claims.get(id).version())).isInstanceOf(BrokenRule.class);
            reply(quality, id, ClaimState.ACCEPTED, Map.of());
            var once = new NewPayment(Ids.next(), PaymentKind.RECOVERED, LocalDate.of(2026, 3, 10), money("450"), "CNY", null, "", "");
            int version = claims.get(id).version();
            settlements.pay(quality, id, once, version);
            settlements.pay(quality, id, once, version);
            assertThat(claims.get(id).recovered()).isEqualByComparingTo("450");
        });
    }

    @Test
    void a_return_is_linked_by_its_subject_and_its_number_and_files_stand_with_the_claim() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        clock.set("2026-03-10T09:00");
        troupe.run(() -> {
            var back = new SubjectRef("return", UUID.randomUUID());
            var base = claim(Party.named(PartyKind.CARRIER, "顺达物流", ""), null, List.of(), goods("55", "CNY"));
            var id = claims.draft(quality, new NewClaim(base.direction(), base.party(), null, back, "TH-2026-0003", Basis.CONTRACT, "运输合同 4.1", base.happenedOn(), base.words(),
                    true, base.replyBy(), null, base.positions(), List.of()));
            assertThat(claims.list(quality, ClaimFilter.all().from(back))).singleElement().satisfies(c -> assertThat(c.sourceNumber()).isEqualTo("TH-2026-0003"));
            assertThat(claims.list(quality, ClaimFilter.all().words("th-2026-0003"))).hasSize(1);
            assertThat(claims.list(quality, ClaimFilter.all().words("50%"))).isEmpty();
            attachments.store(quality, id.subject(), "签收单.txt", new ByteArrayInputStream("外箱压坏".getBytes(StandardCharsets.UTF_8)));
            assertThat(attachments.list(troupe.auditor(), id.subject()).addable()).isFalse();
            assertThat(claims.parties(quality)).extracting(Party::name).contains("顺达物流");
            assertThat(Set.copyOf(claims.owners())).contains("QUALITY");
        });
    }
}
