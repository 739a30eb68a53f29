package org.huiyin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.huiyin.Browserless;
import org.huiyin.Chromium;
import org.huiyin.Huiyin;
import org.huiyin.platform.BaseAddress;
import org.huiyin.platform.postgres.Durability;
import org.huiyin.platform.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** A fresh server, from the first page to the first sign-in. */
@ExtendWith(Chromium.class)
class FirstRunTest {

    /** The product alone, without what tests add to it. */
    @EnableAutoConfiguration
    @ComponentScan(basePackageClasses = Huiyin.class, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = WithoutTests.class))
    static class Product {}

    static final class WithoutTests implements TypeFilter {
        @Override
        public boolean match(MetadataReader candidate, MetadataReaderFactory others) throws IOException {
            return candidate.getResource().getURL().toString().contains("/test-classes/")
                    || candidate.getClassMetadata().getClassName().equals(Huiyin.class.getName());
        }
    }

    private static final String PASSWORD = "spring-water-runs-deep";

    private static EmbeddedPostgres server;
    private static ConfigurableApplicationContext application;
    private static int port;
    private static Path home;

    @BeforeAll
    static void start() {
        home = Path.of("target", "test-home", "first-" + ProcessHandle.current().pid()).toAbsolutePath();
        server = EmbeddedPostgres.start(home, Path.of("target", "postgres").toAbsolutePath(), Durability.TEST);
        application = new SpringApplicationBuilder(Product.class).run(
                "--server.port=0", "--db-scheduler.enabled=false", "--huiyin.home=" + home.resolve("files"),
                "--huiyin.database.url=" + server.jdbcUrl(),
                "--huiyin.database.app-user=" + server.app().user(), "--huiyin.database.app-password=" + server.app().password(),
                "--huiyin.database.owner-user=" + server.owner().user(), "--huiyin.database.owner-password=" + server.owner().password());
        port = ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    @AfterAll
    static void stop() {
        if (application.isActive()) {
            application.close();
            server.close();
        }
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/look/" + name + ".png")));
    }

    @Test
    void a_stranger_gets_nowhere_and_the_one_who_started_it_founds_the_company(Page page) {
        var stranger = new Browserless(port);
        assertThat(stranger.location(stranger.get("/"))).isEqualTo("/setup");
        assertThat(stranger.location(stranger.get("/login"))).isEqualTo("/setup");
        assertThat(stranger.location(stranger.get("/setup/administrator"))).isEqualTo("/setup");
        stranger.get("/setup");
        assertThat(stranger.post("/setup", Map.of("code", "AAAAA-AAAAA")).statusCode()).isEqualTo(422);
        assertThat(stranger.location(stranger.post("/setup/administrator", Map.of("login", "x", "password", PASSWORD)))).isEqualTo("/setup");

        var line = application.getBean(SetupCode.class).line("http://localhost:" + port).orElseThrow();
        page.navigate("http://localhost:" + port + "/");
        look(page, "setup-code");
        page.navigate(line.substring(line.indexOf("http")));
        company(page);
        procedure(page);
        names(page);
        secondBrowser(stranger);
        resume(page, line);
        numbers(page);
        administrator(page);
        assertThat(page.url()).endsWith("/login");
        assertThat(page.textContent(".toast")).contains("屿衡精密");
        assertThat(application.getBean(BaseAddress.class).get()).contains("http://localhost:" + port);
        signIn(page);
        over(stranger);
        founded();
        rescueWhileStopped();
    }

    private static void rescueWhileStopped() {
        stop();
        var answer = LostAdmin.run("gu", Map.of("huiyin.home", home, "huiyin.database.join", "true"));
        assertThat(answer.found()).isTrue();
        assertThat(LostAdmin.run("nobody", Map.of("huiyin.home", home, "huiyin.database.join", "true")).found()).isFalse();
    }

    private static void company(Page page) {
        page.fill("#f-name", "屿衡精密");
        page.fill("#f-slug", "Not An Address!");
        page.click("main button.pri");
        assertThat(page.textContent("#f-slug-e")).contains("小写字母");
        assertThat(page.inputValue("#f-name")).isEqualTo("屿衡精密");
        page.fill("#f-slug", "");
        look(page, "setup-company");
        page.click("main button.pri");
    }

    private static void procedure(Page page) {
        look(page, "setup-procedure");
        page.locator("input[name=preset][value=P001]").check();
        page.click("main button.pri");
    }

    private static void names(Page page) {
        assertThat(page.url()).endsWith("/setup/names");
        look(page, "setup-names");
        page.goBack();
        assertThat(page.locator("input[name=preset][value=P001]").isChecked()).isTrue();
        page.goForward();
        page.fill("input[name=role_QUALITY]", "品管部");
        page.click("main button.pri");
        assertThat(page.url()).endsWith("/setup/numbers");
    }

    /** Who knows the code may go on elsewhere; the first browser is told so, and takes it back with the code. */
    private static void secondBrowser(Browserless second) {
        second.get("/setup");
        var code = application.getBean(SetupCode.class).line("x").orElseThrow().replaceAll(".*code=", "");
        assertThat(second.location(second.post("/setup", Map.of("code", code)))).isEqualTo("/setup/names");
        assertThat(second.get("/setup/names").body()).contains("品管部", "屿衡精密");
    }

    private static void resume(Page page, String line) {
        page.reload();
        assertThat(page.textContent("h1")).contains("另一个浏览器");
        look(page, "setup-elsewhere");
        page.navigate(line.substring(line.indexOf("http")));
        assertThat(page.inputValue("input[name=role_QUALITY]")).isEqualTo("品管部");
        page.click("main button[name=skip]");
    }

    private static void numbers(Page page) {
        page.fill("input[name=form_survey]", "MJ-07");
        page.fill("input[name=revision_survey]", "B2");
        page.fill("input[name=prefix_round]", "WJ");
        page.click("main button.pri");
        assertThat(page.textContent(".err")).contains("WJ");
        assertThat(page.inputValue("input[name=form_survey]")).isEqualTo("MJ-07");
        page.fill("input[name=prefix_round]", "MYD");
        look(page, "setup-numbers");
        page.setViewportSize(390, 844);
        look(page, "setup-numbers-phone");
        page.setViewportSize(1440, 900);
        page.click("main button.pri");
        page.navigate(page.url().replace("administrator", "names"));
        page.fill("input[name=role_QUALITY]", "品管部");
        page.click("main button.pri");
        page.click("main button.pri");
    }

    private static void administrator(Page page) {
        page.fill("#f-person", "顾文澜");
        page.fill("#f-login", "gu");
        page.fill("#f-password", PASSWORD);
        page.fill("#f-again", PASSWORD + "!");
        page.click("main button.pri");
        assertThat(page.textContent("#f-again-e")).contains("两遍不一样");
        page.fill("#f-password", "gugugugugugu");
        page.fill("#f-again", "gugugugugugu");
        page.click("main button.pri");
        assertThat(page.textContent("#f-password-e")).contains("太好猜");
        page.locator("label.check").first().click();
        page.fill("#f-password", PASSWORD);
        page.fill("#f-again", PASSWORD);
        look(page, "setup-administrator");
        page.setViewportSize(390, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")).isEqualTo(true);
        look(page, "setup-administrator-phone");
        page.setViewportSize(1440, 900);
        page.click("main button.pri");
    }

    private static void signIn(Page page) {
        page.fill("input[name=username]", "GU");
        page.fill("input[name=password]", PASSWORD);
        page.locator("label.check").click();
        page.click("main form button.pri");
        assertThat(page.url()).endsWith("/c/yhjm");
        var cookie = page.context().cookies().stream().filter(c -> c.name.equals("huiyin")).findFirst().orElseThrow();
        assertThat(cookie.expires).isGreaterThan(0);
        assertThat(cookie.httpOnly).isTrue();
    }

    private static void founded() {
        var company = application.getBean(Companies.class).bySlug("yhjm").orElseThrow();
        org.huiyin.platform.CompanyScope.run(company.id(), () -> {
            var version = application.getBean(org.huiyin.procedure.Procedures.class).inForce();
            assertThat(version.formNumber("survey")).isEqualTo("MJ-07");
            assertThat(version.formRevision("survey")).isEqualTo("B2");
            assertThat(version.prefix("round")).isEqualTo("MYD");
            assertThat(version.prefix("action")).isEqualTo("CP");
            assertThat(application.getBean(People.class).roleName("QUALITY")).isEqualTo("品管部");
            assertThat(application.getBean(People.class).roleName("SALES_HEAD")).isEqualTo("业务经理");
        });
    }

    private static void over(Browserless stranger) {
        assertThat(application.getBean(SetupCode.class).line("x")).isEmpty();
        assertThat(stranger.location(stranger.get("/setup"))).isEqualTo("/");
        assertThat(stranger.location(stranger.get("/setup?code=AAAAA-AAAAA"))).isEqualTo("/");
        var gone = stranger.get("/setup/company");
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("公司已经建好了");
    }
}
