package org.huiyin.analysis.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.analysis.ImportanceChart;
import java.util.function.Consumer;
import org.huiyin.analysis.CustomerScore;
import org.huiyin.analysis.ResultView;
import org.huiyin.analysis.Results;
import org.huiyin.analysis.RoundResult.Dimension;
import org.huiyin.campaign.answers.AnswerFilter;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.People;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetColumn.Kind;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.sheets.TableWriter;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A result as the sheets of a file: index, classes and slices, items, customers, answers; any number of rows in flat memory. */
@Component
class ResultSheet {

    private final Results results;
    private final Answers answers;
    private final People people;

    ResultSheet(Results results, Answers answers, People people) {
        this.results = results;
        this.answers = answers;
        this.people = people;
    }

    @Transactional(readOnly = true)
    public void write(Actor actor, Page page, ResultView view, TableWriter sheet) {
        index(sheet, page, view);
        classes(sheet, page, view);
        slices(sheet, page, view, people.names());
        items(sheet, page, view);
        if (Said.asksImportance(view)) {
            importance(sheet, page, view);
        }
        if (view.named()) {
            customers(sheet, page, view, sink -> results.each(actor, view.round(), sink));
        }
        if (actor.may("answer.read") && (view.named() || actor.is("AUDITOR"))) {
            answers(sheet, actor, page, view);
        }
    }

    private static List<String> heading(Page page, ResultView view) {
        var form = view.form().profile().form("result");
        return List.of(page.t("analysis.report.title", view.round().title()),
                form.number() + "  " + form.revision() + "  " + view.round().number() + "  "
                        + page.t(view.provisional() ? "analysis.provisional" : "analysis.signed"),
                page.say(view.result().validity().sentence()));
    }

    private static void index(TableWriter sheet, Page page, ResultView view) {
        var index = view.result().index();
        sheet.sheet(new SheetPlan(page.t("analysis.index"), heading(page, view),
                List.of(SheetColumn.text(page.t("analysis.col.figure")).wide(36), SheetColumn.of(page.t("analysis.col.value"), Kind.NUMBER))));
        sheet.row(page.t("analysis.index"), score(index.mean() == null ? null : index.mean().value()));
        sheet.row(page.t("analysis.lower"), score(number(index.lower())));
        sheet.row(page.t("analysis.upper"), score(number(index.upper())));
        sheet.row(page.t("analysis.standardError"), index.interval() == null ? null : score(number(index.interval().standardError())));
        sheet.row(page.t("analysis.unweighted"), score(index.plainMean() == null ? null : index.plainMean().value()));
        sheet.row(page.t("analysis.answered"), index.answered());
        sheet.row(page.t("analysis.population"), index.population());
        if (view.rule().target() != null) {
            sheet.row(page.t("analysis.target.is"), view.rule().target());
        }
        if (view.result().bySales() != null && view.result().bySales().mean() != null) {
            sheet.row(page.t("analysis.bySales.is"), score(view.result().bySales().mean().value()));
        }
        if (index.bounds() != null) {
            sheet.row(page.t("analysis.bounds.lowest"), score(index.bounds().lowest().value()));
            sheet.row(page.t("analysis.bounds.highest"), score(index.bounds().highest().value()));
            sheet.row(page.t("analysis.silent"), index.bounds().silent());
        }
        view.result().bands().forEach((band, n) -> sheet.row(Said.band(page, view, band), n));
    }

    private static void classes(TableWriter sheet, Page page, ResultView view) {
        sheet.sheet(new SheetPlan(page.t("analysis.classes"), heading(page, view), List.of(SheetColumn.text(page.t("analysis.col.class")),
                whole(page, "analysis.col.population"), whole(page, "analysis.col.invited"), whole(page, "analysis.col.answered"),
                figure(page, "analysis.col.mean"), figure(page, "analysis.col.deviation"),
                SheetColumn.of(page.t("analysis.col.weight"), Kind.PERCENT))));
        view.result().index().lines().forEach(line -> sheet.row(Said.className(page, line.code()), line.population(), line.invited(), line.answered(),
                score(line.mean() == null ? null : line.mean().value()), score(number(line.standardDeviation())), line.weight()));
    }

    private static void slices(TableWriter sheet, Page page, ResultView view, Map<PersonId, String> names) {
        sheet.sheet(new SheetPlan(page.t("analysis.slices"), heading(page, view), List.of(SheetColumn.text(page.t("analysis.col.dimension")),
                SheetColumn.text(page.t("analysis.col.slice")).wide(28), whole(page, "analysis.col.answers"), whole(page, "analysis.col.customers"),
                figure(page, "analysis.col.mean"), figure(page, "analysis.col.deviation"))));
        for (Dimension dimension : Dimension.values()) {
            view.result().slices(dimension).forEach(slice -> sheet.row(page.label(dimension), Said.slice(page, dimension, slice.key(), names),
                    slice.answers(), slice.customers(), score(slice.mean()), score(slice.deviation())));
        }
    }

