package org.huiyin.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.huiyin.campaign.Papers;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.SampleRow;
import org.huiyin.campaign.SampleView;
import org.huiyin.campaign.Samples;
import org.huiyin.customer.Directory;
import org.huiyin.customer.CustomerId;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom a round asks: draw, change by hand with a reason, send for approval (001/5.4.2.1a). */
@Controller
class SamplePages {

    private final Rounds rounds;
    private final Samples samples;
    private final Papers papers;
    private final People people;
    private final Directory directory;

    SamplePages(Rounds rounds, Samples samples, Papers papers, People people, Directory directory) {
        this.rounds = rounds;
        this.samples = samples;
        this.papers = papers;
        this.people = people;
        this.directory = directory;
    }

    @GetMapping("/c/{company}/rounds/{number}/sample")
    ModelAndView show(Actor actor, @PathVariable String number) {
        return new ModelAndView("campaign/sample", model(actor, rounds.byNumber(actor, number)));
    }

    private Map<String, Object> model(Actor actor, RoundView round) {
        var profile = rounds.profileOf(round);
        var sample = samples.of(round.id());
        var model = new HashMap<String, Object>(Map.of("round", round, "sample", sample, "names", people.names(),
                "clause", profile.clauseOf("sampling.shares"), "profileNumber", profile.number(), "mayPlan", actor.may("round.plan"),
                "mayCollect", actor.may("round.collect")));
        model.put("mine", mine(actor, sample));
        samples.approval(round.id()).ifPresent(approval -> model.put("approval", approval));
        model.put("roles", people.roles().stream().collect(java.util.stream.Collectors.toMap(r -> r.code(), r -> r.name())));
        return model;
    }

    /** The customers whose page the reader may open: all of them, or those she looks after. */
    private java.util.function.Predicate<SampleRow> mine(Actor actor, SampleView sample) {
        if (actor.may("customer.readAll")) {
            return row -> true;
        }
        var ids = java.util.stream.Stream.of(sample.strata().stream().flatMap(s -> s.rows().stream()), sample.ineligible().stream())
                .flatMap(rows -> rows).map(SampleRow::customer).toList();
        var entries = directory.customers(ids);
        return row -> entries.containsKey(row.customer()) && actor.id().equals(entries.get(row.customer()).owner());
    }

    @PostMapping("/c/{company}/rounds/{number}/sample")
    String propose(Actor actor, Page page, @PathVariable String number, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        var view = samples.propose(actor, round.id());
        Notice.done("campaign.round.drawn", view.chosen().size()).on(redirect);
        return "redirect:" + page.path(round.path() + "/sample");
    }

    @PostMapping("/c/{company}/rounds/{number}/sample/changes")
    Object change(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String leaving,
            @RequestParam(defaultValue = "") String entering,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        try {
            Notice.done("campaign.round.changedSample", change(actor, round, leaving, entering, reason)).on(redirect);
            return "redirect:" + page.path(round.path() + "/sample");
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("campaign/sample", model(actor, round));
        }
    }

    private int change(Actor actor, RoundView round, String leaving, String entering, String reason) {
        if (leaving.isEmpty() && entering.isEmpty()) {
            throw new InvalidInput(InvalidInput.FORM, "campaign.round.invalid.nobody");
        }
        if (leaving.isEmpty()) {
            samples.add(actor, round.id(), new CustomerId(Typed.id(entering)), reason);
        } else if (entering.isEmpty()) {
            samples.remove(actor, round.id(), new CustomerId(Typed.id(leaving)), reason);
        } else {
            samples.swap(actor, round.id(), new CustomerId(Typed.id(leaving)), new CustomerId(Typed.id(entering)), reason);
        }
        return samples.of(round.id()).chosen().size();
    }

    @PostMapping("/c/{company}/rounds/{number}/submission")
    String submit(Actor actor, Page page, @PathVariable String number, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        samples.submit(actor, round.id());
        Notice.done("campaign.round.submitted", number).on(redirect);
        return "redirect:" + page.path(round.path() + "/sample");
    }

    @GetMapping("/c/{company}/rounds/{number}/sample.pdf")
    void print(Actor actor, Page page, @PathVariable String number, HttpServletResponse response) throws IOException {
        var round = rounds.byNumber(actor, number);
        Files.pdf(response, number, out -> papers.sample(actor, round.id(), page, out));
    }

    @GetMapping({"/c/{company}/rounds/{number}/sample.xlsx", "/c/{company}/rounds/{number}/sample.csv"})
    void excel(Actor actor, Page page, @PathVariable String number, ListFile file) throws IOException {
        var round = rounds.byNumber(actor, number);
        RoundLists.sample(file, page, round, samples.of(round.id()), rounds.profileOf(round));
    }

}
