package org.huiyin.improvement.eightd.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.improvement.eightd.EightDApprovals;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.MeetingView;
import org.huiyin.improvement.eightd.Meetings;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What happens to an 8D as a whole: its complaints, leader, approval, reopening, and the meetings on the spot. */
@Controller
class EightDActPages {

    private static final String ONE = "/c/{company}/eightds/{number}";
    private static final int GUESTS = 30;

    private final EightDs eightDs;
    private final EightDApprovals approvals;
    private final Meetings meetings;
    private final People people;
    private final EightDModel model;

    EightDActPages(EightDs eightDs, EightDApprovals approvals, Meetings meetings, People people, EightDModel model) {
        this.eightDs = eightDs;
        this.approvals = approvals;
        this.meetings = meetings;
        this.people = people;
        this.model = model;
    }

    private interface Act {
        void on(EightDView eightD);
    }

    private Object act(Actor actor, Page page, String number, String done, RedirectAttributes redirect, Act act) {
        var eightD = eightDs.byNumber(actor, number);
        try {
            act.on(eightD);
            Notice.done(done, number).on(redirect);
            return "redirect:" + page.to("eightds", number);
        } catch (InvalidInput refused) {
            var errors = Errors.of(refused);
            var form = model.form(page, eightD, EightDModel.opened(eightD, ""));
            return errors.redraw("improvement/eightd/show", model.whole(actor, page, eightD, form));
        }
    }

    @PostMapping(ONE + "/leader")
    Object lead(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, page, number, "improvement.eightd.done.leader", redirect, e -> {
            PersonId leader = EightDPages.person(typed.get("leader"));
            if (leader == null) {
                throw new InvalidInput("leader", "improvement.invalid.person");
            }
            eightDs.lead(actor, e.id(), leader, Typed.version(typed.get("version"), 0));
        });
    }

    @PostMapping(ONE + "/sources")
    Object addSource(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, page, number, "improvement.eightd.done.source", redirect, e -> eightDs.addSource(actor, e.id(), source(typed), Typed.version(typed.get("version"), 0)));
    }

    @PostMapping(ONE + "/sources/removal")
    Object removeSource(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, page, number, "improvement.eightd.done.sourceOff", redirect,
                e -> eightDs.removeSource(actor, e.id(), source(typed), Typed.text(typed.get("reason")), Typed.version(typed.get("version"), 0)));
    }

    private SubjectRef source(Map<String, String> typed) {
        var number = Typed.text(typed.get("source"));
        return eightDs.sourceByNumber(number).orElseThrow(() -> new InvalidInput("source", "improvement.eightd.invalid.source", number));
    }

    @PostMapping(ONE + "/references")
    Object refer(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, page, number, "improvement.eightd.done.referred", redirect,
                e -> eightDs.refer(actor, e.id(), Typed.text(typed.get("earlier")), Typed.text(typed.get("reason"))));
    }

    @PostMapping(ONE + "/depth")
    Object deepen(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, page, number, "improvement.eightd.done.deepened", redirect, e -> eightDs.deepen(actor, e.id(), Typed.text(typed.get("reason"))));
    }

    @PostMapping(ONE + "/stubborn")
    Object stubborn(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, page, number, "improvement.eightd.done.stubborn", redirect, e -> {
            actor.mustHave("eightd.approve");
            eightDs.markStubborn(actor, e.id(), Typed.text(typed.get("reason")));
        });
    }

    @PostMapping(ONE + "/reopening")
    Object reopen(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, page, number, "improvement.eightd.done.reopened", redirect,
                e -> eightDs.reopen(actor, e.id(), Typed.choice("step", EightDStep.class, typed.get("step")), Typed.text(typed.get("reason"))));
    }

    @PostMapping(ONE + "/approval")
    Object approval(Actor actor, Page page, @PathVariable String number, RedirectAttributes redirect) {
        return act(actor, page, number, "improvement.eightd.done.asked", redirect, e -> approvals.ask(actor, e.id()));
    }

    @GetMapping(ONE + "/meetings/new")
    ModelAndView meeting(Actor actor, Page page, @PathVariable String number) {
        actor.mustHave("eightd.work");
        var eightD = eightDs.byNumber(actor, number);
        var typed = new java.util.LinkedHashMap<String, String>();
        int row = 1;
        for (PersonId member : eightDs.team(eightD)) {
            typed.put("guest." + row + ".person", member.value().toString());
            typed.put("guest." + row++ + ".present", "YES");
        }
        typed.put("at", page.typed(page.now()));
        return new ModelAndView("improvement/eightd/meeting", form(eightD, typed));
    }

    private Map<String, Object> form(EightDView eightD, Map<String, String> typed) {
        return new java.util.HashMap<>(Map.of("eightD", eightD, "typed", typed, "people", model.people()));
    }

    @PostMapping(ONE + "/meetings")
    Object hold(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var eightD = eightDs.byNumber(actor, number);
        try {
            meetings.hold(actor, eightD.id(), new Meetings.NewMeeting(Typed.instant("at", typed.get("at"), page.zone(), page.now()), Typed.text(typed.get("place")),
                    Typed.text(typed.get("words")), guests(typed), decisions(typed)));
            Notice.done("improvement.eightd.done.meeting", number).on(redirect);
            return "redirect:" + page.to("eightds", number) + "#meetings";
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("improvement/eightd/meeting", form(eightD, typed));
        }
    }

    private List<MeetingView.Guest> guests(Map<String, String> typed) {
        var guests = new ArrayList<MeetingView.Guest>();
        var names = people.names();
        for (int row = 1; row <= GUESTS; row++) {
            PersonId person = EightDPages.person(typed.get("guest." + row + ".person"));
            String name = person == null ? Typed.text(typed.get("guest." + row + ".name")) : names.getOrDefault(person, "");
            if (!name.isEmpty()) {
                guests.add(new MeetingView.Guest(person, name, !"NO".equals(typed.get("guest." + row + ".present"))));
            }
        }
        return guests;
    }

    private static List<MeetingView.Resolution> decisions(Map<String, String> typed) {
        var decisions = new ArrayList<MeetingView.Resolution>();
        for (int row = 1; row <= GUESTS; row++) {
            String words = Typed.text(typed.get("decision." + row + ".words"));
            if (!words.isEmpty()) {
                LocalDate due = Typed.day("decision." + row + ".due", typed.get("decision." + row + ".due"));
                decisions.add(new MeetingView.Resolution(new UUID(0, row), words, EightDPages.person(typed.get("decision." + row + ".owner")), due, null));
            }
        }
        return decisions;
    }

    @PostMapping(ONE + "/decisions/{decision}/action")
    Object toAction(Actor actor, Page page, @PathVariable String number, @PathVariable UUID decision, RedirectAttributes redirect) {
        return act(actor, page, number, "improvement.eightd.done.action", redirect, e -> meetings.toAction(actor, e.id(), decision));
    }
}
