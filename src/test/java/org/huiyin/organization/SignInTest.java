package org.huiyin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.TestDatabase;
import org.huiyin.Later;
import org.huiyin.audit.AuditLine;
import org.huiyin.audit.AuditTrail;
import org.huiyin.kernel.SubjectRef;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
class SignInTest {

    @Autowired Cast cast;
    @Autowired Accounts accounts;
    @Autowired Companies companies;
    @Autowired People people;
    @Autowired TestClock clock;
    @Autowired Later later;
    @Autowired AuditTrail trail;
    @LocalServerPort int port;

    @Test
    void a_person_signs_in_and_stands_in_her_company() {
        var troupe = cast.company("P001");
        var browser = new Browserless(port);
        assertThat(browser.location(browser.get("/"))).isEqualTo("/login");
        assertThat(browser.signIn(troupe.adminLogin().toUpperCase(java.util.Locale.ROOT), Cast.PASSWORD)).isEqualTo("/");
        assertThat(browser.location(browser.get("/"))).isEqualTo("/c/" + troupe.slug());
    }

    @Test
    void five_wrong_passwords_lock_the_login_for_a_quarter_of_an_hour() {
        var troupe = cast.company("P001");
        var browser = new Browserless(port);
        assertThat(wrong(browser, troupe.adminLogin())).contains("还可以试 4 次");
        for (int i = 0; i < 3; i++) {
            wrong(browser, troupe.adminLogin());
        }
        assertThat(wrong(browser, troupe.adminLogin())).contains("连错 5 次", "09:15");
        assertThat(browser.signIn(troupe.adminLogin(), Cast.PASSWORD)).isEqualTo("/login?error");
        clock.pass(Duration.ofMinutes(15));
        assertThat(browser.signIn(troupe.adminLogin(), Cast.PASSWORD)).isEqualTo("/");
    }

    @Test
    void a_login_that_nobody_has_answers_like_any_other() {
        cast.company("P001");
        var browser = new Browserless(port);
        assertThat(wrong(browser, "nobody@nowhere")).contains("还可以试 4 次");
        for (int i = 0; i < 3; i++) {
            wrong(browser, "nobody@nowhere");
        }
        assertThat(wrong(browser, "nobody@nowhere")).contains("连错 5 次");
        assertThat(wrong(browser, "nobody@nowhere")).contains("连错 5 次");
    }

    private static String wrong(Browserless browser, String login) {
        assertThat(browser.signIn(login, "not-the-password")).isEqualTo("/login?error");
        return browser.get("/login").body();
    }

