package org.huiyin.campaign;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.huiyin.customer.ContactView;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.Directory;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.survey.Questionnaires;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.huiyin.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what one contact gets: the company's words, filled with the contact's name, link and days, in her language. */
@Component
class Composer {

    private final Wordings wordings;
    private final Links links;
    private final Rounds rounds;
    private final Contacts contacts;
    private final Directory directory;
    private final Companies companies;
    private final People people;
    private final Questionnaires questionnaires;
    private final Messages messages;

    Composer(Wordings wordings, Links links, Rounds rounds, Contacts contacts, Directory directory, Companies companies, People people,
            Questionnaires questionnaires, Messages messages) {
        this.wordings = wordings;
        this.links = links;
        this.rounds = rounds;
        this.contacts = contacts;
        this.directory = directory;
        this.companies = companies;
        this.people = people;
        this.questionnaires = questionnaires;
        this.messages = messages;
    }

    @Transactional
    Letter compose(WordingKind kind, InvitationView invitation) {
        var round = rounds.get(invitation.round());
        var words = words(invitation.language());
        var fillings = fillings(round, words, contacts.get(invitation.contact()));
        fillings.put("number", invitation.number());
        fillings.put("link", links.of(invitation));
        fillings.put("stop", links.stopOf(invitation));
        fillings.put("clerk", clerk(invitation, round));
        return letter(wordings.of(kind, invitation.language()), fillings);
    }

    /** What the text would look like for somebody; its link leads nowhere. */
    @Transactional(readOnly = true)
    Letter sample(WordingView wording, RoundView round, ContactView contact, String clerk) {
        var fillings = fillings(round, words(wording.language()), contact);
        var base = links.known().orElse("https://…");
        fillings.put("number", "–");
        fillings.put("link", base + "/a/…");
        fillings.put("stop", base + "/a/…/stop");
        fillings.put("clerk", clerk);
        return letter(wording, fillings);
    }

    Words words(String language) {
        return messages.in(Language.serving(Locale.forLanguageTag(language)).orElse(Language.ZH_CN), rounds.zone());
    }

    private Map<String, String> fillings(RoundView round, Words words, ContactView contact) {
        var questionnaire = questionnaires.byId(round.questionnaireVersion());
        var customer = directory.customers(java.util.List.of(contact.customer())).get(contact.customer());
        var fillings = new HashMap<String, String>();
        fillings.put("company", companies.current().name());
        fillings.put("customer", customer == null ? "" : customer.name());
        fillings.put("contact", contact.name());
        fillings.put("round", round.title());
        fillings.put("closes", closes(words, round.closesOn()));
        fillings.put("minutes", Integer.toString(questionnaire.minutes()));
        fillings.put("confidential", round.confidential() ? words.t("campaign.round.confidential.text") : "");
        return fillings;
    }

    private static String closes(Words words, LocalDate day) {
        return words.day(day);
    }

    private String clerk(InvitationView invitation, RoundView round) {
        var person = invitation.assignedTo() == null ? round.plannedBy() : invitation.assignedTo();
        return people.names().getOrDefault(person, "");
    }

    private static Letter letter(WordingView wording, Map<String, String> fillings) {
        var body = wording.body();
        var promise = fillings.getOrDefault("confidential", "");
        if (!promise.isEmpty() && !body.contains("{confidential}")) {
            body += "\n\n{confidential}";
        }
        if (wording.kind().hasSubject() && !body.contains("{stop}")) {
            body += "\n\n{stop}";
        }
        var text = Wordings.fill(body, fillings).replaceAll("\n{3,}", "\n\n").strip();
        return new Letter(Wordings.fill(wording.subject(), fillings).strip(), text, html(text));
    }

    /** The same text for readers that want HTML: paragraphs and living links, nothing else. */
    private static String html(String text) {
        var safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
        var linked = safe.replaceAll("(https?://[^\\s\u3000-\u303f\uff00-\uffef]+)", "<a href=\"$1\">$1</a>");
        return "<div>" + linked.replace("\n\n", "</div><p></p><div>").replace("\n", "<br>") + "</div>";
    }
}
