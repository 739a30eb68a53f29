package org.huiyin.desk.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.analysis.Results;
import org.huiyin.analysis.TrendPoint;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.customer.CustomerFilter;
import org.huiyin.customer.Customers;
import org.huiyin.desk.Desk;
import org.huiyin.desk.Finder;
import org.huiyin.desk.Scope;
import org.huiyin.desk.Task;
import org.huiyin.improvement.Agenda;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.voice.Voices;
import org.huiyin.web.Page;
import org.huiyin.web.Point;
import org.huiyin.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The desk: what waits, what is late, how well we answer, what comes next; and the search over everything. */
@Controller
class DeskPages {

    private static final int PERIOD = 90;
    private static final int POINTS = 4;
    private static final int LATE = 8;

    private final Desk desk;
    private final Finder finder;
    private final Voices voices;
    private final Rounds rounds;
    private final Results results;
    private final Customers customers;
    private final Procedures procedures;

    DeskPages(Desk desk, Finder finder, Voices voices, Rounds rounds, Results results, Customers customers, Procedures procedures) {
        this.desk = desk;
        this.finder = finder;
        this.voices = voices;
        this.rounds = rounds;
        this.results = results;
        this.customers = customers;
        this.procedures = procedures;
    }

    @GetMapping("/c/{company}")
    ModelAndView home(Actor actor, Page page) {
        var scope = scope(page);
        var all = desk.tasks(actor, scope);
        boolean waiting = !page.query("waiting").isEmpty();
        var shown = waiting ? all.stream().filter(t -> t.item().customerWaits()).toList() : all;
        var model = new HashMap<String, Object>(Map.of("scope", scope.name(), "strip", desk.strip(all), "groups", desk.grouped(shown), "total", all.size(),
                "waits", all.stream().filter(t -> t.item().customerWaits()).count(), "waiting", waiting,
                "department", desk.maySeeDepartment(actor), "handed", desk.tasks(actor, Scope.HANDED_OUT).size()));
        var leads = scope == Scope.MINE && desk.answersForAll(actor);
        var late = leads ? desk.late(actor).stream().filter(task -> page.opens(task.item().path())).toList() : List.<Task>of();
        model.put("leads", leads);
        model.put("late", late.size());
        model.put("latest", desk.grouped(late.stream().limit(LATE).toList()));
        model.put("rate", actor.may("voice.read") ? voices.rate(page.today().minusDays(PERIOD - 1), page.today()) : null);
        var open = actor.may("round.read") ? rounds.list(actor).stream().filter(r -> !r.state().over()).toList() : List.<RoundView>of();
        model.put("rounds", open);
        model.put("trend", actor.may("result.read") ? trend(actor, page) : List.of());
        model.put("aim", procedures.inForce().section("triggers").path("threshold").asDouble(0));
        model.put("coming", coming(open, actor, page));
        model.put("fresh", actor.may("customer.read") && customers.list(actor, CustomerFilter.all().onPage(1, 1)).total() == 0);
        return new ModelAndView("desk/home", model);
    }

    private static Scope scope(Page page) {
        var scope = Typed.maybe(Scope.class, page.query("scope"));
        return scope == null || scope == Scope.COMPANY ? Scope.MINE : scope;
    }

    private List<Point> trend(Actor actor, Page page) {
        var points = new ArrayList<Point>();
        for (TrendPoint point : results.trend(actor)) {
            var index = point.result().index();
            var mean = index.mean();
            if (mean == null) {
                continue;
            }
            var label = page.month(java.time.YearMonth.from(point.round().opensOn()));
            points.add(new Point(label, mean.value().doubleValue(), index.lower(), index.upper()));
        }
        return points.subList(Math.max(0, points.size() - POINTS), points.size());
    }

    private List<Coming> coming(List<RoundView> open, Actor actor, Page page) {
        var dates = new ArrayList<Coming>();
        for (RoundView round : open) {
            if (!round.opensOn().isBefore(page.today())) {
                dates.add(new Coming(round.opensOn(), new Sentence("desk.coming.opens", round.title()), round.path()));
            }
            if (!round.closesOn().isBefore(page.today())) {
                dates.add(new Coming(round.closesOn(), new Sentence("desk.coming.closes", round.title()), round.path()));
            }
        }
        if (actor.may("action.read")) {
            var quarter = Agenda.quarterOf(page.today());
            dates.add(new Coming(Agenda.endOf(quarter).minusDays(1), new Sentence("desk.coming.review", quarter), "actions/agenda"));
        }
        return dates.stream().sorted(java.util.Comparator.comparing(Coming::day)).limit(6).toList();
    }

    @GetMapping("/c/{company}/promises")
    ModelAndView promises(Actor actor, Page page) {
        var tasks = everybodys(actor, page);
        return new ModelAndView("desk/promises", Map.of("groups", desk.grouped(tasks), "strip", desk.strip(tasks), "total", tasks.size()));
    }

    /** The company's promises as far as the reader may open them; a storekeeper does not read who complains of what. */
    private List<Task> everybodys(Actor actor, Page page) {
        return desk.tasks(actor, Scope.COMPANY).stream().filter(task -> page.opens(task.item().path()))
                .filter(task -> !task.item().kind().equals("approval") || actor.may("approval.read") || task.item().people().contains(actor.id())).toList();
    }

    @GetMapping({"/c/{company}/promises.xlsx", "/c/{company}/promises.csv", "/c/{company}/work.xlsx", "/c/{company}/work.csv"})
    void file(Actor actor, Page page, ListFile file) throws IOException {
        var tasks = page.here().contains("/promises.") ? everybodys(actor, page) : desk.tasks(actor, scope(page));
        file.send(new SheetPlan(page.t("desk.tasks"), List.of(page.t("desk.tasks"), page.date(page.today())), List.of(
                    SheetColumn.of(page.t("desk.col.due"), SheetColumn.Kind.TIME), SheetColumn.text(page.t("desk.col.what")).wide(50),
                    SheetColumn.text(page.t("desk.col.customer")).wide(28), SheetColumn.text(page.t("desk.col.number")), SheetColumn.text(page.t("desk.col.who")),
                    SheetColumn.text(page.t("desk.col.clause")), SheetColumn.text(page.t("desk.col.why")).wide(60))), sheet -> {
            for (Task task : tasks) {
                var due = task.due();
                sheet.row(due == null ? null : due.atZone(page.zone()).toLocalDateTime(), page.say(task.item().title()), task.item().customer(),
                        task.item().number(), task.who(), task.item().clause(), task.item().why().stream().map(page::say).reduce("", (a, b) -> a + b));
            }
        });
    }

    @GetMapping("/c/{company}/search")
    Object search(Actor actor, Page page) {
        var found = finder.find(actor, page.query("q"));
        if (!found.isEmpty() && found.getFirst().number().equalsIgnoreCase(page.query("q").strip())) {
            return "redirect:" + page.path(found.getFirst().path());
        }
        return new ModelAndView("desk/search", Map.of("found", found));
    }
}
