package org.huiyin.organization.web;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Companies;
import org.huiyin.organization.NewCompany;
import org.huiyin.organization.OwnNumbers;
import org.huiyin.organization.Setup;
import org.huiyin.organization.SetupDraft;
import org.huiyin.sheets.Pinyin;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The first-run wizard: code, company, procedure, the company's own names and numbers, administrator; gone as soon as a
 * company exists. The server keeps what was told, so that it can be resumed in another browser by who knows the code.
 */
@Controller
class SetupPages {

    private static final String BROWSER = "setup.browser";
    private static final String SLUG = "[a-z0-9][a-z0-9-]{1,30}";
    private static final int LONGEST_NAME = 60;
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
        var browser = UUID.randomUUID().toString();
        session.setAttribute(BROWSER, browser);
        setup.take(browser);
        return "redirect:" + next(setup.draft());
    }

    /** Where a draft goes on. */
    private static String next(SetupDraft draft) {
        if (!draft.companyTold()) {
            return "/setup/company";
        }
        return draft.preset().isEmpty() ? "/setup/procedure" : "/setup/names";
    }

    /** A step for the browser in which the setup goes on; every other one gets a page that says where it stands. */
    private Object step(HttpSession session, Function<SetupDraft, Object> work) {
        var browser = session.getAttribute(BROWSER);
        if (!setup.open()) {
            return browser == null ? "redirect:/setup" : gone("organization.setup.over");
        }
        if (browser == null) {
            return "redirect:/setup";
        }
        return setup.heldBy(browser.toString()) ? work.apply(setup.draft()) : gone("organization.setup.elsewhere");
    }

    private static ModelAndView gone(String key) {
        var answer = new ModelAndView("organization/setup_gone", Map.of("sentence", new Sentence(key), "over", key.endsWith("over")));
        answer.setStatus(HttpStatus.CONFLICT);
        return answer;
    }

    @GetMapping("/setup/company")
    Object company(HttpSession session, Page page) {
        return step(session, draft -> new ModelAndView("organization/setup_company", Map.of("form",
                draft.companyTold() ? draft : draft.company("", "", page.language().tag()))));
    }

    @PostMapping("/setup/company")
    Object tellCompany(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String language, HttpSession session) {
        return step(session, draft -> {
            var address = slug.isBlank() ? proposed(name) : slug.strip().toLowerCase(Locale.ROOT);
            var told = draft.company(name.strip(), address, language);
            var problems = problems(told);
            if (!problems.isEmpty()) {
                return new Errors(problems).redraw("organization/setup_company", Map.of("form", told));
            }
            setup.keep(told);
            return "redirect:/setup/procedure";
        });
    }

    private static Map<String, Sentence> problems(SetupDraft told) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (told.name().isEmpty() || told.name().length() > 120) {
            problems.put("name", new Sentence("organization.company.nameForm"));
        }
        if (!told.slug().matches(SLUG)) {
            problems.put("slug", new Sentence("organization.company.slugForm"));
        }
        if (!Companies.languages().contains(told.language())) {
            problems.put("language", new Sentence("organization.company.languageForm"));
        }
        return problems;
    }

    /** The initials of the name, so that who has no wish need not think of an address. */
    private static String proposed(String name) {
        var letters = Pinyin.initials(name.strip()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.length() > 20 ? letters.substring(0, 20) : letters;
    }

    @GetMapping("/setup/procedure")
    Object procedure(HttpSession session) {
        return step(session, draft -> !draft.companyTold() ? "redirect:/setup/company"
                : new ModelAndView("organization/setup_procedure", Map.of("form", draft, "presets", setup.presets())));
    }

    @PostMapping("/setup/procedure")
    Object tellProcedure(@RequestParam(defaultValue = "") String preset, HttpSession session) {
        return step(session, draft -> {
            if (!draft.companyTold()) {
                return "redirect:/setup/company";
            }
            var presets = setup.presets();
            if (presets.stream().noneMatch(known -> known.code().equals(preset))) {
                return Errors.of(new InvalidInput("preset", "organization.setup.preset.missing"))
                        .redraw("organization/setup_procedure", Map.of("form", draft, "presets", presets));
            }
            setup.keep(draft.preset(preset));
            return "redirect:/setup/names";
        });
    }

    @GetMapping("/setup/names")
    Object names(HttpSession session) {
        return chosen(session, draft -> new ModelAndView("organization/setup_names", namesModel(draft, draft.roleNames())));
    }

    private Object chosen(HttpSession session, Function<SetupDraft, Object> work) {
        return step(session, draft -> draft.preset().isEmpty() ? "redirect:/setup/procedure" : work.apply(draft));
    }

    private Map<String, Object> namesModel(SetupDraft draft, Map<String, String> typed) {
        return Map.of("company", draft.name(), "usual", setup.roleNames(draft.language()), "typed", typed);
    }

    /** What is left empty, or skipped, keeps its usual name. */
    @PostMapping("/setup/names")
    Object tellNames(@RequestParam Map<String, String> form, HttpSession session) {
        return chosen(session, draft -> {
            Map<String, String> own = new LinkedHashMap<>();
            Map<String, Sentence> problems = new LinkedHashMap<>();
            setup.roleNames(draft.language()).forEach((role, usual) -> {
                var name = form.getOrDefault("role_" + role, "").strip();
                if (name.length() > LONGEST_NAME) {
                    problems.put("role_" + role, new Sentence("organization.setup.names.long", LONGEST_NAME));
                }
                if (!name.isEmpty() && !name.equals(usual)) {
                    own.put(role, name);
                }
            });
            if (!form.containsKey("skip") && !problems.isEmpty()) {
                return new Errors(problems).redraw("organization/setup_names", namesModel(draft, own));
            }
            setup.keep(draft.roleNames(form.containsKey("skip") ? Map.of() : own));
            return "redirect:/setup/numbers";
        });
    }

    @GetMapping("/setup/numbers")
    Object numbers(HttpSession session) {
        return chosen(session, draft -> new ModelAndView("organization/setup_numbers", numbersModel(draft, draft.numbers())));
    }

    private Map<String, Object> numbersModel(SetupDraft draft, OwnNumbers typed) {
        return Map.of("company", draft.name(), "forms", setup.forms(draft.preset()), "prefixes", setup.prefixes(draft.preset()), "typed", typed);
    }

    @PostMapping("/setup/numbers")
    Object tellNumbers(@RequestParam Map<String, String> form, HttpSession session) {
        return chosen(session, draft -> {
            var own = form.containsKey("skip") ? OwnNumbers.NONE : typed(draft.preset(), form);
            var problems = setup.problems(draft.preset(), own);
            if (!problems.isEmpty()) {
                return new Errors(problems).redraw("organization/setup_numbers", numbersModel(draft, own));
            }
            setup.keep(draft.numbers(own));
            return "redirect:/setup/administrator";
        });
    }

    private OwnNumbers typed(String preset, Map<String, String> form) {
        Map<String, OwnNumbers.Form> forms = new LinkedHashMap<>();
        setup.forms(preset).forEach(usual -> {
            var mine = new OwnNumbers.Form(form.getOrDefault("form_" + usual.code(), "").strip(), form.getOrDefault("revision_" + usual.code(), "").strip());
            if (!mine.equals(new OwnNumbers.Form(usual.number(), usual.revision()))) {
                forms.put(usual.code(), mine);
            }
        });
        Map<String, String> prefixes = new LinkedHashMap<>();
        setup.prefixes(preset).forEach(usual -> {
            var mine = form.getOrDefault("prefix_" + usual.kind(), "").strip().toUpperCase(Locale.ROOT);
            if (!mine.equals(usual.prefix())) {
                prefixes.put(usual.kind(), mine);
            }
        });
        return new OwnNumbers(forms, prefixes);
    }

    @GetMapping("/setup/administrator")
    Object administrator(HttpSession session) {
        return chosen(session, draft -> new ModelAndView("organization/setup_administrator",
                model(draft, new AdministratorForm(null, null, null, null, List.of(), setup.demoAsked() ? setup.demosOffered() : List.of()))));
    }

    @PostMapping("/setup/administrator")
    Object finish(AdministratorForm form, HttpSession session, RedirectAttributes redirect) {
        return chosen(session, draft -> {
            try {
                form.check();
                setup.finish(plan(draft, form), Set.copyOf(form.demos()), ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
            } catch (InvalidInput refused) {
                return Errors.of(refused).redraw("organization/setup_administrator", model(draft, form));
            }
            session.invalidate();
            Notice.done("organization.setup.done", draft.name()).on(redirect);
            return "redirect:/login";
        });
    }

    private static NewCompany plan(SetupDraft draft, AdministratorForm form) {
        var roles = new TreeSet<>(form.chosen());
        roles.retainAll(OWN_ROLES);
        roles.add("ADMIN");
        return new NewCompany(draft.slug(), draft.name(), draft.language(), draft.preset(), form.text(form.person()),
                form.text(form.login()), form.password() == null ? "" : form.password(), roles, false, draft.roleNames(), draft.numbers());
    }

    private Map<String, Object> model(SetupDraft draft, AdministratorForm form) {
        var names = new LinkedHashMap<String, String>();
        setup.roleNames(draft.language()).forEach((role, usual) -> {
            if (OWN_ROLES.contains(role)) {
                names.put(role, draft.roleNames().getOrDefault(role, usual));
            }
        });
        return Map.of("form", form, "company", draft.name(), "demos", setup.demosOffered(), "roles", names);
    }
}
