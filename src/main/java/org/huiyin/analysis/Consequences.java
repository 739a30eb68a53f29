package org.huiyin.analysis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.RoundKind;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.AnswerId;
import org.huiyin.campaign.answers.AnswerView;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.campaign.answers.RoundForm;
import org.huiyin.campaign.answers.RoundFrozen;
import org.huiyin.customer.CustomerId;
import org.huiyin.improvement.ActionOrigin;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.Agenda;
import org.huiyin.improvement.NewAction;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.platform.jobs.JobHandler;
import org.huiyin.platform.jobs.Jobs;
import org.huiyin.procedure.Procedures;
import org.huiyin.survey.QuestionItem;
import org.huiyin.survey.TriggerRule.Finding;
import org.huiyin.survey.TriggerRule;
import org.huiyin.voice.NewVoice;
import org.huiyin.voice.Voices;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws from a frozen round what its procedure asks for (001/5.4.6.1): corrective actions where the total is too low,
 * follow-ups of single items, and an answer to each comment. Each customer is done once, however often the job runs.
 */
@Component
class Consequences implements JobHandler<ConsequenceOrder> {

    /** The setting beside whose clause the consequences of a bad score stand. */
    private static final String RULE = "triggers.threshold";
    private static final int PART = 500;
    private static final Actor SYSTEM = new Actor(PersonId.SYSTEM, "Huiyin", Set.of());

