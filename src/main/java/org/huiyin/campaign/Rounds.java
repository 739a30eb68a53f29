package org.huiyin.campaign;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.records.Numbers;
import org.huiyin.survey.Questionnaires;
import org.huiyin.survey.QuestionnaireVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rounds of the survey: planned in the windows of the procedure, led from state to state (001/5.4.2). */
@Service
@Transactional
public class Rounds {

    static final String READ = "round.read";
    static final String PLAN = "round.plan";
    private static final int LARGEST_SEED = 100_000_000;

    private final RoundStore store;
    private final Procedures procedures;
    private final Questionnaires questionnaires;
    private final Numbers numbers;
    private final Companies companies;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Rounds(RoundStore store, Procedures procedures, Questionnaires questionnaires, Numbers numbers, Companies companies,
            People people, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.procedures = procedures;
        this.questionnaires = questionnaires;
        this.numbers = numbers;
        this.companies = companies;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** The round, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public RoundView get(RoundId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The round with the number, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public RoundView byNumber(String number) {
        return store.byNumber(number).orElseThrow(NotFound::new);
    }

    /** The round with the number, if the actor may read rounds. */
    @Transactional(readOnly = true)
    public RoundView byNumber(Actor actor, String number) {
        actor.mustHave(READ);
        return byNumber(number);
    }

    /** All rounds, the youngest first. */
    @Transactional(readOnly = true)
    public List<RoundView> list() {
        return store.all();
    }

    /** All rounds, the youngest first, for a person. */
    @Transactional(readOnly = true)
    public List<RoundView> list(Actor actor) {
        actor.mustHave(READ);
        return store.all();
    }

    /** The steps that the round took, the first one first. */
    @Transactional(readOnly = true)
    public List<RoundStep> steps(RoundId id) {
        return store.steps(id);
    }

    /** The procedure under which the round runs. */
    @Transactional(readOnly = true)
    public ProfileVersion profileOf(RoundView round) {
        return procedures.byId(round.profileVersion());
    }

    /** What the procedure in force says of surveys. */
    @Transactional(readOnly = true)
    public SurveyRule rule() {
        return procedures.inForce().section(SurveyRule.SECTION, SurveyRule.class);
    }

    /** Plans a round under the procedure that holds on its first day; the version stays with it for good. */
    public RoundId plan(Actor actor, NewRound wanted) {
        actor.mustHave(PLAN);
        var profile = procedures.inForceOn(wanted.opensOn());
        var rule = profile.section(SurveyRule.SECTION, SurveyRule.class);
        var round = checked(actor, wanted, profile, rule);
        var warnings = warnings(wanted);
        if (!warnings.isEmpty() && !wanted.despiteWarnings()) {
            throw new InvalidInput(Map.of("despiteWarnings", warnings.getFirst()));
        }
        var numbered = numbered(round, profile);
        store.insert(numbered);
        store.step(numbered.id(), RoundState.PLANNED, "", actor.id(), clock.instant());
        tell(actor.id(), numbered.id(), "plan", Map.of(), facts(numbered));
        return numbered.id();
    }

    private RoundView checked(Actor actor, NewRound wanted, ProfileVersion profile, SurveyRule rule) {
        var problems = new LinkedHashMap<String, Sentence>();
        var window = rule.window(wanted.window());
        var title = wanted.title().strip();
        if (title.isEmpty() || title.length() > 120) {
            problems.put("title", new Sentence("campaign.round.invalid.title", 120));
        }
        if (wanted.kind() == RoundKind.CENTRAL && window.isEmpty()) {
            problems.put("window", new Sentence("campaign.round.invalid.window"));
        }
        var year = window.flatMap(w -> w.yearOf(wanted.opensOn()));
        if (window.isPresent() && year.isEmpty()) {
            var nearest = wanted.opensOn().getYear();
            problems.put("opensOn", new Sentence("campaign.round.invalid.outside", window.get().firstDay(nearest), window.get().lastDay(nearest)));
        }
        if (wanted.kind() == RoundKind.ROLLING && !rule.rolling()) {
            problems.put("kind", new Sentence("campaign.round.invalid.rolling"));
        }
        if (wanted.opensOn().isBefore(today().minusYears(1)) || wanted.opensOn().isAfter(today().plusYears(2))) {
            problems.put("opensOn", new Sentence("campaign.round.invalid.far"));
        }
        var closes = Objects.requireNonNullElse(wanted.closesOn(), wanted.opensOn().plusDays(rule.returnDays()));
        if (closes.isBefore(wanted.opensOn())) {
            problems.put("closesOn", new Sentence("campaign.round.invalid.closes"));
        }
        var questionnaire = questionnaire(wanted, rule, problems);
        if (!problems.isEmpty() || questionnaire == null) {
            throw new InvalidInput(problems);
        }
        var central = wanted.kind() == RoundKind.CENTRAL;
        var now = clock.instant();
        return new RoundView(new RoundId(Ids.next()), "", title, wanted.kind(), RoundState.PLANNED,
                central ? wanted.window() : null,
                central ? window.orElseThrow().firstDay(year.orElseThrow()) : null,
                central ? window.orElseThrow().lastDay(year.orElseThrow()) : null,
                wanted.opensOn(), closes, linksEnd(rule, wanted.opensOn(), closes), profile.id(), questionnaire.id(),
                Objects.requireNonNullElse(wanted.confidential(), rule.confidential()), chance.nextInt(1, LARGEST_SEED),
                actor.id(), now, actor.id(), now, 1);
    }

    private @Nullable QuestionnaireVersion questionnaire(NewRound wanted, SurveyRule rule, Map<String, Sentence> problems) {
        if (wanted.questionnaireVersion() != null) {
            return questionnaires.byId(wanted.questionnaireVersion());
        }
        var released = questionnaires.released(rule.questionnaire());
        if (released.isEmpty()) {
            problems.put("questionnaireVersion", new Sentence("campaign.round.invalid.questionnaire"));
        }
        return released.orElse(null);
    }

    private static LocalDate linksEnd(SurveyRule rule, LocalDate opens, LocalDate closes) {
        var end = opens.plusDays(rule.daysOfLinks());
        return end.isBefore(closes) ? closes : end;
    }

    private RoundView numbered(RoundView r, ProfileVersion profile) {
        var number = numbers.next(profile.prefix("round"), r.opensOn().getYear()).toString();
        return new RoundView(r.id(), number, r.title(), r.kind(), r.state(), r.window(), r.windowFrom(), r.windowTo(), r.opensOn(),
                r.closesOn(), r.linksEndOn(), r.profileVersion(), r.questionnaireVersion(), r.confidential(), r.seed(),
                r.plannedBy(), r.plannedAt(), r.changedBy(), r.changedAt(), 1);
    }

    /** What should be thought over before such a round is planned: the window has its round, or the year has them all (000/5-1). */
    @Transactional(readOnly = true)
    public List<Sentence> warnings(NewRound wanted) {
        if (wanted.kind() != RoundKind.CENTRAL) {
            return List.of();
        }
        var rule = procedures.inForceOn(wanted.opensOn()).section(SurveyRule.SECTION, SurveyRule.class);
        var warnings = new ArrayList<Sentence>();
        var year = rule.window(wanted.window()).flatMap(window -> window.yearOf(wanted.opensOn()));
        var central = store.all().stream()
                .filter(r -> r.kind() == RoundKind.CENTRAL && r.state() != RoundState.CANCELLED)
                .toList();
        central.stream()
                .filter(r -> Objects.equals(r.window(), wanted.window()) && year.isPresent() && r.windowFrom() != null
                        && r.windowFrom().getYear() == year.get())
                .findFirst()
                .ifPresent(r -> warnings.add(new Sentence("campaign.round.warning.window", r.number(), r.title())));
        var inYear = central.stream().filter(r -> r.windowFrom() != null && year.isPresent() && r.windowFrom().getYear() == year.get()).count();
        if (inYear >= rule.windows().size()) {
            warnings.add(new Sentence("campaign.round.warning.year", inYear, rule.windows().size()));
        }
        return warnings;
    }

    /** Changes title and days of a round that has not been sent for approval yet. */
    public void change(Actor actor, RoundId id, String title, LocalDate opensOn, LocalDate closesOn, boolean confidential, int version) {
        actor.mustHave(PLAN);
        var before = get(id);
        if (!before.state().open()) {
            throw new BrokenRule("campaign.round.refused.closedForChange", before.number());
        }
        var rule = profileOf(before).section(SurveyRule.SECTION, SurveyRule.class);
        var from = before.windowFrom();
        var to = before.windowTo();
        if (from != null && to != null && (opensOn.isBefore(from) || opensOn.isAfter(to))) {
            throw new InvalidInput("opensOn", "campaign.round.invalid.outside", from, to);
        }
        if (title.isBlank() || title.strip().length() > 120) {
            throw new InvalidInput("title", "campaign.round.invalid.title", 120);
        }
        if (closesOn.isBefore(opensOn)) {
            throw new InvalidInput("closesOn", "campaign.round.invalid.closes");
        }
        var after = new RoundView(id, before.number(), title.strip(), before.kind(), before.state(), before.window(),
                before.windowFrom(), before.windowTo(), opensOn, closesOn, linksEnd(rule, opensOn, closesOn),
                before.profileVersion(), before.questionnaireVersion(), confidential, before.seed(), before.plannedBy(),
                before.plannedAt(), actor.id(), clock.instant(), version);
        if (!store.update(after, version, actor.id(), clock.instant())) {
            throw stale(before, after);
        }
        tell(actor.id(), id, "change", facts(before), facts(after));
    }

    private StaleRecord stale(RoundView theirs, RoundView yours) {
        var changes = new ArrayList<StaleRecord.Change>();
        note(changes, "title", theirs.title(), yours.title());
        note(changes, "opensOn", theirs.opensOn(), yours.opensOn());
        note(changes, "closesOn", theirs.closesOn(), yours.closesOn());
        note(changes, "confidential", theirs.confidential(), yours.confidential());
        return new StaleRecord(people.names().getOrDefault(theirs.changedBy(), ""), theirs.changedAt(), theirs.version(), changes);
    }

    private static void note(List<StaleRecord.Change> changes, String field, Object theirs, Object yours) {
        if (!theirs.equals(yours)) {
            changes.add(StaleRecord.Change.of(field, new Sentence("campaign.round." + field), shown(theirs), shown(yours), theirs.toString()));
        }
    }

    private static Object shown(Object value) {
        return value instanceof Boolean yes ? new Sentence(yes ? "campaign.round.yes" : "campaign.round.no") : value;
    }
    /** Leads the round to the next state; the caller has checked that the actor may. */
    public void advance(PersonId by, RoundId id, RoundState to, String reason) {
        var before = get(id);
        if (before.state() == to) {
            return;
        }
        if (!before.state().leadsTo().contains(to) || !store.become(id, before.state(), to, reason, by, clock.instant())) {
            throw new BrokenRule("campaign.round.refused.step", before.number(), new Sentence(stateKey(before.state())), new Sentence(stateKey(to)));
        }
        events.publishEvent(new RoundMoved(id, before.state(), to));
        tell(by, id, "become", Map.of("state", before.state().name()), reason.isEmpty()
                ? Map.of("state", to.name()) : Map.of("state", to.name(), "reason", reason));
    }

    private static String stateKey(RoundState state) {
        return "campaign.roundState." + state.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Calls the round off; its number stays used and says why. */
    public void cancel(Actor actor, RoundId id, String reason) {
        actor.mustHave(PLAN);
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "campaign.round.invalid.reason");
        }
        advance(actor.id(), id, RoundState.CANCELLED, reason.strip());
    }

    /** Ends the time for answers before its day; answers that come later are kept and marked late. */
    public void endCollecting(Actor actor, RoundId id, String reason) {
        actor.mustHave(PLAN);
        advance(actor.id(), id, RoundState.CHECKING, reason.strip());
    }

    private static Map<String, @Nullable Object> facts(RoundView round) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("number", round.number());
        facts.put("title", round.title());
        facts.put("window", round.window());
        facts.put("opensOn", round.opensOn().toString());
        facts.put("closesOn", round.closesOn().toString());
        facts.put("confidential", round.confidential());
        return facts;
    }

    private void tell(PersonId by, RoundId id, String verb, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(id.subject(), verb, by, before, after, clock.instant()));
    }

    /** Today where the company lives. */
    @Transactional(readOnly = true)
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** Where the company's days begin. */
    @Transactional(readOnly = true)
    public ZoneId zone() {
        return companies.current().zone();
    }
}
