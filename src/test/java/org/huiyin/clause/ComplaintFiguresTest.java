package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.complaint.Casework;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.ExpenseKind;
import org.huiyin.complaint.Expenses;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.ImportKind;
import org.huiyin.complaint.Imports;
import org.huiyin.complaint.KeptPick;
import org.huiyin.complaint.Measure;
import org.huiyin.complaint.NewAnswer;
import org.huiyin.complaint.NewAssessment;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.NewLine;
import org.huiyin.complaint.NewTriage;
import org.huiyin.complaint.Receipts;
import org.huiyin.complaint.Report;
import org.huiyin.complaint.Triage;
import org.huiyin.complaint.TriageClass;
import org.huiyin.complaint.figures.Axis;
import org.huiyin.complaint.figures.CostKind;
import org.huiyin.complaint.figures.FigureQuery;
import org.huiyin.complaint.figures.Figures;
import org.huiyin.complaint.figures.Pareto;
import org.huiyin.complaint.figures.Ppm;
import org.huiyin.complaint.figures.PpmAxis;
import org.huiyin.complaint.figures.Score;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.Calendars;
import org.huiyin.records.Attachments;
import org.huiyin.voice.Channel;
import org.huiyin.voice.PromiseKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What complaints add up to: each figure worked out by hand on a few, and each number the complaints behind it. */
@HuiyinTest
class ComplaintFiguresTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 30);

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Later later;
    @Autowired Complaints complaints;
    @Autowired Triage triage;
    @Autowired org.huiyin.complaint.Answers answers;
    @Autowired Casework casework;
    @Autowired Receipts receipts;
    @Autowired Catalogue catalogue;
    @Autowired Imports imports;
    @Autowired Expenses expenses;
    @Autowired Figures figures;
    @Autowired org.huiyin.complaint.words.Keywords keywords;
    @Autowired Customers customers;
    @Autowired Attachments attachments;
    @Autowired Calendars calendars;

    private ComplaintId take(Actor by, @Nullable CustomerId customer, FeedbackKind kind, String received, NewLine... lines) {
        clock.set(received);
        return complaints.take(by, new NewComplaint(customer, null, kind, org.huiyin.complaint.Phase.AFTER, null, Channel.PHONE, TestClock.at(received), by.id(),
                "客户说有问题", null, null, false, List.of(lines), null));
    }

    private static NewLine line(String part, @Nullable String quantity, String unit, String defect) {
        return NewLine.of(part, "", quantity == null ? null : new BigDecimal(quantity), unit, defect);
    }

    private void classify(Actor quality, ComplaintId id, TriageClass triageClass) {
        if (triageClass == TriageClass.NOT_OURS) {
            attachments.store(quality, id.subject(), "证据.txt", new ByteArrayInputStream("客户工装".getBytes(StandardCharsets.UTF_8)));
        }
        if (triage.assessments(id).isEmpty()) {
            triage.confirm(quality, id, new NewAssessment(NewAssessment.Confirmed.YES, NewAssessment.Severity.MINOR, "", "看过", NewAssessment.Sample.NONE), complaints.get(id).version());
        }
        triage.assess(quality, id, new NewTriage(triageClass, "样件和记录"), complaints.get(id).version());
    }

    private void answer(Actor by, ComplaintId id, boolean last) {
        answers.send(by, id, new NewAnswer(last, "已换货并改进", Channel.PHONE, "高屹", "zh-CN", clock.instant()), () -> new Report("r.pdf", new byte[] {'%', 'P', 'D', 'F', '-', '1', '.', '4'}),
                complaints.get(id).version());
    }

    private static FigureQuery period() {
        return FigureQuery.of(FIRST, LAST);
    }

    private long count(List<Score> scores, Measure measure) {
        return scores.stream().filter(s -> s.measure() == measure).findFirst().orElseThrow().count();
    }

    /** The register shows as many as the figure says. */
    private void behind(Actor actor, FigureQuery q, Measure measure, long count) {
        assertThat(complaints.count(actor, q.counting(measure))).as(measure.name()).isEqualTo(count);
    }

    private void bring(Cast.Troupe troupe, Actor actor, ImportKind kind, String text) {
        var id = troupe.in(() -> {
            var fresh = imports.upload(actor, kind, "list.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            imports.map(actor, fresh, 0, Map.of(), true);
            return fresh;
        });
        later.runDueJobs();
        troupe.run(() -> imports.take(actor, id, true, null));
        later.runDueJobs();
    }

    @Test
    @Clause("001/5.2.1.1")
    void defects_stand_by_frequency_and_add_up_and_each_bar_is_its_complaints() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var quality = troupe.qualityHead();
        troupe.run(() -> {
            catalogue.name(quality, "D01", "卡扣断裂");
            var one = customers.create(head, CustomerDetails.named("晨曜音响"));
            var two = customers.create(head, CustomerDetails.named("博衡车联"));
            take(head, one, FeedbackKind.COMPLAINT, "2026-03-02T09:00", line("KB-1", "3", "件", "卡扣断裂"), line("KB-1", "2", "件", "D01"), line("KB-2", "1", "件", "发白"));
            take(head, one, FeedbackKind.COMPLAINT, "2026-03-03T09:00", line("KB-1", "1", "件", "卡扣断裂"));
            take(head, two, FeedbackKind.COMPLAINT, "2026-04-01T00:00", line("KB-2", "1", "件", "客户自己的说法"));
            take(head, null, FeedbackKind.SUGGESTION, "2026-04-30T23:59");
            take(head, null, FeedbackKind.COMPLAINT, "2026-05-01T00:00", line("KB-1", "1", "件", "发白"));
            take(head, two, FeedbackKind.COMPLAINT, "2026-02-28T23:59", line("KB-1", "1", "件", "发白"));
            var gone = take(head, two, FeedbackKind.COMPLAINT, "2026-04-02T09:00", line("KB-1", "1", "件", "发白"));
            casework.withdraw(head, gone, "弄错了", complaints.get(gone).version());
            var pareto = figures.pareto(head, period(), Axis.DEFECT);
            assertThat(pareto.complaints()).isEqualTo(4);
            assertThat(pareto.bars()).extracting(Pareto.Bar::key, Pareto.Bar::name, Pareto.Bar::listed, Pareto.Bar::count).containsExactly(
                    org.assertj.core.groups.Tuple.tuple("D01", "卡扣断裂", true, 2L), org.assertj.core.groups.Tuple.tuple("", "", false, 1L),
                    org.assertj.core.groups.Tuple.tuple("发白", "发白", false, 1L), org.assertj.core.groups.Tuple.tuple("客户自己的说法", "客户自己的说法", false, 1L));
            assertThat(pareto.mentions()).isEqualTo(5);
            assertThat(pareto.bars().getFirst().cumulated()).isEqualByComparingTo("0.4");
            assertThat(pareto.bars().getLast().cumulated()).isEqualByComparingTo("1");
            assertThat(pareto.bars().get(2).before()).isEqualTo(1);
            assertThat(pareto.mentionsBefore()).isEqualTo(1);
            for (Pareto.Bar bar : pareto.bars()) {
                var filter = bar.key().isEmpty() ? period().counting(Measure.NO_DEFECT) : period().which().about(null, bar.key());
                assertThat(complaints.count(head, filter)).as(bar.key()).isEqualTo(bar.count());
            }
            assertThat(figures.pareto(head, period(), Axis.PART).bars()).extracting(Pareto.Bar::count).containsExactly(2L, 2L, 1L);
            assertThat(figures.pareto(head, period(), Axis.CUSTOMER).bars()).extracting(Pareto.Bar::name, Pareto.Bar::count)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("晨曜音响", 2L), org.assertj.core.groups.Tuple.tuple("", 1L), org.assertj.core.groups.Tuple.tuple("博衡车联", 1L));
            assertThat(figures.pareto(head, new FigureQuery(period().which().about("KB-1", null), null), Axis.DEFECT).bars()).extracting(Pareto.Bar::key).containsExactly("D01");
            assertThat(figures.pareto(head, period(), Axis.CAUSE).bars()).singleElement().satisfies(b -> assertThat(b.key()).isEqualTo("cause_none"));
            assertThat(figures.pareto(head, FigureQuery.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31)), Axis.DEFECT).bars()).isEmpty();
        });
    }

    @Test
    @Clause("001/3.4")
    void the_long_tail_stands_as_one_bar_and_loses_nothing() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        clock.set("2026-05-06T09:00");
        var random = new Random(20_260_506);
        var rows = new StringBuilder("收到日期,投诉内容,料号,不良现象,不良数,客诉单号\n");
        for (int i = 0; i < 1_500; i++) {
            var day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(450));
            rows.append(day).append(",说明").append(i).append(",P-").append(random.nextInt(40)).append(",不良").append((int) Math.pow(random.nextDouble() * 7, 2)).append(",1,N-").append(i).append('\n');
        }
        bring(troupe, head, ImportKind.COMPLAINTS, rows.toString());
        troupe.run(() -> {
            var whole = FigureQuery.of(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 3, 31));
            var pareto = figures.pareto(head, whole, Axis.DEFECT);
            assertThat(pareto.mentions()).isEqualTo(1_500);
            assertThat(pareto.bars().size()).isGreaterThan(30);
            assertThat(pareto.head(12)).hasSize(12);
            assertThat(pareto.head(12).stream().mapToLong(Pareto.Bar::count).sum() + pareto.tail(12)).isEqualTo(1_500);
            assertThat(pareto.bars()).isSortedAccordingTo((a, b) -> Long.compare(b.count(), a.count()));
            long months = 0;
            for (var month = YearMonth.of(2025, 1); !month.isAfter(YearMonth.of(2026, 3)); month = month.plusMonths(1)) {
                months += figures.received(head, FigureQuery.of(month.atDay(1), month.atEndOfMonth()));
            }
            assertThat(months).as("the months add up to the whole").isEqualTo(1_500);
            assertThat(figures.pareto(head, whole, Axis.PART).bars().stream().mapToLong(Pareto.Bar::count).sum()).isEqualTo(1_500);
        });
    }

    @Test
    @Clause("004/5.2a")
    void the_rate_per_shipment_is_defective_of_shipped_and_says_what_it_leaves_out() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var quality = troupe.qualityHead();
        troupe.run(() -> customers.create(head, CustomerDetails.named("晨曜音响")));
        clock.set("2026-05-06T09:00");
        var shipments = "料号,批号,出货日期,数量,单位,客户,送货单\nKB-1,L1,2026-03-31,30000,件,晨曜音响,S1\nKB-1,L2,2026-04-01,10000,件,晨曜音响,S2\nKB-2,L3,2026-04-10,10000,件,,S3\nGR-9,L4,2026-04-12,500,kg,,S4\n";
        bring(troupe, head, ImportKind.SHIPMENTS, shipments);
        bring(troupe, head, ImportKind.SHIPMENTS, shipments);
        troupe.run(() -> {
            var customer = customers.search(head, "晨曜", 5).getFirst().id();
            take(head, customer, FeedbackKind.COMPLAINT, "2026-03-31T23:30", line("KB-1", "6", "件", "断"));
            take(head, customer, FeedbackKind.COMPLAINT, "2026-04-01T00:10", line("KB-1", "2", "", "断"), line("KB-2", null, "", "断"));
            take(head, null, FeedbackKind.RETURN, "2026-04-20T10:00", line("KB-2", "3", "件", "断"), line("GR-9", "7", "kg", "断"));
            var notOurs = take(head, customer, FeedbackKind.COMPLAINT, "2026-04-13T10:00", line("KB-1", "500", "件", "断"));
            classify(quality, notOurs, TriageClass.NOT_OURS);
            take(head, customer, FeedbackKind.SUGGESTION, "2026-04-14T10:00", line("KB-1", "900", "件", ""));
            var twice = take(head, customer, FeedbackKind.COMPLAINT, "2026-04-15T10:00", line("KB-1", "2", "件", "断"));
            casework.relate(quality, twice, complaints.get(notOurs).number(), "DUPLICATE");
            clock.set("2026-05-06T09:00");
            var byMonth = figures.ppm(head, period(), PpmAxis.MONTH);
            assertThat(byMonth.unit()).isEqualTo("件");
            assertThat(byMonth.units()).containsExactly("件", "kg");
            assertThat(byMonth.elsewhere()).isEqualTo(1);
            var march = byMonth.lines().getFirst();
            assertThat(march.key()).isEqualTo("2026-03");
            assertThat(march.shipped()).isEqualByComparingTo("30000");
            assertThat(march.ppm()).as("6 of 30 000").isEqualByComparingTo("200");
            var april = byMonth.lines().get(1);
            assertThat(april.defective()).isEqualByComparingTo("5");
            assertThat(april.ppm()).as("5 of 20 000").isEqualByComparingTo("250");
            assertThat(april.unknown()).isEqualTo(1);
            assertThat(april.otherUnit()).isEqualTo(1);
            assertThat(april.atLeast()).isEqualByComparingTo("300");
            assertThat(byMonth.total().ppm()).as("11 of 50 000, not the mean of the months").isEqualByComparingTo("220");
            assertThat(byMonth.total().onePiece()).isEqualByComparingTo("20");
            var interval = java.util.Objects.requireNonNull(byMonth.total().interval());
            assertThat(interval.low()).isBetween(109.0, 111.0);
            assertThat(interval.high()).isBetween(393.0, 394.0);
            assertThat(byMonth.lines().stream().map(Ppm.Line::defective).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(byMonth.total().defective());
            var parts = figures.ppm(head, period(), PpmAxis.PART).lines().stream().collect(Collectors.toMap(Ppm.Line::key, l -> l));
            assertThat(parts.get("kb1").ppm()).as("8 of 40 000").isEqualByComparingTo("200");
            assertThat(parts.get("kb2").ppm()).as("3 of 10 000").isEqualByComparingTo("300");
            var byCustomer = figures.ppm(head, period(), PpmAxis.CUSTOMER).lines().stream().collect(Collectors.toMap(Ppm.Line::name, l -> l));
            assertThat(byCustomer.get("晨曜音响").shipped()).isEqualByComparingTo("40000");
            assertThat(byCustomer.get("晨曜音响").complaints()).isEqualTo(2);
            behind(head, period(), Measure.COUNTED, 3);
            var kilos = figures.ppm(head, new FigureQuery(period().which(), "kg"), PpmAxis.MONTH);
            assertThat(kilos.total().ppm()).as("7 of 500").isEqualByComparingTo("14000");
            var empty = figures.ppm(head, FigureQuery.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31)), PpmAxis.MONTH);
            assertThat(empty.total().ppm()).as("nothing shipped is no rate, never infinity").isNull();
            assertThat(empty.before().ppm()).isEqualByComparingTo("250");
            var scarce = new Ppm.Line("", "", new BigDecimal("100"), BigDecimal.ZERO, 0, 0, 0);
            assertThat(java.util.Objects.requireNonNull(scarce.interval()).high()).as("none of a hundred may still be 3.6 of a hundred").isBetween(36_000.0, 36_300.0);
        });
    }

    @Test
    @Clause("001/5.2.2.6")
    void late_stays_late_in_every_rate_and_the_hours_are_business_hours() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var quality = troupe.qualityHead();
        troupe.run(() -> {
            var good = take(head, null, FeedbackKind.COMPLAINT, "2026-03-02T09:00", line("A", "1", "件", "x"));
            clock.set("2026-03-02T09:30");
            receipts.told(head, good, Channel.PHONE, "高屹", clock.instant());
            clock.set("2026-03-02T10:00");
            classify(quality, good, TriageClass.MAJOR);
            clock.set("2026-03-03T14:00");
            answer(head, good, true);
            var late = take(head, null, FeedbackKind.COMPLAINT, "2026-03-09T10:00", line("B", "1", "件", "x"));
            clock.set("2026-03-10T09:00");
            classify(quality, late, TriageClass.MAJOR);
            clock.set("2026-03-13T10:00");
            receipts.told(head, late, Channel.PHONE, "高屹", clock.instant());
            answer(head, late, true);
            answers.reaction(head, late, true, "", Channel.PHONE, "高屹", clock.instant(), complaints.get(late).version());
            take(head, null, FeedbackKind.COMPLAINT, "2026-03-16T10:00", line("C", "1", "件", "x"));
            clock.set("2026-05-06T09:00");
            var kept = figures.kept(head, period()).stream().collect(Collectors.toMap(k -> k.kind(), k -> k.now()));
            var answer = java.util.Objects.requireNonNull(kept.get(PromiseKind.ANSWER));
            assertThat(List.of(answer.inTime(), answer.keptLate(), answer.openLate())).containsExactly(1L, 1L, 1L);
            assertThat(answer.rate()).isEqualByComparingTo(new BigDecimal(1).divide(new BigDecimal(3), java.math.MathContext.DECIMAL64));
            for (var how : Map.of(KeptPick.How.IN_TIME, 1, KeptPick.How.KEPT_LATE, 1, KeptPick.How.OPEN_LATE, 1, KeptPick.How.DUE, 3).entrySet()) {
                assertThat(complaints.count(head, period().which().promised(new KeptPick(PromiseKind.ANSWER, how.getKey())))).as(how.getKey().name()).isEqualTo((long) how.getValue());
            }
            assertThat(java.util.Objects.requireNonNull(kept.get(PromiseKind.ACKNOWLEDGE)).due()).isEqualTo(3);
            var pace = figures.pace(head, period()).getFirst().now();
            assertThat(pace.cases()).isEqualTo(2);
            assertThat(pace.median()).as("3 March 14:00 less 2 March 9:00").isEqualTo(Duration.ofHours(7).plusMinutes(30).plusMinutes(30).plusHours(3).plusMinutes(30).minusMinutes(30));
            var calendar = calendars.inForce();
            assertThat(pace.median()).isEqualTo(calendar.workingTimeBetween(TestClock.at("2026-03-02T09:00"), TestClock.at("2026-03-03T14:00")));
            assertThat(pace.nineOfTen()).isEqualTo(calendar.workingTimeBetween(TestClock.at("2026-03-09T10:00"), TestClock.at("2026-03-13T10:00")));
            assertThat(figures.pace(head, FigureQuery.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 1))).getFirst().now().median()).isNull();
        });
    }

    @Test
    @Clause("001/5.2.2.5")
    void the_eight_measures_of_the_standard_count_what_they_say() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var quality = troupe.qualityHead();
        troupe.run(() -> {
            var spot = take(head, null, FeedbackKind.OPINION, "2026-03-02T09:00");
            clock.set("2026-03-02T16:00");
            answer(head, spot, true);
            var nextDay = take(head, null, FeedbackKind.OPINION, "2026-03-02T17:00");
            clock.set("2026-03-03T09:00");
            answer(head, nextDay, true);
            var wrong = take(head, null, FeedbackKind.COMPLAINT, "2026-03-04T09:00", line("A", "1", "件", "裂"));
            classify(quality, wrong, TriageClass.OCCASIONAL);
            classify(quality, wrong, TriageClass.MAJOR);
            casework.refer(head, wrong, "省质检院", "材料送检", complaints.get(wrong).version());
            assertThatThrownBy(() -> casework.refer(head, wrong, " ", "", complaints.get(wrong).version())).isInstanceOf(InvalidInput.class);
            var repeat = take(head, null, FeedbackKind.COMPLAINT, "2026-03-20T09:00", line("A", "2", "件", "裂"));
            classify(quality, repeat, TriageClass.RECURRENT);
            var gone = take(head, null, FeedbackKind.COMPLAINT, "2026-03-21T09:00", line("A", "2", "件", "裂"));
            casework.withdraw(head, gone, "客户自己的工装", complaints.get(gone).version());
            take(head, null, FeedbackKind.COMPLAINT, "2026-02-28T23:59", line("Z", "1", "件", "锈"));
            clock.set("2026-05-06T09:00");
            var scores = figures.annex(head, period());
            assertThat(scores).extracting(Score::measure).containsExactly(Measure.RECEIVED, Measure.ON_THE_SPOT, Measure.REPRIORITISED, Measure.ACKNOWLEDGED_LATE, Measure.RESOLVED_LATE,
                    Measure.REFERRED, Measure.REPEATED, Measure.IMPROVED);
            assertThat(count(scores, Measure.RECEIVED)).isEqualTo(4);
            assertThat(scores.getFirst().before()).as("January and February").isEqualTo(1);
            assertThat(count(scores, Measure.ON_THE_SPOT)).isEqualTo(1);
            assertThat(count(scores, Measure.REPRIORITISED)).isEqualTo(1);
            assertThat(count(scores, Measure.REFERRED)).isEqualTo(1);
            assertThat(count(scores, Measure.REPEATED)).isEqualTo(1);
            assertThat(count(scores, Measure.ACKNOWLEDGED_LATE)).isEqualTo(4);
            assertThat(count(scores, Measure.RESOLVED_LATE)).isEqualTo(2);
            assertThat(count(scores, Measure.IMPROVED)).isZero();
            assertThat(scores.get(1).share()).isEqualByComparingTo("0.25");
            scores.forEach(score -> behind(head, period(), score.measure(), score.count()));
            var none = figures.annex(head, FigureQuery.of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31)));
            assertThat(none).allSatisfy(s -> assertThat(s.count()).isZero()).allSatisfy(s -> assertThat(s.share()).isNull());
            var mine = troupe.salesClerk();
            assertThat(figures.received(mine, period())).as("a clerk's figures are of what she sees").isEqualTo(complaints.count(mine, period().which()));
        });
    }

    @Test
    @Clause("004/5.2a")
    void what_came_back_and_what_was_opened_again_are_counted_against_what_they_can_be_of() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var quality = troupe.qualityHead();
        troupe.run(() -> {
            var first = take(head, null, FeedbackKind.OPINION, "2026-03-02T09:00");
            answer(head, first, true);
            var second = take(head, null, FeedbackKind.OPINION, "2026-03-03T09:00");
            answer(head, second, true);
            clock.set("2026-03-05T09:00");
            casework.reopen(head, second, "还是没说清", complaints.get(second).version());
            for (String day : List.of("2026-03-06", "2026-03-09", "2026-03-10")) {
                classify(quality, take(head, null, FeedbackKind.COMPLAINT, day + "T09:00", line("A", "1", "件", "裂")), TriageClass.OCCASIONAL);
            }
            clock.set("2026-05-06T09:00");
            var back = figures.comingBack(head, period());
            assertThat(count(back, Measure.REPEAT)).isEqualTo(2);
            assertThat(count(back, Measure.STUBBORN)).isEqualTo(1);
            var reopened = back.getLast();
            assertThat(reopened.measure()).isEqualTo(Measure.REOPENED);
            assertThat(List.of(reopened.count(), reopened.of())).containsExactly(1L, 2L);
            assertThat(reopened.share()).isEqualByComparingTo("0.5");
            back.forEach(score -> behind(head, period(), score.measure(), score.count()));
        });
    }

    @Test
    @Clause("004/5.2a")
    void costs_add_up_by_kind_month_and_case_and_a_slip_is_taken_back() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var quality = troupe.quality();
        var boss = troupe.qualityHead();
        troupe.run(() -> {
            var one = take(head, null, FeedbackKind.COMPLAINT, "2026-03-02T09:00", line("A", "1", "件", "裂"));
            var two = take(head, null, FeedbackKind.COMPLAINT, "2026-01-05T09:00", line("B", "1", "件", "锈"));
            clock.set("2026-05-06T09:00");
            expenses.add(quality, one, Ids.next(), ExpenseKind.SORTING, new BigDecimal("860.50"), LocalDate.of(2026, 3, 3), "两人一天");
            expenses.add(quality, one, Ids.next(), ExpenseKind.FREIGHT, new BigDecimal("139.50"), LocalDate.of(2026, 4, 30), "");
            expenses.add(head, two, Ids.next(), ExpenseKind.TRAVEL, new BigDecimal("2000"), LocalDate.of(2026, 4, 1), "");
            expenses.add(head, two, Ids.next(), ExpenseKind.RECOVERED, new BigDecimal("500"), LocalDate.of(2026, 4, 2), "供方");
            expenses.add(head, two, Ids.next(), ExpenseKind.OTHER, new BigDecimal("77"), LocalDate.of(2026, 5, 1), "");
            UUID slip = expenses.add(quality, one, Ids.next(), ExpenseKind.OTHER, new BigDecimal("9"), LocalDate.of(2026, 3, 3), "");
            assertThatThrownBy(() -> expenses.drop(troupe.as("PRODUCTION_HEAD"), one, slip)).isInstanceOfAny(BrokenRule.class, org.huiyin.kernel.NotFound.class);
            expenses.drop(quality, one, slip);
            var same = expenses.add(quality, one, slip, ExpenseKind.OTHER, new BigDecimal("9"), LocalDate.of(2026, 3, 3), "");
            expenses.add(quality, one, same, ExpenseKind.OTHER, new BigDecimal("9"), LocalDate.of(2026, 3, 3), "");
            assertThat(expenses.of(head, one)).as("a form sent twice is one cost").hasSize(3);
            expenses.drop(boss, one, slip);
            for (BigDecimal bad : List.of(BigDecimal.ZERO, new BigDecimal("-1"), new BigDecimal("1.005"))) {
                assertThatThrownBy(() -> expenses.add(quality, one, Ids.next(), ExpenseKind.OTHER, bad, LocalDate.of(2026, 3, 3), "")).isInstanceOf(InvalidInput.class);
            }
            assertThatThrownBy(() -> expenses.add(quality, one, Ids.next(), ExpenseKind.OTHER, BigDecimal.ONE, LocalDate.of(2026, 5, 7), "")).isInstanceOf(InvalidInput.class);
            var costs = figures.costs(head, period());
            assertThat(costs.total().cost()).isEqualByComparingTo("3000");
            assertThat(costs.total().recovered()).isEqualByComparingTo("-500");
            assertThat(costs.total().net()).isEqualByComparingTo("2500");
            assertThat(costs.byKind()).containsOnlyKeys(CostKind.SORTING, CostKind.FREIGHT, CostKind.TRAVEL, CostKind.RECOVERED);
            assertThat(costs.byMonth().get(YearMonth.of(2026, 4)).net()).isEqualByComparingTo("1639.50");
            assertThat(costs.byComplaint()).extracting(g -> g.first().complaint()).containsExactly(two, one);
            assertThat(costs.byMonth().values().stream().map(s -> s.net()).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(costs.total().net());
            assertThat(figures.costs(head, new FigureQuery(period().which().about("A", null), null)).total().net()).isEqualByComparingTo("1000");
        });
    }

    private ComplaintId say(Actor by, @Nullable CustomerId customer, String received, String text, NewLine... lines) {
        clock.set(received);
        return complaints.take(by, new NewComplaint(customer, null, FeedbackKind.COMPLAINT, org.huiyin.complaint.Phase.AFTER, null, Channel.PHONE, TestClock.at(received), by.id(), text,
                null, null, false, List.of(lines), null));
    }

    @Test
    @Clause("001/3.4")
    void keywords_recall_what_came_before_and_show_what_rises() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var ids = troupe.in(() -> {
            catalogue.learn(head, "MS-1", "门饰板总成", "件", "");
            var customer = customers.create(head, CustomerDetails.named("晨曜音响"));
            say(head, customer, "2026-02-10T09:00", "外箱破损受潮");
            var first = say(head, customer, "2026-03-10T09:00", "门饰板总成起泡，一碰就起皮");
            say(head, null, "2026-03-11T09:00", "門飾板總成又起泡了");
            say(head, null, "2026-03-12T09:00", "起泡的门饰板总成有 3 件");
            return List.of(first, say(head, null, "2026-03-13T09:00", "外箱破损"));
        });
        later.runDueJobs();
        troupe.run(() -> {
            assertThat(keywords.of(ids.getFirst())).startsWith("门饰板总成").contains("起泡", "起皮");
            var recalled = keywords.like(head, complaints.get(ids.get(1)));
            assertThat(recalled).singleElement().satisfies(a -> assertThat(a.words()).containsExactlyInAnyOrder("外箱", "破损"));
            clock.set("2026-05-06T09:00");
            var typed = keywords.like(head, null, List.of("MS-1"), "客户说门饰板总成起泡", TestClock.at("2026-05-06T09:00"));
            assertThat(typed).hasSize(3).allSatisfy(a -> assertThat(a.kind()).isEqualTo(org.huiyin.complaint.Alike.Kind.SAME_WORDS));
            assertThat(keywords.like(head, null, List.of(), "随便说说", TestClock.at("2026-05-06T09:00"))).isEmpty();
            assertThat(keywords.unread(head)).isZero();
            var words = figures.words(head, period(), 100);
            var rising = Figures.rising(words);
            assertThat(rising).extracting(w -> w.word()).contains("门饰板总成", "起泡").doesNotContain("起皮", "外箱");
            assertThat(rising.getFirst().count()).isEqualTo(3);
            for (var word : words) {
                assertThat(complaints.count(head, period().which().withWord(word.word()))).as(word.word()).isEqualTo(word.count());
            }
            assertThat(words.stream().filter(w -> w.word().equals("破损")).findFirst().orElseThrow()).satisfies(w -> assertThat(List.of(w.count(), w.before())).containsExactly(1L, 1L));
            catalogue.name(troupe.qualityHead(), "QP", "一碰就起皮");
            keywords.readAgain(troupe.qualityHead());
            assertThatThrownBy(() -> keywords.readAgain(troupe.auditor())).isInstanceOf(BrokenRule.class);
        });
        later.runDueJobs();
        troupe.run(() -> {
            assertThat(keywords.of(ids.getFirst())).contains("一碰就起皮");
            assertThat(figures.words(head, period(), 100).stream().filter(w -> w.word().equals("起泡")).findFirst().orElseThrow().count()).as("read twice, counted once").isEqualTo(3);
        });
    }

    @Test
    void the_period_before_has_as_many_months_or_days() {
        assertThat(FigureQuery.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 30)).before().first()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(FigureQuery.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)).before().first()).as("a month of 28 days").isEqualTo(LocalDate.of(2026, 2, 1));
        var week = FigureQuery.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8)).before();
        assertThat(List.of(week.first(), week.last())).containsExactly(LocalDate.of(2026, 2, 23), LocalDate.of(2026, 3, 1));
        assertThat(ComplaintFilter.all().measures()).isEmpty();
    }
}
