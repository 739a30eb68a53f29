package org.huiyin.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** The next version of the procedure: written setting by setting and handed in; {@link ProfileApprovals} decides (000/H1). */
@Service
@Transactional
public class ProfileDrafts {

    static final String EDIT = "profile.edit";

    private final DraftStore store;
    private final Procedures procedures;
    private final SettingCatalogue catalogue;
    private final ProfileChecks checks;
    private final ProfileDifference difference;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProfileDrafts(DraftStore store, Procedures procedures, SettingCatalogue catalogue, ProfileChecks checks, ProfileDifference difference,
            People people, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.procedures = procedures;
        this.catalogue = catalogue;
        this.checks = checks;
        this.difference = difference;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** The draft that is on its way, if there is one. */
    @Transactional(readOnly = true)
    public Optional<DraftView> current() {
        return store.live().map(this::view);
    }

    /** Opens a draft from the newest approved version with the next revision, or gives the one on its way. */
    public DraftView open(Actor actor) {
        actor.mustHave(EDIT);
        return current().orElseGet(() -> {
            var newest = procedures.versions().getFirst();
            var content = newest.content().copy();
            ProfilePath.set(content, "identity.revision", StringNode.valueOf(Revision.after(newest.revision())));
            return insert(actor, newest, new ProfileContent(content));
        });
    }

    /** Opens a draft with a document brought from elsewhere; refused where a draft is on its way. */
    public DraftView bring(Actor actor, ProfileContent content) {
        actor.mustHave(EDIT);
        if (store.live().isPresent()) {
            throw new BrokenRule("procedure.draft.onItsWay");
        }
        return insert(actor, procedures.versions().getFirst(), content);
    }

    private DraftView insert(Actor actor, ProfileVersion newest, ProfileContent content) {
        var row = new DraftStore.Row(Ids.next(), newest.id(), DraftState.EDITING, content, 1, actor.id(), clock.instant());
        store.insert(row);
        tell(actor, row.id(), "draft", Map.of(), Map.of("basedOn", newest.number()));
        return view(row);
    }

    /** Changes one setting. Edits of other settings in between are kept; one of the same setting is shown and not overwritten. */
    public DraftView change(Actor actor, UUID id, String path, JsonNode value, int version) {
        actor.mustHave(EDIT);
        var row = store.lock(id).orElseThrow(NotFound::new);
        mustBeEditable(row);
        var setting = catalogue.find(path).orElseThrow(NotFound::new);
        refuseStale(row, setting, value, version);
        var problems = checks.check(setting, value, row.content());
        if (!problems.isEmpty()) {
            throw new InvalidInput(Map.of("value", problems.getFirst()));
        }
        write(actor, row, path, value);
        return current().orElseThrow();
    }

    private void refuseStale(DraftStore.Row row, Setting setting, JsonNode value, int version) {
        var between = store.edits(row.id()).stream()
                .filter(edit -> edit.version() > version && edit.path().equals(setting.path()))
                .findFirst();
        if (between.isPresent() && !between.get().after().equals(value)) {
            var theirs = between.get();
            throw new StaleRecord(people.names().getOrDefault(theirs.by(), ""), theirs.at(), row.version(),
                    List.of(new StaleRecord.Change(name(setting), plain(theirs.after()), plain(value))));
        }
    }

    private void write(Actor actor, DraftStore.Row row, String path, JsonNode value) {
        JsonNode before = row.content().at(path);
        if (ProfilePath.same(before, value)) {
            return;
        }
        JsonNode changed = row.content().copy();
        if (!ProfilePath.set(changed, path, value)) {
            throw new NotFound();
        }
        if (row.state() == DraftState.REFUSED) {
            store.become(row.id(), DraftState.EDITING);
        }
        store.write(row.id(), new ProfileContent(changed));
        store.note(row.id(), new DraftEdit(row.version() + 1, path, before.isMissingNode() ? NullNode.getInstance() : before, value,
                actor.id(), clock.instant()));
        tell(actor, row.id(), "edit", Map.of(path, plain(before)), Map.of(path, plain(value)));
    }

    /** What stands between the draft and its submission, and what should be known. */
    @Transactional(readOnly = true)
    public List<Finding> check(ProfileContent content) {
        return checks.check(content);
    }

    /** Hands the draft in; refused with every contradiction by name (T-MATRIX). */
    public Submission submit(Actor actor, UUID id, int version, LocalDate effectiveFrom, String changeNote) {
        actor.mustHave(EDIT);
        var row = store.lock(id).orElseThrow(NotFound::new);
        mustBeEditable(row);
        mustBeUnchanged(row, version);
        mustHold(row, effectiveFrom, changeNote);
        var submission = new Submission(Ids.next(), row.content().hash(), effectiveFrom, changeNote.strip(), actor.id(), clock.instant());
        store.insert(id, row.content(), submission);
        store.become(id, DraftState.SUBMITTED);
        tell(actor, id, "submit", Map.of(), Map.of("hash", submission.contentHash(), "effectiveFrom", effectiveFrom.toString()));
        return submission;
    }

    private void mustHold(DraftStore.Row row, LocalDate effectiveFrom, String changeNote) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (changeNote.isBlank() || changeNote.length() > 1000) {
            problems.put("changeNote", new Sentence("procedure.submit.note"));
        }
        effectiveDateProblem(effectiveFrom).ifPresent(problem -> problems.put("effectiveFrom", problem));
        var base = procedures.byId(row.basedOn());
        if (difference.between(base.content(), row.content()).isEmpty()) {
            problems.put(InvalidInput.FORM, new Sentence("procedure.submit.nothing"));
        }
        checks.check(row.content()).stream()
                .filter(Finding::refuses)
                .forEach(finding -> problems.putIfAbsent(finding.path() + "#" + problems.size(), finding.sentence()));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** A version never holds for days that are over, nor before an approved one, so that nothing made already is touched. */
    Optional<Sentence> effectiveDateProblem(LocalDate effectiveFrom) {
        if (effectiveFrom.isBefore(procedures.today())) {
            return Optional.of(new Sentence("procedure.submit.past", procedures.today()));
        }
        var latest = procedures.versions().stream().map(ProfileVersion::effectiveFrom).max(LocalDate::compareTo).orElseThrow();
        return effectiveFrom.isBefore(latest) ? Optional.of(new Sentence("procedure.submit.beforeLatest", latest)) : Optional.empty();
    }

    /** Throws the draft away; its edits stay on record. */
    public void discard(Actor actor, UUID id, int version) {
        actor.mustHave(EDIT);
        var row = store.lock(id).orElseThrow(NotFound::new);
        mustBeEditable(row);
        mustBeUnchanged(row, version);
        store.become(id, DraftState.DISCARDED);
        tell(actor, id, "discard", Map.of(), Map.of());
    }

    private void mustBeUnchanged(DraftStore.Row row, int version) {
        if (row.version() != version) {
            var last = store.edits(row.id()).getFirst();
            throw new StaleRecord(people.names().getOrDefault(last.by(), ""), last.at(), List.of(new StaleRecord.Change(
                    catalogue.find(last.path()).map(ProfileDrafts::name).orElseThrow(), plain(last.after()), plain(last.before()))));
        }
    }

    private static void mustBeEditable(DraftStore.Row row) {
        if (!row.state().leadsTo().contains(DraftState.DISCARDED)) {
            throw new BrokenRule(row.state() == DraftState.SUBMITTED ? "procedure.draft.submitted" : "procedure.draft.over");
        }
    }

    static Sentence name(Setting setting) {
        return setting.path().startsWith("clauses/")
                ? new Sentence("procedure.clauseWords", setting.path().split("/", -1)[1])
                : new Sentence(setting.label());
    }

    private static String plain(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        boolean list = value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode);
        return list ? value.valueStream().map(JsonNode::asString).collect(java.util.stream.Collectors.joining("、"))
                : value.isValueNode() ? value.asString() : value.toString();
    }

    private DraftView view(DraftStore.Row row) {
        var submission = store.lastSubmission(row.id());
        var decision = submission.flatMap(s -> store.decision(s.id()));
        return new DraftView(row.id(), procedures.byId(row.basedOn()), row.state(), row.content(), row.version(), row.openedBy(),
                row.openedAt(), store.edits(row.id()), submission.orElse(null), decision.orElse(null));
    }

    private void tell(Actor actor, UUID draft, String verb, Map<String, Object> before, Map<String, Object> after) {
        events.publishEvent(new Happening(new SubjectRef("profileDraft", draft), verb, actor.id(), new LinkedHashMap<>(before),
                new LinkedHashMap<>(after), clock.instant()));
    }
}
