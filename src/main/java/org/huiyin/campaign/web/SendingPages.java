package org.huiyin.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.campaign.Channel;
import org.huiyin.campaign.Choice;
import org.huiyin.campaign.InvitationId;
import org.huiyin.campaign.Invitations;
import org.huiyin.campaign.InvitationState;
import org.huiyin.campaign.Letter;
import org.huiyin.campaign.Papers;
import org.huiyin.campaign.RespondentFilter;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Sending;
import org.huiyin.campaign.WordingKind;
import org.huiyin.campaign.Wordings;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.PersonId;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends a round out: whom, by which way, with which words; and reminds (001/5.4.2.1). */
@Controller
class SendingPages {

    private final Rounds rounds;
    private final Invitations invitations;
    private final Sending sending;
    private final Wordings wordings;
    private final Papers papers;
    private final RoundBoards boards;

    SendingPages(Rounds rounds, Invitations invitations, Sending sending, Wordings wordings, Papers papers, RoundBoards boards) {
        this.rounds = rounds;
        this.invitations = invitations;
        this.sending = sending;
        this.wordings = wordings;
        this.papers = papers;
        this.boards = boards;
    }

    @GetMapping("/c/{company}/rounds/{number}/sending")
    ModelAndView show(Actor actor, Page page, @PathVariable String number) {
        var round = rounds.byNumber(actor, number);
        var board = boards.of(round, RespondentFilter.ALL);
        return new ModelAndView("campaign/sending", Map.of("board", board, "askable", invitations.askable(round.id()), "mayCollect", actor.may("round.collect"),
                "pasted", texts(actor, board), "steps", RoundBoards.steps(page, board)));
    }

    /** The texts that wait for being pasted; without a public address there are none. */
    private List<Pasted> texts(Actor actor, RoundBoard board) {
        var texts = new ArrayList<Pasted>();
        if (!actor.may("round.collect")) {
            return texts;
        }
        for (var row : board.all()) {
            var i = row.invitation();
            if (i.way() == Channel.WECHAT && i.state() == InvitationState.PREPARED) {
                try {
                    texts.add(new Pasted(row, sending.text(actor, i.id()).text()));
                } catch (BrokenRule noAddress) {
                    texts.add(new Pasted(row, ""));
                }
            }
        }
        return texts;
    }

    @GetMapping("/c/{company}/rounds/{number}/progress")
    Object progress(Actor actor, @PathVariable String number) {
        var round = rounds.byNumber(actor, number);
        var progress = sending.progress(round.id());
        var view = new ModelAndView("campaign/progress", Map.of("round", round, "progress", progress));
        view.setStatus(progress.running() ? HttpStatus.OK : org.springframework.http.HttpStatusCode.valueOf(286));
        return view;
    }

    /** The ticked contacts; the way of each stands in a field "way-CONTACT". */
    @PostMapping("/c/{company}/rounds/{number}/invitations")
    String prepare(Actor actor, Page page, @PathVariable String number, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        var choices = new ArrayList<Choice>();
        for (var contact : typed.getOrDefault("contact", List.of())) {
            var way = Typed.choice(Channel.class, typed.getFirst("way-" + contact));
            choices.add(new Choice(Typed.id(contact), way == null ? Channel.MAIL : way));
        }
        Notice.done("campaign.round.prepared", invitations.prepare(actor, round.id(), choices).size()).on(redirect);
        return "redirect:" + page.path(round.path() + "/sending");
    }

    @PostMapping("/c/{company}/rounds/{number}/deliveries")
    String send(Actor actor, Page page, @PathVariable String number, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        var sent = sending.send(actor, round.id());
        Notice.done("campaign.round.sentOut", sent.mails(), sent.tasks(), sent.byHand()).on(redirect);
        return "redirect:" + page.path(round.path() + "/sending");
    }

    @PostMapping("/c/{company}/rounds/{number}/handovers")
    String handedOver(Actor actor, Page page, @PathVariable String number, @RequestParam(required = false) @Nullable List<String> id, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        Notice.done("campaign.round.handedOver", sending.handedOver(actor, round.id(), Typed.invitations(id))).on(redirect);
        return "redirect:" + page.path(round.path() + "/sending");
    }

