package org.huiyin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
class SettingsBrowserTest {

    @Autowired Cast cast;
    @Autowired Later later;
    @Autowired People people;
    @LocalServerPort int port;

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/look/" + name + ".png")));
    }

    private static void send(Page page, String label) {
        page.locator("main button", new Page.LocatorOptions().setHasText(label)).first().click();
    }

    @Test
    void an_administrator_enters_a_colleague_who_then_signs_in(Page page) {
        var troupe = cast.company("P001");
        var home = "/c/" + troupe.slug();
        Door.signIn(page, port, troupe.adminLogin(), home + "/settings/departments");
        page.fill("#f-name", "业务部");
        send(page, "添加部门");
        assertThat(page.textContent(".toast")).contains("业务部");
        page.navigate("http://localhost:" + port + home + "/settings/people/new");
        page.fill("#f-name", "苏晚晴");
        page.selectOption("#f-department", new com.microsoft.playwright.options.SelectOption().setLabel("业务部"));
        page.fill("#f-email", "no-address");
        page.locator("label.check", new Page.LocatorOptions().setHasText("业务经理")).click();
        page.fill("#f-login", "su@" + troupe.slug());
        page.fill("#f-password", "given-for-the-first-day");
        page.evaluate("document.querySelector('main form').noValidate = true");
        look(page, "person-new");
        send(page, "添加");
        assertThat(page.textContent("#f-email-e")).contains("name@company");
        assertThat(page.inputValue("#f-name")).isEqualTo("苏晚晴");
        page.fill("#f-email", "su@huiyin.example");
        page.fill("#f-password", "given-for-the-first-day");
        send(page, "添加");
        assertThat(page.textContent(".toast")).contains("苏晚晴");
        look(page, "person");
        page.navigate("http://localhost:" + port + home + "/settings/people?q=swq");
        assertThat(page.textContent("table.tbl tbody")).contains("苏晚晴", "业务经理").doesNotContain("管理员");
        var browser = new Browserless(port);
        browser.signIn("su@" + troupe.slug(), "given-for-the-first-day");
        assertThat(browser.location(browser.get("/"))).isEqualTo("/password");
    }

    @Test
    void the_second_of_two_who_change_one_person_sees_who_was_first(Page page) {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var admin = troupe.admin();
        Door.signIn(page, port, troupe.adminLogin(), "/c/" + troupe.slug() + "/settings/people/" + clerk.id().value());
        troupe.run(() -> people.change(admin, clerk.id(), new NewPerson("林晓棠", null, null, "123", null), java.util.Set.of("SALES_CLERK"),
                people.get(clerk.id()).version()));
        page.fill("#f-name", "林晓唐");
        send(page, "存好");
        assertThat(page.textContent("main")).contains("别人刚改过", "管理员");
    }

    @Test
    void the_calendar_shows_the_year_and_takes_in_another(Page page) {
        var troupe = cast.company("P001");
        Door.signIn(page, port, troupe.adminLogin(), "/c/" + troupe.slug() + "/settings/calendar");
        assertThat(page.locator(".cal td.on").count()).isEqualTo(6);
        assertThat(page.locator(".cal td.off").count()).isEqualTo(33);
        look(page, "calendar");
        page.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/settings/calendar?year=2027");
        assertThat(page.textContent(".note.warn")).contains("2027 年的放假安排还没公布");
        var file = "date,kind,name zh-CN,name zh-TW,name en\n2027-01-01,OFF,元旦,元旦,New Year\n";
        page.setInputFiles("#f-file", new FilePayload("cn-2027.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        page.fill("#f-imported", "2027");
        send(page, "导入");
        assertThat(page.locator(".note.warn").count()).isZero();
        assertThat(page.locator(".cal td.off").count()).isEqualTo(1);
        page.setInputFiles("#f-file", new FilePayload("wrong.csv", "text/csv", "a\nnot a line\n".getBytes(StandardCharsets.UTF_8)));
        page.fill("#f-imported", "2028");
        send(page, "导入");
        assertThat(page.textContent("#f-file-e")).contains("第 2 行看不懂");
    }

    @Test
    void every_page_of_the_settings_can_be_looked_at(Page page) {
        var troupe = cast.company("P001");
        troupe.salesClerk();
        troupe.salesHead();
        troupe.auditor();
        var home = "/c/" + troupe.slug();
        Door.signIn(page, port, troupe.adminLogin(), home + "/settings");
        later.runRoutine(troupe.id(), "audit.seal");
        for (var path : new String[] {"settings", "settings/people", "settings/departments", "settings/roles", "settings/roles/SALES_HEAD",
            "settings/delegations", "settings/tokens", "settings/company", "me", "audit", "audit/verification"}) {
            page.setViewportSize(1440, 900);
            page.navigate("http://localhost:" + port + home + "/" + path);
            assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
            look(page, path.replace('/', '-'));
            page.setViewportSize(390, 844);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")).as(path).isEqualTo(true);
            look(page, path.replace('/', '-') + "-phone");
        }
        page.setViewportSize(1440, 900);
        page.navigate("http://localhost:" + port + home + "/settings/tokens");
        page.fill("#f-name", "ERP 客户同步");
        page.locator("label.check", new Page.LocatorOptions().setHasText("看全部客户")).click();
        send(page, "发一个令牌");
        assertThat(page.textContent("code.secret")).startsWith("hy_");
        look(page, "token-made");
        page.reload();
        assertThat(page.textContent("main")).contains("这张表单已经发过");
        page.navigate("http://localhost:" + port + home + "/settings/tokens");
        assertThat(page.locator("code.secret").count()).isZero();
        assertThat(page.locator("table.tbl tbody tr").count()).isEqualTo(1);
        Locator language = page.locator("button[name=lang][value=en]").first();
        page.locator(".top summary").last().click();
        language.click();
        assertThat(page.textContent("h1")).contains("API tokens");
        look(page, "tokens-en");
    }
}
