package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.clause.ComplaintTest.line;
import static org.huiyin.clause.ComplaintTest.told;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.ImportKind;
import org.huiyin.complaint.ImportView;
import org.huiyin.complaint.Imports;
import org.huiyin.complaint.InspectionFilter;
import org.huiyin.complaint.InspectionKind;
import org.huiyin.complaint.InspectionResult;
import org.huiyin.complaint.Inspections;
import org.huiyin.complaint.LotRow;
import org.huiyin.complaint.Lots;
import org.huiyin.complaint.NewData;
import org.huiyin.complaint.NewInspection;
import org.huiyin.complaint.NewRequest;
import org.huiyin.complaint.RequestState;
import org.huiyin.complaint.RequestView;
import org.huiyin.complaint.Requests;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.People;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.records.Attachments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a case asks of units, and what is known of its lots before anybody asks (004/5.4–5.6; 001/3.7). */
@HuiyinTest
class CaseDataTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Complaints complaints;
    @Autowired Requests requests;
    @Autowired Inspections inspections;
    @Autowired Lots lots;
    @Autowired Imports imports;
    @Autowired Attachments attachments;
    @Autowired Notifications notifications;
    @Autowired Later later;
    @Autowired People people;
    @Autowired List<WorkSource> work;
    @LocalServerPort int port;

    private Cast.Troupe troupe;
    private Actor clerk;
    private Actor quality;

    @BeforeEach
    void company() {
        clock.set("2026-03-16T09:00");
        troupe = cast.company("P004");
        clerk = troupe.salesClerk();
        quality = troupe.quality();
    }

    private ComplaintId taken() {
        return complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-03-16T09:00", clerk, "卡扣断裂", line("KB-2071", "260312A", "36", "断裂")));
    }

    private RequestView ask(ComplaintId id, NewRequest wanted) {
        return requests.ask(quality, id, UUID.randomUUID(), wanted);
    }

    private List<WorkItem> deskOf(Actor actor, String number) {
        return work.stream().flatMap(s -> s.workFor(actor).stream()).filter(i -> number.equals(i.number())).toList();
    }

    @Test
    @Clause("004/5.4")
    void quality_asks_engineering_for_a_drawing_within_two_working_days_and_receives_it() {
        var number = troupe.in(() -> {
            var engineering = troupe.as("ENGINEERING");
            var id = taken();
            var wanted = UUID.randomUUID();
            var asked = requests.ask(quality, id, wanted, new NewRequest("ENGINEERING", null, null, "KB-2071 的最新图纸和上模记录"));
            assertThat(requests.ask(quality, id, wanted, new NewRequest("ENGINEERING", null, null, "又按了一次")).question()).isEqualTo(asked.question());
            assertThat(asked.number()).isEqualTo("KS-2026-0001-1");
            assertThat(asked.due()).isEqualTo(TestClock.at("2026-03-18T17:30"));
            assertThat(notifications.unread(engineering.id())).isEqualTo(1);
            assertThat(deskOf(engineering, asked.number())).singleElement().satisfies(item -> assertThat(item.due()).isEqualTo(asked.due()));
            assertThat(deskOf(troupe.as("PRODUCTION"), asked.number())).isEmpty();
            assertThatThrownBy(() -> requests.answer(troupe.as("PRODUCTION"), asked.number(), new NewData("", "KB-2071-D", "C"), null)).isInstanceOf(BrokenRule.class)
                    .hasMessage("complaint.request.refused.notAsked");
            assertThatThrownBy(() -> requests.answer(engineering, asked.number(), new NewData("", "KB-2071-D", ""), null)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> requests.answer(engineering, asked.number(), new NewData("", "", ""), null)).isInstanceOf(InvalidInput.class);
            return asked.number();
        });
        clock.set("2026-03-19T09:00");
        troupe.run(() -> {
            var engineering = troupe.as("ENGINEERING");
            assertThat(requests.list(quality, new org.huiyin.complaint.RequestFilter("", false, false, true, 1, 50))).as("late").hasSize(1);
            requests.answer(engineering, number, new NewData("换模前的", "KB-2071-D", "B"), null);
            assertThatThrownBy(() -> requests.receive(engineering, number)).as("who gave it").isInstanceOf(BrokenRule.class);
            requests.sendBack(quality, number, "要换模后的版本");
            assertThat(deskOf(engineering, number)).singleElement().satisfies(item -> assertThat(item.due()).as("the clock has not stopped").isEqualTo(TestClock.at("2026-03-18T17:30")));
            requests.answer(engineering, number, new NewData("", "KB-2071-D", "C"), new Requests.Upload("KB-2071-D-C.pdf",
                    new ByteArrayInputStream("%PDF-1.4 drawing".getBytes(StandardCharsets.UTF_8))));
            assertThat(deskOf(engineering, number)).isEmpty();
            assertThat(deskOf(quality, number)).hasSize(1);
            requests.receive(quality, number);
            var done = requests.byNumber(quality, number);
            assertThat(done.state()).isEqualTo(RequestState.RECEIVED);
            assertThat(done.steps()).extracting(RequestView.Step::state)
                    .containsExactly(RequestState.ANSWERED, RequestState.RETURNED, RequestState.ANSWERED, RequestState.RECEIVED);
            assertThat(done.givenAt()).as("late stays late").isAfter(done.due());
            assertThat(attachments.of(done.subject())).singleElement().satisfies(f -> assertThat(f.name()).isEqualTo("KB-2071-D-C.pdf"));
            assertThatThrownBy(() -> requests.answer(engineering, number, new NewData("又一次", "", ""), null)).isInstanceOf(BrokenRule.class);
        });
    }

    @Test
    @Clause("001/3.7")
    void any_department_can_own_a_task_of_the_case_and_sees_no_more_than_that() {
        troupe.run(() -> {
            var id = taken();
            var documents = troupe.as("DOC_CONTROL");
            var other = troupe.another("SALES_CLERK", "另一位业务");
            var asked = ask(id, new NewRequest("DOC_CONTROL", null, null, "WI-07 的发放记录"));
            requests.answer(documents, asked.number(), new NewData("3 月 12 日发到 7# 机台", "", ""), null);
            var one = ask(id, new NewRequest(null, null, other, "客户的验收标准"));
            var seller = people.actor(other).orElseThrow();
            assertThatThrownBy(() -> complaints.get(seller, id)).as("not her customer's").isInstanceOf(NotFound.class);
            assertThat(requests.byNumber(seller, one.number()).question()).isEqualTo("客户的验收标准");
            assertThatThrownBy(() -> requests.byNumber(seller, asked.number())).isInstanceOf(NotFound.class);
            assertThat(requests.list(seller, new org.huiyin.complaint.RequestFilter("", false, false, false, 1, 50))).extracting(RequestView::number).containsExactly(one.number());
            assertThatThrownBy(() -> ask(id, new NewRequest("NOBODY_HOLDS_IT", null, null, "x"))).isInstanceOf(InvalidInput.class);
            requests.withdraw(quality, one.number(), "客户自己发来了");
            assertThat(requests.of(id)).extracting(RequestView::state).containsExactly(RequestState.ANSWERED, RequestState.WITHDRAWN);
        });
    }

    private NewInspection inspected(InspectionKind kind, String source, String part, String lot, String day, InspectionResult result) {
        return new NewInspection(kind, source, part, "", lot, LocalDate.parse(day), result, BigDecimal.valueOf(200), BigDecimal.ONE, "IQC-" + day, "秦岚", "");
    }

    @Test
    @Clause("004/5.5")
    void the_incoming_inspection_of_a_lot_stands_with_the_complaint_by_itself() {
        troupe.run(() -> {
            var wanted = UUID.randomUUID();
            var record = inspected(InspectionKind.PURCHASED, "宏达塑料", "KB-2071", "260312a", "2026-03-12", InspectionResult.PASSED);
            inspections.note(quality, wanted, record, new Requests.Upload("iqc.pdf", new ByteArrayInputStream("%PDF-1.4 iqc".getBytes(StandardCharsets.UTF_8))));
            inspections.note(quality, wanted, record, null);
            inspections.note(quality, UUID.randomUUID(), inspected(InspectionKind.PURCHASED, "宏达塑料", "FP-330", "260312A", "2026-03-12", InspectionResult.FAILED), null);
            var id = taken();
            assertThat(inspections.of(complaints.get(id))).as("written 260312a there and 260312A here, the other part's is another lot").singleElement()
                    .satisfies(i -> assertThat(i.id()).isEqualTo(wanted));
            assertThatThrownBy(() -> inspections.note(clerk, UUID.randomUUID(), record, null)).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> inspections.note(quality, UUID.randomUUID(), record, null)).isInstanceOf(BrokenRule.class).hasMessage("complaint.inspection.refused.there");
            assertThatThrownBy(() -> inspections.note(quality, UUID.randomUUID(), new NewInspection(InspectionKind.PURCHASED, "", "KB-2071", "", "", LocalDate.parse("2026-03-17"),
                    InspectionResult.PASSED, BigDecimal.ONE, BigDecimal.TEN, "", "", ""), null)).isInstanceOfSatisfying(InvalidInput.class,
                            e -> assertThat(e.problems()).containsOnlyKeys("source", "lot", "day", "defective"));
            inspections.strike(quality, wanted, "抄错批号");
            assertThat(inspections.get(quality, wanted).struck()).isNotNull();
            var trace = lots.trace(quality, "260312A", "KB-2071");
            assertThat(trace.complaints()).hasSize(1);
            assertThat(trace.inspections()).hasSize(1);
            assertThat(lots.search(quality, "2603", 1, 50)).extracting(LotRow::part).containsExactlyInAnyOrder("KB-2071", "FP-330");
            assertThat(lots.search(quality, "fp330", 1, 50)).singleElement().satisfies(r -> assertThat(r.failed()).isEqualTo(1));
            assertThat(lots.search(quality, "没有", 1, 50)).isEmpty();
        });
    }

    @Test
    @Clause("004/5.6")
    void the_inspectors_of_the_plants_bring_their_records_as_a_list() {
        var list = """
                工厂,料号,批号,检验日期,结果,检验数,不良数,记录编号,检验员
                二厂,KB-2071,260312A,2026-03-12,合格,200,0,SB-07,秦岚
                二厂,KB-2071,260318B,2026-03-15,NG,200,9,SB-08,秦岚
                ,KB-2071,260319C,2026-03-15,合格,200,0,SB-09,秦岚
                三厂,KB-2071,260320D,2026-03-15,差不多,200,0,SB-10,秦岚
                """;
        var id = troupe.in(() -> imports.upload(quality, ImportKind.INSPECTIONS, "二厂检验.csv", new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8))));
        troupe.run(() -> imports.map(quality, id, 0, Map.of(), true));
        await(id, ImportView.State.READ);
        troupe.run(() -> {
            assertThat(imports.get(quality, id).good()).isEqualTo(2);
            assertThat(imports.bad(quality, id, 1, 20)).hasSize(2);
            imports.take(quality, id, true, null);
        });
        await(id, ImportView.State.DONE);
        troupe.run(() -> {
            assertThat(inspections.count(quality, new InspectionFilter("二厂", InspectionKind.SELF_MADE, null, 1, 50))).isEqualTo(2);
            assertThat(inspections.list(quality, new InspectionFilter("", null, InspectionResult.FAILED, 1, 50))).singleElement()
                    .satisfies(i -> assertThat(i.record().defective()).isEqualByComparingTo("9"));
            assertThat(inspections.of(complaints.get(taken()))).singleElement().satisfies(i -> assertThat(i.record().source()).isEqualTo("二厂"));
        });
        var again = troupe.in(() -> imports.upload(quality, ImportKind.INSPECTIONS, "二厂检验.csv", new ByteArrayInputStream(list
                .replace("NG,200,9,SB-08", "合格,200,0,SB-08").getBytes(StandardCharsets.UTF_8))));
        troupe.run(() -> imports.map(quality, again, 0, Map.of(), true));
        await(again, ImportView.State.READ);
        troupe.run(() -> {
            assertThat(List.of(imports.get(quality, again).good(), imports.get(quality, again).known(), imports.get(quality, again).bad())).containsExactly(0, 1, 3);
            assertThat(imports.bad(quality, again, 1, 20).getFirst().problems()).extracting(s -> s.key()).containsExactly("complaint.import.inspectedOtherwise");
            imports.undo(quality, id);
        });
        await(id, ImportView.State.UNDONE);
        troupe.run(() -> assertThat(inspections.count(quality, new InspectionFilter("", null, null, 1, 50))).isZero());
    }

    private void await(UUID id, ImportView.State state) {
        later.runDueJobs();
        assertThat(troupe.in(() -> imports.get(quality, id).state())).isEqualTo(state);
    }

    @Test
    @Clause({"004/5.4", "004/5.5"})
    void the_pages_lead_from_the_complaint_to_its_lot_and_to_what_was_asked() {
        var id = troupe.in(this::taken);
        var home = "/c/" + troupe.slug();
        var engineering = Browserless.of(port, troupe.loginOf("ENGINEERING"));
        var web = Browserless.of(port, troupe.loginOf("QUALITY"));
        var page = home + "/complaints/KS-2026-0001";
        assertThat(web.get(page).body()).contains("要资料", "260312A", "这些批没有检验记录", home + "/lots/one?lot=260312A");
        web.get(page + "/requests/new");
        assertThat(web.post(page + "/requests", Map.of("unit", "", "question", "图纸")).statusCode()).isEqualTo(422);
        assertThat(web.post(page + "/requests", Map.of("unit", "role:ENGINEERING", "question", "图纸", "id", UUID.randomUUID().toString())).statusCode()).isEqualTo(302);
        assertThat(web.get(page).body()).contains("KS-2026-0001-1", "等对方给");
        assertThat(engineering.get(home + "/requests?mine=1").body()).contains("KS-2026-0001-1");
        var one = home + "/requests/KS-2026-0001-1";
        assertThat(engineering.get(one).body()).contains("给资料", "KB-2071", "3月18日");
        assertThat(engineering.post(one + "/answers", Map.of("document", "KB-2071-D", "revision", "")).statusCode()).isEqualTo(422);
        assertThat(engineering.post(one + "/answers", Map.of("document", "KB-2071-D", "revision", "C")).statusCode()).isEqualTo(302);
        web.get(one);
        assertThat(web.post(one + "/receipt", Map.of()).statusCode()).isEqualTo(302);
        assertThat(web.get(home + "/requests.csv").body()).contains("KB-2071-D", "已收下");
        assertThat(web.get(home + "/inspections").body()).contains("还没有检验记录");
        web.get(home + "/inspections/new?lot=260312A&part=KB-2071");
        var form = new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "kind", "PURCHASED", "result", "PASSED", "source", "宏达塑料", "lot", "260312A", "day", "2026-03-12",
                "part", "KB-2071", "quantity", "二百"));
        assertThat(web.post(home + "/inspections", form).statusCode()).isEqualTo(422);
        form.put("quantity", "200");
        assertThat(web.post(home + "/inspections", form).statusCode()).isEqualTo(302);
        assertThat(web.get(page).body()).contains("宏达塑料").doesNotContain("这些批没有检验记录");
        assertThat(web.get(home + "/lots/one?lot=260312A").body()).contains("宏达塑料", "KS-2026-0001", "没有这个批的出货记录");
        assertThat(web.get(home + "/lots/one?lot=X%2F9%25").body()).contains("没有 X/9% 这个批的任何记录");
        assertThat(web.get(home + "/lots?q=2603").body()).contains("260312A", "批次追溯");
        assertThat(web.get(home + "/lots.csv?q=2603").body()).contains("260312A");
        assertThat(web.get(home + "/inspections.csv").body()).contains("宏达塑料", "合格");
        var menu = web.get(home + "/eightds").body();
        assertThat(menu).contains("批次追溯", "看板").containsOnlyOnce("href=\"" + home + "/eightds\" aria-current");
        assertThat(id).isNotNull();
    }
}
