package org.huiyin.records.web;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.People;
import org.huiyin.records.Numbers;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The series of numbers and the numbers that stay used although nothing carries them: what an auditor asks about gaps. */
@Controller
class NumberPages {

    private static final String READ = "profile.read";

    private final Numbers numbers;
    private final People people;

    NumberPages(Numbers numbers, People people) {
        this.numbers = numbers;
        this.people = people;
    }

    @GetMapping("/c/{company}/numbers")
    ModelAndView show(Actor actor) {
        actor.mustHave(READ);
        return new ModelAndView("records/numbers",
                Map.of("series", numbers.series(), "voided", numbers.voidedOnes(), "names", people.names()));
    }

    @GetMapping({"/c/{company}/numbers.xlsx", "/c/{company}/numbers.csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave(READ);
        var names = people.names();
        var columns = List.of(page.t("records.number"), page.t("records.number.reason"), page.t("records.number.by"), page.t("records.number.at"));
        file.send(page.t("records.numbers.voided"), String.valueOf(page.t("records.numbers")), columns,
                sheet -> numbers.voidedOnes().forEach(one -> sheet.row(one.number().toString(), one.reason(),
                        names.getOrDefault(one.by(), page.t("records.system")), LocalDateTime.ofInstant(one.at(), page.zone()))));
    }

    /** Beside the procedure, for those who may read it. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry voidedNumbersEntry() {
            return MenuEntry.of(MenuEntry.Group.EVIDENCE, 40, "tag", "records.numbers", "numbers").forRight(READ);
        }
    }
}
