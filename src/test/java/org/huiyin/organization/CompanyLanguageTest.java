package org.huiyin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** In which language somebody reads who never chose one. */
@HuiyinTest
class CompanyLanguageTest {

    @Autowired Cast cast;
    @LocalServerPort int port;

    @Test
    void whoever_chose_nothing_reads_the_language_of_the_company_whatever_the_browser_asks() {
        var company = cast.company("P001", "en");
        var browser = Browserless.of(port, company.loginOf("SALES_CLERK"));
        assertThat(browser.get("/c/" + company.slug(), "Accept-Language", "zh-CN").body()).contains("<html lang=\"en\"", "Desk");
    }

    @Test
    void what_was_chosen_in_this_browser_comes_before_the_company() {
        var company = cast.company("P001", "en");
        var browser = Browserless.of(port, company.loginOf("SALES_CLERK"));
        var chosen = new HttpCookie("lang", "zh_TW");
        chosen.setPath("/");
        chosen.setVersion(0);
        browser.cookies().getCookieStore().add(URI.create("http://localhost:" + port), chosen);
        assertThat(browser.get("/c/" + company.slug(), "Accept-Language", "zh-CN").body()).contains("<html lang=\"zh-TW\"", "工作台");
    }
}