    @Test
    void signing_in_changes_the_name_of_the_session() {
        var troupe = cast.company("P001");
        var browser = new Browserless(port);
        browser.get("/login");
        var before = browser.cookie("huiyin");
        browser.signIn(troupe.adminLogin(), Cast.PASSWORD);
        assertThat(browser.cookie("huiyin")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void a_form_without_its_token_is_refused() {
        var troupe = cast.company("P001");
        var browser = new Browserless(port);
        assertThat(browser.post("/login", Map.of("username", troupe.adminLogin(), "password", Cast.PASSWORD)).statusCode()).isEqualTo(403);
    }

    @Test
    void sign_in_leads_back_to_ourselves_and_nowhere_else() {
        var troupe = cast.company("P001");
        var browser = new Browserless(port);
        assertThat(browser.location(browser.get("/c/" + troupe.slug() + "/settings"))).isEqualTo("/login");
        assertThat(browser.signIn(troupe.adminLogin(), Cast.PASSWORD)).startsWith("/c/" + troupe.slug() + "/settings");
        var other = new Browserless(port);
        other.get("/login?continue=https://example.org/&url=https://example.org");
        assertThat(other.signIn(troupe.adminLogin(), Cast.PASSWORD)).isEqualTo("/");
        for (var evil : new String[] {"https://example.org/", "//example.org/", "/\\example.org"}) {
            assertThat(other.location(other.post("/language", Map.of("lang", "en", "back", evil)))).isEqualTo("/");
        }
    }

    @Test
    void a_first_password_must_be_changed_before_anything_else() {
        var troupe = cast.company("P001");
        var admin = troupe.admin();
        var login = "first@" + troupe.slug();
        troupe.run(() -> accounts.invite(admin, people.add(admin, new NewPerson("新同事", null, null, null, null), Set.of("SALES_CLERK")),
                login, "given-by-somebody"));
        var browser = new Browserless(port);
        browser.signIn(login, "given-by-somebody");
        assertThat(browser.location(browser.get("/c/" + troupe.slug() + "/settings"))).isEqualTo("/password");
        browser.get("/password");
        assertThat(change(browser, "given-by-somebody", "kurz", "kurz").statusCode()).isEqualTo(422);
        assertThat(change(browser, "wrong-one-here", "a-new-one-of-mine", "a-new-one-of-mine").body()).contains("现在的密码不对");
        assertThat(change(browser, "given-by-somebody", "a-new-one-of-mine", "another").body()).contains("两遍不一样");
        var elsewhere = new Browserless(port);
        elsewhere.signIn(login, "given-by-somebody");
        var session = browser.cookie("huiyin");
        assertThat(browser.location(change(browser, "given-by-somebody", "a-new-one-of-mine", "a-new-one-of-mine"))).isEqualTo("/");
        assertThat(browser.cookie("huiyin")).isNotEqualTo(session);
        assertThat(browser.get("/c/" + troupe.slug() + "/settings").statusCode()).isEqualTo(200);
        assertThat(elsewhere.location(elsewhere.get("/password"))).startsWith("/login");
    }

    private static java.net.http.HttpResponse<String> change(Browserless browser, String old, String password, String again) {
        return browser.post("/password", Map.of("old", old, "password", password, "again", again));
    }

    @Test
    void another_companys_pages_do_not_exist() {
        var ours = cast.company("P001");
        var theirs = cast.company("P001");
        var browser = Browserless.of(port, ours.adminLogin());
        assertThat(browser.get("/c/" + theirs.slug() + "/settings").statusCode()).isEqualTo(404);
        assertThat(browser.get("/c/never-heard-of/settings").statusCode()).isEqualTo(404);
        assertThat(browser.get("/c/" + ours.slug() + "/settings").statusCode()).isEqualTo(200);
    }

    @Test
    void who_belongs_to_two_companies_chooses_and_stays_apart_in_each() {
        var ours = cast.company("P001");
        var second = companies.found(new NewCompany("zwei-" + ours.slug(), "第二工厂", "zh-CN", "P001", "管理员", ours.adminLogin(),
                Cast.PASSWORD, Set.of("ADMIN"), false));
        var browser = Browserless.of(port, ours.adminLogin());
        assertThat(browser.location(browser.get("/"))).isEqualTo("/companies");
        assertThat(browser.get("/companies").body()).contains("第二工厂", "/c/" + ours.slug());
        assertThat(browser.get("/c/" + second.slug() + "/settings/people").statusCode()).isEqualTo(200);
        assertThat(browser.get("/c/" + ours.slug() + "/settings/people").body()).contains("第二工厂");
        var admin = ours.admin();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ours.run(() -> accounts.reset(admin, admin.id(), "one-admin-must-not-do-this")))
                .isInstanceOf(org.huiyin.kernel.BrokenRule.class);
    }

    @Test
    void the_lost_administrator_gets_a_password_that_works_once() {
        var troupe = cast.company("P001");
        var server = TestDatabase.server();
        var answer = LostAdmin.run(troupe.adminLogin(), Map.of(
                "huiyin.database.url", server.jdbcUrl(),
                "huiyin.database.app-user", server.app().user(), "huiyin.database.app-password", server.app().password(),
                "huiyin.database.owner-user", server.owner().user(), "huiyin.database.owner-password", server.owner().password()));
        assertThat(answer.found()).isTrue();
        later.runRoutine(troupe.id(), "organization.rescues");
        later.runRoutine(troupe.id(), "organization.rescues");
        var admin = troupe.admin();
        assertThat(troupe.in(() -> trail.of(new SubjectRef("person", admin.id().value())))).extracting(AuditLine::verb).containsExactly("rescue");
        var password = answer.lines().stream().filter(line -> line.contains("password  ")).findFirst().orElseThrow().strip().split(" +")[1];
        var browser = new Browserless(port);
        assertThat(browser.signIn(troupe.adminLogin(), Cast.PASSWORD)).isEqualTo("/login?error");
        assertThat(browser.signIn(troupe.adminLogin(), password)).isEqualTo("/");
        assertThat(browser.location(browser.get("/"))).isEqualTo("/password");
    }

    @Test
    void the_sign_in_page_works_in_a_browser(Page page) {
        var troupe = cast.company("P001");
        page.navigate("http://localhost:" + port + "/login");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/look/login.png")));
        page.fill("input[name=username]", troupe.adminLogin());
        page.fill("input[name=password]", "not-the-password");
        page.click("main form button.pri");
        assertThat(page.textContent("#p-e")).contains("还可以试 4 次");
        page.setViewportSize(390, 844);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/look/login-phone.png")));
        page.setViewportSize(1440, 900);
        Door.signIn(page, port, troupe.adminLogin(), "/c/" + troupe.slug() + "/settings");
        assertThat(page.url()).contains("/settings");
    }
}