    private static void importance(TableWriter sheet, Page page, ResultView view) {
        sheet.sheet(new SheetPlan(page.t("analysis.importance"), heading(page, view), List.of(SheetColumn.text(page.t("analysis.importance.way")).wide(20),
                SheetColumn.text(page.t("analysis.col.item")).wide(30), figure(page, "analysis.importance.importance"), figure(page, "analysis.lower"),
                figure(page, "analysis.upper"), figure(page, "analysis.importance.satisfaction"), whole(page, "analysis.col.answers"),
                SheetColumn.text(page.t("analysis.importance.quadrant")).wide(40))));
        for (ImportanceChart.Way way : ImportanceChart.Way.values()) {
            var chart = ImportanceChart.of(view, way);
            var name = page.t(way == ImportanceChart.Way.STATED ? "analysis.importance.stated" : "analysis.importance.derived");
            if (chart.missing() != null) {
                sheet.row(name, null, null, null, null, null, null, page.say(chart.missing()));
                continue;
            }
            chart.rows().forEach(row -> {
                var derived = row.derived();
                sheet.row(name, view.label(row.item(), page.language().tag()), cut(row.importance()), cut(derived == null ? null : number(derived.lower())),
                        cut(derived == null ? null : number(derived.upper())), cut(row.satisfaction()), row.answers(),
                        row.quadrant() != null ? page.label(row.quadrant())
                                : derived != null && derived.disabled() != null ? page.say(derived.disabled()) : null);
            });
        }
    }

    /** Two decimals, as cuts are shown (D29). */
    private static @Nullable BigDecimal cut(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    }

    private static void items(TableWriter sheet, Page page, ResultView view) {
        List<SheetColumn> columns = new ArrayList<>(List.of(SheetColumn.text(page.t("analysis.col.item")).wide(30),
                figure(page, "analysis.col.weight"), figure(page, "analysis.col.percent"), whole(page, "analysis.col.answers")));
        view.form().degrees().forEach(degree -> columns.add(SheetColumn.of(degree.label().in(page.locale()), Kind.INTEGER)));
        columns.addAll(List.of(whole(page, "analysis.col.notApplicable"), whole(page, "analysis.col.blank"), whole(page, "analysis.col.low")));
        sheet.sheet(new SheetPlan(page.t("analysis.items"), heading(page, view), columns));
        view.result().items().forEach(item -> {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(view.label(item.item(), page.language().tag()));
            row.add(item.weight());
            row.add(score(item.mean()));
            row.add(item.given());
            view.form().degrees().forEach(degree -> row.add(item.degrees().getOrDefault(degree.code(), 0)));
            row.add(item.notApplicable());
            row.add(item.unanswered());
            row.add(item.low());
            sheet.row(row.toArray());
        });
    }

    void customers(TableWriter sheet, Page page, ResultView view, Consumer<Consumer<CustomerScore>> source) {
        sheet.sheet(new SheetPlan(page.t("analysis.customers"), heading(page, view), List.of(SheetColumn.text(page.t("analysis.col.code")),
                SheetColumn.text(page.t("analysis.col.customer")).wide(32), SheetColumn.text(page.t("analysis.col.class")),
                SheetColumn.text(page.t("analysis.dimension.segment")), SheetColumn.text(page.t("analysis.dimension.region")),
                figure(page, "analysis.col.score"), SheetColumn.text(page.t("analysis.col.band")), SheetColumn.text(page.t("analysis.edge")),
                whole(page, "analysis.col.answers"), whole(page, "analysis.col.low"))));
        source.accept(c -> sheet.row(c.code(), c.name(), Said.className(page, c.stratum()), c.segment(), c.region(), score(c.score()),
                Said.band(page, view, c.band()), c.onEdge() ? page.t("analysis.edge") : null, c.answers(), c.lowItems()));
    }

    private void answers(TableWriter sheet, Actor actor, Page page, ResultView view) {
        List<SheetColumn> columns = new ArrayList<>(List.of(SheetColumn.text(page.t("analysis.col.number")), SheetColumn.text(page.t("analysis.col.customer")).wide(32),
                SheetColumn.text(page.t("analysis.col.class")), SheetColumn.text(page.t("analysis.dimension.channel")),
                SheetColumn.of(page.t("analysis.col.received"), Kind.TIME), SheetColumn.text(page.t("analysis.col.validity")), figure(page, "analysis.col.score")));
        view.form().items().forEach(item -> columns.add(SheetColumn.text(item.label(page.language().tag()))));
        columns.add(SheetColumn.text(page.t("analysis.col.words")).wide(60));
        sheet.sheet(new SheetPlan(page.t("analysis.answers"), heading(page, view), columns));
        answers.each(actor, view.round().id(), AnswerFilter.ALL, row -> {
            var answer = row.answer();
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(row.label());
            cells.add(row.customer());
            cells.add(Said.className(page, answer.stratum().name()));
            cells.add(page.label(answer.channel()));
            cells.add(answer.submittedAt().atZone(page.zone()).toLocalDateTime());
            cells.add(page.label(answer.validity()));
            cells.add(score(answer.score()));
            view.form().items().forEach(item -> cells.add(degree(page, view, answer.items().get(item.id()))));
            cells.add(words(answer.comments(), answer.overall()));
            sheet.row(cells.toArray());
        });
    }

    private static @Nullable String degree(Page page, ResultView view, @Nullable String code) {
        return code == null || code.equals("blank") ? null : code.equals("na") ? page.t("analysis.col.notApplicable") : Said.degree(page, view, code);
    }

    private static String words(Map<String, String> comments, @Nullable String overall) {
        List<String> all = new ArrayList<>(comments.values());
        if (overall != null) {
            all.add(overall);
        }
        return String.join(" / ", all);
    }

    private static SheetColumn whole(Page page, String key) {
        return SheetColumn.of(page.t(key), Kind.INTEGER);
    }

    private static SheetColumn figure(Page page, String key) {
        return SheetColumn.of(page.t(key), Kind.NUMBER);
    }

    static @Nullable BigDecimal number(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    static @Nullable BigDecimal score(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(1, RoundingMode.HALF_UP);
    }
}
