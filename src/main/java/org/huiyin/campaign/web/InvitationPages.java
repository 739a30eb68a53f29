package org.huiyin.campaign.web;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.huiyin.campaign.Channel;
import org.huiyin.campaign.Invitations;
import org.huiyin.campaign.InvitationView;
import org.huiyin.campaign.Rounds;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.People;
import org.huiyin.paper.QrCode;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One invitation: its link and code, what happened to it, and what can be done about it. */
@Controller
class InvitationPages {

    private final Invitations invitations;
    private final Rounds rounds;
    private final Customers customers;
    private final Contacts contacts;
    private final People people;

    InvitationPages(Invitations invitations, Rounds rounds, Customers customers, Contacts contacts, People people) {
        this.invitations = invitations;
        this.rounds = rounds;
        this.customers = customers;
        this.contacts = contacts;
        this.people = people;
    }

    @GetMapping("/c/{company}/invitations/{number}")
    ModelAndView show(Actor actor, @PathVariable String number) {
        var invitation = invitations.byNumber(actor, number);
        var model = new HashMap<String, Object>();
        model.put("invitation", invitation);
        model.put("round", rounds.get(invitation.round()));
        model.put("customer", customers.get(invitation.customer()));
        model.put("contact", contacts.get(invitation.contact()));
        model.put("others", contacts.of(invitation.customer()).stream().filter(c -> c.reachable() && !c.id().equals(invitation.contact())).toList());
        model.put("history", invitations.history(invitation.id()));
        model.put("mayCollect", actor.may("round.collect"));
        model.put("staff", people.all().stream().filter(p -> p.active() && p.roles().stream().anyMatch(rounds.rule().owners()::contains)).toList());
        model.put("names", people.names());
        var link = link(actor, invitation);
        model.put("link", link);
        model.put("qr", link.isEmpty() ? "" : QrCode.svg(link));
        return new ModelAndView("campaign/invitation", model);
    }

    private String link(Actor actor, InvitationView invitation) {
        if (!actor.may("round.collect") || !invitation.state().live()) {
            return "";
        }
        try {
            return invitations.link(actor, invitation.id());
        } catch (BrokenRule noAddress) {
            return "";
        }
    }

    @PostMapping("/c/{company}/invitations/{number}/way")
    String way(Actor actor, Page page, @PathVariable String number, @RequestParam Channel way, RedirectAttributes redirect) {
        invitations.changeChannel(actor, invitations.byNumber(actor, number).id(), way);
        return done(page, number, "campaign.round.done.way", redirect);
    }

    @PostMapping("/c/{company}/invitations/{number}/contact")
    String contact(Actor actor, Page page, @PathVariable String number, @RequestParam String contact, @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        invitations.changeContact(actor, invitations.byNumber(actor, number).id(), Typed.id(contact), reason);
        return done(page, number, "campaign.round.done.contact", redirect);
    }

    @PostMapping("/c/{company}/invitations/{number}/assignment")
    String assign(Actor actor, Page page, @PathVariable String number, @RequestParam String person, RedirectAttributes redirect) {
        invitations.assign(actor, List.of(invitations.byNumber(actor, number).id()), new PersonId(Typed.id(person)));
        return done(page, number, "campaign.round.done.assign", redirect);
    }

    @PostMapping("/c/{company}/invitations/{number}/bounce")
    String bounce(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        invitations.bounced(actor, invitations.byNumber(actor, number).id(), reason);
        return done(page, number, "campaign.round.done.bounce", redirect);
    }

    @PostMapping("/c/{company}/invitations/{number}/revocation")
    String revoke(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        invitations.revoke(actor, invitations.byNumber(actor, number).id(), Objects.requireNonNullElse(reason, ""));
        return done(page, number, "campaign.round.done.revoke", redirect);
    }

    @PostMapping("/c/{company}/invitations/{number}/link")
    String reissue(Actor actor, Page page, @PathVariable String number, RedirectAttributes redirect) {
        invitations.reissue(actor, invitations.byNumber(actor, number).id());
        return done(page, number, "campaign.round.done.link", redirect);
    }

    private static String done(Page page, String number, String key, RedirectAttributes redirect) {
        Notice.done(key, number).on(redirect);
        return "redirect:" + page.to("invitations", number);
    }
}
