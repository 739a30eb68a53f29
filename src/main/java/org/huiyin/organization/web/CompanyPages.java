package org.huiyin.organization.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.Companies;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Name, language and time zone of the company. */
@Controller
@RequestMapping("/c/{company}/settings/company")
class CompanyPages {

    static final List<String> ZONES = List.of("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Singapore", "Asia/Tokyo",
            "Asia/Ho_Chi_Minh", "Asia/Bangkok", "Asia/Kolkata", "Europe/Berlin", "Europe/London", "America/Mexico_City",
            "America/Chicago", "America/New_York", "UTC");

    private final Companies companies;

    CompanyPages(Companies companies) {
        this.companies = companies;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        Section.COMPANY.open(actor);
        var company = companies.current();
        return new ModelAndView("organization/company", model(actor, company.name(), company.language(), company.zone().getId()));
    }

    @PostMapping
    Object change(Actor actor, Page page, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String zone, RedirectAttributes redirect) {
        try {
            companies.change(actor, name, language, zone(zone));
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/company", model(actor, name, language, zone));
        }
        Notice.done("organization.company.changed").on(redirect);
        return "redirect:" + page.to("settings", "company");
    }

    private static ZoneId zone(String zone) {
        if (!ZONES.contains(zone)) {
            throw new InvalidInput("zone", "organization.company.languageForm");
        }
        return ZoneId.of(zone);
    }

    private Map<String, Object> model(Actor actor, String name, String language, String zone) {
        return Map.of("name", name, "language", language, "zone", zone, "zones", ZONES, "slug", companies.current().slug(),
                "editable", actor.may("settings.edit"));
    }
}
