package org.huiyin.complaint;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.Companies;
import org.huiyin.platform.CompanyScope;
import org.huiyin.records.AttachmentContent;
import org.huiyin.records.Attachments;
import org.huiyin.voice.Channel;
import org.huiyin.voice.CustomerDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What customers do by their links: tell us, see how it stands, read the report, accept it or not. The token is the capability. */
@Service
public class CustomerDesk {

    private static final int MOST_IN_AN_HOUR = 20;
    private static final Actor HIMSELF = new Actor(PersonId.SYSTEM, "", Set.of(), Set.of("complaint.record"));

    private final Links links;
    private final DoorStore doors;
    private final Complaints complaints;
    private final Facts facts;
    private final Answers answers;
    private final Customers customers;
    private final Contacts contacts;
    private final Companies companies;
    private final Attachments attachments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CustomerDesk(Links links, DoorStore doors, Complaints complaints, Facts facts, Answers answers, Customers customers, Contacts contacts,
            Companies companies, Attachments attachments, TransactionTemplate transaction, Clock clock) {
        this.links = links;
        this.doors = doors;
        this.complaints = complaints;
        this.facts = facts;
        this.answers = answers;
        this.customers = customers;
        this.contacts = contacts;
        this.companies = companies;
        this.attachments = attachments;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the customer writes; all but the words is optional. */
    public record Told(UUID wanted, String text, FeedbackKind kind, String name, String phone, String mail, String customerNumber, @Nullable CustomerDate wish,
            boolean safety, List<NewLine> lines) {}

    /** A file that he sends along. */
    public interface Sent {

        String name();

        InputStream content() throws IOException;
    }

    /** What stands behind the token. */
    public Reception open(String token) {
        return links.open(token).map(target -> inside(target, () -> reception(target))).orElseGet(Reception.Unknown::new);
    }

    private Reception reception(Links.Target target) {
        var company = companies.current();
        if (target.revoked()) {
            return new Reception.Closed(company.name(), company.language(), company.zone());
        }
        if (target.kind().equals(Links.CASE)) {
            var k = complaints.get(new ComplaintId(target.subject()));
            return new Reception.Case(company.name(), k, facts.of(k.id()), answers.of(k.id()), answers.waiting(k).map(AnswerView::id).orElse(null),
                    company.language(), company.zone());
        }
        var door = doors.find(target.subject()).filter(DoorView::open).orElse(null);
        if (door == null) {
            return new Reception.Closed(company.name(), company.language(), company.zone());
        }
        var customer = customers.get(door.customer());
        var contact = door.contact() == null ? null : contacts.get(door.contact());
        return new Reception.Tell(company.name(), customer.name(), contact == null ? "" : contact.name(), contact == null || contact.phone() == null ? "" : contact.phone(),
                contact == null || contact.email() == null ? "" : contact.email(), contact == null ? company.language() : contact.language(), company.zone());
    }

    /** Takes in what the customer tells; the path of the page on which he sees how it stands. A form sent twice is one complaint. */
    public String tell(String token, Told told, List<? extends Sent> files) {
        var target = links.open(token).filter(t -> !t.revoked() && t.kind().equals(Links.TELL)).orElseThrow(NotFound::new);
        return inside(target, () -> {
            var door = doors.find(target.subject()).filter(DoorView::open).orElseThrow(NotFound::new);
            var id = new ComplaintId(told.wanted());
            if (complaints.exists(id)) {
                return links.pathOfCase(id);
            }
            if (doors.told(door.customer(), clock.instant().minus(Duration.ofHours(1))) >= MOST_IN_AN_HOUR) {
                throw new BrokenRule("complaint.refused.often", MOST_IN_AN_HOUR);
            }
            complaints.take(HIMSELF, told.wanted(), new NewComplaint(door.customer(), new Complainant(told.name(), "", told.phone(), told.mail()), told.kind(),
                    Phase.AFTER, null, Channel.OTHER, clock.instant(), null, told.text(), told.customerNumber(), told.wish(), told.safety(), told.lines(), null));
            files.forEach(file -> store(id, file));
            return links.pathOfCase(id);
        });
    }

    private void store(ComplaintId id, Sent file) {
        try (var content = file.content()) {
            attachments.store(HIMSELF, id.subject(), file.name(), content);
        } catch (IOException cut) {
            throw new java.io.UncheckedIOException(cut);
        }
    }

    /** The customer accepts the report, or says why not. */
    public void react(String token, boolean accepted, String reason, String who) {
        var target = links.open(token).filter(t -> !t.revoked() && t.kind().equals(Links.CASE)).orElseThrow(NotFound::new);
        inside(target, () -> {
            answers.reaction(new ComplaintId(target.subject()), accepted, reason, who);
            return true;
        });
    }

    /** The report as it was sent, for the customer to read. */
    public AttachmentContent report(String token, UUID answer) {
        var target = links.open(token).filter(t -> !t.revoked() && t.kind().equals(Links.CASE)).orElseThrow(NotFound::new);
        return inside(target, () -> answers.of(new ComplaintId(target.subject())).stream().filter(a -> a.id().equals(answer)).map(AnswerView::report)
                .filter(java.util.Objects::nonNull).findFirst().map(attachments::open).orElseThrow(NotFound::new));
    }

    /** Runs something in the company behind the token. */
    public <T> Optional<T> in(String token, java.util.function.Supplier<T> work) {
        return links.open(token).map(target -> CompanyScope.get(target.company(), work));
    }

    private <T> T inside(Links.Target target, java.util.function.Supplier<T> work) {
        return CompanyScope.get(target.company(), () -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
