package org.huiyin.organization.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The company's departments under their own names. */
@Controller
@RequestMapping("/c/{company}/settings")
class DepartmentPages {

    private final People people;

    DepartmentPages(People people) {
        this.people = people;
    }

    @GetMapping("/departments")
    ModelAndView list(Actor actor) {
        Section.DEPARTMENTS.open(actor);
        return new ModelAndView("organization/departments", model(actor, ""));
    }

    @GetMapping({"/departments.xlsx", "/departments.csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        Section.DEPARTMENTS.open(actor);
        Lists.send(file, page, "organization.departments",
                List.of("organization.department.name", "organization.department.people", "organization.department.state"),
                sheet -> people.departments().forEach(d -> sheet.row(d.name(), d.people(),
                        page.t(d.closed() ? "organization.department.closed" : "organization.department.open"))));
    }

    @PostMapping("/departments")
    Object add(Actor actor, Page page, @RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
        try {
            people.addDepartment(actor, name.strip());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/departments", model(actor, name));
        }
        Notice.done("organization.department.added", name.strip()).on(redirect);
        return "redirect:" + page.to("settings", "departments");
    }

    @PostMapping("/departments/{id}")
    Object rename(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
        try {
            people.renameDepartment(actor, id, name.strip());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("organization/departments", model(actor, name));
        }
        Notice.done("organization.department.renamed", name.strip()).on(redirect);
        return "redirect:" + page.to("settings", "departments");
    }

    @PostMapping("/departments/{id}/closure")
    String close(Actor actor, Page page, @PathVariable UUID id, RedirectAttributes redirect) {
        people.closeDepartment(actor, id, true);
        Notice.done("organization.department.isClosed").undo(page.to("settings", "departments", id, "opening")).on(redirect);
        return "redirect:" + page.to("settings", "departments");
    }

    @PostMapping("/departments/{id}/opening")
    String open(Actor actor, Page page, @PathVariable UUID id, RedirectAttributes redirect) {
        people.closeDepartment(actor, id, false);
        Notice.done("organization.department.isOpen").on(redirect);
        return "redirect:" + page.to("settings", "departments");
    }

    private Map<String, Object> model(Actor actor, String name) {
        return Map.of("rows", people.departments(), "name", name, "editable", actor.may("people.edit"));
    }
}
