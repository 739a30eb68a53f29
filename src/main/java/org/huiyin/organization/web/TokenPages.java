package org.huiyin.organization.web;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.ApiTokens;
import org.huiyin.organization.People;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keys for programs: made, shown once, revoked. */
@Controller
@RequestMapping("/c/{company}/settings/tokens")
class TokenPages {

    private final ApiTokens tokens;
    private final People people;

    TokenPages(ApiTokens tokens, People people) {
        this.tokens = tokens;
        this.people = people;
    }

    @GetMapping
    ModelAndView list(Actor actor, Page page) {
        return new ModelAndView("organization/tokens", model(actor, new TokenForm(Ids.next(), null, null, page.today().plusYears(1))));
    }

    /** The answer to this post is the only page on which the token can be read, hence no redirect. */
    @PostMapping
    ModelAndView make(Actor actor, Page page, TokenForm form) {
        try {
            if (form.nameText().isEmpty() || form.nameText().length() > 80) {
                throw new InvalidInput("name", "organization.token.nameForm");
            }
            var expires = form.expires() == null ? null : form.expires().plusDays(1).atStartOfDay(page.zone()).toInstant();
            var fresh = tokens.make(actor, form.once() == null ? Ids.next() : form.once(), form.nameText(), new TreeSet<>(form.chosen()), expires);
            var model = new HashMap<>(model(actor, new TokenForm(Ids.next(), null, null, page.today().plusYears(1))));
            model.put("secret", fresh.secret());
            return new ModelAndView("organization/tokens", model);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/tokens", model(actor, form));
        } catch (BrokenRule refused) {
            return new Errors(Map.of(InvalidInput.FORM, refused.sentence())).redraw("organization/tokens", model(actor, form));
        }
    }

    @PostMapping("/{id}/revocation")
    String revoke(Actor actor, Page page, @PathVariable UUID id, RedirectAttributes redirect) {
        tokens.revoke(actor, id);
        Notice.done("organization.token.revoked").on(redirect);
        return "redirect:" + page.to("settings", "tokens");
    }

    private Map<String, Object> model(Actor actor, TokenForm form) {
        return Map.of("rows", tokens.visibleTo(actor), "names", people.names(), "form", form,
                "scopes", people.rights().stream().filter(actor::may).toList());
    }
}
