package org.huiyin.organization.web;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Companies;
import org.huiyin.organization.NewCompany;
import org.huiyin.organization.Setup;
import org.huiyin.sheets.Pinyin;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first-run wizard: code, company, procedure, administrator; gone as soon as a company exists. */
@Controller
class SetupPages {

    private static final String DRAFT = "setup.draft";
    private static final String SLUG = "[a-z0-9][a-z0-9-]{1,30}";
    private static final Set<String> OWN_ROLES = Set.of("TOP", "SALES_HEAD", "QUALITY_HEAD", "MANAGEMENT_REPRESENTATIVE");

    private final Setup setup;

    SetupPages(Setup setup) {
        this.setup = setup;
    }

    @GetMapping("/setup")
    Object begin(@RequestParam(defaultValue = "") String code, HttpSession session) {
        if (!setup.open()) {
            return "redirect:/";
        }
        return code.isEmpty() ? new ModelAndView("organization/setup_code", Map.of("code", "")) : prove(code, session);
    }

    @PostMapping("/setup")
    Object prove(@RequestParam(defaultValue = "") String code, HttpSession session) {
        if (!setup.open()) {
            return "redirect:/";
        }
        if (!setup.codeFits(code)) {
            return Errors.of(new InvalidInput("code", "organization.setup.code.wrong")).redraw("organization/setup_code", Map.of("code", code));
        }
        session.setAttribute(DRAFT, SetupDraft.EMPTY);
        return "redirect:/setup/company";
    }

    @GetMapping("/setup/company")
    Object company(HttpSession session, Page page) {
        var draft = draft(session);
        return draft == null ? "redirect:/setup" : new ModelAndView("organization/setup_company", Map.of("form",
                draft.companyTold() ? draft : draft.company("", "", page.language().tag())));
    }

    @PostMapping("/setup/company")
    Object tellCompany(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String language, HttpSession session) {
        var draft = draft(session);
        if (draft == null) {
            return "redirect:/setup";
        }
        var address = slug.isBlank() ? proposed(name) : slug.strip().toLowerCase(Locale.ROOT);
        var told = draft.company(name.strip(), address, language);
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (told.name().isEmpty() || told.name().length() > 120) {
            problems.put("name", new Sentence("organization.company.nameForm"));
        }
        if (!told.slug().matches(SLUG)) {
            problems.put("slug", new Sentence("organization.company.slugForm"));
        }
        if (!Companies.languages().contains(language)) {
            problems.put("language", new Sentence("organization.company.languageForm"));
        }
        if (!problems.isEmpty()) {
            return new Errors(problems).redraw("organization/setup_company", Map.of("form", told));
        }
        session.setAttribute(DRAFT, told);
        return "redirect:/setup/procedure";
    }

    /** The initials of the name, so that who has no wish need not think of an address. */
    private static String proposed(String name) {
        var letters = Pinyin.initials(name.strip()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.length() > 20 ? letters.substring(0, 20) : letters;
    }

    @GetMapping("/setup/procedure")
    Object procedure(HttpSession session) {
        var draft = draft(session);
        return draft == null || !draft.companyTold()
                ? "redirect:/setup/company"
                : new ModelAndView("organization/setup_procedure", Map.of("form", draft, "presets", setup.presets()));
    }

    @PostMapping("/setup/procedure")
    Object tellProcedure(@RequestParam(defaultValue = "") String preset, HttpSession session) {
        var draft = draft(session);
        if (draft == null || !draft.companyTold()) {
            return "redirect:/setup/company";
        }
        var presets = setup.presets();
        if (presets.stream().noneMatch(known -> known.code().equals(preset))) {
            return Errors.of(new InvalidInput("preset", "organization.setup.preset.missing"))
                    .redraw("organization/setup_procedure", Map.of("form", draft, "presets", presets));
        }
        session.setAttribute(DRAFT, draft.preset(preset));
        return "redirect:/setup/administrator";
    }

    @GetMapping("/setup/administrator")
    Object administrator(HttpSession session) {
        var draft = draft(session);
        return draft == null || draft.preset().isEmpty()
                ? "redirect:/setup/procedure"
                : new ModelAndView("organization/setup_administrator",
                        model(draft, new AdministratorForm(null, null, null, null, List.of(), setup.demoAsked())));
    }

    @PostMapping("/setup/administrator")
    Object finish(AdministratorForm form, HttpSession session, RedirectAttributes redirect) {
        var draft = draft(session);
        if (draft == null || draft.preset().isEmpty()) {
            return "redirect:/setup/procedure";
        }
        try {
            form.check();
            setup.finish(plan(draft, form), form.wantsDemo());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/setup_administrator", model(draft, form));
        }
        session.invalidate();
        Notice.done("organization.setup.done", draft.name()).on(redirect);
        return "redirect:/login";
    }

    private static NewCompany plan(SetupDraft draft, AdministratorForm form) {
        var roles = new TreeSet<>(form.chosen());
        roles.retainAll(OWN_ROLES);
        roles.add("ADMIN");
        return new NewCompany(draft.slug(), draft.name(), draft.language(), draft.preset(), form.text(form.person()),
                form.text(form.login()), form.password() == null ? "" : form.password(), roles, false);
    }

    private Map<String, Object> model(SetupDraft draft, AdministratorForm form) {
        return Map.of("form", form, "company", draft.name(), "demo", setup.demoOffered(), "roles", OWN_ROLES.stream().sorted().toList());
    }

    private @org.jspecify.annotations.Nullable SetupDraft draft(HttpSession session) {
        return setup.open() && session.getAttribute(DRAFT) instanceof SetupDraft draft ? draft : null;
    }
}
