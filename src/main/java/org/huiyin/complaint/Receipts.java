package org.huiyin.complaint;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.notification.Mails;
import org.huiyin.notification.OutgoingMail;
import org.huiyin.organization.Companies;
import org.huiyin.voice.Channel;
import org.huiyin.voice.PromiseKind;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.huiyin.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the complainant that we have it, with the number: by mail where there is an address, else with words to paste (ISO10002:2018/8.4). */
@Service
@Transactional
public class Receipts {

    private final ComplaintStore store;
    private final Facts facts;
    private final Clocks clocks;
    private final Links links;
    private final Mails mails;
    private final Companies companies;
    private final Messages messages;
    private final Clock clock;

    Receipts(ComplaintStore store, Facts facts, Clocks clocks, Links links, Mails mails, Companies companies, Messages messages, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clocks = clocks;
        this.links = links;
        this.mails = mails;
        this.companies = companies;
        this.messages = messages;
        this.clock = clock;
    }

    /** Acknowledges at once what just came in: by mail, or because the customer saw the number on his own page. */
    void greet(Actor actor, ComplaintView k) {
        if (actor.id().equals(PersonId.SYSTEM) && k.source() == null) {
            note(PersonId.SYSTEM, k, Channel.OTHER, k.complainant().shown(), clock.instant());
        } else if (!k.complainant().mail().isEmpty() && mails.serverIsSet()) {
            send(actor, k, k.complainant().mail());
        }
    }

    /** Sends the acknowledgement by mail. */
    public void mail(Actor actor, ComplaintId id, String to) {
        actor.mustHave("complaint.record");
        var k = waiting(id);
        if (to.isBlank()) {
            throw new InvalidInput("mail", "complaint.invalid.mail");
        }
        send(actor, k, to.strip());
    }

    private void send(Actor actor, ComplaintView k, String to) {
        var words = words(companies.current().language());
        mails.send(OutgoingMail.plain(to, k.complainant().name(), words.t("complaint.receipt.subject", k.number()), text(k), k.id().subject()));
        note(actor.id(), k, Channel.MAIL, to, clock.instant());
    }

    /** Notes that the complainant was told in another way, such as by the pasted words. */
    public void told(Actor actor, ComplaintId id, Channel way, String who, Instant at) {
        actor.mustHave("complaint.record");
        var k = waiting(id);
        if (at.isAfter(clock.instant().plusSeconds(60))) {
            throw new InvalidInput("at", "complaint.invalid.future");
        }
        if (at.isBefore(k.receivedAt())) {
            throw new InvalidInput("at", "complaint.invalid.beforeReceipt", k.receivedAt());
        }
        note(actor.id(), k, way, who.strip(), at);
    }

    private ComplaintView waiting(ComplaintId id) {
        var k = store.lock(id).orElseThrow(NotFound::new);
        if (facts.of(id).stream().anyMatch(f -> f.fact() == Fact.ACKNOWLEDGED)) {
            throw new BrokenRule("complaint.refused.acknowledged", k.number());
        }
        return k;
    }

    private void note(PersonId by, ComplaintView k, Channel way, String who, Instant at) {
        facts.note(by, k.id(), Fact.ACKNOWLEDGED, at, Map.of("way", way.name(), "who", who));
        clocks.kept(by, k, PromiseKind.ACKNOWLEDGE, way.name(), at);
    }

    /** What the complainant reads, ready to be pasted into a chat. */
    public String text(ComplaintView k) {
        var words = words(companies.current().language());
        var lines = new StringBuilder(words.t("complaint.receipt.text", k.number(), k.title(), companies.current().name()));
        if (k.dueAt() != null) {
            lines.append('\n').append(words.t("complaint.receipt.due", k.dueAt()));
        }
        link(k.id()).ifPresent(link -> lines.append('\n').append(words.t("complaint.receipt.link", link)));
        return lines.toString();
    }

    /** The address under which the customer sees how the complaint stands, reads the report and says what he thinks of it. */
    public Optional<String> link(ComplaintId id) {
        return links.ofCase(id);
    }

    Words words(String language) {
        return messages.in(Language.serving(Locale.forLanguageTag(language)).orElse(Language.ZH_CN), companies.current().zone());
    }
}
