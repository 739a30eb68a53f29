package org.huiyin.survey;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questionnaires in versions: written as a draft, released for good (001/5.4.2.1, 003/4.4.3). */
@Service
@Transactional
public class Questionnaires {

    private static final String EDIT = "survey.edit";

    private final QuestionnaireStore store;
    private final QuestionnaireRules rules;
    private final Procedures procedures;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Questionnaires(QuestionnaireStore store, QuestionnaireRules rules, Procedures procedures, People people,
            ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.procedures = procedures;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public QuestionnaireVersion byId(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /**
     * The version that new rounds use: the newest whose items the profile in force scores. A version with other items
     * waits until a profile that scores them holds; where none fits, the newest.
     */
    @Transactional(readOnly = true)
    public QuestionnaireVersion current(String code) {
        var versions = store.versions(code);
        var scored = new java.util.TreeSet<>(SurveyRules.of(procedures.inForce()).scoring().itemCodes());
        return versions.stream()
                .filter(version -> scored.equals(version.scoredItems()))
                .findFirst()
                .or(() -> versions.stream().findFirst())
                .orElseThrow(NotFound::new);
    }

    /** The newest released version, if any has been released yet. */
    @Transactional(readOnly = true)
    public Optional<QuestionnaireVersion> released(String code) {
        return store.versions(code).stream().findFirst();
    }

    /** Released versions, newest first. */
    @Transactional(readOnly = true)
    public List<QuestionnaireVersion> versions(String code) {
        return store.versions(code);
    }

    /** The newest version of each questionnaire. */
    @Transactional(readOnly = true)
    public List<QuestionnaireVersion> all() {
        return store.newest();
    }

    @Transactional(readOnly = true)
    public Optional<QuestionnaireDraft> draft(String code) {
        return store.draft(code);
    }

    @Transactional(readOnly = true)
    public List<QuestionnaireDraft> drafts() {
        return store.drafts();
    }

    /** Opens a draft from the newest version, or gives the one that is open. */
    public QuestionnaireDraft open(Actor actor, String code) {
        actor.mustHave(EDIT);
        return store.draft(code).orElseGet(() -> {
            var newest = released(code).orElseThrow(NotFound::new);
            return insert(actor, code, newest.id(), newest.content());
        });
    }

    /** Begins a questionnaire that does not exist yet. */
    public QuestionnaireDraft begin(Actor actor, String code, QuestionnaireContent content) {
        actor.mustHave(EDIT);
        rules.mustBeCode(code);
        if (released(code).isPresent() || store.draft(code).isPresent()) {
            throw new BrokenRule("survey.questionnaire.exists", code);
        }
        rules.mustRead(content);
        return insert(actor, code, null, content);
    }

    private QuestionnaireDraft insert(Actor actor, String code, @org.jspecify.annotations.Nullable UUID basedOn, QuestionnaireContent content) {
        var draft = new QuestionnaireDraft(code, basedOn, content, 1, actor.id(), clock.instant());
        store.insertDraft(draft);
        tell(actor, code, "draft", Map.of(), Map.of("items", content.items().size()));
        return draft;
    }

    /** Writes the draft; whoever saved in between is named and nothing is lost silently. */
    public QuestionnaireDraft save(Actor actor, String code, QuestionnaireContent content, int version) {
        actor.mustHave(EDIT);
        rules.mustRead(content);
        var before = store.draft(code).orElseThrow(NotFound::new);
        if (!store.updateDraft(new QuestionnaireDraft(code, before.basedOn(), content, version, actor.id(), clock.instant()))) {
            throw stale(before, content);
        }
        tell(actor, code, "edit", Map.of("version", version), Map.of("items", content.items().size()));
        return store.draft(code).orElseThrow();
    }

    private StaleRecord stale(QuestionnaireDraft theirs, QuestionnaireContent yours) {
        return new StaleRecord(name(theirs.editedBy()), theirs.editedAt(), theirs.version(), QuestionnaireChanges.between(theirs.content(), yours));
    }

    /**
     * Releases the draft as the next version. Items whose words changed begin a new trend, but for those that the author
     * says mean the same as before.
     */
    public QuestionnaireVersion release(Actor actor, String code, int version, String note, java.util.Set<String> sameMeaning) {
        actor.mustHave(EDIT);
        var draft = store.draft(code).orElseThrow(NotFound::new);
        rules.mustBeReleasable(draft.content(), note);
        var before = released(code);
        int number = before.map(b -> b.number() + 1).orElse(1);
        var content = draft.content().with(worded(draft.content().items(), before.orElse(null), number, sameMeaning));
        if (!store.deleteDraft(code, version)) {
            throw stale(draft, draft.content());
        }
        var released = put(actor, code, number, content, note);
        tell(actor, code, "release", Map.of("number", number - 1), Map.of("number", number, "hash", released.contentHash()));
        return released;
    }

    private static List<QuestionItem> worded(
            List<QuestionItem> items, @org.jspecify.annotations.Nullable QuestionnaireVersion before, int number, java.util.Set<String> sameMeaning) {
        List<QuestionItem> worded = new ArrayList<>();
        for (QuestionItem item : items) {
            var earlier = before == null ? Optional.<QuestionItem>empty() : before.item(item.id());
            boolean same = earlier.isPresent() && (earlier.get().reads(item) || sameMeaning.contains(item.id()));
            worded.add(item.worded(same ? earlier.get().wordedIn() : number));
        }
        return worded;
    }

    QuestionnaireVersion put(Actor actor, String code, int number, QuestionnaireContent content, String note) {
        var version = new QuestionnaireVersion(Ids.next(), code, number, content.title(), content.intro(), content.items(),
                content.commentPerItem(), content.overallComment(), content.notApplicableAllowed(), content.minutes(), note,
                actor.id(), clock.instant(), QuestionnaireStore.hash(content));
        store.insert(version);
        return version;
    }

    /** Throws the draft away. */
    public void discard(Actor actor, String code, int version) {
        actor.mustHave(EDIT);
        var draft = store.draft(code).orElseThrow(NotFound::new);
        if (!store.deleteDraft(code, version)) {
            throw stale(draft, draft.content());
        }
        tell(actor, code, "discard", Map.of("items", draft.content().items().size()), Map.of());
    }

    private String name(PersonId id) {
        return people.names().getOrDefault(id, "");
    }

    private void tell(Actor actor, String code, String verb, Map<String, Object> before, Map<String, Object> after) {
        var subject = new SubjectRef("questionnaire", UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        events.publishEvent(new Happening(subject, verb, actor.id(), before, after, clock.instant()));
    }
}
