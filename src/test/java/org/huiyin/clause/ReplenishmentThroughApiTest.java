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

/** A replacement order driven by programs alone, from the proposal to the customer (001/5.3.4). */
@HuiyinTest
class ReplenishmentThroughApiTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired ApiTokens tokens;
    @LocalServerPort int port;

    private final Set<String> gone = Program.memory();

    private Program program(Cast.Troupe company, Actor actor) {
        var scopes = actor.rights().stream().filter(right -> !right.startsWith("people.")).collect(Collectors.toSet());
        return new Program(port, company.in(() -> tokens.make(actor, "ERP", scopes, null)).secret(), gone);
    }

    private static Map<String, Object> order(String quantity, String price) {
        return Map.of("number", "KS-2026-0001", "urgent", true, "reason", "等料", "items", List.of(Map.of("part", "FP-330", "quantity", quantity, "price", price)));
    }

    @Test
    @Clause("001/5.3.4")
    void an_order_goes_from_the_proposal_to_the_customer() {
        clock.set("2026-05-06T09:05");
        var company = cast.company("P001");
        var sales = program(company, company.salesClerk());
        sales.post("/complaints", Map.of("text", "面板划伤", "complainant", Map.of("name", "石磊", "organisation", "博衡车联", "phone", "", "mail", ""),
                "lines", List.of(Map.of("part", "FP-330", "lot", "260421A", "quantity", 5, "unit", "件", "defect", "划伤"))));
        assertThat(sales.refused(422, "/replenishments", order("-1", "1e3")).toString()).contains("quantity");
        assertThat(sales.refused(422, "/replenishments", Map.of("number", "KS-1999-0001", "reason", "x")).toString()).contains("number");
        program(company, company.auditor()).refused(403, "/replenishments", order("1", "1"));
        var key = UUID.randomUUID().toString();
        var first = sales.send("POST", "/replenishments", order("10", "99.999"), key);
        assertThat(first.statusCode()).isEqualTo(422);
        var again = UUID.randomUUID().toString();
        assertThat(sales.send("POST", "/replenishments", order("10", "99.99"), again).body()).isEqualTo(sales.send("POST", "/replenishments", order("10", "99.99"), again).body());
        var at = "/replenishments/BH-2026-0001";
        var made = sales.get(at);
        assertThat(made.path("row").path("amount").decimalValue()).isEqualByComparingTo("999.90");
        assertThat(made.path("items").get(0).path("unit").asString()).isEqualTo("件");
        var changed = sales.send("PUT", at, Map.of("reason", "多要 1 件", "urgent", true, "items", List.of(Map.of("part", "FP-330", "quantity", "11", "price", "99.99")),
                "version", version(sales, at)), null);
        assertThat(changed.statusCode()).isEqualTo(200);
        for (String role : List.of("SALES_HEAD", "PRODUCTION_HEAD", "TOP")) {
            var approver = program(company, company.as(role));
            var waiting = approver.get("/approvals").get(0);
            approver.post("/approvals/" + waiting.path("id").asString() + "/decision", Map.of("approve", true, "contentHash", waiting.path("contentHash").asString()));
        }
        var planning = program(company, company.as("PLANNING"));
        planning.post(at + "/schedule", Map.of("day", "2026-05-07", "version", version(planning, at)));
        planning.refused(409, at + "/receipt", Map.of("day", "2026-05-06", "version", version(planning, at)));
        planning.post(at + "/shipment", Map.of("day", "2026-05-06", "deliveryNote", "SH-9", "version", version(planning, at)));
        var whole = sales.post(at + "/receipt", Map.of("day", "2026-05-06", "version", version(sales, at)));
        assertThat(whole.path("row").path("state").asString()).isEqualTo("RECEIVED");
        assertThat(whole.path("steps").valueStream().map(s -> s.path("kind").asString()).toList())
                .containsExactly("PROPOSED", "CHANGED", "APPROVED", "SCHEDULED", "SHIPPED", "RECEIVED");
        sales.post("/replenishments", order("1", "1"));
        sales.post("/replenishments/BH-2026-0002/withdrawal", Map.of("reason", "不要了", "version", version(sales, "/replenishments/BH-2026-0002")));
        assertThat(sales.get("/replenishments?state=WITHDRAWN")).hasSize(1);
        assertThat(sales.get("/replenishments?urgent=true&q=FP-330")).hasSize(2);
    }

    @Test
    @Clause("001/5.3.4")
    void an_urgent_order_is_released_before_its_approval() {
        clock.set("2026-05-06T09:05");
        var company = cast.company("P001");
        var sales = program(company, company.salesClerk());
        sales.post("/complaints", Map.of("text", "面板划伤", "complainant", Map.of("name", "石磊", "organisation", "博衡车联", "phone", "", "mail", ""),
                "lines", List.of(Map.of("part", "FP-330", "lot", "260421A", "quantity", 5, "unit", "件", "defect", "划伤"))));
        sales.post("/replenishments", order("3", "100"));
        var at = "/replenishments/BH-2026-0001";
        sales.refused(403, at + "/release", Map.of("reason", "急", "version", version(sales, at)));
        var head = program(company, company.as("PRODUCTION_HEAD"));
        assertThat(head.refused(422, at + "/release", Map.of("reason", " ", "version", version(head, at))).toString()).contains("reason");
        var released = head.post(at + "/release", Map.of("reason", "总经理出差", "version", version(head, at)));
        assertThat(released.path("row").path("state").asString()).isEqualTo("RELEASED");
        assertThat(released.path("releases").get(0).path("due").asString()).isEqualTo("2026-05-08");
        assertThat(sales.get("/replenishments?outstanding=true")).hasSize(1);
        head.refused(409, at + "/release", Map.of("reason", "再一次", "version", version(head, at)));
    }

    private static int version(Program program, String at) {
        return program.get(at).path("row").path("version").asInt();
    }
}
