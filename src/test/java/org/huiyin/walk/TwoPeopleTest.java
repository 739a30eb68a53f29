package org.huiyin.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.campaign.Rounds;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.huiyin.notification.Webhooks;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.procedure.ProfileDrafts;
import org.huiyin.survey.Questionnaires;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people on one record: the second sees the first's change beside hers, and takes it over without typing again. */
@HuiyinTest
class TwoPeopleTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Customers customers;
    @Autowired Contacts contacts;
    @Autowired Rounds rounds;
    @Autowired People people;
    @Autowired Calendars calendars;
    @Autowired ProfileDrafts drafts;
    @Autowired Questionnaires questionnaires;
    @Autowired Webhooks webhooks;
    @LocalServerPort int port;

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    /** What the first changes, what the second wants, and which field of the first she takes. */
    private void twice(String first, String second, String form, String target, Map<String, String> theirs, Map<String, String> mine, String taken,
            String shown) {
        var one = Browserless.of(port, first);
        var two = Browserless.of(port, second);
        var version = field(two.get(form).body(), "version");
        one.get(form);
        assertThat(one.post(target, with(theirs, version)).statusCode()).as(target).isEqualTo(302);
        var stale = two.post(target, with(mine, version));
        assertThat(stale.statusCode()).as(target).isEqualTo(409);
        assertThat(stale.body()).as(target).contains(shown, "按我选的保存", "name=\"_take." + taken + "\"");
        var again = new LinkedHashMap<String, String>();
        var hidden = HIDDEN.matcher(stale.body());
        while (hidden.find()) {
            if (!hidden.group(1).equals("_csrf")) {
                again.put(hidden.group(1), unescaped(hidden.group(2)));
            }
        }
        Pattern.compile("name=\"_take\\.([^\"]+)\" value=\"yours\"").matcher(stale.body()).results()
                .forEach(found -> again.put("_take." + found.group(1), found.group(1).equals(taken) ? "theirs" : "yours"));
        var saved = two.post(target, again);
        assertThat(saved.statusCode()).as(target + " " + again + saved.body()).isEqualTo(302);
    }

    private static String unescaped(String text) {
        return text.replace("&#34;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'").replace("&amp;", "&");
    }

    private static String field(String body, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private static Map<String, String> with(Map<String, String> fields, String version) {
        var all = new LinkedHashMap<>(fields);
        all.put("version", version);
        return all;
    }

    @Test
    @Clause("001/5.1.3.2")
    void on_a_customer_and_a_contact() {
        var troupe = cast.company("P001");
        var id = troupe.in(() -> customers.create(troupe.salesHead(), CustomerDetails.named("博衡车联")));
        var code = troupe.in(() -> customers.get(id).code());
        var at = "/c/" + troupe.slug() + "/customers/" + code;
        twice(troupe.loginOf("SALES_HEAD"), troupe.adminLogin(), at + "/edit", at, Map.of("code", code, "name", "博衡车联科技", "potential", "LARGE"),
                Map.of("code", code, "name", "博衡车联", "region", "华东"), "name", "博衡车联科技");
        var kept = troupe.in(() -> customers.get(id).details());
        assertThat(kept.name()).isEqualTo("博衡车联科技");
        assertThat(kept.region()).isEqualTo("华东");
        var contact = troupe.in(() -> contacts.add(troupe.salesHead(), id, new ContactDetails("高屹", "QUALITY", java.math.BigDecimal.ONE, "g@b.example", null, null, null, "zh-CN")));
        twice(troupe.loginOf("SALES_HEAD"), troupe.adminLogin(), at + "/contacts/" + contact, at + "/contacts/" + contact,
                Map.of("name", "高屹", "role", "QUALITY", "weight", "1", "language", "zh-CN", "email", "gao@b.example"),
                Map.of("name", "高 屹", "role", "QUALITY", "weight", "2", "language", "zh-CN", "email", "g@b.example"), "email", "gao@b.example");
        assertThat(troupe.in(() -> contacts.get(contact)).email()).isEqualTo("gao@b.example");
        assertThat(troupe.in(() -> contacts.get(contact)).name()).isEqualTo("高 屹");
    }

    @Test
    @Clause("001/5.4.2.1")
    void on_a_round_and_its_wording() {
        var troupe = cast.company("P001");
        clock.set("2026-03-20T09:00");
        var browser = Browserless.of(port, troupe.loginOf("SALES_HEAD"));
        var base = "/c/" + troupe.slug() + "/rounds";
        browser.get(base + "/new");
        var made = browser.location(browser.post(base, Map.of("kind", "CENTRAL", "window", "APR", "title", "四月调查", "opensOn", "2026-04-01", "closesOn", "2026-04-30")));
        assertThat(made).isNotEmpty();
        var round = made.replaceAll("/sample.*|\\?.*", "");
        twice(troupe.loginOf("SALES_HEAD"), troupe.loginOf("SALES_CLERK"), round + "/plan", round + "/plan",
                Map.of("title", "四月集中调查", "opensOn", "2026-04-02", "closesOn", "2026-04-30"),
                Map.of("title", "春季调查", "opensOn", "2026-04-01", "closesOn", "2026-04-28"), "opensOn", "四月集中调查");
        var number = round.substring(round.lastIndexOf('/') + 1);
        var kept = troupe.in(() -> rounds.list().stream().filter(r -> r.number().equals(number)).findFirst().orElseThrow());
        assertThat(kept.title()).isEqualTo("春季调查");
        assertThat(kept.opensOn()).isEqualTo(LocalDate.of(2026, 4, 2));
    }

    @Test
    void on_a_person() {
        var troupe = cast.company("P001");
        var who = troupe.another("QUALITY", "周衡");
        var second = troupe.another("ADMIN", "第二位管理员");
        var login = "admin-" + second.value().toString().substring(24) + "@" + troupe.slug();
        var at = "/c/" + troupe.slug() + "/settings/people/" + who.value();
        twice(troupe.adminLogin(), login, at, at, Map.of("name", "周衡", "roles", "QUALITY_HEAD", "phone", "1390000"),
                Map.of("name", "周 衡", "roles", "QUALITY"), "roles", "品质");
        var kept = troupe.in(() -> people.get(who));
        assertThat(kept.roles()).containsExactly("QUALITY_HEAD");
        assertThat(kept.name()).isEqualTo("周 衡");
        assertThat(kept.phone()).isNull();
    }

    @Test
    void on_the_week_of_the_calendar() {
        var troupe = cast.company("P001");
        var second = troupe.another("ADMIN", "第二位管理员");
        var login = "admin-" + second.value().toString().substring(24) + "@" + troupe.slug();
        var at = "/c/" + troupe.slug() + "/settings/calendar";
        twice(troupe.adminLogin(), login, at, at, Map.of("weekend", "7"), Map.of("weekend", "5"), "weekend", "管理员");
        assertThat(troupe.in(calendars::settings).weekend()).containsExactly(java.time.DayOfWeek.SUNDAY);
    }

    @Test
    @Clause("000/H1")
    void on_a_setting_of_the_draft_of_the_procedure() {
        var troupe = cast.company("P001");
        var one = Browserless.of(port, troupe.adminLogin());
        var second = troupe.another("ADMIN", "第二位管理员");
        var two = Browserless.of(port, "admin-" + second.value().toString().substring(24) + "@" + troupe.slug());
        var base = "/c/" + troupe.slug() + "/procedure/draft/setting";
        var version = field(one.get(base + "?path=survey.returnDays").body(), "version");
        two.get(base + "?path=survey.returnDays");
        assertThat(one.post(base, Map.of("path", "survey.returnDays", "version", version, "value", "25")).statusCode()).isEqualTo(302);
        var stale = two.post(base, Map.of("path", "survey.returnDays", "version", version, "value", "28"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("管理员", "25", "28", "按我选的保存");
        assertThat(two.post(base, Map.of("path", "survey.returnDays", "version", field(stale.body(), "version"), "value", "28")).statusCode()).isEqualTo(302);
        assertThat(troupe.in(() -> drafts.current().orElseThrow().content().at("survey.returnDays").asInt())).isEqualTo(28);
    }

    @Test
    @Clause("001/5.4.2.1")
    void on_a_questionnaire() {
        var troupe = cast.company("P001");
        troupe.run(() -> questionnaires.open(troupe.salesHead(), "TEN_ITEMS"));
        var second = troupe.another("SALES_HEAD", "第二位经理");
        var login = "sales_head-" + second.value().toString().substring(24) + "@" + troupe.slug();
        var at = "/c/" + troupe.slug() + "/questionnaires/TEN_ITEMS/draft";
        var item = Map.of("id", "appearance", "label_zhCN", "外观", "label_zhTW", "外觀", "label_en", "Appearance", "hint_zhCN", "", "hint_zhTW", "", "hint_en", "");
        var first = new LinkedHashMap<>(item);
        first.putAll(Map.of("label_zhCN", "外观与标识", "title_zhCN", "满意度问卷", "title_zhTW", "滿意度問卷", "title_en", "Survey", "minutes", "1"));
        var mine = new LinkedHashMap<>(item);
        mine.putAll(Map.of("label_en", "Looks", "title_zhCN", "满意度问卷", "title_zhTW", "滿意度問卷", "title_en", "Survey", "minutes", "1"));
        twice(troupe.loginOf("SALES_HEAD"), login, at, at + "/items", first, mine, "label_zhCN#0", "外观与标识");
        var kept = troupe.in(() -> questionnaires.draft("TEN_ITEMS").orElseThrow().content().items().getFirst());
        assertThat(kept.label("zh-CN")).isEqualTo("外观与标识");
        assertThat(kept.label("en")).isEqualTo("Looks");
    }

    @Test
    void on_a_webhook() {
        var troupe = cast.company("P001");
        var hook = troupe.in(() -> webhooks.add(troupe.admin(), "https://erp.example/hook", java.util.Set.of("approval.decided")));
        var second = troupe.another("ADMIN", "第二位管理员");
        var login = "admin-" + second.value().toString().substring(24) + "@" + troupe.slug();
        var at = "/c/" + troupe.slug() + "/webhooks/" + hook.id();
        twice(troupe.adminLogin(), login, at, at, Map.of("url", "https://erp.example/new", "events", "approval.decided", "on", "true"),
                Map.of("url", "https://erp.example/hook", "events", "approval.requested", "on", "true"), "url", "https://erp.example/new");
        var kept = troupe.in(() -> webhooks.get(troupe.admin(), hook.id()));
        assertThat(kept.url()).isEqualTo("https://erp.example/new");
        assertThat(kept.events()).containsExactly("approval.requested");
    }
}
