package org.huiyin.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What cannot be true, or cannot be read, at the intake: a sentence at its field, and nothing kept. */
@HuiyinTest
class BadIntakeTest {

    private static final Pattern SAID = Pattern.compile("(?:class=\"err\"|note bad\")[^>]*>([^\n]{0,2000})");

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Complaints complaints;
    @Autowired Catalogue catalogue;
    @LocalServerPort int port;

    private static Map<String, String> typed(String... changed) {
        var form = new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "who", "博衡车联", "customer", "-", "receivedAt", "2026-05-06T09:05", "channel", "PHONE",
                "text", "面板划伤", "kind", "COMPLAINT", "phase", "AFTER"));
        form.putAll(Map.of("lines[0].part", "FP-330", "lines[0].quantity", "5 件", "lines[1].part", ""));
        for (int i = 0; i < changed.length; i += 2) {
            form.put(changed[i], changed[i + 1]);
        }
        return form;
    }

    private static String said(HttpResponse<String> answer) {
        var main = answer.body().substring(Math.max(0, answer.body().indexOf("<main")));
        return answer.statusCode() + " " + SAID.matcher(main).results().map(found -> found.group(1).replaceAll("<[^>]+>", " ").strip()).collect(Collectors.joining(" "));
    }

    @Test
    @Clause("001/5.2.1.1")
    void what_cannot_be_is_told_in_a_sentence_at_its_field_and_nothing_is_taken_in() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        troupe.run(() -> {
            catalogue.learn(troupe.quality(), "FP-330", "面板", "件", "260421B");
            catalogue.learn(troupe.quality(), "ZJ-204", "支架", "件", "260218A");
        });
        var web = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        var at = "/c/" + troupe.slug() + "/complaints";
        web.get(at + "/new");
        var wrong = new ArrayList<String>();
        var cases = new LinkedHashMap<String, Map<String, String>>();
        cases.put("里有两个单位", typed("lines[0].quantity", "5件2箱"));
        cases.put("同一零件请用一个单位", typed("lines[1].part", "FP-330", "lines[1].quantity", "2 箱"));
        cases.put("260218A 是 ZJ-204 的批", typed("lines[0].lot", "260218A"));
        cases.put("还没到", typed("receivedAt", "2026-05-07T09:05"));
        cases.put("看不懂", typed("receivedAt", "下午三点"));
        cases.put("早于 20 年以前", typed("receivedAt", "1926-05-06T09:05"));
        cases.put("不能早于收到", typed("date", "2026-05-05"));
        cases.put("最多 80 个字", typed("lines[0].part", "X".repeat(500)));
        cases.put("最多 200", typed("lines[0].partName", "名".repeat(201)));
        cases.put("最多 200 ", typed("lines[0].defect", "缺".repeat(201)));
        cases.put("最多 80", typed("segment", "市".repeat(81)));
        cases.put("最多 20", typed("lines[0].quantity", "5 " + "件".repeat(21)));
        cases.put("数量", typed("lines[0].quantity", "-5 件"));
        cases.put("数量 ", typed("lines[0].quantity", "99999999999999999999 件"));
        cases.put("公里", typed("lines[0].mileage", "很多"));
        cases.put("17", typed("lines[0].vin", "LSV123"));
        cases.put("邮件地址", typed("mail", "gao@"));
        cases.put("客户说了什么", typed("text", ""));
        cases.put("年以后了", typed("date", "2062-05-05"));
        cases.put("40,000", typed("text", "长".repeat(40_001)));
        cases.forEach((words, form) -> {
            var answer = web.post(at, form);
            var said = said(answer);
            if (!said.startsWith("422") || !said.contains(words.strip())) {
                wrong.add(words + ": " + said);
            }
        });
        for (var form : List.of(typed("kind", "GOSSIP"), typed("channel", "SMOKE"), typed("phase", "NEVER"), typed("receivedBy", "nobody"), typed("customer", "x".repeat(36)),
                typed("customer", UUID.randomUUID().toString()), typed("date", "0000-99-99"), typed("date", "9999-12-31"), typed("time", "25:61"), typed("text", "零\0字"),
                typed("lines[0].quantity", "1e9"), typed("id", "none"), typed("segment", "\u202e"))) {
            var answer = web.post(at, form);
            if (answer.statusCode() >= 500) {
                wrong.add(form + ": " + said(answer));
            }
        }
        assertThat(wrong).isEmpty();
    }
}
