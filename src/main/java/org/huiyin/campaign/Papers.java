package org.huiyin.campaign;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.Directory;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.paper.QrCode;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.survey.Questionnaires;
import org.huiyin.survey.ScoringRule;
import org.huiyin.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints what a round needs on paper: forms for letter and fax, one page a contact, and the sample as a form (DC-FM-04, T-SAMPLE). */
@Service
@Transactional
public class Papers {

    private static final java.time.format.DateTimeFormatter PRINTED = java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Rounds rounds;
    private final Samples samples;
    private final InvitationStore store;
    private final Composer composer;
    private final Links links;
    private final Wordings wordings;
    private final Contacts contacts;
    private final Directory directory;
    private final Companies companies;
    private final People people;
    private final Questionnaires questionnaires;
    private final PdfPrinter printer;
    private final TemplateEngine templates;
    private final Clock clock;

    Papers(Rounds rounds, Samples samples, InvitationStore store, Composer composer, Links links, Wordings wordings, Contacts contacts,
            Directory directory, Companies companies, People people, Questionnaires questionnaires, PdfPrinter printer, TemplateEngine templates, Clock clock) {
        this.rounds = rounds;
        this.samples = samples;
        this.store = store;
        this.composer = composer;
        this.links = links;
        this.wordings = wordings;
        this.contacts = contacts;
        this.directory = directory;
        this.companies = companies;
        this.people = people;
        this.questionnaires = questionnaires;
        this.printer = printer;
        this.templates = templates;
        this.clock = clock;
    }

    /** The forms of these contacts as one run, each beginning on a page of its own; all paper ones when none is named. */
    public int letters(Actor actor, RoundId id, Collection<InvitationId> wanted, OutputStream out) {
        actor.mustHave(Invitations.COLLECT);
        var chosen = store.of(id).stream()
                .filter(i -> wanted.isEmpty() ? i.way().paper() && i.state().live() : wanted.contains(i.id()) && i.state().live())
                .toList();
        if (chosen.isEmpty()) {
            throw new BrokenRule("campaign.round.refused.noLetters");
        }
        var round = rounds.get(id);
        var sheets = chosen.stream().map(invitation -> sheet(actor, round, invitation)).toList();
        printer.print(sheets.iterator(), out);
        return sheets.size();
    }

    private String sheet(Actor actor, RoundView round, InvitationView invitation) {
        var words = composer.words(invitation.language());
        var customer = directory.customers(List.of(invitation.customer())).get(invitation.customer());
        var letter = composer.compose(WordingKind.LETTER, invitation);
        return render("campaign/letter.jte", sheet(actor, round, words, invitation.language(), invitation.number(), letter.text(),
                customer == null ? "" : customer.name(), contacts.get(invitation.contact()).name(), QrCode.svg(links.of(invitation))));
    }

    /** The form without anybody's name, for a look or for copying by hand. */
    public void blank(Actor actor, RoundId id, String language, OutputStream out) {
        actor.mustHave(Rounds.READ);
        var round = rounds.get(id);
        var words = composer.words(language);
        var fillings = Map.of("contact", words.t("campaign.round.paper.anybody"), "company", companies.current().name(), "round", round.title(), "closes", words.day(round.closesOn()),
                "confidential", round.confidential() ? words.t("campaign.round.confidential.text") : "");
        var text = Wordings.fill(wordings.of(WordingKind.LETTER, language).body(), fillings);
        printer.print(List.of(render("campaign/letter.jte", sheet(actor, round, words, language, "", text, "", "", null))).iterator(), out);
    }

    private LetterSheet sheet(Actor actor, RoundView round, Words words, String language, String number, String say, String customer, String contact,
            @org.jspecify.annotations.Nullable String qr) {
        var profile = rounds.profileOf(round);
        var questionnaire = questionnaires.byId(round.questionnaireVersion());
        var items = questionnaire.items().stream().map(item -> new LetterSheet.Item(item.label(language), item.hint(language))).toList();
        var degrees = profile.section("scoring", ScoringRule.class).scale().degrees().stream().map(degree -> degree.label().in(words.locale())).toList();
        return new LetterSheet(paper(actor, profile, words, "survey", number), words, qr, say, customer, contact, items, degrees, companies.current().name());
    }

    private PaperTemplate paper(Actor actor, ProfileVersion profile, Words words, String formCode, String number) {
        var form = profile.form(formCode);
        var years = profile.section("retention").path("survey").asInt(0);
        var foot = new PaperTemplate.Foot(
                words.t("campaign.round.paper.foot", form.number(), form.revision(), form.effective().toString()),
                words.t("campaign.round.paper.clause", profile.document() + " " + profile.revision(), form.clause()),
                years == 0 ? "" : words.t("campaign.round.paper.keep", years),
                words.t("campaign.round.paper.printed", clock.instant().atZone(words.zone()).format(PRINTED), actor.name()),
                words.t("campaign.round.paper.page.before"), words.t("campaign.round.paper.page.of"), words.t("campaign.round.paper.page.after"));
        return new PaperTemplate(words.language().tag(), form.name().in(words.locale()), companies.current().name(), form.number(), form.revision(), number,
                new PaperTemplate.Labels(words.t("campaign.round.paper.form"), words.t("campaign.round.paper.revision"), words.t("campaign.round.paper.number")), foot);
    }

    /** The sample as the company's form, for the file and for who approves on paper. */
    public void sample(Actor actor, RoundId id, Words words, OutputStream out) {
        actor.mustHave(Rounds.READ);
        var round = rounds.get(id);
        var view = samples.of(id);
        var names = people.names();
        var approval = samples.approval(id).orElse(null);
        var sheet = new SampleSheet(paper(actor, rounds.profileOf(round), words, "samplePlan", round.number()), words, round, view, names, approval);
        printer.print(List.of(render("campaign/sample_paper.jte", sheet)).iterator(), out);
    }

    private String render(String template, Object sheet) {
        var output = new StringOutput();
        templates.render(template, new HashMap<>(Map.of("sheet", sheet)), output);
        return output.toString();
    }
}
