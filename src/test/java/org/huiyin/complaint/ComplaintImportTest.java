package org.huiyin.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.complaint.figures.Axis;
import org.huiyin.complaint.figures.FigureQuery;
import org.huiyin.complaint.figures.Figures;
import org.huiyin.complaint.figures.Pareto;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Complaints and shipments come from Excel and CSV as people have them. */
@HuiyinTest
class ComplaintImportTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Later later;
    @Autowired Imports imports;
    @Autowired Figures figures;
    @Autowired Complaints complaints;
    @Autowired Catalogue catalogue;
    @Autowired Customers customers;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    private UUID read(Cast.Troupe troupe, Actor actor, ImportKind kind, String name, byte[] content, boolean history) {
        var id = troupe.in(() -> {
            var fresh = imports.upload(actor, kind, name, new ByteArrayInputStream(content));
            imports.map(actor, fresh, 0, Map.of(), history);
            return fresh;
        });
        later.runDueJobs();
        return id;
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @Clause("004/5.2a")
    void a_real_list_comes_in_whole_and_its_cut_off_end_is_told() throws Exception {
        var file = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent).map(p -> p.resolve("shared/data/cfpb_complaints_2067.csv"))
                .filter(Files::exists).findFirst();
        Assumptions.assumeTrue(file.isPresent(), "the public complaint file is not beside this repository");
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        clock.set("2026-05-06T09:00");
        var id = read(troupe, quality, ImportKind.COMPLAINTS, "cfpb.csv", Files.readAllBytes(file.get()), true);
        troupe.run(() -> {
            var list = imports.get(quality, id);
            assertThat(list.state()).isEqualTo(ImportView.State.READ);
            assertThat(list.read()).isEqualTo(2_068);
            assertThat(list.bad()).isEqualTo(1);
            assertThat(list.good() + list.known()).isEqualTo(2_067);
            assertThat(imports.bad(quality, id, 1, 10)).singleElement().satisfies(row -> assertThat(row.problems()).extracting(Sentence::key).containsExactly("complaint.import.unclosed"));
            assertThatThrownBy(() -> imports.take(quality, id, false, null)).isInstanceOf(BrokenRule.class);
            imports.take(quality, id, true, null);
        });
        later.runDueJobs();
        troupe.run(() -> {
            var list = imports.get(quality, id);
            assertThat(list.state()).isEqualTo(ImportView.State.DONE);
            assertThat(list.taken()).isEqualTo(list.good());
            assertThat(complaints.count(quality, ComplaintFilter.all())).isEqualTo(list.good());
            var one = complaints.list(quality, ComplaintFilter.all().words("7523056")).getFirst().complaint();
            assertThat(one.lines()).singleElement().satisfies(l -> assertThat(l.defect()).isEqualTo("Incorrect information on your report"));
            assertThat(one.text()).contains("Sub-issue: Information belongs to someone else", "Timely response?: Yes");
            assertThat(one.who()).isEqualTo("EQUIFAX, INC.");
            assertThat(one.standing()).isEqualTo(Standing.CLOSED);
            assertThat(one.dueAt()).isNull();
            assertThat(complaints.count(quality, ComplaintFilter.all().words("unauthorized use"))).isPositive();
            pareto(quality, list.good());
        });
    }

    /** The whole file by defect: nothing lost, the frequent ones first, the tail in one bar, each bar its complaints. */
    private void pareto(Actor quality, int taken) {
        var whole = FigureQuery.of(java.time.LocalDate.of(2000, 1, 1), java.time.LocalDate.of(2026, 5, 6));
        var pareto = figures.pareto(quality, whole, Axis.DEFECT);
        assertThat(pareto.mentions()).isEqualTo(taken);
        assertThat(pareto.bars().stream().mapToLong(Pareto.Bar::count).sum()).isEqualTo(taken);
        assertThat(pareto.bars()).isSortedAccordingTo((a, b) -> Long.compare(b.count(), a.count())).noneMatch(Pareto.Bar::listed);
        assertThat(pareto.bars().getLast().cumulated()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(pareto.bars().size()).isGreaterThan(20);
        assertThat(pareto.head(12).stream().mapToLong(Pareto.Bar::count).sum() + pareto.tail(12)).isEqualTo(taken);
        var first = pareto.bars().getFirst();
        assertThat(first.name()).isEqualTo("Incorrect information on your report");
        assertThat(complaints.count(quality, whole.which().about(null, first.key()))).isEqualTo(first.count());
        assertThat(figures.pareto(quality, whole, Axis.PART).mentions()).isEqualTo(taken);
        assertThat(figures.words(quality, whole, 20)).hasSize(20);
    }

    @Test
    @Clause("001/5.2.1.1")
    void bad_cells_are_told_one_by_one_good_rows_taken_by_choice_and_all_taken_back() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesHead();
        var auditor = troupe.auditor();
        clock.set("2026-05-06T09:00");
        troupe.run(() -> customers.create(clerk, CustomerDetails.named("晨曜音响")));
        var id = read(troupe, clerk, ImportKind.COMPLAINTS, "2025年投诉.csv", csv("""
                收到日期,客户,客诉单号,料号,批号,不良数,不良现象,类别,答复日期,备注甲
                2025-03-02,晨曜音响,CY-1,KB-2071,250301A,36,卡扣断裂,重大,2025-03-04,急
                2025年3月5日,无名厂,CY-2,KB-2071,250301B,十二,卡扣断裂,偶发,,
                2027-01-01,晨曜音响,CY-3,KB-2071,250301B,1,卡扣断裂,,,
                2025/4/1,晨曜音响,CY-4,KB-2074,250318A,5,发白,不知道,,
                2025/4/2,晨曜音响,CY-1,KB-2074,250318A,5,发白,,,
                """), true);
        troupe.run(() -> {
            var list = imports.get(clerk, id);
            assertThat(list.read()).isEqualTo(5);
            assertThat(imports.bad(clerk, id, 1, 10)).extracting(Imports.BadRow::row).containsExactly(4, 5);
            assertThat(list.known()).isEqualTo(1);
            assertThat(list.good()).isEqualTo(2);
            assertThatThrownBy(() -> imports.get(auditor, id)).isInstanceOf(BrokenRule.class);
            imports.take(clerk, id, true, null);
        });
        later.runDueJobs();
        troupe.run(() -> {
            var rows = complaints.list(clerk, ComplaintFilter.all().words("卡扣"));
            assertThat(rows).hasSize(2);
            var one = complaints.list(clerk, ComplaintFilter.all().words("CY-1")).getFirst();
            assertThat(one.complaint().customerName()).isEqualTo("晨曜音响");
            assertThat(one.complaint().triage()).isEqualTo(TriageClass.MAJOR);
            assertThat(one.complaint().text()).contains("备注甲: 急");
            assertThat(one.answeredAt()).isEqualTo(TestClock.at("2025-03-04T09:00"));
            assertThat(complaints.list(clerk, ComplaintFilter.all().words("CY-2")).getFirst().complaint().lines().getFirst().quantity()).isEqualByComparingTo(BigDecimal.valueOf(12));
            imports.undo(clerk, id);
        });
        later.runDueJobs();
        troupe.run(() -> {
            assertThat(imports.get(clerk, id).state()).isEqualTo(ImportView.State.UNDONE);
            assertThat(complaints.count(clerk, ComplaintFilter.all())).isZero();
            assertThat(complaints.count(clerk, ComplaintFilter.all().in(Standing.WITHDRAWN))).isEqualTo(2);
        });
        var stranger = cast.company("P001");
        var alien = stranger.salesHead();
        stranger.run(() -> assertThatThrownBy(() -> imports.get(alien, id)).isInstanceOf(NotFound.class));
    }

    @Test
    @Clause("001/5.2.1.1")
    void open_ones_get_their_clocks_and_shipments_teach_which_lots_there_are() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        clock.set("2026-05-06T09:00");
        var shipped = read(troupe, head, ImportKind.SHIPMENTS, "出货.csv", csv("料号,品名,批号,出货日期,数量,单位,客户\nFP-330,面板,260421A,2026-04-22,2400,件,某客户\nFP-330,面板,260421B,2026-04-23,1800,件,某客户\nFP-330,面板,260421B,2026-04-23,0,件,某客户\n"), true);
        troupe.run(() -> {
            assertThat(imports.get(head, shipped).bad()).isEqualTo(1);
            imports.take(head, shipped, true, null);
        });
        later.runDueJobs();
        troupe.run(() -> {
            assertThat(imports.get(head, shipped).taken()).isEqualTo(2);
            assertThat(catalogue.doubt(NewLine.of("FP-330", "260241B", BigDecimal.ONE, "件", "")).orElseThrow().args()).containsExactly("260241B", "260421B");
        });
        var open = read(troupe, head, ImportKind.COMPLAINTS, "未结.csv", csv("收到日期,客户,投诉内容,料号\n2026-05-05,某客户,划伤,FP-330\n"), false);
        troupe.run(() -> imports.take(head, open, false, null));
        later.runDueJobs();
        troupe.run(() -> {
            var one = complaints.list(head, ComplaintFilter.all()).getFirst().complaint();
            assertThat(one.imported()).isFalse();
            assertThat(one.dueAt()).isEqualTo(TestClock.at("2026-05-07T17:30"));
        });
    }

    private Map<String, String> quantities(Cast.Troupe troupe) {
        var found = new java.util.TreeMap<String, String>();
        troupe.run(() -> transaction.executeWithoutResult(s -> sql.sql("select lot_key, note, quantity, unit from complaint.shipment").query(row -> {
            found.put(row.getString("lot_key") + row.getString("note"), row.getBigDecimal("quantity").stripTrailingZeros().toPlainString() + row.getString("unit"));
        })));
        return found;
    }

    @Test
    @Clause("001/5.2.2.5")
    void known_shipments_are_counted_apart_and_other_quantities_are_asked_about() {
        var troupe = cast.company("P004");
        var head = troupe.salesHead();
        clock.set("2026-05-06T09:00");
        troupe.run(() -> customers.create(head, CustomerDetails.named("晨曦车载音响")));
        var head1 = "料号,品名,批号,出货日期,数量,单位,客户,备注\n";
        var first = read(troupe, head, ImportKind.SHIPMENTS, "四月.csv", csv(head1 + """
                LG-77,左支架,A1,2026-04-02,1200,件,晨曦车载音响,SH-1
                LG-77,左支架,A2,2026-04-03,80.5,件,,SH-2
                LG-77,左支架,A3,2026-04-04,300,件,晨曦车载音响,SH-3
                """), true);
        troupe.run(() -> imports.take(head, first, false, null));
        later.runDueJobs();
        assertThat(quantities(troupe)).containsExactlyInAnyOrderEntriesOf(Map.of("a1SH-1", "1200件", "a2SH-2", "80.5件", "a3SH-3", "300件"));
        var again = read(troupe, head, ImportKind.SHIPMENTS, "四月更正.csv", csv(head1 + """
                lg-77,左支架,a1,2026-04-02,1200.00,件,晨曦车载音响,SH-1
                LG-77,左支架,A2,2026-04-03,81.5,件,,SH-2
                LG-77,左支架,A3,2026-04-04,300,箱,晨曦车载音响,SH-3
                LG-77,左支架,A3,2026-04-04,310,件,晨曦车载音响,SH-4
                LG-77,左支架,A4,2026-04-05,50,件,,SH-5
                LG-77,左支架,A4,2026-04-05,50,件,,SH-5
                LG-77,左支架,A4,2026-04-05,60,件,,SH-5
                """), true);
        troupe.run(() -> {
            var list = imports.get(head, again);
            assertThat(List.of(list.read(), list.good(), list.bad(), list.known(), list.changed())).containsExactly(7, 2, 1, 2, 2);
            assertThat(imports.changed(head, again, 1, 10)).extracting(Imports.ChangedRow::row).containsExactly(3, 4);
            assertThat(imports.changed(head, again, 1, 10).getFirst().recorded()).isEqualByComparingTo("80.5");
            assertThat(imports.changed(head, again, 1, 10).getLast().unit()).isEqualTo("件");
            assertThat(imports.bad(head, again, 1, 10).getFirst().problems()).extracting(Sentence::key).containsExactly("complaint.import.twice");
            assertThatThrownBy(() -> imports.take(head, again, true, null)).isInstanceOf(BrokenRule.class).hasMessage("complaint.import.changedLeft");
            imports.take(head, again, true, Imports.Differing.REPLACE);
        });
        later.runDueJobs();
        troupe.run(() -> assertThat(imports.get(head, again).taken()).isEqualTo(4));
        assertThat(quantities(troupe)).containsExactlyInAnyOrderEntriesOf(
                Map.of("a1SH-1", "1200件", "a2SH-2", "81.5件", "a3SH-3", "300箱", "a3SH-4", "310件", "a4SH-5", "50件"));
        troupe.run(() -> imports.undo(head, again));
        later.runDueJobs();
        assertThat(quantities(troupe)).as("what was replaced is there again").containsExactlyInAnyOrderEntriesOf(Map.of("a1SH-1", "1200件", "a2SH-2", "80.5件", "a3SH-3", "300件"));
        var kept = read(troupe, head, ImportKind.SHIPMENTS, "只有旧的.csv", csv(head1 + "LG-77,左支架,A1,2026-04-02,9,件,晨曦车载音响,SH-1\nLG-77,左支架,A9,2026-04-09,9,件,,SH-9\n"), true);
        troupe.run(() -> imports.take(head, kept, false, Imports.Differing.KEEP));
        later.runDueJobs();
        assertThat(quantities(troupe)).containsEntry("a1SH-1", "1200件").containsEntry("a9SH-9", "9件");
        troupe.run(() -> assertThat(imports.get(head, kept).taken()).isEqualTo(1));
    }
}
