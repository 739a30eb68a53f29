package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.claims.ClaimFilter;
import org.huiyin.claims.Claims;
import org.huiyin.claims.NoticeFilter;
import org.huiyin.claims.NoticeState;
import org.huiyin.claims.Notices;
import org.huiyin.claims.Objections;
import org.huiyin.claims.Responsibilities;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.ComplaintRow;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.Inspections;
import org.huiyin.complaint.Standing;
import org.huiyin.improvement.EffectView;
import org.huiyin.improvement.Effects;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Companies;
import org.huiyin.organization.DemoSource;
import org.huiyin.organization.NewPerson;
import org.huiyin.organization.People;
import org.huiyin.returns.ReturnStage;
import org.huiyin.returns.Returns;
import org.huiyin.returns.Verdict;
import org.huiyin.sheets.Names;
import org.huiyin.voice.PromiseKind;
import org.huiyin.voice.PromiseView;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The first half of the demonstration of P004 in its demo company (examples.md). */
@HuiyinTest
class DemonstrationP004Test {

    @Autowired Cast cast;
    @Autowired List<DemoSource> demos;
    @Autowired Companies companies;
    @Autowired People people;
    @Autowired Complaints complaints;
    @Autowired Catalogue catalogue;
    @Autowired Inspections inspections;
    @Autowired Returns returns;
    @Autowired Effects effects;
    @Autowired Claims claims;
    @Autowired Responsibilities responsibilities;
    @Autowired Notices notices;
    @Autowired Objections objections;
    @Autowired TestClock clock;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    @Test
    @Clause({"004/4.1", "004/5.2b", "004/5.5", "004/5.9", "004/5.10"})
    void a_failure_in_the_field_is_registered_examined_and_its_effect_verified_by_quality() {
        clock.set("2026-11-21T10:00");
        var troupe = cast.company("P004");
        troupe.run(() -> demos.stream().filter(d -> d.procedure().equals("P004")).findFirst().orElseThrow().furnish(companies.current(), troupe.admin()));
        var quality = troupe.quality();
        var k = troupe.in(() -> failure(troupe));
        assertThat(k.customer()).isNull();
        assertThat(k.segment()).isEqualTo("备件市场");
        assertThat(k.lines().getFirst().mileage()).isEqualTo(18650);
        assertThat(k.standing()).isEqualTo(Standing.CLOSED);
        troupe.run(() -> {
            assertThat(people.get(java.util.Objects.requireNonNull(k.receivedBy())).roles()).contains("QUALITY");
            var r = returns.of(k.id()).getFirst();
            assertThat(r.verdict()).isEqualTo(Verdict.OURS_SUPPLIER_PART);
            assertThat(r.stage()).isEqualTo(ReturnStage.CLOSED);
            assertThat(inspections.of(k)).hasSize(1);
            assertThat(effects.current(k.id().subject())).get().extracting(EffectView::given).satisfies(given -> assertThat(given.getFirst().origin()).isEqualTo("COMPLAINT"));
            assertThat(complaints.list(quality, ComplaintFilter.open())).extracting(ComplaintRow::complaint).extracting(ComplaintView::standing)
                    .contains(Standing.RECEIVED, Standing.ASSESSED, Standing.WORKING, Standing.ANSWERED);
        });
        troupe.run(() -> {
            assertThat(claims.list(quality, ClaimFilter.all())).singleElement().satisfies(claim -> {
                assertThat(claim.claimed()).isEqualByComparingTo("12000");
                assertThat(claim.recovered()).isEqualByComparingTo("8000");
                assertThat(claim.netLoss()).isEqualByComparingTo("4000");
            });
            var decision = responsibilities.inForce(k.id()).orElseThrow();
            assertThat(decision.shares()).hasSize(2);
            var notice = notices.list(quality, NoticeFilter.all()).getFirst();
            assertThat(notice.state()).isEqualTo(NoticeState.ISSUED);
            assertThat(objections.of(notice.id())).singleElement().satisfies(o -> assertThat(o.answer()).isNotNull());
        });
        var page = Browserless.of(port, troupe.loginOf("QUALITY")).get("/c/" + troupe.slug() + "/complaints/" + k.number());
        assertThat(page.body()).contains("LSVHY41U5F2218465", "18,650");
    }

    private ComplaintView failure(Cast.Troupe troupe) {
        return complaints.list(troupe.quality(), ComplaintFilter.all()).stream().map(ComplaintRow::complaint)
                .filter(k -> !k.lines().isEmpty() && "LSVHY41U5F2218465".equals(k.lines().getFirst().vin())).findFirst().orElseThrow();
    }

