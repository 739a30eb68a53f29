package org.huiyin.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.People;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.security.Member;
import org.huiyin.web.security.SignedInAccount;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own page: who I am here, my password, my language. */
@Controller
@RequestMapping("/c/{company}/me")
class MyPages {

    private final People people;
    private final CurrentSession sessions;

    MyPages(People people, CurrentSession sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView show(Member member) {
        return new ModelAndView("organization/me", model(member));
    }

    @PostMapping("/password")
    Object change(Member member, @AuthenticationPrincipal SignedInAccount account, Page page, @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String again, HttpServletRequest request,
            RedirectAttributes redirect) {
        try {
            sessions.changePassword(account, old, password, again, request);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/me", model(member));
        }
        Notice.done("organization.password.changed").on(redirect);
        return "redirect:" + page.to("me");
    }

    private Map<String, Object> model(Member member) {
        var person = people.get(member.actor().id());
        return Map.of("person", person, "roles", member.actor().roles().stream().map(people::roleName).toList());
    }
}
