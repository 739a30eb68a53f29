package org.huiyin.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.organization.DemoSource;
import org.huiyin.organization.Companies;
import org.huiyin.organization.NewPerson;
import org.huiyin.organization.People;
import org.huiyin.organization.PresetSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A company founded on each procedure, empty as on its first day: every page of the menu opens. */
@HuiyinTest
class PresetsWalkTest {

    @Autowired Cast cast;
    @Autowired People people;
    @Autowired Companies companies;
    @Autowired List<DemoSource> demos;
    @Autowired PresetSource presets;
    @Autowired TestClock clock;
    @LocalServerPort int port;

    @Test
    void the_wizard_offers_all_procedures() {
        assertThat(presets.presets()).extracting(p -> p.code()).containsExactly("P001", "P000", "P002", "P003", "P004", "BLANK");
        assertThat(presets.presets()).allSatisfy(p -> assertThat(p.facts()).hasSize(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P000", "P001", "P002", "P003", "P004", "BLANK"})
    void every_page_of_the_menu_opens_in_a_company_founded_on_the_procedure(String preset) {
        clock.set("2026-11-21T10:00");
        walk(cast.company(preset));
    }

    /** The same with a year of business in it. */
    @Test
    void every_page_of_the_menu_opens_in_the_demo_company_of_service_and_feedback() {
        clock.set("2026-11-21T10:00");
        var troupe = cast.company("P004");
        troupe.run(() -> demos.stream().filter(d -> d.procedure().equals("P004")).findFirst().orElseThrow().furnish(companies.current(), troupe.admin()));
        walk(troupe);
    }

    private void walk(Cast.Troupe troupe) {
        troupe.run(() -> {
            var id = troupe.another("ADMIN", "全能");
            people.change(troupe.admin(), id, new NewPerson("全能", null, null, null, null), Set.of("ADMIN", "SALES_HEAD", "QUALITY_HEAD", "TOP", "MANAGEMENT_REPRESENTATIVE"),
                    people.get(id).version());
        });
        var login = troupe.in(() -> people.all().stream().filter(p -> p.name().equals("全能")).findFirst().orElseThrow()).id();
        var browser = Browserless.of(port, "admin-" + login.value().toString().substring(24) + "@" + troupe.slug());
        var wrong = new ArrayList<String>();
        var home = "/c/" + troupe.slug();
        var seen = Pattern.compile("href=\"(" + home + "[^\"#?]*)").matcher(browser.get(home).body()).results().map(m -> m.group(1)).distinct().toList();
        assertThat(seen).contains(home + "/rounds", home + "/procedure", home + "/settings");
        for (String path : seen) {
            var answer = browser.get(path);
            if (answer.statusCode() != 200 || answer.body().contains("???")) {
                wrong.add(answer.statusCode() + " " + path);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
