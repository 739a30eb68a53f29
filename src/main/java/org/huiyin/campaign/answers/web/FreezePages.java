package org.huiyin.campaign.answers.web;

import java.util.Map;
import org.huiyin.approval.Signatures;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.Freezes;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.People;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which two people sign what counts (001/5.4.3.1). */
@Controller
class FreezePages {

    private final Freezes freezes;
    private final Rounds rounds;
    private final Signatures signatures;
    private final People people;

    FreezePages(Freezes freezes, Rounds rounds, Signatures signatures, People people) {
        this.freezes = freezes;
        this.rounds = rounds;
        this.signatures = signatures;
        this.people = people;
    }

    @GetMapping("/c/{company}/rounds/{number}/freeze")
    ModelAndView show(Member member, @PathVariable String number) {
        var round = rounds.byNumber(member.actor(), number);
        var standing = freezes.standing(member.actor(), round.id());
        var roles = new java.util.TreeMap<String, String>();
        standing.places().forEach(place -> place.roles().forEach(role -> roles.put(role, people.roleName(role))));
        boolean signed = standing.places().stream().anyMatch(p -> p.signature() != null && p.signature().person().equals(member.actor().id()));
        boolean place = standing.places().stream().anyMatch(p -> p.signature() == null && p.roles().stream().anyMatch(member.actor()::is));
        return new ModelAndView("campaign/answer/freeze", Map.of("standing", standing, "roles", roles, "names", people.names(),
                "password", signatures.passwordNeeded(member), "signed", signed,
                "mine", place && member.actor().may("result.freeze") && standing.hindrances().isEmpty()));
    }

    @PostMapping("/c/{company}/rounds/{number}/freeze")
    Object sign(Member member, Page page, @PathVariable String number, @RequestParam(required = false) @Nullable String password,
            RedirectAttributes redirect) {
        var round = rounds.byNumber(member.actor(), number);
        try {
            boolean frozen = freezes.sign(member, password, round.id());
            Notice.done(frozen ? "campaign.answer.freeze.done" : "campaign.answer.freeze.half", round.number()).on(redirect);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("campaign/answer/freeze", show(member, number).getModel());
        }
        return "redirect:" + page.to("rounds", number, "freeze");
    }

    @PostMapping("/c/{company}/rounds/{number}/correction")
    Object correct(Actor actor, Member member, Page page, @PathVariable String number, @RequestParam String reason, RedirectAttributes redirect) {
        var round = rounds.byNumber(actor, number);
        try {
            freezes.correct(actor, round.id(), reason);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("campaign/answer/freeze", show(member, number).getModel());
        }
        Notice.done("campaign.answer.freeze.opened", round.number()).on(redirect);
        return "redirect:" + page.to("rounds", number, "freeze");
    }
}