    private final Rounds rounds;
    private final Answers answers;
    private final Actions actions;
    private final Agenda agenda;
    private final Voices voices;
    private final People people;
    private final Companies companies;
    private final Procedures procedures;
    private final BadAnswers badAnswers;
    private final ConsequenceStore store;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Consequences(Rounds rounds, Answers answers, Actions actions, Agenda agenda, Voices voices, People people, Companies companies, Procedures procedures,
            BadAnswers badAnswers, ConsequenceStore store, Jobs jobs, TransactionTemplate transaction, Clock clock) {
        this.rounds = rounds;
        this.answers = answers;
        this.actions = actions;
        this.agenda = agenda;
        this.voices = voices;
        this.people = people;
        this.companies = companies;
        this.procedures = procedures;
        this.badAnswers = badAnswers;
        this.store = store;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void frozen(RoundFrozen event) {
        jobs.soon(ConsequenceOrder.JOB, new ConsequenceOrder(event.round().value()));
    }

    @Override
    public String name() {
        return ConsequenceOrder.JOB;
    }

    @Override
    public Class<ConsequenceOrder> payload() {
        return ConsequenceOrder.class;
    }

    /** A part of the customers at a time, so that a round of any size needs the same memory; each customer is a transaction. */
    @Override
    public void handle(ConsequenceOrder order) {
        var id = new RoundId(order.round());
        var round = Objects.requireNonNull(transaction.execute(status -> rounds.get(id)));
        var form = Objects.requireNonNull(transaction.execute(status -> answers.form(round)));
        var customers = Objects.requireNonNull(transaction.execute(status -> answers.customers(id)));
        for (int from = 0; from < customers.size(); from += PART) {
            var part = customers.subList(from, Math.min(customers.size(), from + PART));
            var given = Objects.requireNonNull(transaction.execute(status -> answers.of(id, part))).stream()
                    .filter(answer -> answer.validity().counts())
                    .collect(Collectors.groupingBy(AnswerView::customer, LinkedHashMap::new, Collectors.toList()));
            given.forEach((customer, said) -> transaction.executeWithoutResult(status -> draw(round, form, customer, said)));
        }
    }

    private void draw(RoundView round, RoundForm form, CustomerId customer, List<AnswerView> given) {
        if (store.doneFor(round.id().value(), customer)) {
            return;
        }
        var complained = new java.util.HashMap<AnswerId, Set<String>>();
        given.forEach(answer -> complained.put(answer.id(), badAnswers.handOver(round, form, answer)));
        Set<String> taken = complained.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        if (round.kind() == RoundKind.ROLLING) {
            given.forEach(answer -> meet(round, customer, answer, form));
            given.forEach(answer -> hear(round, customer, answer, form, complained.getOrDefault(answer.id(), Set.of())));
            return;
        }
        var rule = form.profile().section("triggers", TriggerRule.class);
        var outcome = rule.apply(CustomerCard.of(given, form.scoring(), form.profile().section(AnalysisRule.SECTION, AnalysisRule.class).equalContacts()));
        byDepartment(left(outcome.corrective(), taken), form).forEach((role, found) -> propose(round, form, customer, role, found, Consequence.Kind.CORRECTIVE));
        byDepartment(left(outcome.followUps(), taken), form).forEach((role, found) -> propose(round, form, customer, role, found, Consequence.Kind.FOLLOW_UP));
        given.forEach(answer -> hear(round, customer, answer, form, complained.getOrDefault(answer.id(), Set.of())));
    }

    /** What went the way of a complaint asks for no action besides (000/5-8). */
    private static List<Finding> left(List<Finding> found, Set<String> taken) {
        return found.stream().filter(finding -> !taken.contains(finding.item().item())).toList();
    }

    /** Every dissatisfied item of a rolling survey, and every one to be improved, is met about in its quarter (001/5.4.6.4). */
    private void meet(RoundView round, CustomerId customer, AnswerView answer, RoundForm form) {
        var language = companies.current().language();
        var said = LocalDate.ofInstant(answer.submittedAt(), rounds.zone());
        for (QuestionItem item : form.items()) {
            boolean low = item.rated() && form.low(answer.items().getOrDefault(item.id(), AnswerView.BLANK));
            boolean wanted = answer.wanted().contains(item.id());
            if (low || wanted) {
                var noted = agenda.note(SYSTEM, said, customer, new SubjectRef("answer", answer.id().value()), item.label(language),
                        answer.comments().getOrDefault(item.id(), ""));
                store.add(round.id().value(), new Consequence(customer, Consequence.Kind.AGENDA, List.of(item.id()),
                        Set.of(low ? TriggerRule.Cause.LOW_DEGREE : TriggerRule.Cause.IMPROVEMENT_WANTED), new SubjectRef("agenda", noted)), clock.instant());
            }
        }
    }

    private static Map<String, List<Finding>> byDepartment(List<Finding> findings, RoundForm form) {
        Map<String, String> departments = form.items().stream()
                .collect(Collectors.toMap(QuestionItem::id, item -> item.department() == null ? "" : item.department()));
        return findings.stream().collect(Collectors.groupingBy(
                finding -> departments.getOrDefault(finding.item().item(), ""), LinkedHashMap::new, Collectors.toList()));
    }

    private void propose(RoundView round, RoundForm form, CustomerId customer, String role, List<Finding> found, Consequence.Kind kind) {
        var language = companies.current().language();
        var items = found.stream().map(finding -> label(form, finding.item().item(), language)).toList();
        var problem = new Sentence("analysis.problem." + kind.name().toLowerCase(java.util.Locale.ROOT), round.title(), String.join("、", items));
        var action = actions.propose(SYSTEM, new NewAction(ActionOrigin.SURVEY, customer, new SubjectRef("round", round.id().value()), problem,
                items, department(role), null, null, round.profileVersion(), procedures.byId(round.profileVersion()).clauseOf(RULE)));
        Set<TriggerRule.Cause> causes = new TreeSet<>();
        found.forEach(finding -> causes.addAll(finding.causes()));
        store.add(round.id().value(), new Consequence(customer, kind, found.stream().map(f -> f.item().item()).toList(), causes,
                action.subject()), clock.instant());
    }

    private static String label(RoundForm form, String item, String language) {
        return form.items().stream().filter(i -> i.id().equals(item)).findFirst().map(i -> i.label(language)).orElse(item);
    }

    private @Nullable UUID department(String role) {
        return role.isEmpty() ? null : people.holders(role).stream()
                .map(PersonView::departmentId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A comment is a customer's word and gets an answer in time (5.4.6.4, 000/5-11). */
    private void hear(RoundView round, CustomerId customer, AnswerView answer, RoundForm form, Set<String> complained) {
        var words = remarks(answer, form, companies.current().language(), complained);
        if (words.isBlank()) {
            return;
        }
        var due = voices.promise("SURVEY_COMMENT", clock.instant(), null, customer);
        var voice = voices.hear(new NewVoice("SURVEY_COMMENT", customer, null, words.length() > 4000 ? words.substring(0, 4000) : words,
                new SubjectRef("answer", answer.id().value()), clock.instant(), null, "SURVEY", due, procedures.byId(round.profileVersion()).clauseOf("clock.rules.SURVEY_COMMENT")));
        store.add(round.id().value(), new Consequence(customer, Consequence.Kind.COMMENT, List.copyOf(answer.comments().keySet()),
                Set.of(TriggerRule.Cause.COMMENT), voice.subject()), clock.instant());
    }

    /** The remarks that no complaint carries already. */
    private static String remarks(AnswerView answer, RoundForm form, String language, Set<String> complained) {
        var lines = new ArrayList<String>();
        form.items().forEach(item -> {
            var comment = answer.comments().get(item.id());
            if (comment != null && !comment.isBlank() && !complained.contains(item.id())) {
                lines.add(item.label(language) + (language.startsWith("zh") ? "：" : ": ") + comment.strip());
            }
        });
        if (complained.isEmpty() && answer.overall() != null && !answer.overall().isBlank()) {
            lines.add(answer.overall().strip());
        }
        return String.join("\n", lines);
    }
}
