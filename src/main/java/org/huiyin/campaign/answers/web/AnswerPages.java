package org.huiyin.campaign.answers.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.AnswerChannel;
import org.huiyin.campaign.answers.AnswerFilter;
import org.huiyin.campaign.answers.AnswerPanel;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.campaign.answers.Doubts;
import org.huiyin.campaign.answers.Entries;
import org.huiyin.campaign.answers.Validity;
import org.huiyin.campaign.answers.Verdict;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The answers of a round: the list, one answer with its doubt history, the work list of doubtful ones. */
@Controller
class AnswerPages {

    private final Answers answers;
    private final Doubts doubts;
    private final Entries entries;
    private final Rounds rounds;
    private final People people;
    private final ObjectProvider<AnswerPanel> panels;

    AnswerPages(Answers answers, Doubts doubts, Entries entries, Rounds rounds, People people, ObjectProvider<AnswerPanel> panels) {
        this.answers = answers;
        this.doubts = doubts;
        this.entries = entries;
        this.rounds = rounds;
        this.people = people;
        this.panels = panels;
    }

    /** The filters as they stand in the address. */
    public record Query(@Nullable String q, @Nullable String validity, @Nullable String channel, @Nullable String stratum,
            @Nullable String late, @Nullable String comment, @Nullable Integer page) {

        AnswerFilter filter() {
            return new AnswerFilter(q == null ? "" : q, one(Validity.values(), validity), one(AnswerChannel.values(), channel),
                    one(Grade.values(), stratum), "1".equals(late), "1".equals(comment), null, page == null ? 1 : page, 50);
        }

        private static <E extends Enum<E>> @Nullable E one(E[] all, @Nullable String name) {
            return Arrays.stream(all).filter(e -> e.name().equalsIgnoreCase(name)).findFirst().orElse(null);
        }
    }

    @GetMapping("/c/{company}/rounds/{number}/answers")
    ModelAndView list(Actor actor, Page page, @PathVariable String number, Query query) {
        var round = rounds.byNumber(actor, number);
        var slice = answers.list(actor, round.id(), query.filter());
        var model = new ModelAndView("campaign/answer/list", Map.of("round", round, "slice", slice, "counts", answers.counts(round.id()),
                "names", people.names(), "filtered", query.filter().any(), "paging", new Paging(slice.page(), slice.size(), slice.total())));
        model.addObject("validities", options(page, Validity.values()));
        model.addObject("channels", options(page, AnswerChannel.values()));
        model.addObject("strata", options(page, Grade.values()));
        return model;
    }

    private static List<Option> options(Page page, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> new Option(value.name().toLowerCase(Locale.ROOT), page.label(value))).toList();
    }

    @GetMapping({"/c/{company}/rounds/{number}/answers.xlsx", "/c/{company}/rounds/{number}/answers.csv"})
    void file(Actor actor, Page page, @PathVariable String number, Query query, ListFile file) throws IOException {
        var round = rounds.byNumber(actor, number);
        actor.mustHave("answer.read");
        file.send(round.number(), sheet -> AnswerExport.write(page, round, answers.form(round), people.names(), sheet,
                sink -> answers.each(actor, round.id(), query.filter(), sink)));
    }

    @GetMapping("/c/{company}/rounds/{number}/answers/{key}")
    ModelAndView show(Actor actor, @PathVariable String number, @PathVariable String key) {
        return shown(actor, number, key);
    }

    private ModelAndView shown(Actor actor, String number, String key) {
        var round = rounds.byNumber(actor, number);
        var row = answers.find(actor, round.id(), key);
        var answer = row.answer();
        var paper = entries.paper(answer.invitation());
        var model = new ModelAndView("campaign/answer/show", Map.of("round", round, "row", row, "form", answers.form(round),
                "history", answers.history(answer.id()), "names", people.names(),
                "scans", paper.map(entries::scans).orElse(List.of())));
        model.addObject("hindrance", Optional.ofNullable(doubts.hindrance(actor, answer)));
        model.addObject("paper", paper);
        model.addObject("panels", panels.stream().sorted(Comparator.comparing(AnswerPanel::order)).map(panel -> panel.of(actor, round, answer))
                .filter(Objects::nonNull).toList());
        return model;
    }

    @PostMapping("/c/{company}/rounds/{number}/answers/{key}/doubt")
    Object doubt(Actor actor, Page page, @PathVariable String number, @PathVariable String key, @RequestParam String reason,
            RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        var row = answers.find(actor, round.id(), key);
        try {
            doubts.raise(actor, row.answer().id(), reason);
        } catch (InvalidInput refused) {
            return redrawn(actor, number, key, refused);
        }
        Notice.done("campaign.answer.doubted", row.label()).on(redirect);
        return "redirect:" + page.to("rounds", number, "answers", key);
    }

    @PostMapping("/c/{company}/rounds/{number}/answers/{key}/decision")
    Object decide(Actor actor, Page page, @PathVariable String number, @PathVariable String key, @RequestParam Verdict verdict,
            @RequestParam String reason, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        var row = answers.find(actor, round.id(), key);
        try {
            doubts.judge(actor, row.answer().id(), verdict, reason);
        } catch (InvalidInput refused) {
            return redrawn(actor, number, key, refused);
        }
        Notice.done(verdict == Verdict.CONFIRMED ? "campaign.answer.confirmed" : "campaign.answer.ruledOut", row.label()).on(redirect);
        return "redirect:" + page.to("rounds", number, "answers", key);
    }

    private ModelAndView redrawn(Actor actor, String number, String key, InvalidInput refused) {
        var model = shown(actor, number, key);
        return Errors.of(refused).redraw("campaign/answer/show", model.getModel());
    }

    @GetMapping("/c/{company}/doubts")
    ModelAndView doubts(Actor actor, @RequestParam(required = false) @Nullable String round) {
        var chosen = round == null || round.isBlank() ? null : rounds.byNumber(actor, round).id();
        return new ModelAndView("campaign/answer/doubts", Map.of("cases", doubts.open(actor, chosen)));
    }

    @GetMapping({"/c/{company}/doubts.xlsx", "/c/{company}/doubts.csv"})
    void doubtsFile(Actor actor, Page page, @RequestParam(required = false) @Nullable String round, ListFile file) throws IOException {
        var chosen = round == null || round.isBlank() ? null : rounds.byNumber(actor, round).id();
        var cases = doubts.open(actor, chosen);
        var columns = List.of(page.t("campaign.round.number"), page.t("campaign.answer.number"), page.t("campaign.answer.customer"), page.t("campaign.answer.contact"),
                page.t("campaign.answer.score"), page.t("campaign.answer.rules"));
        file.send(page.t("campaign.answer.doubts"), "", columns, sheet -> cases.forEach(one -> sheet.row(one.round().number(), one.row().label(),
                one.row().customer(), one.row().contact(), one.row().answer().score(),
                one.history().stream().map(step -> page.say(step.why())).collect(java.util.stream.Collectors.joining(" ")))));
    }
}
