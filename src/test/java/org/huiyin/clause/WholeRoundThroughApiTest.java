package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.campaign.RoundStage;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.ApiTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A whole round driven by programs alone: from a messy list to the customer who was told (001/5.4). */
@HuiyinTest
@Import(RoundStage.class)
class WholeRoundThroughApiTest {

    private static final String CUSTOMERS = """
            屿衡精密 2026 年客户一览,,,,,,,,,,,,,,,
            制表：林晓棠,,,,,,,,,,,,,,,
            客户编号,客户名称,企业性质,规模,主要产品,需求,客户类别,区域,合作日期,配合度,发展潜力,付款情况,行业知名,联系人,职务,邮箱
            C001,晨曜车载音响(深圳)有限公司,民营,５００人,车载功放,每月 3 万台,整车配套,华南,2020年2月1日,非常融洽,大,按时,是,高屹,供应商质量,gao@chenyao.example
            C002,明岳电子有限公司,合资,200 人,连接器,每月 10 万只,售后,华东,2023/5/1,较好,较大,需提醒,否,魏来,物流,wei@mingyue.example
            ,,,,,,,,,,,,,,,
            C001,晨曜车载音响（深圳）有限公司,,,,,,,,,,,,陈可,采购,chen@chenyao.example
            C004,北辰实业,民营,80 人,外壳,不定,其他,华北,43527,非常融洽,大,极差,是,方圆,采购,fang@beichen.example
            C005,坏日期,民营,10,外壳,不定,其他,华北,下辈子,,,,,,,
            合计,,,,,,,,,,,,,,,
            """;
    private static final String CONTACTS = "客户名称,联系人,职务,权重,邮箱\n北辰实业,方圆,采购,2,fang@beichen.example\n没有这家,甲,采购,1,\n";
    private static final String SALES = """
            客户编号,2025年10月（万元）,2025年11月（万元）,2026年1月（万元）,2026年2月（万元）
            C001,10,１２.5,15,¥11.12
            C002,4,5,4,"3,.0"
            C004,20,20,1,1
            """;
    private static final List<String> ITEMS = List.of("appearance", "dimensions", "packaging", "performance", "life", "improvement", "delivery",
            "transport", "price", "service");

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Later later;
    @Autowired ApiTokens tokens;
    @LocalServerPort int port;

    private final Set<String> gone = Program.memory();
    private Cast.Troupe company;
    private Program clerk;
    private Program head;
    private Program quality;
    private Program department;

    @BeforeEach
    void hire() {
        clock.set("2026-03-02T09:00");
        company = cast.company("P001");
        clerk = program(company.salesClerk());
        head = program(company.salesHead());
        quality = program(company.quality());
        department = program(company.departmentHead());
    }

    /** A program with every right of its person that no people's matter needs. */
    private Program program(Actor actor) {
        var scopes = actor.rights().stream().filter(right -> !right.startsWith("people.")).collect(Collectors.toSet());
        return new Program(port, company.in(() -> tokens.make(actor, "ERP", scopes, null)).secret(), gone);
    }

    @Test
    @Clause({"001/5.1.3.2", "001/5.4.1", "001/5.4.2", "001/5.4.2.1a", "001/5.4.2.1b", "001/5.4.3.1", "001/5.4.4", "001/5.4.5", "001/5.4.6.1", "001/5.4.6.2",
            "001/5.4.6.3"})
    void a_round_goes_from_the_messy_list_to_the_customer_who_was_told() {
        takeOver("CUSTOMERS", "客户.csv", CUSTOMERS.getBytes(Charset.forName("GBK")), 1);
        takeOver("CONTACTS", "联系人.csv", CONTACTS.getBytes(StandardCharsets.UTF_8), 1);
        takeOver("SALES", "销售.csv", SALES.getBytes(StandardCharsets.UTF_8), 1);
        assertThat(head.get("/customers").path("total").asInt()).isEqualTo(3);
        assertThat(head.get("/customers/C001/contacts")).hasSize(2);
        assertThat(head.get("/customers/C001/sales?from=2025-10&to=2026-02").valueStream().map(s -> s.path("amount").decimalValue().intValueExact()).toList()).contains(111_200, 125_000);
        grade();
        var round = plan();
        var answers = collect(round);
        judge(round, answers);
        freeze(round);
        results(round);
        improve(round);
        description();
    }

