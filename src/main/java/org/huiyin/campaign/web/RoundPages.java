package org.huiyin.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.campaign.Channel;
import org.huiyin.campaign.Coverages;
import org.huiyin.campaign.InvitationState;
import org.huiyin.campaign.Invitations;
import org.huiyin.campaign.NewRound;
import org.huiyin.campaign.Papers;
import org.huiyin.campaign.RespondentFilter;
import org.huiyin.campaign.RoundKind;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.Windows;
import org.huiyin.customer.Directory;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The year of rounds, a new round, and the page of one (001/5.4.2). */
@Controller
class RoundPages {

    private final Rounds rounds;
    private final Windows windows;
    private final Invitations invitations;
    private final Coverages coverages;
    private final Directory directory;
    private final RoundBoards boards;
    private final Papers papers;
    private final People people;

    RoundPages(Rounds rounds, Windows windows, Invitations invitations, Coverages coverages, Directory directory, RoundBoards boards, Papers papers, People people) {
        this.rounds = rounds;
        this.windows = windows;
        this.invitations = invitations;
        this.coverages = coverages;
        this.directory = directory;
        this.boards = boards;
        this.papers = papers;
        this.people = people;
    }

    @GetMapping("/c/{company}/rounds")
    ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable Integer year, @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state) {
        var all = rounds.list(actor);
        int shown = year == null || year < 2000 || year > 2200 ? rounds.today().getYear() : year;
        var wantedKind = Typed.choice(RoundKind.class, kind);
        var wantedState = Typed.choice(RoundState.class, state);
        var lines = all.stream()
                .filter(r -> year == null || r.opensOn().getYear() == shown)
                .filter(r -> wantedKind == null || r.kind() == wantedKind)
                .filter(r -> wantedState == null || r.state() == wantedState)
                .map(this::line).toList();
        return new ModelAndView("campaign/rounds", Map.of("year", shown, "windows", windows.of(shown), "lines", lines, "any", !all.isEmpty(),
                "inYear", all.stream().filter(r -> r.opensOn().getYear() == shown || r.closesOn().getYear() == shown).toList(),
                "mayPlan", actor.may("round.plan")));
    }

    private RoundLine line(RoundView round) {
        var all = invitations.of(round.id());
        return new RoundLine(round, all.size(), (int) all.stream().filter(i -> i.sentAt() != null).count(),
                (int) all.stream().filter(i -> i.state() == InvitationState.ANSWERED).count());
    }

    @GetMapping({"/c/{company}/rounds.xlsx", "/c/{company}/rounds.csv"})
    void excel(Actor actor, Page page, ListFile file) throws IOException {
        var lines = rounds.list(actor).stream().map(this::line).toList();
        RoundLists.rounds(file, page, lines);
    }

    @GetMapping("/c/{company}/rounds/new")
    ModelAndView fresh(Actor actor, @RequestParam(required = false) @Nullable String window) {
        actor.mustHave("round.plan");
        var today = rounds.today();
        var code = rounds.rule().window(window).map(w -> w.code()).orElseGet(() -> windows.of(today.getYear()).stream()
                .filter(w -> w.rounds().isEmpty() && !w.to().isBefore(today)).findFirst().map(w -> w.code()).orElse(""));
        var opens = windows.of(today.getYear()).stream().filter(w -> w.code().equals(code))
                .map(w -> today.isAfter(w.to()) ? w.from().plusYears(1) : today.isBefore(w.from()) ? w.from() : today).findFirst().orElse(today);
        var form = new PlanForm("CENTRAL", code, "", opens.toString(), opens.plusDays(rounds.rule().returnDays()).toString(),
                Boolean.toString(rounds.rule().confidential()), "", null);
        return new ModelAndView("campaign/plan", planModel(form, null));
    }

    private Map<String, Object> planModel(PlanForm form, @Nullable RoundView round) {
        var model = new HashMap<String, Object>(Map.of("form", form, "rule", rounds.rule(), "windows", windows.of(rounds.today().getYear()),
                "warnings", warnings(form)));
        if (round != null) {
            model.put("round", round);
        }
        return model;
    }

    private List<org.huiyin.kernel.Sentence> warnings(PlanForm form) {
        try {
            return rounds.warnings(form.values());
        } catch (InvalidInput unreadable) {
            return List.of();
        }
    }

    @PostMapping("/c/{company}/rounds")
    Object plan(Actor actor, Page page, PlanForm form, RedirectAttributes redirect) {
        try {
            var values = form.values();
            var titled = values.title().isBlank() ? titled(page, values) : values;
            var round = rounds.get(rounds.plan(actor, titled));
            Notice.done("campaign.round.planned", round.number()).on(redirect);
            return "redirect:" + page.path(round.path() + "/sample");
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("campaign/plan", planModel(form, null));
        }
    }

    /** A title that nobody typed says when and what. */
    private static NewRound titled(Page page, NewRound v) {
        var month = Integer.toString(v.opensOn().getMonthValue());
        var title = page.t("campaign.round.defaultTitle", Integer.toString(v.opensOn().getYear()), month, page.label(v.kind()));
        return new NewRound(v.kind(), v.window(), title, v.opensOn(), v.closesOn(), v.questionnaireVersion(), v.confidential(), v.despiteWarnings());
    }

    @GetMapping("/c/{company}/rounds/{number}/plan")
    ModelAndView edit(Actor actor, @PathVariable String number) {
        actor.mustHave("round.plan");
        var round = rounds.byNumber(actor, number);
        return new ModelAndView("campaign/plan", planModel(new PlanForm(round.kind().name(), round.window(), round.title(), round.opensOn().toString(),
                round.closesOn().toString(), Boolean.toString(round.confidential()), "true", round.version()), round));
    }

    @PostMapping("/c/{company}/rounds/{number}/plan")
    Object change(Actor actor, Page page, @PathVariable String number, PlanForm form, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        try {
            rounds.change(actor, round.id(), Objects.requireNonNullElse(form.title(), ""), Typed.day(form.opensOn(), "opensOn"),
                    Typed.day(form.closesOn(), "closesOn"), "true".equals(form.confidential()), Objects.requireNonNullElse(form.version(), 0));
            Notice.done("campaign.round.changed", number).on(redirect);
            return "redirect:" + page.path(round.path());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("campaign/plan", planModel(form, round));
        }
    }

    @GetMapping("/c/{company}/rounds/{number}")
    ModelAndView show(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String grade, @RequestParam(required = false) @Nullable String way,
            @RequestParam(required = false) @Nullable String group, @RequestParam(required = false) @Nullable String mine) {
        var round = rounds.byNumber(actor, number);
        var filter = new RespondentFilter(q, Typed.choice(Grade.class, grade), Typed.choice(Channel.class, way),
                Typed.choice(RespondentFilter.Group.class, group), mine == null ? null : actor.id());
        var board = boards.of(round, filter);
        return new ModelAndView("campaign/round", Map.of("board", board, "steps", RoundBoards.steps(page, board),
                "mayCollect", actor.may("round.collect"), "mayPlan", actor.may("round.plan"), "mayEnter", actor.may("round.collect"),
                "staff", people.all().stream().filter(p -> p.active() && p.roles().stream().anyMatch(rounds.rule().owners()::contains)).toList()));
    }

    @PostMapping("/c/{company}/rounds/{number}/cancellation")
    String cancel(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        rounds.cancel(actor, round.id(), reason);
        Notice.done("campaign.round.cancelled", number).on(redirect);
        return "redirect:" + page.path(round.path());
    }

    @PostMapping("/c/{company}/rounds/{number}/closing")
    String close(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        rounds.endCollecting(actor, round.id(), reason);
        Notice.done("campaign.round.closed", number).on(redirect);
        return "redirect:" + page.path(round.path());
    }

    @GetMapping({"/c/{company}/rounds/{number}/people.xlsx", "/c/{company}/rounds/{number}/people.csv"})
    void people(Actor actor, Page page, @PathVariable String number, @RequestParam(required = false) @Nullable String group, ListFile file)
            throws IOException {
        var round = rounds.byNumber(actor, number);
        var filter = new RespondentFilter("", null, null, Typed.choice(RespondentFilter.Group.class, group), null);
        RoundLists.people(file, page, boards.of(round, filter));
    }

    @GetMapping("/c/{company}/rounds/{number}/form.pdf")
    void form(Actor actor, Page page, @PathVariable String number, HttpServletResponse response) throws IOException {
        var round = rounds.byNumber(actor, number);
        Files.pdf(response, number, out -> papers.blank(actor, round.id(), page.language().tag(), out));
    }

    @GetMapping("/c/{company}/rounds/coverage")
    ModelAndView coverage(Actor actor) {
        actor.mustHave("round.read");
        var answered = coverages.answeredRounds();
        var names = directory.customers(answered.keySet());
        return new ModelAndView("campaign/coverage", Map.of("tables", coverages.now(), "answered", answered, "names", names,
                "clause", rounds.list().isEmpty() ? "" : rounds.profileOf(rounds.list().getFirst()).clauseOf("sampling.shares")));
    }

    @GetMapping({"/c/{company}/rounds/coverage.xlsx", "/c/{company}/rounds/coverage.csv"})
    void coverageExcel(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("round.read");
        var answered = coverages.answeredRounds();
        RoundLists.coverage(file, page, answered, directory.customers(answered.keySet()));
    }
}
