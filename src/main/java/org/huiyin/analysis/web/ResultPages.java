package org.huiyin.analysis.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.analysis.CustomerScoreFilter;
import org.huiyin.analysis.ImportanceChart;
import org.huiyin.analysis.Results;
import org.huiyin.analysis.RoundResult.Dimension;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.People;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The rounds with their results, one result, its customers, one item down to the answers, two rounds side by side. */
@Controller
class ResultPages {

    private static final int ROWS = 50;

    private final Results results;
    private final ResultModel model;
    private final People people;

    ResultPages(Results results, ResultModel model, People people) {
        this.results = results;
        this.model = model;
        this.people = people;
    }

    @GetMapping("/c/{company}/results")
    ModelAndView list(Actor actor) {
        return new ModelAndView("analysis/list", Map.of("trend", results.trend(actor)));
    }

    @GetMapping("/c/{company}/results/{number}")
    ModelAndView show(Actor actor, Page page, @PathVariable String number) {
        var view = results.of(actor, number);
        return view.isEmpty()
                ? new ModelAndView("analysis/none", Map.of("round", results.round(actor, number)))
                : new ModelAndView("analysis/show", model.of(actor, page, view.get()));
    }

    @GetMapping("/c/{company}/results/{number}/customers")
    ModelAndView customers(Actor actor, Page page, @PathVariable String number) {
        var view = results.of(actor, number).orElseThrow(NotFound::new);
        int at = page.pageNumber();
        var filter = new CustomerScoreFilter(page.query("q"), page.query("band"), page.query("class"), ROWS, (at - 1) * ROWS);
        return new ModelAndView("analysis/customers", Map.of("view", view, "rows", results.customers(actor, view.round(), filter),
                "paging", new Paging(at, ROWS, results.count(actor, view.round(), filter)), "filtered", filter.any(),
                "bands", Said.bands(view).stream().map(step -> new Option(step.code(), step.label().in(page.locale()))).toList(),
                "classes", view.result().index().lines().stream().map(line -> new Option(line.code(), Said.className(page, line.code()))).toList()));
    }

    @GetMapping("/c/{company}/results/{number}/items/{item}")
    ModelAndView item(Actor actor, Page page, @PathVariable String number, @PathVariable String item) {
        var view = results.of(actor, number).orElseThrow(NotFound::new);
        if (view.result().items().stream().noneMatch(i -> i.item().equals(item))) {
            throw new NotFound();
        }
        var dimension = dimension(page.query("by"));
        int at = page.pageNumber();
        var rows = results.answers(actor, view, item, dimension.orElse(null), page.query("slice"), ROWS + 1, (at - 1) * ROWS);
        Map<String, Object> shown = new HashMap<>(Map.of("view", view, "item", item, "rows", rows.stream().limit(ROWS).toList(), "at", at,
                "more", rows.size() > ROWS, "names", people.names()));
        shown.put("dimension", dimension.orElse(null));
        shown.put("slices", slices(actor, view, item));
        return new ModelAndView("analysis/item", shown);
    }

    /** The item in every slice of every dimension that items are kept for. */
    private List<ItemSlice> slices(Actor actor, org.huiyin.analysis.ResultView view, String item) {
        List<ItemSlice> found = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            if (dimension != Dimension.INTERVIEWER) {
                view.result().slices(dimension).forEach(slice -> results.items(actor, view, dimension, slice.key()).stream()
                        .filter(i -> i.item().equals(item)).forEach(i -> found.add(new ItemSlice(dimension, slice.key(), i))));
            }
        }
        return found;
    }

    /** Importance against satisfaction, as stated or as derived (003/5.1). */
    @GetMapping("/c/{company}/results/{number}/importance")
    ModelAndView importance(Actor actor, Page page, @PathVariable String number) {
        var view = results.of(actor, number).orElseThrow(NotFound::new);
        boolean stated = view.form().questionnaire().asksImportance();
        var asked = page.query("by");
        var way = asked.equals("derived") || asked.isEmpty() && !stated && view.form().questionnaire().overallMark().isPresent()
                ? ImportanceChart.Way.DERIVED : ImportanceChart.Way.STATED;
        return new ModelAndView("analysis/importance", Map.of("view", view, "chart", ImportanceChart.of(view, way)));
    }

    @GetMapping("/c/{company}/results/compare")
    ModelAndView compare(Actor actor, Page page) {
        var trend = results.trend(actor);
        Map<String, Object> shown = new HashMap<>();
        shown.put("rounds", trend.reversed().stream().map(p -> new Option(p.round().number(), p.round().title())).toList());
        var from = page.query("from").isEmpty() && trend.size() > 1 ? trend.get(trend.size() - 2).round().number() : page.query("from");
        var to = page.query("to").isEmpty() && trend.size() > 1 ? trend.getLast().round().number() : page.query("to");
        shown.put("from", from);
        shown.put("to", to);
        shown.put("comparison", from.isEmpty() || to.isEmpty() || from.equals(to) ? null
                : results.compare(actor, results.round(actor, from), results.round(actor, to)).orElse(null));
        return new ModelAndView("analysis/compare", shown);
    }

    private static Optional<Dimension> dimension(String name) {
        for (Dimension one : Dimension.values()) {
            if (one.name().equalsIgnoreCase(name)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
