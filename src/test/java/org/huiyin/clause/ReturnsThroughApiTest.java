package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.ApiTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A warehouse program and an ERP take goods back, and bring them back, through the API alone. */
@HuiyinTest
class ReturnsThroughApiTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired ApiTokens tokens;
    @Autowired Customers customers;
    @LocalServerPort int port;

    private Program program(Cast.Troupe company, Actor actor) {
        return new Program(port, company.in(() -> tokens.make(actor, "WMS", actor.rights(), null)).secret(), Program.memory());
    }

    private static int version(JsonNode whole) {
        return whole.path("goods").path("version").asInt();
    }

    @Test
    @Clause({"001/5.3.1", "001/5.3.2", "001/5.3.3", "001/3.5"})
    void programs_take_goods_back_and_bring_them_home() {
        clock.set("2026-06-08T09:00");
        var company = cast.company("P001");
        var sales = program(company, company.salesHead());
        var quality = program(company, company.quality());
        var warehouse = program(company, company.as("WAREHOUSE"));
        var planning = program(company, company.as("PLANNING"));
        var process = program(company, company.as("PROCESS"));
        var production = program(company, company.as("PRODUCTION"));

        var clerk = program(company, company.salesClerk());
        var made = clerk.post("/returns", Map.of("sender", "远航电机", "fetchOn", "2026-06-10", "backBy", "2026-06-24", "reason", "轴偏心",
                "lines", List.of(Map.of("part", "ZJ-77", "lot", "L5", "quantity", 410, "unit", "件"))));
        var at = "/returns/" + made.path("goods").path("number").asString();
        assertThat(at).isEqualTo("/returns/TH-2026-0001");
        assertThat(planning.refused(409, at + "/fetching", Map.of("day", "2026-06-10", "version", version(made))).path("detail").asString()).contains("还没有确认");
        var whole = quality.post(at + "/ground", Map.of("ground", "OURS", "words", "与样件一致", "version", version(made)));
        whole = planning.post(at + "/fetching", Map.of("day", "2026-06-10", "version", version(whole)));
        warehouse.refused(422, at + "/counts", Map.of("place", "B-1", "lines", List.of(Map.of("line", 1, "quantity", -2)), "version", version(whole)));
        whole = warehouse.post(at + "/counts", Map.of("place", "B-1", "lines", List.of(Map.of("line", 1, "quantity", 405)), "version", version(whole)));
        assertThat(whole.path("goods").path("lines").path(0).path("differences").path(0).path("kind").asString()).isEqualTo("SHORT");
        whole = clerk.post(at + "/tellings", Map.of("matter", "DIFFERENCE", "way", "PHONE", "who", "老秦", "words", "少 5 件", "version", version(whole)));
        whole = quality.post(at + "/analyses", Map.of("line", 1, "method", "跳动复测", "finding", "偏心 0.08", "version", version(whole)));
        whole = quality.post(at + "/judgements", Map.of("line", 1, "shares", Map.of("OURS", 405), "words", "超差", "version", version(whole)));
        whole = quality.post(at + "/dispositions", Map.of("line", 1, "disposals", List.of(Map.of("verdict", "OURS", "disposition", "REWORK", "quantity", 400),
                Map.of("verdict", "OURS", "disposition", "CREDIT", "quantity", 5)), "version", version(whole)));
        whole = process.post(at + "/instructions", Map.of("words", "重新磨轴", "document", "WI-31 A 版", "version", version(whole)));
        whole = planning.post(at + "/schedules", Map.of("begin", "2026-06-11", "ready", "2026-06-18", "version", version(whole)));
        var problem = production.refused(422, at + "/reworks", Map.of("line", 1, "taken", 400, "good", 391, "scrap", 8, "version", version(whole)));
        assertThat(problem.toString()).contains("投入 400，合格 391 加报废 8 是 399 件");
        production.refused(409, at + "/reworks", Map.of("line", 1, "taken", 400, "good", 392, "scrap", 8, "version", 1));
        whole = production.post(at + "/reworks", Map.of("line", 1, "taken", 400, "good", 392, "scrap", 8, "version", version(whole)));
        whole = process.post(at + "/effects", Map.of("checked", 40, "bad", 0, "words", "有效", "version", version(whole)));
        whole = warehouse.post(at + "/deliveries", Map.of("note", "SH-9", "lines", List.of(Map.of("line", 1, "quantity", 392)), "version", version(whole)));
        assertThat(whole.path("goods").path("stage").asString()).isEqualTo("HANDLED");
        whole = quality.post(at + "/costs", Map.of("kind", "REWORK", "amount", 880, "version", version(whole)));
        whole = clerk.post(at + "/tellings", Map.of("matter", "VERDICT", "way", "MAIL", "version", version(whole)));
        whole = clerk.post(at + "/closing", Map.of("reason", "", "version", version(whole)));
        assertThat(whole.path("goods").path("stage").asString()).isEqualTo("CLOSED");
        assertThat(whole.path("events")).hasSizeGreaterThan(14);
        whole = clerk.post(at + "/reopening", Map.of("reason", "客户又找到 5 件", "version", version(whole)));
        assertThat(clerk.get("/returns?q=zj77&open=true")).hasSize(1);

        var unknown = warehouse.post("/returns/arrivals", Map.of("place", "A-1", "lines", List.of(Map.of("part", "ZJ-77", "stated", 6, "counted", 5, "unit", "件"))));
        var found = "/returns/" + unknown.path("goods").path("number").asString();
        assertThat(warehouse.send("PUT", found + "/lines", Map.of("lines", List.of(Map.of("line", 1, "quantity", 5)), "version", version(unknown)), null).statusCode()).isEqualTo(422);
        var corrected = warehouse.send("PUT", found + "/lines", Map.of("lines", List.of(Map.of("line", 1, "quantity", 5), Map.of("part", "ZJ-79", "quantity", 2, "unit", "件")),
                "reason", "看错了送货单", "version", version(unknown)), null);
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        unknown = warehouse.get(found);
        assertThat(unknown.path("goods").path("lines").path(0).path("differences")).isEmpty();
        assertThat(unknown.path("goods").path("lines").path(0).path("formers").path(0).path("stated").decimalValue()).isEqualByComparingTo("6");
        assertThat(unknown.path("goods").path("lines")).hasSize(2);
        var code = company.in(() -> customers.get(customers.create(company.salesHead(), CustomerDetails.named("远航电机"))).code());
        warehouse.refused(409, found + "/customer", Map.of("customer", code, "reason", "", "version", version(unknown)));
        unknown = sales.post(found + "/customer", Map.of("customer", code, "reason", "来电话了", "version", version(unknown)));
        assertThat(unknown.path("goods").path("customerName").asString()).isEqualTo("远航电机");
        assertThat(sales.get("/complaints/" + unknown.path("goods").path("complaintNumber").asString()).toString()).contains("远航电机");

        var came = warehouse.post("/returns/arrivals", Map.of("sender", "不知名", "place", "A-1", "lines", List.of(Map.of("part", "ZJ-77", "counted", 0, "unit", "件"))));
        assertThat(came.path("goods").path("kind").asString()).isEqualTo("UNANNOUNCED");
        warehouse.refused(422, "/returns/arrivals", Map.of("place", "A-1", "lines", List.of(Map.of("part", "ZJ-77", "counted", -1, "unit", "件"))));
        var other = sales.post("/returns", Map.of("sender", "远航电机", "reason", "错货", "lines", List.of(Map.of("part", "ZJ-78", "quantity", 3, "unit", "件"))));
        assertThat(other.path("goods").path("salesOwner").isMissingNode()).isFalse();
        assertThat(other.path("goods").path("stage").asString()).isEqualTo("ANNOUNCED");
        var number = other.path("goods").path("number").asString();
        sales.post("/returns/" + number + "/promise", Map.of("backBy", "2026-06-30", "reason", "客户电话", "version", version(other)));
        sales.post("/returns/" + number + "/cancelling", Map.of("reason", "客户自己处理", "version", version(sales.get("/returns/" + number))));
    }
}
