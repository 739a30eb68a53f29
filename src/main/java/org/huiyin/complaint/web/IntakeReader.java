package org.huiyin.complaint.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.Complainant;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.NewLine;
import org.huiyin.complaint.Phase;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.CustomerRow;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.huiyin.voice.Channel;
import org.huiyin.voice.CustomerDate;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the form of the intake: whole when it is sent, and as far as it goes while somebody types. */
@Component
class IntakeReader {

    private static final int HITS = 6;
    private static final String NOBODY = "-";
    /** A slip of the keys is not counted day by day while somebody types; it is told when the form is sent. */
    private static final int FORESEEN = 5;
    private static final Duration REMEMBERED = Duration.ofDays(20L * 366);

    private final Customers customers;
    private final Catalogue catalogue;
    private final People people;

    IntakeReader(Customers customers, Catalogue catalogue, People people) {
        this.customers = customers;
        this.catalogue = catalogue;
        this.people = people;
    }

    /** Who it was: a customer of the list, or somebody else by name. */
    private record Who(@Nullable CustomerId customer, String organisation) {}

    NewComplaint whole(Actor actor, Page page, IntakeForm form) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        var who = who(actor, form, problems);
        var lines = lines(form, problems);
        if (form.text().isEmpty()) {
            problems.put("text", new Sentence("complaint.invalid.text"));
        }
        if (!form.keepLots()) {
            for (int i = 0; i < lines.size(); i++) {
                int at = i;
                catalogue.doubt(lines.get(i)).ifPresent(doubt -> problems.putIfAbsent("lines[" + at + "].lot", doubt));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var received = Typed.instant("receivedAt", form.receivedAt(), page.zone(), page.now());
        var day = Typed.day("date", form.date());
        var wish = day == null ? null : new CustomerDate(day, Typed.time("time", form.time()));
        var by = form.receivedBy().isEmpty() ? actor.id() : receiver(form.receivedBy());
        var organisation = form.organisation().isEmpty() ? who.organisation() : form.organisation();
        return new NewComplaint(who.customer(), new Complainant(form.name(), who.customer() == null ? organisation : form.organisation(), form.phone(), form.mail()),
                Typed.choice("kind", FeedbackKind.class, form.kind()), Typed.choice("phase", Phase.class, form.phase()), form.segment(),
                Typed.choice("channel", Channel.class, form.channel()), received, by, form.text(), form.customerNumber(), wish, form.safety(),
                lines.stream().filter(line -> !line.empty()).toList(), null);
    }

    private PersonId receiver(String chosen) {
        var id = Typed.maybeId(chosen);
        return people.all().stream().map(p -> p.id()).filter(p -> p.value().equals(id)).findFirst().orElseThrow(() -> new InvalidInput("receivedBy", "web.invalid.choice"));
    }

    private Who who(Actor actor, IntakeForm form, Map<String, Sentence> problems) {
        var chosen = Typed.maybeId(form.customer());
        if (chosen != null) {
            return new Who(customers.get(actor, new CustomerId(chosen)).id(), "");
        }
        if (form.who().isEmpty() && !form.person()) {
            problems.put("who", new Sentence("complaint.invalid.who"));
            return new Who(null, "");
        }
        if (form.customer().equals(NOBODY) || form.who().isEmpty()) {
            return new Who(null, form.who());
        }
        var hits = hits(actor, form.who());
        var exact = hits.stream().filter(h -> h.name().equals(form.who()) || form.who().equals(h.shortName())).toList();
        if (exact.size() == 1) {
            return new Who(exact.getFirst().id(), "");
        }
        if (!hits.isEmpty()) {
            problems.put("who", new Sentence("complaint.invalid.which"));
        }
        return new Who(null, form.who());
    }

    List<CustomerRow> hits(Actor actor, String who) {
        return who.isBlank() || !actor.may("customer.read") ? List.of() : customers.search(actor, who, HITS);
    }

    private static List<NewLine> lines(IntakeForm form, Map<String, Sentence> problems) {
        var lines = new ArrayList<NewLine>();
        for (int i = 0; i < form.lines().size(); i++) {
            lines.add(form.lines().get(i).line("lines[" + i + "].", problems));
        }
        return lines;
    }

    /** As far as it goes: what cannot be read yet is left out. */
    NewComplaint soFar(Actor actor, Page page, IntakeForm form) {
        var chosen = Typed.maybeId(form.customer());
        var customer = chosen == null ? exact(actor, form.who()) : new CustomerId(chosen);
        var kind = Typed.maybe(FeedbackKind.class, form.kind());
        var phase = Typed.maybe(Phase.class, form.phase());
        var channel = Typed.maybe(Channel.class, form.channel());
        var typed = Typed.maybeDay(form.date());
        var day = typed == null || typed.isAfter(page.today().plusYears(FORESEEN)) ? null : typed;
        return new NewComplaint(customer, null, kind == null ? FeedbackKind.COMPLAINT : kind, phase == null ? Phase.AFTER : phase, null,
                channel == null ? Channel.OTHER : channel, received(page, form), actor.id(), form.text(), form.customerNumber(),
                day == null ? null : new CustomerDate(day, time(form)), form.safety(), lines(form, new LinkedHashMap<>()), null);
    }

    private @Nullable CustomerId exact(Actor actor, String who) {
        var exact = hits(actor, who).stream().filter(h -> h.name().equals(who) || who.equals(h.shortName())).toList();
        return exact.size() == 1 ? exact.getFirst().id() : null;
    }

    private static Instant received(Page page, IntakeForm form) {
        try {
            var at = Typed.instant("receivedAt", form.receivedAt(), page.zone(), page.now());
            return at.isAfter(page.now()) || at.isBefore(page.now().minus(REMEMBERED)) ? page.now() : at;
        } catch (InvalidInput unreadable) {
            return page.now();
        }
    }

    private static @Nullable LocalTime time(IntakeForm form) {
        try {
            return Typed.time("time", form.time());
        } catch (InvalidInput unreadable) {
            return null;
        }
    }
}