    @GetMapping("/c/{company}/rounds/{number}/letters.pdf")
    void letters(Actor actor, @PathVariable String number, @RequestParam(required = false) @Nullable List<String> id, HttpServletResponse response)
            throws IOException {
        var round = rounds.byNumber(actor, number);
        Files.pdf(response, number, out -> papers.letters(actor, round.id(), Typed.invitations(id), out));
    }

    /** What is done with the ticked rows: remind, another way, a colleague, or forms to print. */
    @PostMapping("/c/{company}/rounds/{number}/bulk")
    String bulk(Actor actor, Page page, @PathVariable String number, @RequestParam(required = false) @Nullable List<String> id,
            @RequestParam(defaultValue = "") String act, @RequestParam(defaultValue = "") String way, @RequestParam(defaultValue = "") String person,
            RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        var chosen = Typed.invitations(id);
        switch (act) {
            case "remind" -> remind(actor, round, chosen, redirect);
            case "way" -> changeWay(actor, chosen, Typed.choice(Channel.class, way), redirect);
            case "assign" -> {
                invitations.assign(actor, chosen, new PersonId(Typed.id(person)));
                Notice.done("campaign.round.assignedDone", chosen.size()).on(redirect);
            }
            default -> {
                var query = String.join("&", chosen.stream().map(i -> "id=" + i.value()).toList());
                return "redirect:" + page.path(round.path() + "/letters.pdf") + "?" + query;
            }
        }
        return "redirect:" + page.path(round.path());
    }

    private void remind(Actor actor, RoundView round, List<InvitationId> chosen, RedirectAttributes redirect) {
        var sent = sending.remind(actor, round.id(), chosen);
        Notice.done("campaign.round.reminded", sent.mails() + sent.tasks(), sent.skipped()).on(redirect);
    }

    private void changeWay(Actor actor, List<InvitationId> chosen, @Nullable Channel way, RedirectAttributes redirect) {
        if (way != null) {
            chosen.forEach(id -> invitations.changeChannel(actor, id, way));
            Notice.done("campaign.round.wayChanged", chosen.size(), way.name()).on(redirect);
        }
    }

    @PostMapping("/c/{company}/rounds/{number}/reminders")
    String remindAll(Actor actor, Page page, @PathVariable String number, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        remind(actor, round, invitations.of(round.id()).stream().filter(i -> i.state().waiting()).map(i -> i.id()).toList(), redirect);
        return "redirect:" + page.path(round.path());
    }

    @PostMapping("/c/{company}/rounds/{number}/prolongation")
    String prolong(Actor actor, Page page, @PathVariable String number, @RequestParam(required = false) @Nullable String closesOn,
            @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        sending.prolong(actor, round.id(), Typed.day(closesOn, "closesOn"), reason);
        Notice.done("campaign.round.prolonged", rounds.get(round.id()).closesOn()).on(redirect);
        return "redirect:" + page.path(round.path());
    }

    @GetMapping("/c/{company}/rounds/{number}/preview")
    ModelAndView preview(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "INVITATION") String kind,
            @RequestParam(defaultValue = "zh-CN") String language) {
        var round = rounds.byNumber(actor, number);
        var chosen = Typed.choice(WordingKind.class, kind);
        var wording = wordings.of(chosen == null ? WordingKind.INVITATION : chosen, language);
        Letter letter = sending.preview(actor, round.id(), wording);
        return new ModelAndView("campaign/preview", Map.of("round", round, "wording", wording, "letter", letter, "mayCollect", actor.may("round.collect")));
    }

    @PostMapping("/c/{company}/rounds/{number}/test-mails")
    String test(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "INVITATION") String kind,
            @RequestParam(defaultValue = "zh-CN") String language, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        var chosen = Typed.choice(WordingKind.class, kind);
        sending.test(actor, round.id(), chosen == null ? WordingKind.INVITATION : chosen, language);
        Notice.done("campaign.round.tested").on(redirect);
        return "redirect:" + page.path(round.path() + "/preview") + "?kind=" + kind + "&language=" + language;
    }
}
