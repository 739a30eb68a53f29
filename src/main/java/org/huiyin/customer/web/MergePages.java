package org.huiyin.customer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.customer.CustomerFields;
import org.huiyin.customer.Customers;
import org.huiyin.customer.Merges;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Doubles: who may be the same, which value stays, taking it back. */
@Controller
public class MergePages {

    private final Merges merges;
    private final Customers customers;
    private final People people;

    MergePages(Merges merges, Customers customers, People people) {
        this.merges = merges;
        this.customers = customers;
        this.people = people;
    }

    /** A field of both customers, and whether they differ. */
    public record Pair(String field, String first, String second, boolean choice) {}

    @GetMapping("/c/{company}/customers/doubles")
    ModelAndView list(Actor actor) {
        var model = new HashMap<String, Object>();
        model.put("pairs", merges.proposals(actor));
        model.put("history", merges.history(actor));
        model.put("names", people.names());
        return new ModelAndView("customer/doubles", model);
    }

    @GetMapping({"/c/{company}/customers/doubles.xlsx", "/c/{company}/customers/doubles.csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        var pairs = merges.proposals(actor);
        var columns = List.of(page.t("customer.field.code"), page.t("customer.doubles.first"), page.t("customer.field.code"), page.t("customer.doubles.second"),
                page.t("customer.doubles.why"));
        file.send(page.t("customer.doubles.found"), "", columns, sheet -> pairs.forEach(pair -> sheet.row(pair.first().code(), pair.first().name(),
                pair.second().code(), pair.second().name(), page.t(pair.same() ? "customer.doubles.name" : "customer.doubles.mail"))));
    }

    @GetMapping("/c/{company}/customers/doubles/pair")
    ModelAndView pair(Actor actor, @RequestParam String from, @RequestParam String into) {
        actor.mustHave("customer.merge");
        var first = customers.byCode(actor, from);
        var second = customers.byCode(actor, into);
        var theirs = CustomerFields.all(second.details());
        var pairs = CustomerFields.all(first.details()).entrySet().stream()
                .map(e -> new Pair(e.getKey(), shown(e.getValue()), shown(theirs.get(e.getKey())),
                        !e.getKey().equals("code") && e.getValue() != null && theirs.get(e.getKey()) != null && !Objects.equals(e.getValue(), theirs.get(e.getKey()))))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("first", first);
        model.put("second", second);
        model.put("pairs", pairs);
        return new ModelAndView("customer/double", model);
    }

    @PostMapping("/c/{company}/customers/doubles")
    String merge(Actor actor, Page page, @RequestParam String from, @RequestParam String into, @RequestParam String reason, HttpServletRequest request,
            RedirectAttributes redirect) {
        var chosen = new LinkedHashSet<String>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith("f-") && values[0].equals("first")) {
                chosen.add(name.substring(2));
            }
        });
        var second = customers.byCode(actor, into);
        merges.merge(actor, customers.byCode(actor, from).id(), second.id(), chosen, reason);
        Notice.done("customer.merge.done", second.name()).on(redirect);
        return "redirect:" + page.to("customers", second.address());
    }

    @PostMapping("/c/{company}/customers/doubles/{id}/undoing")
    String undo(Actor actor, Page page, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        var kept = merges.undo(actor, id, reason);
        if (kept.isEmpty()) {
            Notice.done("customer.merge.undone").on(redirect);
        } else {
            Notice.done("customer.merge.undoneKept", String.join(page.t("customer.comma"), kept.stream().map(f -> page.t("customer.field." + f)).toList()))
                    .on(redirect);
        }
        return "redirect:" + page.to("customers", "doubles");
    }

    private static String shown(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
