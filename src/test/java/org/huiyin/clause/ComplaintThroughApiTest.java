package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.ApiTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A complaint driven by programs alone, from its receipt to its effect (001/5.2). */
@HuiyinTest
class ComplaintThroughApiTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired ApiTokens tokens;
    @LocalServerPort int port;

    private final Set<String> gone = Program.memory();

    private Program program(Cast.Troupe company, Actor actor) {
        var scopes = actor.rights().stream().filter(right -> !right.startsWith("people.")).collect(Collectors.toSet());
        return new Program(port, company.in(() -> tokens.make(actor, "MES", scopes, null)).secret(), gone);
    }

    @Test
    @Clause({"001/5.2.1.1", "001/5.2.2.6", "004/5.1"})
    void a_complaint_goes_from_its_receipt_to_its_effect() {
        clock.set("2026-05-06T09:05");
        var company = cast.company("P001");
        var sales = program(company, company.salesClerk());
        var head = program(company, company.qualityHead());
        var quality = program(company, company.quality());
        var auditor = program(company, company.auditor());
        Map<String, Object> told = Map.of("text", "面板划伤", "complainant", Map.of("name", "石磊", "organisation", "博衡车联", "phone", "", "mail", ""), "kind", "COMPLAINT",
                "phase", "DURING", "channel", "WECHAT", "customerNumber", "BH-77", "lines", List.of(Map.of("part", "FP-330", "lot", "260421A", "quantity", 5, "unit", "件", "defect", "划伤")));
        var key = UUID.randomUUID().toString();
        assertThat(sales.send("POST", "/complaints", told, key).body()).isEqualTo(sales.send("POST", "/complaints", told, key).body());
        assertThat(sales.get("/complaints?q=BH-77")).hasSize(1);
        var number = sales.get("/complaints").get(0).path("complaint").path("number").asString();
        assertThat(sales.refused(422, "/complaints", Map.of("text", "", "receivedAt", "2026-05-09T00:00:00Z")).toString()).contains("receivedAt");
        auditor.refused(403, "/complaints", Map.of("text", "x"));
        var at = "/complaints/" + number;
        sales.post(at + "/receipt", Map.of("way", "WECHAT", "who", "石磊"));
        int version = version(head, at);
        head.post(at + "/assessment", Map.of("confirmed", "YES", "severity", "MINOR", "words", "照片可见", "version", version));
        head.refused(409, at + "/triage", Map.of("triage", "OCCASIONAL", "reason", "一箱", "version", version));
        head.post(at + "/triage", Map.of("triage", "OCCASIONAL", "reason", "一箱", "version", version(head, at)));
        sales.post(at + "/answers", Map.of("words", "已换隔板", "way", "WECHAT", "recipient", "石磊", "version", version(head, at)));
        sales.post(at + "/reactions", Map.of("accepted", true, "way", "PHONE", "who", "石磊", "version", version(head, at)));
        sales.refused(409, at + "/effect", Map.of("reason", "零件已停产", "version", version(head, at)));
        var whole = quality.post(at + "/effect", Map.of("reason", "只此一件，零件已停产", "version", version(head, at)));
        assertThat(whole.path("complaint").path("standing").asString()).isEqualTo("CLOSED");
        assertThat(whole.path("closures")).hasSize(1);
        assertThat(whole.path("answers").get(0).path("reaction").path("accepted").asBoolean()).isTrue();
        assertThat(whole.path("promises").valueStream().map(p -> p.path("kind").asString()).distinct().toList()).contains("ACKNOWLEDGE", "ASSESS", "ANSWER");
        sales.post(at + "/reopening", Map.of("reason", "又来电话", "version", version(head, at)));
        assertThat(sales.get(at).path("complaint").path("round").asInt()).isEqualTo(2);
        quality.post(at + "/notes", Map.of("fact", "CAUSE_FOUND", "words", "隔板毛刺", "version", version(head, at)));
        quality.post(at + "/notes", Map.of("fact", "MEASURES_DONE", "words", "换隔板", "version", version(head, at)));
        quality.refused(409, at + "/effect", Map.of("reason", "零件已停产", "version", version(head, at)));
        assertThat(head.get(at).path("effects").get(0).path("days").asInt()).isEqualTo(30);
        assertThat(sales.get("/complaints?open=true&part=fp330&defect=%E5%88%92%E4%BC%A4")).hasSize(1);
    }

    private static int version(Program program, String at) {
        return program.get(at).path("complaint").path("version").asInt();
    }
}
