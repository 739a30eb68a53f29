package org.huiyin.analysis;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.AnswerView;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.campaign.answers.RoundForm;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.Phase;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Companies;
import org.huiyin.survey.ItemScore;
import org.huiyin.survey.QuestionItem;
import org.huiyin.survey.TriggerRule;
import org.huiyin.voice.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dissatisfaction with what the procedure names, such as quality, environment and safety, goes the way of a complaint: one per
 * answer, at the freeze by itself or before it by a click; the link stands on both sides (000/5-8). A round that promised its
 * respondents to hide their names makes none, since a complaint would name them (D36).
 */
@Service
@Transactional
public class BadAnswers {

    private static final Actor SYSTEM = new Actor(PersonId.SYSTEM, "Huiyin", Set.of(), Set.of("complaint.record"));

    private final Answers answers;
    private final Rounds rounds;
    private final Complaints complaints;
    private final Customers customers;
    private final Companies companies;
    private final ConsequenceStore store;
    private final Clock clock;

    BadAnswers(Answers answers, Rounds rounds, Complaints complaints, Customers customers, Companies companies, ConsequenceStore store, Clock clock) {
        this.answers = answers;
        this.rounds = rounds;
        this.complaints = complaints;
        this.customers = customers;
        this.companies = companies;
        this.store = store;
        this.clock = clock;
    }

    /** The items of the answer that the procedure of the round sends to the complaints; none where that part is switched off. */
    @Transactional(readOnly = true)
    public List<QuestionItem> items(AnswerView answer) {
        var round = rounds.get(answer.round());
        return round.confidential() ? List.of() : items(answers.form(round), answer);
    }

    private static List<QuestionItem> items(RoundForm form, AnswerView answer) {
        if (!form.profile().module("complaint")) {
            return List.of();
        }
        var trigger = form.profile().section("triggers", ComplaintTrigger.class);
        var card = CustomerCard.of(List.of(answer), form.scoring(), true);
        var bad = card.items().stream().filter(item -> trigger.takes(item.item(), item.degree())).map(ItemScore::item).toList();
        return form.items().stream().filter(item -> bad.contains(item.id())).toList();
    }

    /** The complaint that came of the answer. */
    @Transactional(readOnly = true)
    public Optional<ComplaintView> complaint(AnswerView answer) {
        return complaints.from(source(answer));
    }

    private static SubjectRef source(AnswerView answer) {
        return new SubjectRef("answer", answer.id().value());
    }

    /** Makes the complaint before the round is frozen, because somebody read the answer; it exists once however often she clicks. */
    public ComplaintView complain(Actor actor, RoundId round, String key) {
        actor.mustHave("complaint.record");
        var answer = answers.find(actor, round, key).answer();
        if (!answer.validity().counts()) {
            throw new BrokenRule("analysis.complaint.doubtful");
        }
        var view = rounds.get(round);
        if (view.confidential()) {
            throw new BrokenRule("analysis.complaint.confidential");
        }
        var form = answers.form(view);
        var items = items(form, answer);
        if (items.isEmpty()) {
            throw new BrokenRule("analysis.complaint.notThese");
        }
        return open(actor, actor.id(), view, form, answer, items);
    }

    /** Makes the complaint at the freeze and says which items it took, so that they ask for no action besides. */
    Set<String> handOver(RoundView round, RoundForm form, AnswerView answer) {
        var items = round.confidential() ? List.<QuestionItem>of() : items(form, answer);
        if (!items.isEmpty()) {
            open(SYSTEM, null, round, form, answer, items);
        }
        return items.stream().map(QuestionItem::id).collect(java.util.stream.Collectors.toSet());
    }

    private ComplaintView open(Actor actor, @Nullable PersonId receiver, RoundView round, RoundForm form, AnswerView answer, List<QuestionItem> items) {
        store.lock(answer.id().value());
        var id = complaints.take(actor, new NewComplaint(answer.customer(), null, FeedbackKind.COMPLAINT, Phase.AFTER,
                customers.get(answer.customer()).details().segment(), Channel.SURVEY, clock.instant(), receiver, words(round, form, answer, items), null, null, false,
                List.of(), source(answer)));
        store.add(round.id().value(), new Consequence(answer.customer(), Consequence.Kind.COMPLAINT, items.stream().map(QuestionItem::id).toList(),
                Set.of(TriggerRule.Cause.LOW_DEGREE), id.subject()), clock.instant());
        return complaints.get(id);
    }

    /** What the customer said, item by item, in the company's language. */
    private String words(RoundView round, RoundForm form, AnswerView answer, List<QuestionItem> items) {
        var language = companies.current().language();
        boolean chinese = language.startsWith("zh");
        var lines = new ArrayList<String>(List.of(round.title() + " " + answer.number()));
        for (QuestionItem item : items) {
            var given = answer.items().getOrDefault(item.id(), "");
            var degree = form.degrees().stream().filter(d -> d.code().equals(given)).findFirst().map(d -> d.label().in(Locale.forLanguageTag(language))).orElse(given);
            var comment = Objects.requireNonNullElse(answer.comments().get(item.id()), "").strip();
            lines.add(item.label(language) + (chinese ? "：" : ": ") + degree + (comment.isEmpty() ? "" : (chinese ? "，" : ", ") + comment));
        }
        var overall = answer.overall();
        if (overall != null && !overall.isBlank()) {
            lines.add(overall.strip());
        }
        return String.join("\n", new LinkedHashSet<>(lines));
    }
}