    /** The same played by hand through the pages, with other figures: registered, examined, answered, claimed, noticed, objected, verified, closed. */
    @Test
    @Clause({"004/4.1", "004/5.1", "004/5.2a", "004/5.2b", "004/5.2c", "004/5.5", "004/5.9", "004/5.10"})
    void the_same_played_by_hand_from_the_call_to_the_closed_and_verified_case() {
        clock.set("2026-09-07T09:20");
        var troupe = cast.company("P004");
        var home = "/c/" + troupe.slug();
        var unit = unit(troupe, "减震器车间", troupe.departmentHead());
        var quality = Browserless.of(port, troupe.loginOf("QUALITY"));
        var head = Browserless.of(port, troupe.loginOf("QUALITY_HEAD"));
        var sales = Browserless.of(port, troupe.loginOf("SALES_HEAD"));

        quality.get(home + "/complaints/new");
        var id = UUID.randomUUID();
        var call = new LinkedHashMap<>(Map.of("id", id.toString(), "who", "何师傅", "customer", "-", "name", "何永年", "phone", "13900001111", "receivedAt", "2026-09-07T09:05",
                "channel", "PHONE", "text", "后减震漏油，过坎异响", "kind", "COMPLAINT", "phase", "AFTER"));
        call.putAll(Map.of("segment", "备件市场", "lines[0].part", "TL-640", "lines[0].partName", "后减震器", "lines[0].lot", "TL2605-3", "lines[0].quantity", "2 只", "lines[0].defect", "漏油",
                "lines[0].foundAt", "路上", "lines[0].mileage", "47,320", "lines[0].vin", "LFV3A24G4D3057716"));
        var taken = quality.post(home + "/complaints", call);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
        var at = quality.location(taken);
        var number = at.replaceAll(".*/", "");
        assertThat(quality.get(at).body()).contains("何永年", "47,320", "LFV3A24G4D3057716", "备件市场", "TL2605-3");
        assertThat(quality.get(home + "/complaints?segment=" + coded("备件市场")).body()).contains(number);
        assertThat(quality.get(home + "/complaints?segment=" + coded("主机市场")).body()).doesNotContain(number);
        sent(quality, at + "/receipt", Map.of("way", "PHONE", "who", "何永年", "at", "2026-09-07T09:15"));
        sent(quality, at + "/assessment", Map.of("confirmed", "YES", "severity", "MAJOR", "words", "油封处漏油", "sample", "ASKED"));
        sent(quality, at + "/triage", Map.of("triage", "OCCASIONAL", "reason", "同批只此两只"));
        var k = troupe.in(() -> complaints.get(new ComplaintId(id)));
        assertThat(k.safety()).isFalse();
        assertThat(k.customer()).isNull();
        assertThat(k.receivedBy()).isEqualTo(troupe.quality().id());

        clock.set("2026-09-09T10:00");
        var r = comesBack(troupe, number, quality, sales);
        quality.get(home + "/inspections/new");
        var record = sent(quality, home + "/inspections", Map.of("kind", "PURCHASED", "source", "永固油封", "part", "TL-640", "partName", "后减震器", "lot", "TL2605-3", "day", "2026-05-20",
                "result", "PASSED", "quantity", "80", "defective", "0", "document", "IQC-2605-17"));
        assertThat(quality.get(record).body()).contains("永固油封", "IQC-2605-17");
        assertThat(quality.get(at).body()).contains("永固油封");
        assertThat(quality.get(home + "/lots/one?lot=TL2605-3&part=TL-640").body()).contains(number, "IQC-2605-17", r);

        sent(head, at + "/case", Map.of("fact", "CAUSE_FOUND", "words", "油封唇口划伤，来料没有检唇口"));
        sent(head, at + "/case", Map.of("fact", "MEASURES_DONE", "words", "来料加检唇口，供应商换了刀具"));
        var answer = Map.of("words", "漏油是油封唇口划伤，已换新件并加检。", "way", "PHONE", "language", "zh_CN", "at", "2026-09-09T09:50");
        sales.get(at);
        sent(sales, at + "/answers", answer);
        sent(sales, at + "/reactions", Map.of("accepted", "yes", "way", "PHONE", "who", "何永年", "at", "2026-09-09T09:55"));

        claimedAndRecovered(home, number, quality);
        assertThat(quality.get(at).body()).contains("2,620.25");
        noticedAndObjected(troupe, unit, number, quality, head);

        var effect = home + "/actions/effects/" + number;
        var verdict = Map.of("verdict", "EFFECTIVE", "origin", "COMPLAINT", "finding", "三批没有再漏油", "reason", "", "password", Cast.PASSWORD);
        troupe.run(() -> catalogue.learn(troupe.quality(), "TL-640", "后减震器", "只", "TL2605-3"));
        ship(troupe, "TL-640", "2026-09-15", "2026-09-22", "2026-10-12");
        clock.set("2026-10-20T10:00");
        sales.get(effect);
        assertThat(sales.post(effect + "/verdict", verdict).statusCode()).as("sales does not verify a complaint").isIn(403, 409);
        troupe.run(() -> assertThat(complaints.get(new ComplaintId(id)).standing()).isEqualTo(Standing.WATCHED));
        quality.get(effect);
        sent(quality, effect + "/verdict", verdict);
        troupe.run(() -> {
            var closed = complaints.get(new ComplaintId(id));
            assertThat(closed.standing()).isEqualTo(Standing.CLOSED);
            assertThat(effects.current(closed.id().subject()).orElseThrow().given().getFirst().origin()).isEqualTo("COMPLAINT");
            assertThat(complaints.promises(closed)).filteredOn(p -> !p.replaced()).filteredOn(p -> p.late(clock.instant())).as("answered two days late, and late for ever")
                    .extracting(PromiseView::kind).containsExactly(PromiseKind.ANSWER);
        });
    }

