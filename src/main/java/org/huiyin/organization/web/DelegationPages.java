package org.huiyin.organization.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.Delegation;
import org.huiyin.organization.Delegations;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who stands in for whom, from when until when; one's own, and everybody's for who looks after people. */
@Controller
@RequestMapping("/c/{company}/settings")
class DelegationPages {

    private final Delegations delegations;
    private final People people;

    DelegationPages(Delegations delegations, People people) {
        this.delegations = delegations;
        this.people = people;
    }

    @GetMapping("/delegations")
    ModelAndView list(Actor actor, Page page) {
        return new ModelAndView("organization/delegations", model(actor, page, new DelegationForm(Ids.next(), actor.id().value(), null, null, page.today(), null, null)));
    }

    @GetMapping({"/delegations.xlsx", "/delegations.csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        var names = people.names();
        Lists.send(file, page, "organization.delegations", List.of("organization.delegation.role", "organization.delegation.from",
                "organization.delegation.to", "organization.delegation.first", "organization.delegation.last", "organization.delegation.reason"),
                sheet -> seen(actor).forEach(d -> sheet.row(people.roleName(d.role()), names.get(d.from()), names.get(d.to()),
                        d.firstDay(), d.lastDay(), d.reason())));
    }

    @PostMapping("/delegations")
    Object lend(Actor actor, Page page, DelegationForm form, RedirectAttributes redirect) {
        try {
            if (form.to() == null || form.role() == null || form.first() == null || form.last() == null) {
                throw new InvalidInput("last", "organization.delegation.incomplete");
            }
            var from = form.from() == null ? actor.id() : new PersonId(form.from());
            delegations.lend(actor, form.once() == null ? Ids.next() : form.once(), from, new PersonId(form.to()), form.role(), form.first(), form.last(), form.reason() == null ? "" : form.reason());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/delegations", model(actor, page, form));
        } catch (BrokenRule refused) {
            return new Errors(Map.of(InvalidInput.FORM, refused.sentence())).redraw("organization/delegations", model(actor, page, form));
        }
        Notice.done("organization.delegation.lent").on(redirect);
        return "redirect:" + page.to("settings", "delegations");
    }

    @PostMapping("/delegations/{id}/end")
    String end(Actor actor, Page page, @PathVariable UUID id, RedirectAttributes redirect) {
        delegations.end(actor, id);
        Notice.done("organization.delegation.isEnded").on(redirect);
        return "redirect:" + page.to("settings", "delegations");
    }

    private List<Delegation> seen(Actor actor) {
        var all = actor.may("people.edit") || actor.may("audit.read");
        return delegations.all().stream().filter(d -> all || d.from().equals(actor.id()) || d.to().equals(actor.id())).toList();
    }

    private Map<String, Object> model(Actor actor, Page page, DelegationForm form) {
        var names = people.roles();
        Map<String, String> roleNames = new HashMap<>();
        names.forEach(role -> roleNames.put(role.code(), role.name()));
        var active = people.all().stream().filter(PersonView::active).toList();
        var all = actor.may("people.edit");
        return Map.of("rows", seen(actor), "names", people.names(), "roleNames", roleNames, "form", form, "today", page.today(),
                "people", active.stream().map(person -> new Option(person.id().value().toString(), person.name())).toList(),
                "roles", names.stream().filter(role -> all || actor.is(role.code())).map(role -> new Option(role.code(), role.name())).toList(),
                "all", all, "me", actor);
    }
}
