package org.huiyin.organization.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.Accounts;
import org.huiyin.organization.DepartmentView;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People of the company: who they are, what they do, how they sign in. */
@Controller
@RequestMapping("/c/{company}/settings")
class PeoplePages {

    private static final List<String> HEADERS = List.of("organization.person.name", "organization.person.department",
            "organization.person.roles", "organization.person.email", "organization.person.phone", "organization.person.login",
            "organization.person.state");

    private final People people;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    PeoplePages(People people, Accounts accounts, TransactionTemplate transaction) {
        this.people = people;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    @GetMapping("/people")
    ModelAndView list(Actor actor, PeopleFilter filter) {
        Section.PEOPLE.open(actor);
        var all = people.all();
        return new ModelAndView("organization/people", Map.of(
                "rows", all.stream().filter(filter::takes).toList(), "total", all.size(), "roleNames", roleNames(),
                "departments", people.departments(), "editable", actor.may("people.edit")));
    }

    @GetMapping({"/people.xlsx", "/people.csv"})
    void file(Actor actor, Page page, PeopleFilter filter, ListFile file) throws IOException {
        Section.PEOPLE.open(actor);
        var names = roleNames();
        Lists.send(file, page, "organization.people", HEADERS, sheet -> people.all().stream().filter(filter::takes)
                .forEach(person -> sheet.row(person.name(), person.department(), roles(person, names), person.email(), person.phone(),
                        person.login(), page.t(person.active() ? "organization.person.active" : "organization.person.left"))));
    }

    private static String roles(PersonView person, Map<String, String> names) {
        return String.join(", ", person.roles().stream().map(role -> names.getOrDefault(role, role)).toList());
    }

    @GetMapping("/people/new")
    ModelAndView add(Actor actor) {
        actor.mustHave("people.edit");
        return new ModelAndView("organization/person", form(PersonForm.blank(), null, actor));
    }

    @PostMapping("/people")
    Object add(Actor actor, Page page, PersonForm form, RedirectAttributes redirect) {
        try {
            var id = Objects.requireNonNull(transaction.execute(status -> enter(actor, form)));
            Notice.done("organization.person.added", form.values().name()).on(redirect);
            return "redirect:" + page.to("settings", "people", id.value());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/person", form(form, null, actor));
        }
    }

    private PersonId enter(Actor actor, PersonForm form) {
        var id = people.add(actor, form.once() == null ? Ids.next() : form.once(), form.values(), form.chosen());
        if (form.wantsLogin() && accounts.ofPerson(id).isEmpty()) {
            accounts.invite(actor, id, String.valueOf(form.login()), form.password() == null ? "" : form.password());
        }
        return id;
    }

    @GetMapping("/people/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        Section.PEOPLE.open(actor);
        var person = people.get(new PersonId(id));
        return new ModelAndView("organization/person", form(PersonForm.of(person), person, actor));
    }

    @PostMapping("/people/{id}")
    Object change(Actor actor, Page page, @PathVariable UUID id, PersonForm form, RedirectAttributes redirect) {
        try {
            people.change(actor, new PersonId(id), form.values(), form.chosen(), form.seen());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/person", form(form, people.get(new PersonId(id)), actor));
        }
        Notice.done("organization.person.changed", form.values().name()).on(redirect);
        return "redirect:" + page.to("settings", "people");
    }

    @PostMapping("/people/{id}/login")
    Object invite(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password, RedirectAttributes redirect) {
        var person = people.get(new PersonId(id));
        try {
            accounts.invite(actor, person.id(), login, password);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/person", form(PersonForm.of(person), person, actor));
        }
        Notice.done("organization.person.invited", person.name()).on(redirect);
        return "redirect:" + page.to("settings", "people", id);
    }

    @PostMapping("/people/{id}/password")
    Object reset(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String password, RedirectAttributes redirect) {
        var person = people.get(new PersonId(id));
        try {
            accounts.reset(actor, person.id(), password);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/person", form(PersonForm.of(person), person, actor));
        }
        Notice.done("organization.person.reset", person.name()).on(redirect);
        return "redirect:" + page.to("settings", "people", id);
    }

    @PostMapping("/people/{id}/departure")
    String leave(Actor actor, Page page, @PathVariable UUID id, RedirectAttributes redirect) {
        var person = people.get(new PersonId(id));
        people.leave(actor, person.id());
        Notice.done("organization.person.hasLeft", person.name()).undo(page.to("settings", "people", id, "return")).on(redirect);
        return "redirect:" + page.to("settings", "people");
    }

    @PostMapping("/people/{id}/return")
    String comeBack(Actor actor, Page page, @PathVariable UUID id, RedirectAttributes redirect) {
        var person = people.get(new PersonId(id));
        people.comeBack(actor, person.id());
        Notice.done("organization.person.isBack", person.name()).on(redirect);
        return "redirect:" + page.to("settings", "people", id);
    }

    private Map<String, Object> form(PersonForm form, @Nullable PersonView person, Actor actor) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("roles", people.roles().stream().map(role -> new Option(role.code(), role.name())).toList());
        model.put("departments", people.departments().stream()
                .filter(d -> !d.closed() || d.id().equals(form.department()))
                .map(PeoplePages::option).toList());
        model.put("editable", actor.may("people.edit"));
        model.put("auditable", actor.may("audit.read"));
        if (person != null) {
            model.put("person", person);
            accounts.ofPerson(person.id()).ifPresent(account -> model.put("account", AccountLine.of(account)));
        }
        return model;
    }

    private static Option option(DepartmentView department) {
        return new Option(department.id().toString(), department.name());
    }

    private Map<String, String> roleNames() {
        Map<String, String> names = new HashMap<>();
        people.roles().forEach(role -> names.put(role.code(), role.name()));
        return names;
    }
}
