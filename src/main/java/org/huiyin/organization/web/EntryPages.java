package org.huiyin.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.Companies;
import org.huiyin.organization.Setup;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.security.SignInTrouble;
import org.huiyin.web.security.SignedInAccount;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.jspecify.annotations.Nullable;

/** The way in: first steps, sign-in, the first password, the choice of a company. */
@Controller
class EntryPages {

    private final Setup setup;
    private final Companies companies;
    private final CurrentSession sessions;

    EntryPages(Setup setup, Companies companies, CurrentSession sessions) {
        this.setup = setup;
        this.companies = companies;
        this.sessions = sessions;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal @Nullable SignedInAccount account) {
        if (account == null) {
            return setup.open() ? "redirect:/setup" : "redirect:/login";
        }
        var mine = companies.of(account.id());
        return mine.size() == 1 ? "redirect:/c/" + mine.getFirst().slug() : "redirect:/companies";
    }

    @GetMapping("/login")
    Object login(HttpServletRequest request) {
        if (setup.open()) {
            return "redirect:/setup";
        }
        var all = companies.all();
        var name = all.size() == 1 ? all.getFirst().name() : "";
        Optional<SignInTrouble> trouble = SignInTrouble.take(request);
        var view = new ModelAndView("organization/login", Map.of("company", name, "login", trouble.map(SignInTrouble::login).orElse("")));
        trouble.ifPresent(t -> view.addObject("trouble", t.sentence()));
        return view;
    }

    @GetMapping("/companies")
    ModelAndView choose(@AuthenticationPrincipal SignedInAccount account) {
        return new ModelAndView("organization/companies", Map.of("companies", companies.of(account.id())));
    }

    @GetMapping("/password")
    ModelAndView password(@AuthenticationPrincipal SignedInAccount account) {
        return new ModelAndView("organization/password", Map.of("login", account.getUsername(), "first", account.mustChange()));
    }

    @PostMapping("/password")
    Object change(@AuthenticationPrincipal SignedInAccount account, @RequestParam String old, @RequestParam String password,
            @RequestParam String again, HttpServletRequest request, RedirectAttributes redirect) {
        try {
            sessions.changePassword(account, old, password, again, request);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/password", Map.of("login", account.getUsername(), "first", account.mustChange()));
        }
        Notice.done("organization.password.changed").on(redirect);
        return "redirect:/";
    }
}
