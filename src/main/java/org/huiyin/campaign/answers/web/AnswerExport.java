package org.huiyin.campaign.answers.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.answers.AnswerRow;
import org.huiyin.campaign.answers.AnswerView;
import org.huiyin.campaign.answers.RoundForm;
import org.huiyin.kernel.PersonId;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.sheets.TableWriter;
import org.huiyin.survey.QuestionItem;
import org.huiyin.survey.Scale;
import org.huiyin.web.Words;
import org.jspecify.annotations.Nullable;

/** Writes answers to a file row by row while they come from the database, so that memory stays flat. */
public final class AnswerExport {

    private final Words words;
    private final RoundForm form;
    private final Map<PersonId, String> names;
    private final Map<String, String> degrees;
    private final Map<Enum<?>, String> labels = new java.util.HashMap<>();

    private AnswerExport(Words words, RoundForm form, Map<PersonId, String> names) {
        this.words = words;
        this.form = form;
        this.names = names;
        this.degrees = form.degrees().stream().collect(Collectors.toMap(Scale.Degree::code, d -> words.say(d.label())));
        this.degrees.put(AnswerView.NOT_APPLICABLE, words.t("campaign.answer.na"));
        this.degrees.put(AnswerView.BLANK, "");
    }

    /** Writes all rows that the source hands over. */
    public static void write(Words words, RoundView round, RoundForm form, Map<PersonId, String> names, TableWriter sheet,
            Consumer<Consumer<AnswerRow>> source) {
        var export = new AnswerExport(words, form, names);
        sheet.sheet(new SheetPlan(round.number(), List.of(words.t("campaign.answer.export.title", round.title()),
                form.profile().formNumber("survey") + " " + form.revision()), export.columns()));
        source.accept(row -> sheet.row(export.values(row)));
    }

    private List<SheetColumn> columns() {
        var columns = new ArrayList<SheetColumn>();
        for (String key : List.of("number", "customer", "contact", "stratum", "channel")) {
            columns.add(SheetColumn.text(words.t("campaign.answer." + key)));
        }
        columns.add(SheetColumn.of(words.t("campaign.answer.submittedAt"), SheetColumn.Kind.TIME));
        columns.add(SheetColumn.text(words.t("campaign.answer.late")));
        columns.add(SheetColumn.text(words.t("campaign.answer.enteredBy")));
        columns.add(SheetColumn.of(words.t("campaign.answer.seconds"), SheetColumn.Kind.INTEGER));
        columns.add(SheetColumn.of(words.t("campaign.answer.score"), SheetColumn.Kind.NUMBER));
        columns.add(SheetColumn.of(words.t("campaign.answer.share"), SheetColumn.Kind.PERCENT));
        columns.add(SheetColumn.text(words.t("campaign.answer.validity")));
        columns.add(SheetColumn.text(words.t("campaign.answer.rules")));
        var tongue = words.language().tag();
        form.items().forEach(item -> columns.add(SheetColumn.text(item.label(tongue)).wide(12)));
        form.items().stream().filter(QuestionItem::rated).forEach(item -> columns.add(SheetColumn.text(words.t("campaign.answer.export.comment", item.label(tongue)))));
        columns.add(SheetColumn.text(words.t("campaign.answer.overall")).wide(40));
        return columns;
    }

    private @Nullable Object[] values(AnswerRow row) {
        var a = row.answer();
        var values = new ArrayList<@Nullable Object>();
        values.add(row.label());
        values.add(row.customer());
        values.add(row.contact());
        values.add(label(a.stratum()));
        values.add(label(a.channel()));
        values.add(LocalDateTime.ofInstant(a.submittedAt(), words.zone()));
        values.add(a.late() ? words.t("campaign.answer.late") : null);
        values.add(a.enteredBy() == null ? null : names.get(a.enteredBy()));
        values.add(a.seconds());
        values.add(a.score());
        values.add(a.answeredShare());
        values.add(label(a.validity()));
        values.add(row.rules().isEmpty() ? null : row.rules().stream().map(this::label).collect(Collectors.joining(words.t("campaign.answer.comma"))));
        for (QuestionItem item : form.items()) {
            var given = a.items().getOrDefault(item.id(), AnswerView.BLANK);
            values.add(degrees.getOrDefault(given, given));
        }
        form.items().stream().filter(QuestionItem::rated).forEach(item -> values.add(a.comments().get(item.id())));
        values.add(a.overall());
        return values.toArray();
    }

    private String label(Enum<?> value) {
        return labels.computeIfAbsent(value, words::label);
    }
}
