package org.huiyin.improvement.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.approval.Signatures;
import org.huiyin.improvement.Assessment;
import org.huiyin.improvement.EffectFilter;
import org.huiyin.improvement.EffectId;
import org.huiyin.improvement.EffectView;
import org.huiyin.improvement.Effects;
import org.huiyin.improvement.Verdict;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.huiyin.web.Typed;
import org.huiyin.web.security.Member;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Effects that are watched, with what the records say, and the signature under a verdict. */
@Controller
class EffectPages {

    private static final int ROWS = 50;

    private final Effects effects;
    private final Signatures signatures;
    private final People people;

    EffectPages(Effects effects, Signatures signatures, People people) {
        this.effects = effects;
        this.signatures = signatures;
        this.people = people;
    }

    @GetMapping("/c/{company}/actions/effects")
    ModelAndView list(Actor actor, Page page) {
        var filter = filter(page, ROWS);
        var rows = effects.list(actor, filter);
        Map<EffectId, Assessment> standings = new HashMap<>();
        rows.forEach(row -> standings.put(row.id(), effects.assess(row)));
        return new ModelAndView("improvement/effect/list", new HashMap<>(Map.of("rows", rows, "standings", standings, "show", filter.show(),
                "paging", new Paging(filter.page(), filter.size(), effects.count(actor, filter)),
                "any", effects.count(actor, new EffectFilter("", EffectFilter.Show.ALL, 1, 1)) > 0)));
    }

    private static EffectFilter filter(Page page, int rows) {
        int number = page.pageNumber();
        return new EffectFilter(page.query("q"), Objects.requireNonNullElse(Typed.maybe(EffectFilter.Show.class, page.query("show")), EffectFilter.Show.OPEN), number, rows);
    }

    @GetMapping({"/c/{company}/actions/effects.xlsx", "/c/{company}/actions/effects.csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("action.read");
        var filter = filter(page, ROWS);
        file.send(page.t("improvement.effects"), page.date(page.today()),
                List.of(page.t("improvement.col.number"), page.t("improvement.col.problem"), page.t("improvement.col.customer"), page.t("improvement.effects.since"),
                        page.t("improvement.effects.days"), page.t("improvement.effects.lots"), page.t("improvement.effects.draft"), page.t("improvement.effects.verdict")),
                sheet -> effects.each(actor, filter, row -> {
                    var standing = effects.assess(row);
                    Verdict verdict = row.verdict();
                    sheet.row(row.number(), page.say(row.title()), row.customerName(), page.date(row.since()), standing.days() + " / " + row.days(),
                            standing.exposure().lots() + " / " + row.lots(), standing.draft() == null ? "" : page.label(standing.draft()), verdict != null ? page.label(verdict) : row.end() == null ? "" : page.t("improvement.effects.ended", page.say(row.end().reason())));
                }));
    }

    @GetMapping("/c/{company}/actions/effects/{number}")
    ModelAndView show(Member member, @PathVariable String number) {
        return new ModelAndView("improvement/effect/show", model(member, number, Map.of()));
    }

    private Map<String, Object> model(Member member, String number, Map<String, String> typed) {
        List<EffectView> rounds = effects.byNumber(member.actor(), number);
        EffectView now = rounds.getLast();
        return new HashMap<>(Map.of("rounds", rounds, "now", now, "standing", effects.assess(now), "signable", effects.maySign(member.actor(), now),
                "password", signatures.passwordNeeded(member), "names", people.names(), "verifiers", effects.verifiers(now), "typed", typed));
    }

    @PostMapping("/c/{company}/actions/effects/{number}/verdict")
    Object sign(Member member, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        try {
            var now = effects.byNumber(member.actor(), number).getLast();
            effects.sign(member, typed.get("password"), now.id(), Typed.text(typed.get("origin")), Typed.choice("verdict", Verdict.class, typed.get("verdict")),
                    Typed.text(typed.get("finding")), Typed.text(typed.get("reason")));
            Notice.done("improvement.effects.signed", number).on(redirect);
            return "redirect:" + page.to("actions", "effects", number);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("improvement/effect/show", model(member, number, typed));
        }
    }
}
