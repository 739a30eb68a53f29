package org.huiyin.campaign.answers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.campaign.InvitationView;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.AnswerChannel;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.campaign.answers.Entries;
import org.huiyin.campaign.answers.PaperEntry;
import org.huiyin.campaign.answers.StaffEntry;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.People;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing down what customers answer on the telephone, on a visit or on paper, and comparing paper with its scan. */
@Controller
class AnswerEntryPages {

    private static final List<AnswerChannel> WAYS = List.of(AnswerChannel.PHONE, AnswerChannel.VISIT, AnswerChannel.LETTER, AnswerChannel.FAX);

    private final Entries entries;
    private final Answers answers;
    private final Rounds rounds;
    private final Customers customers;
    private final Contacts contacts;
    private final People people;

    AnswerEntryPages(Entries entries, Answers answers, Rounds rounds, Customers customers, Contacts contacts, People people) {
        this.entries = entries;
        this.answers = answers;
        this.rounds = rounds;
        this.customers = customers;
        this.contacts = contacts;
        this.people = people;
    }

    @GetMapping("/c/{company}/rounds/{number}/entry")
    Object desk(Actor actor, Page page, @PathVariable String number, @RequestParam(required = false) @Nullable String find) {
        var round = rounds.byNumber(actor, number);
        if (find != null && !find.isBlank()) {
            var found = entries.find(actor, round.id(), find);
            if (found.isPresent()) {
                return "redirect:" + page.to("rounds", number, "entry", found.get().number());
            }
        }
        return new ModelAndView("campaign/answer/desk", Map.of("desk", entries.desk(actor, round.id()), "find", Objects.requireNonNullElse(find, "")));
    }

    @GetMapping("/c/{company}/rounds/{number}/entry/{invitation}")
    ModelAndView form(Actor actor, Page page, @PathVariable String number, @PathVariable String invitation) {
        var round = rounds.byNumber(actor, number);
        var view = entries.invitation(actor, round.id(), invitation);
        var before = entries.paper(view.id());
        var way = WAYS.stream().filter(w -> w.name().equals(view.channel())).findFirst().orElse(AnswerChannel.PHONE);
        var typed = before.map(entry -> new EntryForm(entry.content(), entry.channel().name(), null, entry.formRevision(), entry.receivedOn()))
                .orElseGet(() -> new EntryForm(org.huiyin.campaign.answers.FormContent.EMPTY, way.name(), actor.id().value().toString(),
                        answers.form(round).revision(), rounds.today()));
        return drawn(page, round, view, typed, before);
    }

    private ModelAndView drawn(Page page, RoundView round, InvitationView view, EntryForm typed, Optional<PaperEntry> before) {
        var model = new ModelAndView("campaign/answer/entry", Map.of("round", round, "invitation", view, "form", answers.form(round),
                "typed", typed, "customer", customers.get(view.customer()).name(), "contact", contacts.get(view.contact()),
                "ways", WAYS.stream().map(way -> new Option(way.name(), page.label(way))).toList(),
                "people", people.names().entrySet().stream().map(e -> new Option(e.getKey().value().toString(), e.getValue())).toList(),
                "names", people.names()));
        model.addObject("before", before);
        return model;
    }

    @PostMapping("/c/{company}/rounds/{number}/entry/{invitation}")
    Object store(Actor actor, Page page, @PathVariable String number, @PathVariable String invitation, HttpServletRequest request,
            @RequestParam(required = false) @Nullable MultipartFile scan, RedirectAttributes redirect) throws IOException {
        var round = rounds.byNumber(actor, number);
        var view = entries.invitation(actor, round.id(), invitation);
        var typed = typed(request);
        var way = Arrays.stream(AnswerChannel.values()).filter(w -> w.name().equals(typed.channel())).findFirst().orElse(AnswerChannel.LINK);
        try {
            if (way.paper()) {
                var file = scan == null || scan.isEmpty() ? null
                        : new Entries.Scan(Objects.requireNonNullElse(scan.getOriginalFilename(), ""), scan.getInputStream());
                entries.type(actor, view.id(), staffEntry(way, typed), file);
                Notice.done("campaign.answer.entry.typed", view.number()).on(redirect);
            } else {
                entries.enter(actor, view.id(), staffEntry(way, typed));
                Notice.done("campaign.answer.entry.stored", customers.get(view.customer()).name()).on(redirect);
            }
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("campaign/answer/entry", drawn(page, round, view, typed, entries.paper(view.id())).getModel());
        }
        return "redirect:" + page.to("rounds", number, "entry");
    }

    private static EntryForm typed(HttpServletRequest request) {
        return new EntryForm(FormFields.read(request), text(request, "channel"), text(request, "interviewer"), text(request, "formRevision"),
                day(text(request, "receivedOn")));
    }

    private static StaffEntry staffEntry(AnswerChannel way, EntryForm typed) {
        var interviewer = typed.interviewer() == null || typed.interviewer().length() != 36 ? null : new PersonId(UUID.fromString(typed.interviewer()));
        return new StaffEntry(way, typed.content(), way.spoken() ? interviewer : null, way.paper() ? typed.formRevision().strip() : null,
                way.paper() ? typed.receivedOn() : null);
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    @GetMapping("/c/{company}/rounds/{number}/entry/{invitation}/check")
    ModelAndView check(Actor actor, @PathVariable String number, @PathVariable String invitation) {
        var round = rounds.byNumber(actor, number);
        var view = entries.invitation(actor, round.id(), invitation);
        var entry = entries.paper(view.id()).orElseThrow(NotFound::new);
        return new ModelAndView("campaign/answer/check", Map.of("round", round, "invitation", view, "form", answers.form(round), "entry", entry,
                "scans", entries.scans(entry), "customer", customers.get(view.customer()).name(), "names", people.names(),
                "own", entry.typedBy().equals(actor.id())));
    }

    @PostMapping("/c/{company}/rounds/{number}/entry/{invitation}/check")
    Object checked(Actor actor, Page page, @PathVariable String number, @PathVariable String invitation, @RequestParam UUID entry,
            @RequestParam boolean agrees, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        try {
            entries.check(actor, entry, agrees, reason);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("campaign/answer/check", check(actor, number, invitation).getModel());
        }
        Notice.done(agrees ? "campaign.answer.entry.agreed" : "campaign.answer.entry.sentBack", invitation).on(redirect);
        return "redirect:" + page.to("rounds", number, "entry");
    }
}