    /** Authorised by sales, fetched, counted in full, examined, judged "ours, the supplier's part", scrapped, told and closed (004/5.2b). */
    private String comesBack(Cast.Troupe troupe, String complaint, Browserless quality, Browserless sales) {
        var home = "/c/" + troupe.slug() + "/returns";
        sales.get(home + "/new?complaint=" + complaint);
        var slip = new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "complaint", complaint, "reason", "漏油，寄回分析", "fetchOn", "2026-09-09", "address", "城西修理厂",
                "lines[0].part", "TL-640", "lines[0].partName", "后减震器", "lines[0].lot", "TL2605-3", "lines[0].serial", "", "lines[0].quantity", "2"));
        slip.put("lines[0].unit", "只");
        var at = sent(sales, home, slip);
        var number = at.replaceAll(".*/", "").replaceAll("#.*", "");
        at = home + "/" + number;
        sent(quality, at + "/ground", Map.of("ground", "OURS", "words", "批号是我们的"));
        var planning = Browserless.of(port, troupe.loginOf("PLANNING"));
        planning.get(at);
        sent(planning, at + "/fetching", Map.of("day", "2026-09-09", "words", ""));
        var line = troupe.in(() -> returns.byNumber(troupe.quality(), number).lines().getFirst().id().toString());
        var warehouse = Browserless.of(port, troupe.loginOf("WAREHOUSE"));
        warehouse.get(at);
        sent(warehouse, at + "/counts", Map.of("day", "2026-09-09", "place", "退货区", "words", "", "line." + line, "2"));
        sent(quality, at + "/analyses", Map.of("line", line, "method", "拆检油封", "finding", "唇口划伤 0.4 mm"));
        sent(quality, at + "/judgements", Map.of("line", line, "share.OURS_SUPPLIER_PART", "2", "words", "油封是永固的"));
        sent(quality, at + "/dispositions", Map.of("line", line, "to.OURS_SUPPLIER_PART.SCRAP", "2", "words", ""));
        sent(sales, at + "/tellings", Map.of("matter", "VERDICT", "way", "PHONE", "who", "何永年", "words", "是我们的问题，给换新", "day", "2026-09-09"));
        sent(sales, at + "/closing", Map.of("words", "已报废"));
        troupe.run(() -> {
            var r = returns.byNumber(troupe.quality(), number);
            assertThat(r.verdict()).isEqualTo(Verdict.OURS_SUPPLIER_PART);
            assertThat(r.stage()).isEqualTo(ReturnStage.CLOSED);
        });
        return number;
    }

    /** 7 860.50 on the supplier, 5 240.25 come back in two payments, 2 620.25 stay (004/5.9). */
    private void claimedAndRecovered(String home, String complaint, Browserless quality) {
        quality.get(home + "/claims/new?complaint=" + complaint);
        var form = new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "direction", "BY_US", "kind", "SUPPLIER", "name", "永固油封", "basis", "QUALITY_AGREEMENT",
                "reference", "质量协议 5.1", "happenedOn", "2026-09-07", "words", "油封唇口划伤", "complaint", complaint));
        form.putAll(Map.of("replyBy", "2026-09-25", "limitationOn", "2027-09-07", "positions[0].kind", "GOODS", "positions[0].amount", "7,000.50", "positions[0].currency", "CNY",
                "positions[0].factor", "100", "positions[1].kind", "FREIGHT", "positions[1].amount", "860", "positions[1].currency", "CNY", "positions[1].factor", "100"));
        var claim = sent(quality, home + "/claims", form);
        sent(quality, claim + "/sending", Map.of("day", "2026-09-09", "how", "邮件", "version", "1"));
        sent(quality, claim + "/replies", Map.of("verdict", "PARTLY", "amounts.CNY", "5240.25", "day", "2026-09-09", "words", "运费不认", "version", "2"));
        sent(quality, claim + "/payments", Map.of("kind", "RECOVERED", "amount", "3000", "currency", "CNY", "day", "2026-09-09", "voucher", "银收-31", "version", "3"));
        sent(quality, claim + "/payments", Map.of("kind", "RECOVERED", "amount", "2240.25", "currency", "CNY", "day", "2026-09-09", "voucher", "银收-32", "version", "4"));
        assertThat(quality.get(claim).body()).contains("7,860.50", "5,240.25", "2,620.25");
    }

    /** 65 to the supplier, 35 to the unit; a notice of 450 to the unit, its objection and the answer (004/5.10). */
    private void noticedAndObjected(Cast.Troupe troupe, UUID unit, String complaint, Browserless quality, Browserless head) {
        var home = "/c/" + troupe.slug();
        var form = new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "kind", "PENALTY", "complaint", complaint, "unit", unit.toString(), "amount", "450", "points", "",
                "reason", "来料没有检唇口"));
        quality.get(home + "/unit-notices/new?complaint=" + complaint);
        assertThat(quality.post(home + "/unit-notices", form).statusCode()).as("not before the responsibility is decided").isEqualTo(409);
        head.get(home + "/claims/decisions/" + complaint);
        var shares = new LinkedHashMap<>(Map.of("known", "0", "reason", "来料漏检", "evidence", "拆检报告", "password", Cast.PASSWORD, "shares[0].kind", "SUPPLIER", "shares[0].name",
                "永固油封", "shares[0].department", "", "shares[0].percent", "65"));
        shares.putAll(Map.of("shares[1].kind", "UNIT", "shares[1].name", "", "shares[1].department", unit.toString(), "shares[1].percent", "35"));
        sent(head, home + "/claims/decisions/" + complaint, shares);
        var notice = sent(quality, home + "/unit-notices", form);
        var number = notice.replaceAll(".*/", "");
        sent(quality, notice + "/submission", version(troupe, number));
        for (String role : List.of("QUALITY_HEAD", "TOP")) {
            var approver = Browserless.of(port, troupe.loginOf(role));
            var approval = troupe.in(() -> notices.byNumber(troupe.quality(), number).approval());
            approver.get(home + "/approvals/" + approval);
            sent(approver, home + "/approvals/" + approval + "/decision", Map.of("act", "approve", "password", Cast.PASSWORD));
        }
        sent(quality, notice + "/issue", version(troupe, number));
        var shop = Browserless.of(port, troupe.loginOf("DEPARTMENT_HEAD"));
        shop.get(notice);
        sent(shop, notice + "/receipt", version(troupe, number));
        var objection = version(troupe, number);
        objection.put("words", "检验规范没有唇口一项");
        sent(shop, notice + "/objections", objection);
        var answer = version(troupe, number);
        answer.putAll(Map.of("verdict", "UPHELD", "words", "图样上有唇口粗糙度", "amount", "", "points", "", "reason", ""));
        sent(head, notice + "/answer", answer);
        assertThat(quality.get(notice).body()).contains("450.00", "检验规范没有唇口一项", "图样上有唇口粗糙度");
    }

    private Map<String, String> version(Cast.Troupe troupe, String notice) {
        return new LinkedHashMap<>(Map.of("version", String.valueOf(troupe.in(() -> notices.byNumber(troupe.quality(), notice).version()))));
    }

    /** Sends a form that must be taken; where it leads. */
    private static String sent(Browserless web, String path, Map<String, String> form) {
        var answer = web.post(path, form);
        assertThat(answer.statusCode()).as(path + " " + answer.body().replaceAll("(?s).*<main|<script.*|<[^>]+>|\\s+", " ").strip()).isEqualTo(302);
        return web.location(answer);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private UUID unit(Cast.Troupe troupe, String name, Actor member) {
        return troupe.in(() -> {
            var unit = people.addDepartment(troupe.admin(), name);
            var person = people.get(member.id());
            people.change(troupe.admin(), member.id(), new NewPerson(person.name(), unit, null, null, null), person.roles(), person.version());
            return unit;
        });
    }

    /** One lot goes out on each of the days. */
    private void ship(Cast.Troupe troupe, String part, String... days) {
        troupe.run(() -> transaction.executeWithoutResult(s -> {
            for (String day : days) {
                sql.sql("""
                        insert into complaint.shipment (id, part_key, lot_key, shipped_on, quantity, unit, note, imported_by, imported_at)
                        values (?, ?, ?, cast(? as date), 100, '只', '', ?, ?)""")
                        .params(UUID.randomUUID(), Names.key(part), "l" + day, day, troupe.quality().id().value(), Timestamp.from(clock.instant())).update();
            }
        }));
    }
}
