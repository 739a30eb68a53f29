package org.huiyin.replenishment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.complaint.Catalogue;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.huiyin.replenishment.ReplenishmentId;
import org.huiyin.replenishment.ReplenishmentSource;
import org.huiyin.replenishment.Replenishments;
import org.huiyin.replenishment.Sources;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposing a replacement order and changing one; what it leads to stands beside the form (001/5.3.4). */
@Controller
class OrderPages {

    private static final String LIST = "/c/{company}/replenishments";
    private static final String PROPOSE = "replenish.propose";
    private static final int SUGGESTED = 200;

    private final Replenishments orders;
    private final Sources sources;
    private final Reckoner reckoner;
    private final Catalogue catalogue;
    private final Procedures procedures;

    OrderPages(Replenishments orders, Sources sources, Reckoner reckoner, Catalogue catalogue, Procedures procedures) {
        this.orders = orders;
        this.sources = sources;
        this.reckoner = reckoner;
        this.catalogue = catalogue;
        this.procedures = procedures;
    }

    @GetMapping(LIST + "/new")
    ModelAndView form(Actor actor, Page page, @RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "") String number) {
        actor.mustHave(PROPOSE);
        var subject = sources.byNumber(actor, source, number).orElse(null);
        var line = subject == null ? null : sources.find(actor, subject).orElse(null);
        if (subject == null || line == null) {
            var asked = new ModelAndView("replenishment/which", Map.of("number", number, "clause", procedures.inForce().clauseOf("replenishment")));
            return number.isBlank() ? asked
                    : Errors.of(new InvalidInput("number", "replenishment.invalid.source")).redraw("replenishment/which", asked.getModel());
        }
        return new ModelAndView("replenishment/form", model(actor, OrderForm.about(subject.type(), line), subject, line, null));
    }

    private Map<String, Object> model(Actor actor, OrderForm form, SubjectRef subject, ReplenishmentSource.Line line, @Nullable String change) {
        var goods = Stream.concat(line.items().stream().map(item -> new Option(item.part(), item.partName())),
                catalogue.parts("", SUGGESTED).stream().map(part -> new Option(part.part(), part.name()))).toList();
        var model = new HashMap<String, Object>(Map.of("form", form, "line", line, "goods", List.copyOf(new LinkedHashSet<>(goods)),
                "change", change == null ? "" : change, "clause", procedures.inForce().clauseOf("replenishment")));
        reckoner.of(actor, form, subject, self(form, change)).ifPresent(after -> model.put("after", after));
        return model;
    }

    private static @Nullable ReplenishmentId self(OrderForm form, @Nullable String change) {
        return change == null || change.isEmpty() ? null : new ReplenishmentId(form.wanted());
    }

    /** What the form would lead to; htmx asks for it while somebody types. */
    @GetMapping(LIST + "/new/after")
    ModelAndView after(Actor actor, HttpServletRequest request, @RequestParam(defaultValue = "") String change) {
        actor.mustHave(PROPOSE);
        var form = OrderForm.read(request);
        var model = new HashMap<String, Object>();
        sources.byNumber(actor, form.source(), form.number()).flatMap(subject -> reckoner.of(actor, form, subject, self(form, change)))
                .ifPresent(after -> model.put("after", after));
        return new ModelAndView("replenishment/after", model);
    }

    @PostMapping(LIST)
    Object propose(Actor actor, Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String act, RedirectAttributes redirect) {
        actor.mustHave(PROPOSE);
        var form = OrderForm.read(request);
        var subject = sources.byNumber(actor, form.source(), form.number()).orElse(null);
        var line = subject == null ? null : sources.find(actor, subject).orElse(null);
        if (subject == null || line == null) {
            return Errors.of(new InvalidInput("number", "replenishment.invalid.source"))
                    .redraw("replenishment/which", Map.of("number", form.number(), "clause", procedures.inForce().clauseOf("replenishment")));
        }
        if (!act.isEmpty()) {
            return new ModelAndView("replenishment/form", model(actor, act.equals("line") ? form.oneMore() : form, subject, line, null));
        }
        try {
            var order = orders.get(orders.propose(actor, form.wanted(), form.whole(subject)));
            Notice.done("replenishment.proposed", order.number()).on(redirect);
            return "redirect:" + page.to("replenishments", order.number());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("replenishment/form", model(actor, form, subject, line, null));
        }
    }

    @GetMapping(LIST + "/{number}/edit")
    ModelAndView edit(Actor actor, @PathVariable String number) {
        actor.mustHave(PROPOSE);
        var view = orders.byNumber(actor, number);
        return new ModelAndView("replenishment/form", model(actor, OrderForm.of(view), view.row().source(), line(actor, view.row().source()), number));
    }

    private ReplenishmentSource.Line line(Actor actor, SubjectRef subject) {
        return sources.find(actor, subject).orElseThrow(org.huiyin.kernel.NotFound::new);
    }

    @PostMapping(LIST + "/{number}")
    Object change(Actor actor, Page page, @PathVariable String number, HttpServletRequest request, @RequestParam(defaultValue = "") String act,
            RedirectAttributes redirect) {
        actor.mustHave(PROPOSE);
        var view = orders.byNumber(actor, number);
        var form = OrderForm.read(request);
        var subject = view.row().source();
        if (!act.isEmpty()) {
            return new ModelAndView("replenishment/form", model(actor, act.equals("line") ? form.oneMore() : form, subject, line(actor, subject), number));
        }
        try {
            orders.change(actor, view.id(), form.whole(subject), form.version(), page.t("replenishment.askedAnew"));
            Notice.done("replenishment.changed", number).on(redirect);
            return "redirect:" + page.to("replenishments", number);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("replenishment/form", model(actor, form, subject, line(actor, subject), number));
        }
    }
}
