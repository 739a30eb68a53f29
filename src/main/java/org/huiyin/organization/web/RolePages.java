package org.huiyin.organization.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.organization.RoleView;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The neutral roles under the company's own names, with their rights (alias table of the procedures). */
@Controller
@RequestMapping("/c/{company}/settings")
class RolePages {

    private final People people;

    RolePages(People people) {
        this.people = people;
    }

    @GetMapping("/roles")
    ModelAndView list(Actor actor) {
        Section.ROLES.open(actor);
        return new ModelAndView("organization/roles", Map.of("roles", people.roles(), "rights", people.rights(),
                "holders", holders(), "editable", actor.may("people.edit")));
    }

    private Map<String, List<String>> holders() {
        Map<String, List<String>> names = new HashMap<>();
        people.all().stream().filter(PersonView::active).forEach(person ->
                person.roles().forEach(role -> names.computeIfAbsent(role, r -> new ArrayList<>()).add(person.name())));
        return names;
    }

    @GetMapping({"/roles.xlsx", "/roles.csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        Section.ROLES.open(actor);
        var roles = people.roles();
        Lists.send(file, page, "organization.roles", List.of("organization.role.right"), sheet -> {
            sheet.row(row(page.t("organization.role.name"), roles.stream().map(RoleView::name).toList()));
            people.rights().forEach(right -> sheet.row(row(page.t("organization.right." + right),
                    roles.stream().map(role -> role.rights().contains(right) ? "●" : "").toList())));
        });
    }

    private static Object[] row(String first, List<String> rest) {
        var row = new ArrayList<Object>(rest);
        row.addFirst(first);
        return row.toArray();
    }

    @GetMapping("/roles/{code}")
    ModelAndView show(Actor actor, @PathVariable String code) {
        Section.ROLES.open(actor);
        return new ModelAndView("organization/role", model(actor, role(code)));
    }

    @PostMapping("/roles/{code}")
    Object change(Actor actor, Page page, @PathVariable String code, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String aliases, @RequestParam(required = false) @Nullable List<String> rights,
            RedirectAttributes redirect) {
        var known = new TreeSet<>(rights == null ? List.of() : rights);
        known.retainAll(people.rights());
        var others = Arrays.stream(aliases.split("[,，、;；\\n]")).map(String::strip).filter(alias -> !alias.isEmpty()).distinct().toList();
        var wanted = new RoleView(role(code).code(), name.strip(), others, known);
        try {
            people.changeRole(actor, wanted);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/role", model(actor, wanted));
        }
        Notice.done("organization.role.changed", wanted.name()).on(redirect);
        return "redirect:" + page.to("settings", "roles");
    }

    private RoleView role(String code) {
        return people.roles().stream().filter(role -> role.code().equals(code)).findFirst().orElseThrow(NotFound::new);
    }

    private Map<String, Object> model(Actor actor, RoleView role) {
        return Map.of("role", role, "rights", people.rights(), "holders", holders().getOrDefault(role.code(), List.of()),
                "editable", actor.may("people.edit"));
    }
}