    private void takeOver(String kind, String name, byte[] content, int bad) {
        var id = head.upload("/customer-imports?kind=" + kind + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), content).path("id").asString();
        assertThat(head.get("/customer-imports/" + id + "/columns").path("missing")).isEmpty();
        head.post("/customer-imports/" + id + "/columns", Map.of());
        later.runDueJobs();
        var read = head.get("/customer-imports/" + id);
        assertThat(read.path("state").asString()).isEqualTo("READ");
        assertThat(read.path("counts").path("bad").asInt()).as(head.get("/customer-imports/" + id + "/bad").toString()).isEqualTo(bad);
        head.refused(409, "/customer-imports/" + id + "/taking", Map.of("goodOnly", false));
        head.post("/customer-imports/" + id + "/taking", Map.of("goodOnly", true));
        later.runDueJobs();
        assertThat(head.get("/customer-imports/" + id).path("state").asString()).isEqualTo("DONE");
    }

    private void grade() {
        var run = head.post("/gradings", Map.of());
        var number = run.path("number").asString();
        var open = run.path("open").asInt();
        for (var line : head.get("/gradings/" + number + "/lines").path("rows")) {
            if (line.path("classes").size() > 1) {
                head.refused(422, "/gradings/" + number + "/decisions", Map.of("customer", customer(line), "grade", "D", "reason", ""));
                head.post("/gradings/" + number + "/decisions", Map.of("customer", customer(line), "grade", "B", "reason", "付款已有约定"));
                open--;
            }
        }
        assertThat(open).isZero();
        assertThat(head.post("/gradings/" + number + "/confirmation", Map.of()).path("changed").asInt()).isEqualTo(3);
        assertThat(head.get("/customers/C001").path("grade").asString()).isEqualTo("A");
        assertThat(head.get("/customers/C001/grades")).isNotEmpty();
    }

    private static String customer(JsonNode line) {
        return line.path("customer").isObject() ? line.path("customer").path("value").asString() : line.path("customer").asString();
    }

    private String plan() {
        clock.set("2026-04-07T10:00");
        var wanted = Map.of("window", "APR", "title", "四月集中调查", "opensOn", "2026-04-08");
        var once = head.send("POST", "/rounds", wanted, "plan-1");
        var again = head.send("POST", "/rounds", wanted, "plan-1");
        assertThat(again.body()).isEqualTo(once.body());
        assertThat(again.headers().firstValue("Idempotent-Replay")).hasValue("true");
        assertThat(head.get("/rounds")).hasSize(1);
        var number = head.get("/rounds").get(0).path("number").asString();
        var sample = head.post("/rounds/" + number + "/sample", Map.of());
        assertThat(sample.path("strata").get(0).path("size").asInt()).as("every customer of class A").isEqualTo(1);
        head.refused(409, "/rounds/" + number + "/invitations", List.of());
        var approval = clerkless(number);
        clock.set("2026-04-08T09:00");
        return approval;
    }

    /** The plan goes to the sales manager, who may not have proposed it herself. */
    private String clerkless(String number) {
        var id = clerk.post("/rounds/" + number + "/submission", Map.of()).path("approval").asString();
        var waiting = head.get("/approvals").get(0);
        assertThat(waiting.path("id").asString()).isEqualTo(id);
        var yes = Map.of("approve", true, "contentHash", waiting.path("contentHash").asString());
        assertThat(clerk.send("POST", "/approvals/" + id + "/decision", yes, null).statusCode()).as("the proposer does not approve").isEqualTo(403);
        assertThat(head.post("/approvals/" + id + "/decision", yes).path("state").asString()).isEqualTo("APPROVED");
        assertThat(head.get("/rounds/" + number).path("state").asString()).isEqualTo("APPROVED");
        return number;
    }

    /** One contact answers by her link, one by telephone; the answers that were judged doubtful. */
    private List<String> collect(String round) {
        var prepared = head.post("/rounds/" + round + "/invitations", List.of());
        assertThat(prepared.size()).isGreaterThanOrEqualTo(3);
        var sent = head.post("/rounds/" + round + "/deliveries", Map.of());
        assertThat(sent.path("mails").asInt()).isEqualTo(prepared.size());
        assertThat(head.get("/rounds/" + round).path("state").asString()).isEqualTo("COLLECTING");
        var numbers = new java.util.ArrayList<String>();
        head.get("/rounds/" + round + "/invitations").forEach(i -> numbers.add(i.path("number").asString()));
        var chenyao = head.get("/rounds/" + round + "/invitations").valueStream().filter(i -> i.path("customer").asString().equals("C001"))
                .map(i -> i.path("number").asString()).toList();
        assertThat(chenyao).hasSize(2);
        clock.set("2026-04-09T10:00");
        answer(chenyao.get(0), "SATISFIED", Map.of("q_performance", "OPPOSED", "q_delivery", "DISSATISFIED", "c_performance", "卡扣偏紧，装配费劲"));
        answer(chenyao.get(1), "INDIFFERENT", Map.of("q_price", "DISSATISFIED"));
        var other = numbers.stream().filter(n -> !chenyao.contains(n)).findFirst().orElseThrow();
        var body = new LinkedHashMap<String, Object>(Map.of("invitation", other, "channel", "PHONE", "interviewer", company.salesHead().id().value()));
        body.put("items", Map.of("appearance", "SATISFIED"));
        var errors = head.refused(422, "/rounds/" + round + "/answers", body).path("errors");
        assertThat(errors.size()).as("a sentence for each missing item").isEqualTo(9);
        body.put("items", ITEMS.stream().collect(Collectors.toMap(i -> i, i -> "VERY_SATISFIED")));
        var key = head.post("/rounds/" + round + "/answers", body);
        assertThat(key.path("score").decimalValue()).isEqualByComparingTo("100");
        assertThat(key.path("doubts").toString()).contains("STRAIGHT_LINE");
        return List.of(other);
    }

    private void answer(String invitation, String degree, Map<String, String> others) {
        var link = head.get("/invitations/" + invitation + "/link").path("link").asString();
        assertThat(head.get("/invitations/" + invitation + "/text").path("text").asString()).contains(link);
        var path = URI.create(link).getPath();
        assertThat(page("GET", path, Map.of()).body()).contains("外观", "日常服务");
        var form = new LinkedHashMap<String, String>();
        ITEMS.forEach(item -> form.put("q_" + item, degree));
        form.putAll(others);
        form.put("t", String.valueOf(clock.instant().getEpochSecond() - 60));
        for (int i = 0; i < 2; i++) {
            assertThat(page("POST", path, form).body()).contains("收到了，谢谢您");
        }
    }

    private HttpResponse<String> page(String method, String path, Map<String, String> form) {
        var body = form.entrySet().stream().map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        } catch (java.io.IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void judge(String round, List<String> doubtful) {
        assertThat(head.get("/rounds/" + round + "/answers").path("counts").path("doubtful").asInt()).isEqualTo(doubtful.size());
        for (var key : doubtful) {
            var confirmed = Map.of("verdict", "CONFIRMED", "reason", "品质回电，确是本人意见");
            head.refused(409, "/rounds/" + round + "/answers/" + key + "/decision", confirmed);
            assertThat(quality.post("/rounds/" + round + "/answers/" + key + "/decision", confirmed).path("validity").asString()).isEqualTo("CONFIRMED");
        }
    }

    private void freeze(String round) {
        assertThat(head.refused(409, "/rounds/" + round + "/freeze", Map.of()).path("detail").asString()).isNotBlank();
        clock.set("2026-05-09T09:00");
        head.post("/rounds/" + round + "/checking", Map.of("reason", ""));
        assertThat(head.post("/rounds/" + round + "/freeze", Map.of()).path("frozen").asBoolean()).isFalse();
        head.refused(409, "/rounds/" + round + "/freeze", Map.of());
        quality.refused(403, "/rounds/" + round + "/freeze", Map.of());
        assertThat(program(company.qualityHead()).post("/rounds/" + round + "/freeze", Map.of()).path("frozen").asBoolean()).isTrue();
        later.runDueJobs();
        assertThat(head.get("/rounds/" + round).path("state").asString()).isEqualTo("FROZEN");
    }

    private void results(String round) {
        var result = head.get("/rounds/" + round + "/results");
        assertThat(result.path("provisional").asBoolean()).isFalse();
        assertThat(result.path("result").path("answeredInvitations").asInt()).isEqualTo(3);
        var worst = head.get("/rounds/" + round + "/results/customers").get(0);
        assertThat(worst.path("code").asString()).isEqualTo("C001");
        assertThat(worst.path("score").decimalValue()).as("the weighted mean of both contacts").isBetween(new java.math.BigDecimal("57"), new java.math.BigDecimal("62"));
    }

    private void improve(String round) {
        var actions = department.get("/actions?open=true");
        assertThat(actions).as("the frozen round proposed actions").isNotEmpty();
        var number = actions.get(0).path("number").asString();
        var owner = company.departmentHead().id().value();
        assertThat(department.post("/actions/" + number + "/acceptance", Map.of("owner", owner)).path("action").path("state").asString()).isEqualTo("ANALYSING");
        department.refused(409, "/actions/" + number + "/analysis", Map.of("words", "不知道"));
        String parent = null;
        for (int level = 1; level <= 5; level++) {
            var body = new LinkedHashMap<String, Object>(Map.of("words", "因为 " + level));
            if (parent != null) {
                body.put("parent", parent);
            }
            var causes = department.post("/actions/" + number + "/causes", body).path("causes");
            parent = causes.get(causes.size() - 1).path("id").asString();
        }
        department.post("/actions/" + number + "/analysis", Map.of("words", "模具检具没有含卡扣力"));
        var measures = department.post("/actions/" + number + "/measures",
                Map.of("kind", "CORRECTIVE", "words", "检具加卡扣力", "owner", owner, "due", "2026-05-20")).path("measures");
        clock.set("2026-05-18T10:00");
        department.post("/actions/" + number + "/measures/" + measures.get(0).path("id").asString() + "/done", Map.of("words", "WI-07 B 版"));
        var verified = Map.of("origin", "SURVEY", "verdict", "EFFECTIVE", "criterion", "三批没有再发生", "finding", "三批都好");
        department.refused(403, "/actions/" + number + "/verification", verified);
        assertThat(quality.post("/actions/" + number + "/verification", verified).path("action").path("state").asString()).isEqualTo("TELLING");
        assertThat(head.refused(409, "/actions/" + number + "/closing", Map.of("words", "")).path("detail").asString()).contains("晨曜");
        head.post("/actions/" + number + "/told", Map.of("channel", "PHONE", "contact", "高屹", "words", "已告知改好", "reaction", "ACCEPTED"));
        assertThat(head.post("/actions/" + number + "/closing", Map.of("words", "可以关了")).path("action").path("state").asString()).isEqualTo("CLOSED");
        assertThat(head.get("/actions/" + number).path("steps").toString()).contains("PROPOSED", "ACCEPTED", "VERIFIED", "TOLD", "CLOSED");
        var voices = head.get("/voices?q=" + URLEncoder.encode("卡扣", StandardCharsets.UTF_8));
        assertThat(voices).as("the comment is a voice that gets its answer").isNotEmpty();
        assertThat(head.get("/echo-rate?from=2026-05-01&to=2026-05-31").isObject()).isTrue();
        assertThat(head.get("/work").isArray()).isTrue();
    }

    /** Every way gone above stands in the published description. */
    private void description() {
        var paths = head.get("/openapi").path("paths");
        var patterns = paths.propertyNames().stream().collect(Collectors.toMap(
                path -> Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+")), path -> paths.path(path)));
        assertThat(gone).filteredOn(way -> !way.endsWith("/openapi")).allSatisfy(way -> {
            var method = way.substring(0, way.indexOf(' ')).toLowerCase(java.util.Locale.ROOT);
            var path = "/api/v1" + way.substring(way.indexOf(' ') + 1);
            assertThat(patterns.entrySet().stream().anyMatch(p -> p.getKey().matcher(path).matches() && p.getValue().has(method))).as(way).isTrue();
        });
    }
}
