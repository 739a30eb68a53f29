package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintPanel;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.CostSource;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewTriage;
import org.huiyin.complaint.Triage;
import org.huiyin.complaint.TriageClass;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerPanel;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.People;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.procedure.Evidence;
import org.huiyin.records.Attachments;
import org.huiyin.returns.Arrivals;
import org.huiyin.returns.CostKind;
import org.huiyin.returns.DifferenceKind;
import org.huiyin.returns.Disposition;
import org.huiyin.returns.Ground;
import org.huiyin.returns.Homecoming;
import org.huiyin.returns.Matter;
import org.huiyin.returns.NewArrival;
import org.huiyin.returns.NewCount;
import org.huiyin.returns.NewDecision;
import org.huiyin.returns.NewJudgement;
import org.huiyin.returns.NewReturn;
import org.huiyin.returns.NewRework;
import org.huiyin.returns.NewSlip;
import org.huiyin.returns.ReturnAlert;
import org.huiyin.returns.ReturnFilter;
import org.huiyin.returns.ReturnId;
import org.huiyin.returns.ReturnKind;
import org.huiyin.returns.ReturnLine;
import org.huiyin.returns.ReturnStage;
import org.huiyin.returns.ReturnView;
import org.huiyin.returns.Returns;
import org.huiyin.returns.Reworks;
import org.huiyin.returns.Senders;
import org.huiyin.returns.Slips;
import org.huiyin.returns.Verdict;
import org.huiyin.returns.Verdicts;
import org.huiyin.voice.Channel;
import org.huiyin.voice.Voices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Returned goods from the slip, or from the gate, to the customer's hands again (001/5.3, 3.4–3.7; 004/5.2b). */
@HuiyinTest
class ReturnsTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Later later;
    @Autowired Returns returns;
    @Autowired Arrivals arrivals;
    @Autowired Slips slips;
    @Autowired Senders senders;
    @Autowired Voices voices;
    @Autowired Verdicts verdicts;
    @Autowired Reworks reworks;
    @Autowired Homecoming homecoming;
    @Autowired Complaints complaints;
    @Autowired Triage triage;
    @Autowired Catalogue catalogue;
    @Autowired Customers customers;
    @Autowired People people;
    @Autowired Attachments attachments;
    @Autowired Notifications notifications;
    @Autowired List<WorkSource> work;
    @Autowired Evidence evidence;
    @Autowired List<ComplaintPanel> panels;
    @Autowired List<CustomerPanel> customerPanels;
    @Autowired List<CostSource> costs;

    private static BigDecimal n(String figure) {
        return new BigDecimal(figure);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static NewReturn.Line goods(String part, String lot, @Nullable String quantity, String unit) {
        return new NewReturn.Line(part, "", lot, "", quantity == null ? null : n(quantity), unit);
    }

    private static NewReturn slip(String sender, @Nullable String fetchOn, @Nullable String backBy, NewReturn.Line... lines) {
        return new NewReturn(null, null, sender, fetchOn == null ? null : day(fetchOn), backBy == null ? null : day(backBy), "宁波北仑 3 号门", "孔位偏，装不上", false, List.of(lines));
    }

    private static NewArrival came(String sender, String part, String lot, @Nullable String stated, @Nullable String counted, String unit, String on) {
        return new NewArrival(null, sender, day(on), "退货区 A-3", "外箱破损", false,
                List.of(new NewArrival.Line(part, lot, "", stated == null ? null : n(stated), counted == null ? null : n(counted), unit)));
    }

    /** A story in a company of its own that begins at that time. */
    private void in(String preset, String now, Consumer<Cast.Troupe> story) {
        var troupe = cast.company(preset);
        clock.set(now);
        troupe.run(() -> story.accept(troupe));
    }

    private int v(ReturnId id) {
        return returns.get(id).version();
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.problems().values()).extracting(Sentence::key).contains(key));
    }

    private static Sentence sentence(Runnable act) {
        try {
            act.run();
        } catch (InvalidInput wrong) {
            return wrong.problems().values().iterator().next();
        }
        throw new AssertionError("nothing was refused");
    }

    private static void broken(Runnable act, String key) {
        assertThatThrownBy(act::run).isInstanceOf(BrokenRule.class).hasMessageContaining(key);
    }

    private NewCount count(ReturnView r, String... quantities) {
        var lines = new java.util.ArrayList<NewCount.Line>();
        for (int i = 0; i < quantities.length; i++) {
            lines.add(new NewCount.Line(r.lines().get(i).id(), n(quantities[i]), "", "", ""));
        }
        return new NewCount(returns.get(r.id()).registeredAt().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate(), "退货区 B-1", "", false, lines, List.of());
    }

    private List<String> desk(Actor actor) {
        return work.stream().flatMap(w -> w.workFor(actor).stream()).filter(w -> w.kind().equals("return")).map(WorkItem::title).map(Sentence::key).toList();
    }

    private void judge(Actor quality, ReturnId id, int line, Map<Verdict, BigDecimal> shares) {
        verdicts.judge(quality, id, new NewJudgement(returns.get(id).lines().get(line).id(), shares, "尺寸复测", "常温、高温各测 200 次", "保修协议 2026-07"), v(id));
    }

    private void dispose(Actor quality, ReturnId id, int line, ReturnLine.Disposal... disposals) {
        verdicts.dispose(quality, id, new NewDecision(returns.get(id).lines().get(line).id(), List.of(disposals), "客户书面同意"), v(id));
    }

    private static ReturnLine.Disposal to(Verdict verdict, Disposition disposition, String quantity) {
        return new ReturnLine.Disposal(verdict, disposition, n(quantity));
    }

    @Test
    @Clause("001/5.3.1")
    void goods_are_fetched_when_quality_says_ours_or_sales_takes_them_as_goodwill() {
        in("P001", "2026-03-16T09:00", troupe -> {
            var clerk = troupe.salesClerk();
            var quality = troupe.quality();
            var planning = troupe.as("PLANNING");
            var id = returns.authorize(clerk, slip("博衡车联", "2026-03-18", "2026-03-27", goods("FP-330", "260301A", "340", "件")));
            assertThat(returns.get(id).number()).isEqualTo("TH-2026-0001");
            assertThat(desk(quality)).containsExactly("returns.work.confirm");
            broken(() -> arrivals.fetch(planning, id, day("2026-03-18"), "", v(id)), "unconfirmed");
            broken(() -> arrivals.ground(clerk, id, Ground.OURS, "销售说是", v(id)), "web.refused.right");
            arrivals.ground(quality, id, Ground.NOT_OURS, "照片看是客户钻孔", v(id));
            broken(() -> arrivals.fetch(planning, id, day("2026-03-18"), "", v(id)), "notOurs");
            refused(() -> arrivals.ground(clerk, id, Ground.GOODWILL, " ", v(id)), "returns.invalid.empty");
            arrivals.ground(clerk, id, Ground.GOODWILL, "老客户，总经理同意先取回", v(id));
            broken(() -> arrivals.fetch(quality, id, day("2026-03-18"), "", v(id)), "refused.role");
            refused(() -> arrivals.fetch(planning, id, day("2026-03-30"), "", v(id)), "returns.invalid.order");
            assertThat(desk(planning)).containsExactly("returns.work.fetch");
            arrivals.fetch(planning, id, day("2026-03-18"), "物流 4 号车", v(id));
            assertThat(returns.get(id).stage()).isEqualTo(ReturnStage.FETCHING);
            assertThat(returns.events(id)).extracting(e -> e.verb()).containsExactly("register", "ground", "ground", "fetch");

            var sure = returns.authorize(clerk, slip("博衡车联", null, null, goods("FP-331", "", "12", "箱")));
            arrivals.ground(quality, sure, Ground.OURS, "与样件一致", v(sure));
            arrivals.fetch(planning, sure, day("2026-03-17"), "", v(sure));
            assertThat(returns.get(sure).stage()).isEqualTo(ReturnStage.FETCHING);
        });
    }

    @Test
    @Clause("001/5.3.1")
    void the_class_of_the_complaint_is_quality_s_word_too_and_the_verdict_stands_on_its_page() {
        in("P001", "2026-03-16T09:00", troupe -> {
            var clerk = troupe.salesClerk();
            var quality = troupe.qualityHead();
            var warehouse = troupe.as("WAREHOUSE");
            var customer = customers.create(clerk, CustomerDetails.named("晨曜车载音响"));
            var complaint = complaints.take(clerk, ComplaintTest.told(customer, FeedbackKind.COMPLAINT, "2026-03-16T08:50", clerk, "卡扣断裂", ComplaintTest.line("KB-2071", "260312A", "36", "断裂")));
            var id = returns.authorize(clerk, new NewReturn(complaint, null, "", null, null, "", "退 36 件", false, List.of(goods("KB-2071", "260312A", "36", "件"))));
            assertThat(returns.get(id).customer()).isEqualTo(customer);
            assertThat(arrivals.ground(returns.get(id))).isNull();
            triage.assess(quality, complaint, new NewTriage(TriageClass.OCCASIONAL, "只此一批"), complaints.get(complaint).version());
            assertThat(arrivals.ground(returns.get(id))).isEqualTo(Ground.OURS);
            arrivals.fetch(troupe.as("PLANNING"), id, day("2026-03-17"), "", v(id));
            arrivals.count(warehouse, id, count(returns.get(id), "36"), v(id));
            judge(quality, id, 0, Map.of(Verdict.OURS_SUPPLIER_PART, n("36")));
            assertThat(returns.get(id).verdict()).isEqualTo(Verdict.OURS_SUPPLIER_PART);
            var part = panels.stream().flatMap(p -> p.of(clerk, complaints.get(complaint)).stream()).filter(p -> p.key().equals("returns")).findFirst().orElseThrow();
            assertThat(part.lines()).singleElement().satisfies(l -> assertThat(l.cells().toString()).contains("TH-2026-0001", "ours_supplier_part", "36"));
            assertThat(returns.of(complaint)).hasSize(1);
            assertThat(customerPanels.stream().map(p -> p.of(clerk, customers.get(customer))).filter(c -> c != null && c.key().equals("returns")).findFirst().orElseThrow().lines()).hasSize(1);
        });
    }

    @Test
    @Clause({"001/5.3.2", "001/5.3.5"})
    void unannounced_goods_make_a_case_with_a_clock_and_sales_hears_of_it_at_once() {
        in("P001", "2026-04-29T15:20", troupe -> {
            var warehouse = troupe.as("WAREHOUSE");
            var clerk = troupe.salesClerk();
            var head = troupe.salesHead();
            var customer = customers.create(clerk, CustomerDetails.named("晨曜车载音响"));
            var told = new NewArrival(customer, "", day("2026-04-29"), "退货区 A-3", "", false, List.of(new NewArrival.Line("KB-2071", "260318B", "", n("310"), n("297"), "件")));
            var wanted = UUID.randomUUID();
            var id = returns.arrived(warehouse, wanted, told);
            assertThat(returns.arrived(warehouse, wanted, told)).isEqualTo(id);
            var r = returns.get(id);
            assertThat(r.kind()).isEqualTo(ReturnKind.UNANNOUNCED);
            assertThat(r.stage()).isEqualTo(ReturnStage.COUNTED);
            assertThat(r.salesOwner()).isEqualTo(clerk.id());
            assertThat(r.untold()).singleElement().satisfies(d -> assertThat(d.kind()).isEqualTo(DifferenceKind.SHORT));
            assertThat(notifications.inbox(clerk, true, "return", 0, 10)).extracting(note -> note.title().key()).containsExactly("returns.note.unannounced");
            var complaint = complaints.get(r.complaint());
            assertThat(complaint.kind()).isEqualTo(FeedbackKind.RETURN);
            assertThat(complaint.source()).isEqualTo(id.subject());
            assertThat(complaint.dueAt()).isEqualTo(TestClock.at("2026-05-06T17:30"));
            assertThat(complaint.lines()).singleElement().satisfies(l -> assertThat(l.quantity()).isEqualByComparingTo("310"));
            assertThat(desk(clerk)).containsExactly("returns.work.tellDifference");

            var unknown = returns.arrived(warehouse, came("", "FP-330", "", null, "0", "箱", "2026-04-29"));
            assertThat(returns.get(unknown).salesOwner()).isEqualTo(head.id());
            assertThat(returns.get(unknown).lines().getFirst().stated()).isNull();
            assertThat(returns.get(unknown).untold()).isEmpty();
            broken(() -> returns.arrived(clerk, came("博衡", "FP-330", "", "5", "5", "件", "2026-04-29")), "notCounting");
            refused(() -> returns.arrived(warehouse, came("博衡", "FP-330", "", "5", null, "件", "2026-04-29")), "returns.invalid.blank");
            refused(() -> returns.arrived(warehouse, came("博衡", "FP-330", "", "5", "-1", "件", "2026-04-29")), "returns.invalid.counted");
            refused(() -> returns.arrived(warehouse, came("博衡", "FP-330", "", "5", "5", "件", "2026-04-30")), "returns.invalid.future");
            refused(() -> returns.arrived(warehouse, came("博衡", "", "", "5", "5", "件", "2026-04-29")), "returns.invalid.part");
            refused(() -> returns.arrived(warehouse, came("博衡", "FP-330", "", "5", "5", "", "2026-04-29")), "returns.invalid.unit");
        });
    }

    private static NewSlip.Line as(ReturnLine l, String part, String lot, @Nullable String stated, String unit) {
        return new NewSlip.Line(l.id(), goods(part, lot, stated, unit), false);
    }

    private static NewSlip of(String reason, NewSlip.Line... lines) {
        return new NewSlip(List.of(lines), reason, false);
    }

    @Test
    @Clause("001/5.3.3")
    void a_slip_is_corrected_until_quality_has_judged_and_what_stood_there_stays_visible() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var quality = troupe.quality();
        var warehouse = troupe.as("WAREHOUSE");
        clock.set("2026-03-16T09:00");
        troupe.run(() -> {
            var id = returns.authorize(clerk, slip("博衡车联", null, null, goods("FP-330", "260301A", "340", "件"), goods("FP-440", "260303C", "60", "箱"), goods("FP-550", "", "25", "件")));
            var lines = returns.get(id).lines();
            // before the count a correction needs no reason, taking a line off does
            slips.correct(clerk, id, of("", as(lines.get(0), "FP-330", "260301A", "330", "件"), as(lines.get(1), "FP-440", "260303C", "60", "箱")), v(id));
            assertThat(returns.get(id).lines().getFirst()).satisfies(l -> {
                assertThat(l.stated()).isEqualByComparingTo("330");
                assertThat(l.formers()).singleElement().satisfies(f -> assertThat(f.stated()).isEqualByComparingTo("340"));
            });
            assertThat(returns.get(id).lines().get(1).formers()).as("unchanged").isEmpty();
            refused(() -> slips.correct(clerk, id, of("", new NewSlip.Line(lines.get(2).id(), goods("", "", null, ""), true)), v(id)), "returns.invalid.slipReason");
            slips.correct(clerk, id, of("这一行是上次的", new NewSlip.Line(lines.get(2).id(), goods("", "", null, ""), true)), v(id));
            assertThat(returns.get(id).lines()).hasSize(2);
            assertThat(returns.get(id).removed()).singleElement().satisfies(l -> assertThat(l.part()).isEqualTo("FP-550"));
            slips.correct(clerk, id, of("", new NewSlip.Line(null, goods("FP-660", "", "8", "件"), false)), v(id));
            assertThat(returns.get(id).lines()).extracting(ReturnLine::position).containsExactly(1, 2, 4);
            assertThat(returns.list(clerk, ReturnFilter.all().words("FP-660"))).hasSize(1);
            assertThat(returns.list(clerk, ReturnFilter.all().words("FP-550"))).isEmpty();

            arrivals.count(warehouse, id, count(returns.get(id), "331", "60", "0"), v(id));
            assertThat(returns.get(id).untold()).extracting(d -> d.kind().name()).containsExactly("OVER", "SHORT");
            arrivals.tell(clerk, id, Matter.DIFFERENCE, day("2026-03-16"), Channel.PHONE, "老秦", "多 1 件，少 8 件", v(id));
            // after the count every correction says why, and the differences are found anew
            var counted = returns.get(id).lines();
            refused(() -> slips.correct(clerk, id, of(" ", as(counted.get(0), "FP-330", "260301A", "335", "件")), v(id)), "returns.invalid.slipReason");
            int before = v(id);
            slips.correct(warehouse, id, of("客户来函更正", as(counted.get(0), "FP-330", "260301B", "335", "件")), before);
            assertThatThrownBy(() -> slips.correct(clerk, id, of("再改", as(counted.get(0), "FP-330", "", "1", "件")), before)).isInstanceOf(StaleRecord.class);
            var first = returns.get(id).lines().getFirst();
            assertThat(first.differences()).singleElement().satisfies(d -> {
                assertThat(d.kind()).isEqualTo(DifferenceKind.SHORT);
                assertThat(d.told()).isFalse();
            });
            assertThat(first.count().by()).as("who counted stays").isEqualTo(warehouse.id());
            assertThat(first.formers()).extracting(ReturnLine.Former::lot).containsExactly("260301A", "260301A");
            assertThat(first.formers().getLast().words()).isEqualTo("客户来函更正");
            // a difference that the customer knows is not told again
            slips.correct(clerk, id, of("补写批号", as(counted.get(2), "FP-660", "260309A", "8", "件")), v(id));
            assertThat(returns.get(id).lines().get(2).differences()).singleElement().satisfies(d -> assertThat(d.told()).isTrue());
            // quantities and units that do not go together
            refused(() -> slips.correct(clerk, id, of("换单位", as(counted.get(0), "FP-330", "260301B", "335", "箱")), v(id)), "returns.invalid.countedUnit");
            refused(() -> slips.correct(clerk, id, of("去掉", new NewSlip.Line(counted.get(0).id(), goods("", "", null, ""), true)), v(id)), "returns.invalid.hereAlready");
            refused(() -> slips.correct(clerk, id, of("加", new NewSlip.Line(null, goods("FP-440", "", "3", "件"), false)), v(id)), "returns.invalid.units");
            refused(() -> slips.correct(clerk, id, of("零", as(counted.get(0), "FP-330", "260301B", "0", "件")), v(id)), "returns.invalid.quantity");
            broken(() -> slips.correct(clerk, id, of("一样", as(counted.get(1), "FP-440", "260303C", "60", "箱")), v(id)), "sameSlip");
            broken(() -> slips.correct(quality, id, of("不是我的事", as(counted.get(1), "FP-440", "260303C", "61", "箱")), v(id)), "refused");
            // a line that is added after the count waits for its own
            slips.correct(clerk, id, of("漏写一行", new NewSlip.Line(null, goods("FP-770", "", "5", "件"), false)), v(id));
            assertThat(returns.get(id).stage()).isEqualTo(ReturnStage.COUNTED);
            assertThat(desk(warehouse)).contains("returns.work.count");
            var now = returns.get(id);
            arrivals.count(warehouse, id, count(now, "331", "60", "0", "5"), v(id));
            assertThat(desk(warehouse)).doesNotContain("returns.work.count");

            judge(quality, id, 1, Map.of(Verdict.OURS, n("60")));
            refused(() -> slips.correct(clerk, id, of("晚了", as(counted.get(1), "FP-440", "260303C", "61", "箱")), v(id)), "returns.invalid.judgedAlready");
            judge(quality, id, 0, Map.of(Verdict.OURS, n("331")));
            judge(quality, id, 3, Map.of(Verdict.OURS, n("5")));
            assertThat(returns.get(id).stage()).isEqualTo(ReturnStage.JUDGED);
            broken(() -> slips.correct(clerk, id, of("太晚", new NewSlip.Line(null, goods("FP-880", "", "1", "件"), false)), v(id)), "judgedSlip");
            assertThat(returns.events(id)).extracting(e -> e.verb()).contains("correct");
        });
    }

    @Test
    @Clause("001/5.3.3")
    void a_lot_of_another_part_is_refused_on_a_corrected_slip_and_one_line_always_stays() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        clock.set("2026-03-16T09:00");
        troupe.run(() -> {
            catalogue.learn(troupe.quality(), "FP-330", "面板", "件", "260421B");
            catalogue.learn(troupe.quality(), "ZJ-204", "支架", "件", "260218A");
            var id = returns.authorize(clerk, slip("博衡车联", null, null, goods("FP-330", "260421B", "5", "件")));
            var line = returns.get(id).lines().getFirst();
            assertThatThrownBy(() -> slips.correct(clerk, id, of("", as(line, "FP-330", "260218A", "5", "件")), v(id))).isInstanceOf(InvalidInput.class);
            slips.correct(clerk, id, new NewSlip(List.of(as(line, "FP-330", "260218A", "5", "件")), "", true), v(id));
            assertThat(returns.get(id).lines().getFirst().lotDoubtful()).isTrue();
            refused(() -> slips.correct(clerk, id, of("都不退了", new NewSlip.Line(line.id(), goods("", "", null, ""), true)), v(id)), "returns.invalid.lastLine");
            refused(() -> slips.correct(clerk, id, of("", as(line, "", "", "5", "件")), v(id)), "returns.invalid.part");
        });
    }

    @Test
    @Clause({"001/5.3.2", "001/5.3.5"})
    void an_unknown_sender_is_given_a_customer_later_and_the_complaint_with_it() {
        var troupe = cast.company("P001");
        var warehouse = troupe.as("WAREHOUSE");
        var head = troupe.salesHead();
        var clerk = troupe.salesClerk();
        clock.set("2026-04-29T15:20");
        troupe.run(() -> {
            var customer = customers.create(clerk, CustomerDetails.named("晨曜车载音响"));
            var other = customers.create(clerk, CustomerDetails.named("博衡车联"));
            var id = returns.arrived(warehouse, came("", "FP-330", "", "20", "20", "件", "2026-04-29"));
            var complaint = returns.get(id).complaint();
            var due = complaints.get(complaint).dueAt();
            assertThat(complaints.get(complaint).customer()).isNull();
            assertThat(desk(head)).contains("returns.work.identify");
            broken(() -> senders.identify(warehouse, id, customer, "看箱子", v(id)), "refused.role");
            broken(() -> senders.identify(troupe.auditor(), id, customer, "看箱子", v(id)), "web.refused.right");
            int before = v(id);
            senders.identify(head, id, customer, "寄件人来电话了", before);
            assertThatThrownBy(() -> senders.identify(head, id, other, "另一个人", before)).isInstanceOf(StaleRecord.class);
            var r = returns.get(id);
            assertThat(r.customer()).isEqualTo(customer);
            assertThat(r.customerName()).isEqualTo("晨曜车载音响");
            assertThat(r.salesOwner()).isEqualTo(clerk.id());
            assertThat(complaints.get(complaint)).satisfies(k -> {
                assertThat(k.customer()).isEqualTo(customer);
                assertThat(k.salesOwner()).isEqualTo(clerk.id());
                assertThat(k.dueAt()).as("the clock runs on").isEqualTo(due);
            });
            assertThat(complaints.list(clerk, ComplaintFilter.all().words("晨曜"))).hasSize(1);
            assertThat(voices.of(customer, 5)).hasSize(1);
            assertThat(returns.list(clerk, ReturnFilter.all().words("晨曜"))).hasSize(1);
            assertThat(desk(clerk)).doesNotContain("returns.work.identify");
            assertThat(notifications.inbox(clerk, true, "return", 0, 10)).extracting(note -> note.title().key()).contains("returns.note.identified");
            // what was said later may be corrected, with a reason
            refused(() -> senders.identify(clerk, id, other, " ", v(id)), "returns.invalid.otherCustomer");
            refused(() -> senders.identify(clerk, id, customer, "同一家", v(id)), "returns.invalid.sameCustomer");
            senders.identify(clerk, id, other, "箱上贴错了单", v(id));
            assertThat(complaints.get(complaint).customer()).isEqualTo(other);
            assertThat(returns.events(id)).extracting(e -> e.verb()).containsExactly("register", "arrive", "identify", "identify");
            // a customer that was known from the beginning is not written over
            var known = returns.arrived(warehouse, new NewArrival(customer, "", day("2026-04-29"), "A-3", "", false, List.of(new NewArrival.Line("FP-330", "", "", n("1"), n("1"), "件"))));
            broken(() -> senders.identify(clerk, known, other, "换", v(known)), "knownCustomer");
            assertThat(senders.may(clerk, returns.get(known))).isFalse();
        });
    }

    @Test
    @Clause("001/5.3.3")
    void a_count_against_the_slip_records_each_difference_until_the_customer_is_told() {
        in("P001", "2026-03-16T09:00", troupe -> {
            var clerk = troupe.salesClerk();
            var quality = troupe.quality();
            var warehouse = troupe.as("WAREHOUSE");
            var id = returns.authorize(clerk, slip("博衡车联", null, null, goods("FP-330", "260301A", "340", "件"), goods("FP-440", "260303C", "60", "箱"), goods("FP-550", "260305D", "25", "件")));
            var r = returns.get(id);
            var lines = r.lines();
            broken(() -> arrivals.count(clerk, id, count(r, "1", "1", "1"), v(id)), "refused.role");
            var blank = new NewCount(day("2026-03-16"), "B-1", "", false, List.of(new NewCount.Line(lines.get(0).id(), n("340"), "", "", ""),
                    new NewCount.Line(lines.get(1).id(), null, "", "", ""), new NewCount.Line(lines.get(2).id(), n("25"), "", "", "")), List.of());
            refused(() -> arrivals.count(warehouse, id, blank, v(id)), "returns.invalid.blank");
            var boxes = new NewCount(day("2026-03-16"), "B-1", "", false, List.of(new NewCount.Line(lines.get(0).id(), n("34"), "箱", "", ""),
                    new NewCount.Line(lines.get(1).id(), n("60"), "", "", ""), new NewCount.Line(lines.get(2).id(), n("25"), "", "", "")), List.of());
            refused(() -> arrivals.count(warehouse, id, boxes, v(id)), "returns.invalid.otherUnit");
            refused(() -> arrivals.count(warehouse, id, new NewCount(day("2026-03-17"), "", "", false, count(r, "1", "1", "1").lines(), List.of()), v(id)), "returns.invalid.place");

            var found = new NewCount(day("2026-03-16"), "退货区 B-1", "", false, List.of(new NewCount.Line(lines.get(0).id(), n("331"), "件", "", ""),
                    new NewCount.Line(lines.get(1).id(), n("64"), "", "FP-441", ""), new NewCount.Line(lines.get(2).id(), n("0"), "", "", "260306D")),
                    List.of(goods("FP-990", "", "7", "只")));
            int before = v(id);
            arrivals.count(warehouse, id, found, before);
            assertThatThrownBy(() -> arrivals.count(warehouse, id, found, before)).isInstanceOf(StaleRecord.class);
            var counted = returns.get(id);
            assertThat(counted.untold()).extracting(ReturnLine.Difference::kind).containsExactly(DifferenceKind.SHORT, DifferenceKind.OVER, DifferenceKind.OTHER_PART,
                    DifferenceKind.SHORT, DifferenceKind.OTHER_LOT, DifferenceKind.OVER);
            assertThat(counted.untold().getFirst()).satisfies(d -> assertThat(d.stated() + " " + d.found()).isEqualTo("340 件 331 件"));
            assertThat(counted.lines().get(3).onSlip()).isFalse();
            assertThat(counted.lines().get(0).count().place()).isEqualTo("退货区 B-1");
            assertThat(desk(clerk)).containsExactly("returns.work.tellDifference");
            assertThat(notifications.inbox(clerk, true, "return", 0, 10)).extracting(note -> note.title().key()).contains("returns.note.difference");

            refused(() -> arrivals.count(warehouse, id, count(counted, "335", "64", "0", "7"), v(id)), "returns.invalid.recount");
            var again = new NewCount(day("2026-03-16"), "退货区 B-1", "托盘下面还有一箱", false, List.of(new NewCount.Line(lines.get(0).id(), n("340"), "", "", ""),
                    new NewCount.Line(lines.get(1).id(), n("64"), "", "FP-441", ""), new NewCount.Line(lines.get(2).id(), n("0"), "", "", "260306D"),
                    new NewCount.Line(counted.lines().get(3).id(), n("7"), "", "", "")), List.of());
            arrivals.count(warehouse, id, again, v(id));
            var twice = returns.get(id);
            assertThat(twice.lines().getFirst().counts()).hasSize(2);
            assertThat(twice.lines().getFirst().differences()).isEmpty();
            assertThat(twice.lines().get(1).counts()).hasSize(1);
            assertThat(twice.untold()).hasSize(5);

            refused(() -> arrivals.tell(clerk, id, Matter.DIFFERENCE, day("2026-03-17"), Channel.PHONE, "石磊", "", v(id)), "returns.invalid.future");
            broken(() -> arrivals.tell(quality, id, Matter.DIFFERENCE, day("2026-03-16"), Channel.PHONE, "石磊", "", v(id)), "refused.role");
            arrivals.tell(clerk, id, Matter.DIFFERENCE, day("2026-03-16"), Channel.PHONE, "石磊", "少 1 箱、多 4 箱都说了", v(id));
            assertThat(returns.get(id).untold()).isEmpty();
            assertThat(returns.get(id).tellings()).singleElement().satisfies(t -> assertThat(t.day()).isEqualTo(day("2026-03-16")));
            broken(() -> arrivals.tell(clerk, id, Matter.DIFFERENCE, day("2026-03-16"), Channel.PHONE, "石磊", "", v(id)), "noDifference");
            for (String q : List.of("TH-2026-0001", "fp441", "260306D", "博衡", "FP-990", "ks-2026-0001")) {
                assertThat(returns.list(clerk, ReturnFilter.all().words(q))).as(q).hasSize(1);
            }
            assertThat(returns.list(clerk, ReturnFilter.all().words("没有的"))).isEmpty();
        });
    }

    @Test
    @Clause("004/5.2b")
    void quality_analyses_and_judges_by_quantity_and_no_credit_comes_before() {
        in("P004", "2026-03-16T09:00", troupe -> {
            var clerk = troupe.salesClerk();
            var quality = troupe.quality();
            var warehouse = troupe.as("WAREHOUSE");
            var id = returns.authorize(clerk, slip("备件市场客户", null, null, goods("TB-88", "2602", "73", "件")));
            var line = returns.get(id).lines().getFirst().id();
            broken(() -> judge(quality, id, 0, Map.of(Verdict.OURS, n("73"))), "notCounted");
            arrivals.count(warehouse, id, count(returns.get(id), "73"), v(id));
            assertThat(desk(quality)).containsExactly("returns.work.judge");
            assertThat(sentence(() -> judge(quality, id, 0, Map.of(Verdict.OURS, n("40"), Verdict.NO_TROUBLE_FOUND, n("30"))))).isEqualTo(
                    new Sentence("returns.invalid.shares", "TB-88 / 2602", n("73"), n("70"), n("3")));
            refused(() -> verdicts.judge(quality, id, new NewJudgement(line, Map.of(Verdict.NO_TROUBLE_FOUND, n("73")), "都好", "", ""), v(id)), "returns.invalid.tested");
            refused(() -> verdicts.judge(quality, id, new NewJudgement(line, Map.of(Verdict.NO_TROUBLE_FOUND, n("73")), "都好", "复测", ""), v(id)), "returns.invalid.agreement");
            refused(() -> judge(quality, id, 0, Map.of(Verdict.PARTLY, n("73"))), "returns.invalid.quantity");
            refused(() -> judge(quality, id, 0, Map.of(Verdict.OURS, n("74"), Verdict.NO_TROUBLE_FOUND, n("-1"))), "returns.invalid.quantity");
            var shares = Map.of(Verdict.OURS, n("40"), Verdict.NOT_OURS, n("21"), Verdict.NO_TROUBLE_FOUND, n("12"));
            refused(() -> judge(quality, id, 0, shares), "returns.invalid.evidence");
            attachments.store(quality, id.subject(), "孔位.txt", new ByteArrayInputStream("客户二次加工".getBytes(StandardCharsets.UTF_8)));
            broken(() -> judge(clerk, id, 0, shares), "web.refused.right");
            judge(quality, id, 0, shares);
            assertThat(returns.get(id).verdict()).isEqualTo(Verdict.PARTLY);
            assertThat(returns.get(id).stage()).isEqualTo(ReturnStage.JUDGED);
            assertThat(returns.list(clerk, new ReturnFilter("", java.util.Set.of(), null, Verdict.NOT_OURS, null, null, null, false, false, false, false, null, null, 1, 50))).hasSize(1);

            broken(() -> dispose(quality, id, 0, to(Verdict.OURS, Disposition.CREDIT, "40"), to(Verdict.NOT_OURS, Disposition.BACK_UNCHANGED, "21"),
                    to(Verdict.NO_TROUBLE_FOUND, Disposition.BACK_UNCHANGED, "12")), "noAnalysis");
            verdicts.analyse(quality, id, line, "拆解、金相", "热处理不足，裂纹源在内圈", v(id));
            assertThat(sentence(() -> dispose(quality, id, 0, to(Verdict.OURS, Disposition.CREDIT, "52"), to(Verdict.NOT_OURS, Disposition.BACK_UNCHANGED, "21"))))
                    .isEqualTo(new Sentence("returns.invalid.disposals", "TB-88 / 2602", new Sentence("returns.verdict.ours"), n("40"), n("52")));
            refused(() -> verdicts.dispose(quality, id, new NewDecision(line, List.of(to(Verdict.OURS, Disposition.CREDIT, "40"), to(Verdict.NOT_OURS, Disposition.CREDIT, "21"),
                    to(Verdict.NO_TROUBLE_FOUND, Disposition.BACK_UNCHANGED, "12")), ""), v(id)), "returns.invalid.concession");
            dispose(quality, id, 0, to(Verdict.OURS, Disposition.CREDIT, "15"), to(Verdict.OURS, Disposition.REPLACE, "25"), to(Verdict.NOT_OURS, Disposition.BACK_UNCHANGED, "21"),
                    to(Verdict.NO_TROUBLE_FOUND, Disposition.BACK_UNCHANGED, "12"));
            assertThat(returns.get(id).stage()).isEqualTo(ReturnStage.DISPOSED);
            assertThat(returns.get(id).lines().getFirst().ready()).isEqualByComparingTo("33");
            judge(quality, id, 0, Map.of(Verdict.OURS, n("73")));
            assertThat(returns.get(id).stage()).isEqualTo(ReturnStage.JUDGED);
            assertThat(returns.get(id).lines().getFirst().judgements()).hasSize(2);
            assertThat(evidence.all().getOrDefault("5.2", List.of())).extracting(found -> found.what().key())
                    .contains("returns.evidence.analyses");
        });
    }

    private ReturnId inRework(Cast.Troupe troupe, String backBy, String quantity) {
        var clerk = troupe.salesClerk();
        var id = returns.authorize(clerk, slip("晨曜", null, backBy, goods("KB-9", "L7", quantity, "件")));
        arrivals.count(troupe.as("WAREHOUSE"), id, count(returns.get(id), quantity), v(id));
        judge(troupe.quality(), id, 0, Map.of(Verdict.OURS, n(quantity)));
        dispose(troupe.quality(), id, 0, to(Verdict.OURS, Disposition.REWORK, quantity));
        return id;
    }

    @Test
    @Clause("001/3.5")
    void what_is_taken_to_rework_is_good_or_scrap_and_never_more_than_was_given() {
        in("P001", "2026-03-16T09:00", troupe -> {
            var process = troupe.as("PROCESS");
            var production = troupe.as("PRODUCTION");
            var warehouse = troupe.as("WAREHOUSE");
            var id = inRework(troupe, "2026-04-10", "730");
            var line = returns.get(id).lines().getFirst().id();
            broken(() -> reworks.record(production, id, new NewRework(line, day("2026-03-16"), n("300"), n("290"), n("10"), ""), v(id)), "noInstruction");
            broken(() -> reworks.draft(production, id, "打磨毛刺", "WI-07 B", v(id)), "refused.role");
            assertThat(desk(process)).containsExactly("returns.work.draft");
            reworks.draft(process, id, "打磨毛刺，全检孔位", "WI-07 B 版", v(id));
            assertThat(sentence(() -> reworks.record(production, id, new NewRework(line, day("2026-03-16"), n("300"), n("280"), n("10"), ""), v(id))))
                    .isEqualTo(new Sentence("returns.invalid.balance", n("300"), n("280"), n("10"), n("290"), "件"));
            broken(() -> reworks.record(warehouse, id, new NewRework(line, day("2026-03-16"), n("300"), n("290"), n("10"), ""), v(id)), "refused.role");
            refused(() -> reworks.record(production, id, new NewRework(line, day("2026-03-17"), n("300"), n("290"), n("10"), ""), v(id)), "returns.invalid.future");
            refused(() -> reworks.record(production, id, new NewRework(line, day("2026-03-16"), n("0"), n("0"), n("0"), ""), v(id)), "returns.invalid.quantity");
            refused(() -> reworks.record(production, id, new NewRework(line, day("2026-03-16"), n("300"), null, n("10"), ""), v(id)), "returns.invalid.blank");
            reworks.record(production, id, new NewRework(line, day("2026-03-16"), n("300"), n("290"), n("10"), "白班"), v(id));
            assertThat(sentence(() -> reworks.record(production, id, new NewRework(line, day("2026-03-16"), n("431"), n("431"), n("0"), ""), v(id))))
                    .isEqualTo(new Sentence("returns.invalid.tooMuch", "KB-9 / L7", n("730"), n("300"), n("430"), "件"));
            refused(() -> homecoming.deliver(warehouse, id, "SH-1", day("2026-03-16"), Map.of(line, n("291")), v(id)), "returns.invalid.notReady");
            broken(() -> judge(troupe.quality(), id, 0, Map.of(Verdict.OURS, n("730"))), "begun");
            reworks.record(production, id, new NewRework(line, day("2026-03-16"), n("430"), n("425"), n("5"), "夜班"), v(id));
            var done = returns.get(id).lines().getFirst();
            assertThat(done.good()).isEqualByComparingTo("715");
            assertThat(done.scrapped()).isEqualByComparingTo("15");
            assertThat(returns.get(id).reworkOpen()).isFalse();
            homecoming.deliver(warehouse, id, "SH-1", day("2026-03-16"), Map.of(line, n("715")), v(id));
            assertThat(returns.get(id).stage()).isEqualTo(ReturnStage.HANDLED);
        });
    }

    @Test
    @Clause("001/3.4")
    void process_writes_the_instruction_in_revisions_and_follows_its_effect() {
        in("P001", "2026-03-16T09:00", troupe -> {
            var process = troupe.as("PROCESS");
            var production = troupe.as("PRODUCTION");
            var id = inRework(troupe, null, "44");
            var line = returns.get(id).lines().getFirst().id();
            reworks.draft(process, id, "打磨", "", v(id));
            reworks.draft(process, id, "打磨后全检", "WI-09 C 版", v(id));
            assertThat(returns.get(id).instructions()).extracting(ReturnView.InstructionView::revision).containsExactly(1, 2);
            broken(() -> reworks.effect(process, id, n("20"), n("0"), "可以", v(id)), "notReworked");
            reworks.record(production, id, new NewRework(line, day("2026-03-16"), n("44"), n("43"), n("1"), ""), v(id));
            refused(() -> reworks.effect(process, id, n("20"), n("21"), "可以", v(id)), "returns.invalid.effect");
            broken(() -> reworks.effect(production, id, n("20"), n("1"), "可以", v(id)), "refused.role");
            reworks.effect(process, id, n("20"), n("1"), "一件毛刺没磨净，返工有效", v(id));
            assertThat(returns.get(id).effects()).singleElement().satisfies(e -> assertThat(e.bad()).isEqualByComparingTo("1"));
        });
    }

    @Test
    @Clause("001/3.6")
    void the_date_of_being_back_drives_the_schedule_and_raises_the_alert() {
        in("P001", "2026-09-21T09:00", troupe -> {
            var planning = troupe.as("PLANNING");
            var clerk = troupe.salesClerk();
            // 25 to 27 September and 1 to 7 October are free, Saturday 10 October is worked: three working days after Tue 29 Sep end on Fri 9 Oct.
            var id = inRework(troupe, "2026-10-09", "88");
            assertThat(returns.alert(returns.get(id))).isNull();
            assertThat(desk(planning)).containsExactly("returns.work.schedule");
            clock.set("2026-09-28T09:00");
            assertThat(returns.alert(returns.get(id))).isNull();
            clock.set("2026-09-29T09:00");
            assertThat(returns.alert(returns.get(id))).isEqualTo(ReturnAlert.NOT_SCHEDULED);
            assertThat(desk(planning)).containsExactly("returns.work.schedule.not_scheduled");
            assertThat(returns.count(planning, ReturnFilter.open().alerts())).isEqualTo(1);
            assertThat(work.stream().flatMap(w -> w.workFor(planning).stream()).filter(w -> w.kind().equals("return"))).singleElement().satisfies(w -> {
                assertThat(w.clause()).isEqualTo("3.6");
                assertThat(w.due()).isEqualTo(TestClock.at("2026-10-09T17:30"));
            });
            later.runRoutine(troupe.id(), "returns.alarm");
            later.runRoutine(troupe.id(), "returns.alarm");
            assertThat(notifications.inbox(planning, true, "return", 0, 20)).extracting(note -> note.title().key()).containsOnlyOnce("returns.note.unscheduled");
            refused(() -> reworks.schedule(planning, id, day("2026-09-28"), day("2026-09-30"), "", v(id)), "returns.invalid.past");
            refused(() -> reworks.schedule(planning, id, day("2026-09-30"), day("2026-09-29"), "", v(id)), "returns.invalid.ready");
            refused(() -> reworks.schedule(planning, id, day("2026-09-30"), day("2026-10-10"), "", v(id)), "returns.invalid.lateSchedule");
            broken(() -> reworks.schedule(clerk, id, day("2026-09-29"), day("2026-09-30"), "", v(id)), "refused.role");
            reworks.schedule(planning, id, day("2026-09-30"), day("2026-10-10"), "客户同意晚一天", v(id));
            assertThat(returns.alert(returns.get(id))).isEqualTo(ReturnAlert.SCHEDULED_LATE);
            assertThat(desk(planning)).containsExactly("returns.work.schedule.scheduled_late");
            assertThat(notifications.inbox(clerk, true, "return", 0, 20)).extracting(note -> note.title().key()).contains("returns.note.scheduledLate");
            reworks.schedule(planning, id, day("2026-09-29"), day("2026-09-30"), "", v(id));
            assertThat(returns.alert(returns.get(id))).isNull();
            assertThat(returns.get(id).schedules()).hasSize(2);
            clock.set("2026-10-10T09:00");
            assertThat(returns.alert(returns.get(id))).isEqualTo(ReturnAlert.OVERDUE);
            assertThat(returns.count(planning, ReturnFilter.open().late())).isEqualTo(1);
            returns.promise(clerk, id, day("2026-10-20"), "客户同意再等", v(id));
            assertThat(returns.alert(returns.get(id))).isNull();
            assertThat(returns.get(id).missed()).isEqualTo(day("2026-10-09"));
            assertThat(returns.get(id).late(day("2026-10-10"))).isTrue();
            assertThat(returns.count(planning, ReturnFilter.open().late())).isEqualTo(1);
        });
    }

    @Test
    @Clause({"001/3.7", "001/5.3.5"})
    void back_at_the_customer_told_and_closed_and_what_was_late_stays_late() {
        in("P001", "2026-03-16T09:00", troupe -> {
            var clerk = troupe.salesClerk();
            var quality = troupe.quality();
            var warehouse = troupe.as("WAREHOUSE");
            var id = returns.authorize(clerk, slip("晨曜", null, "2026-03-18", goods("KB-9", "L7", "52", "件")));
            var line = returns.get(id).lines().getFirst().id();
            arrivals.count(warehouse, id, count(returns.get(id), "50"), v(id));
            judge(quality, id, 0, Map.of(Verdict.OURS, n("50")));
            arrivals.tell(clerk, id, Matter.VERDICT, day("2026-03-16"), Channel.PHONE, "高屹", "我方责任", v(id));
            assertThat(returns.get(id).told(Matter.VERDICT)).isTrue();
            clock.set("2026-03-16T09:30");
            judge(quality, id, 0, Map.of(Verdict.OURS, n("29"), Verdict.OURS_SUPPLIER_PART, n("21")));
            assertThat(returns.get(id).told(Matter.VERDICT)).isFalse();
            dispose(quality, id, 0, to(Verdict.OURS, Disposition.USE_AS_IS, "29"), to(Verdict.OURS_SUPPLIER_PART, Disposition.USE_AS_IS, "1"),
                    to(Verdict.OURS_SUPPLIER_PART, Disposition.SCRAP, "20"));
            broken(() -> returns.cancel(clerk, id, "不退了", v(id)), "refused.here");
            broken(() -> returns.close(clerk, id, "", v(id)), "notHandled");
            assertThat(desk(warehouse)).containsExactly("returns.work.deliver");
            clock.set("2026-03-19T10:00");
            refused(() -> homecoming.deliver(warehouse, id, "SH-77", day("2026-03-15"), Map.of(line, n("30")), v(id)), "returns.invalid.beforeCount");
            refused(() -> homecoming.deliver(warehouse, id, "", day("2026-03-19"), Map.of(line, n("30")), v(id)), "returns.invalid.empty");
            homecoming.deliver(warehouse, id, "SH-77", day("2026-03-19"), Map.of(line, n("30")), v(id));
            assertThat(returns.get(id).backOn()).isEqualTo(day("2026-03-19"));
            broken(() -> returns.close(clerk, id, "", v(id)), "untold");
            arrivals.tell(clerk, id, Matter.DIFFERENCE, day("2026-03-19"), Channel.MAIL, "", "少 2 件", v(id));
            broken(() -> returns.close(clerk, id, "", v(id)), "verdictUntold");
            arrivals.tell(clerk, id, Matter.VERDICT, day("2026-03-19"), Channel.MAIL, "高屹", "我方责任，报废 20 件", v(id));
            homecoming.cost(quality, id, CostKind.SCRAP, n("1360.50"), day("2026-03-19"), "20 件材料", v(id));
            refused(() -> homecoming.cost(quality, id, CostKind.SCRAP, n("0"), day("2026-03-19"), "", v(id)), "returns.invalid.amount");
            returns.close(clerk, id, "已对账", v(id));
            assertThat(returns.get(id).stage()).isEqualTo(ReturnStage.CLOSED);
            assertThat(returns.get(id).late(day("2026-03-19"))).isTrue();
            assertThat(returns.count(clerk, ReturnFilter.all().late())).isEqualTo(1);
            assertThat(costs.stream().flatMap(c -> c.of(clerk, returns.get(id).complaint()).stream())).singleElement()
                    .satisfies(c -> assertThat(c.amount()).isEqualByComparingTo("1360.50"));
            var stranger = people.actor(troupe.another("SALES_CLERK", "另一位业务")).orElseThrow();
            assertThat(costs.stream().flatMap(c -> Stream.concat(c.of(stranger, returns.get(id).complaint()).stream(),
                    c.between(stranger, day("2026-03-01"), day("2026-03-31")).stream()))).as("who may not see a complaint learns nothing of its costs").isEmpty();
            assertThat(costs.stream().flatMap(c -> c.between(clerk, day("2026-03-19"), day("2026-03-19")).stream())).hasSize(1);
            broken(() -> arrivals.tell(clerk, id, Matter.VERDICT, day("2026-03-19"), Channel.MAIL, "", "", v(id)), "refused.over");
            refused(() -> returns.reopen(clerk, id, "", v(id)), "returns.invalid.empty");
            returns.reopen(clerk, id, "客户又退回 3 件", v(id));
            assertThat(returns.get(id).stage()).isEqualTo(ReturnStage.HANDLED);
            assertThat(returns.events(id)).extracting(e -> e.verb()).contains("close", "reopen");
        });
    }

    @Test
    @Clause("001/5.3.1")
    void what_cannot_be_is_refused_with_a_sentence() {
        in("P001", "2026-03-16T09:00", troupe -> {
            var clerk = troupe.salesClerk();
            var quality = troupe.quality();
            catalogue.learn(quality, "FP-330", "面板", "件", "260421B");
            catalogue.learn(quality, "ZJ-204", "支架", "件", "260218A");
            refused(() -> returns.authorize(clerk, slip("博衡", "2026-03-20", "2026-03-19", goods("FP-330", "", "5", "件"))), "returns.invalid.order");
            refused(() -> returns.authorize(clerk, slip("博衡", null, "2026-03-13", goods("FP-330", "", "5", "件"))), "returns.invalid.past");
            refused(() -> returns.authorize(clerk, slip("", null, null, goods("FP-330", "", "5", "件"))), "returns.invalid.who");
            refused(() -> returns.authorize(clerk, slip("博衡", null, null)), "returns.invalid.noLine");
            for (String wrong : List.of("0", "-3", "0.00001")) {
                refused(() -> returns.authorize(clerk, slip("博衡", null, null, goods("FP-330", "", wrong, "件"))), "returns.invalid.quantity");
            }
            refused(() -> returns.authorize(clerk, slip("博衡", null, null, goods("FP-330", "", null, "件"))), "returns.invalid.quantity");
            refused(() -> returns.authorize(clerk, slip("博衡", null, null, goods("FP-330", "", "5", "件"), goods("fp330", "", "2", "箱"))), "returns.invalid.units");
            refused(() -> returns.authorize(clerk, slip("博衡", null, null, goods("FP-330", "260218A", "5", "件"))), "complaint.lot.other");
            var kept = returns.authorize(clerk, new NewReturn(null, null, "博衡", null, null, "", "批号核对过", true, List.of(goods("FP-330", "260218A", "5", ""))));
            assertThat(returns.get(kept).lines()).singleElement().satisfies(l -> {
                assertThat(l.lotDoubtful()).isTrue();
                assertThat(l.unit()).isEqualTo("件");
            });
            returns.cancel(clerk, kept, "客户自己处理了", v(kept));
            assertThat(returns.get(kept).stage()).isEqualTo(ReturnStage.CANCELLED);
            returns.reopen(clerk, kept, "客户又要退", v(kept));
            assertThat(returns.get(kept).stage()).isEqualTo(ReturnStage.ANNOUNCED);
            broken(() -> returns.authorize(troupe.auditor(), slip("博衡", null, null, goods("FP-330", "", "5", "件"))), "web.refused.right");
            var other = troupe.another("SALES_CLERK", "别的业务");
            assertThat(other).isNotEqualTo(clerk.id());
        });
        var stranger = cast.company("P001");
        stranger.run(() -> assertThatThrownBy(() -> returns.byNumber(stranger.salesHead(), "TH-2026-0001")).isInstanceOf(NotFound.class));
    }

    @ParameterizedTest
    @EnumSource(ReturnStage.class)
    @Clause("001/5.3.1")
    void a_stage_never_leads_to_itself_and_every_end_can_be_opened_again(ReturnStage stage) {
        assertThat(stage.leadsTo()).doesNotContain(stage).isNotEmpty();
        if (!stage.open()) {
            assertThat(stage.leadsTo()).allMatch(ReturnStage::open);
        }
        if (stage.here()) {
            assertThat(stage.leadsTo()).doesNotContain(ReturnStage.CANCELLED);
        }
    }
}
