package org.huiyin.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What invitations, reminders and letters say, per language, in the company's own words where it has some (001/5.4.2.1). */
@Service
@Transactional
public class Wordings {

    /** The places that a text may have; each is filled with the contact's own. */
    public static final Set<String> PLACES = Set.copyOf(List.of("company", "customer", "contact", "round", "number", "link", "closes",
            "minutes", "clerk", "stop", "confidential"));
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

    private final JdbcClient sql;
    private final Messages messages;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Wordings(JdbcClient sql, Messages messages, People people, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.messages = messages;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** The text in force. */
    @Transactional(readOnly = true)
    public WordingView of(WordingKind kind, String language) {
        return sql.sql("select * from campaign.letter_template where kind = ? and language = ?")
                .params(kind.name(), language)
                .query((row, n) -> new WordingView(kind, language, row.getString("subject"), row.getString("body"), true, row.getInt("version")))
                .optional()
                .orElseGet(() -> shipped(kind, language));
    }

    private WordingView shipped(WordingKind kind, String language) {
        var stem = "campaign.round.wording." + kind.name().toLowerCase(Locale.ROOT);
        var reader = Language.serving(Locale.forLanguageTag(language)).orElse(Language.ZH_CN);
        return new WordingView(kind, language, kind.hasSubject() ? text(reader, stem + ".subject") : "", text(reader, stem + ".body"), false, 0);
    }

    private String text(Language language, String key) {
        return Objects.requireNonNull(messages.raw(language, key), key);
    }

    /** Words a text anew; who changed it in between is named. */
    public void change(Actor actor, WordingView wanted) {
        actor.mustHave(Rounds.PLAN);
        check(wanted);
        var before = of(wanted.kind(), wanted.language());
        var changed = before.own() ? update(actor, wanted) : wanted.version() == 0 && insert(actor, wanted);
        if (!changed) {
            throw stale(wanted);
        }
        tell(actor, wanted, "word");
    }

    /** Goes back to the shipped words. */
    public void reset(Actor actor, WordingKind kind, String language) {
        actor.mustHave(Rounds.PLAN);
        sql.sql("delete from campaign.letter_template where kind = ? and language = ?").params(kind.name(), language).update();
        tell(actor, of(kind, language), "resetWording");
    }

    private static void check(WordingView wanted) {
        var problems = new LinkedHashMap<String, Sentence>();
        if (wanted.kind().hasSubject() && (wanted.subject().isBlank() || wanted.subject().length() > 200)) {
            problems.put("subject", new Sentence("campaign.round.invalid.subject", 200));
        }
        if (wanted.body().isBlank() || wanted.body().length() > 4000) {
            problems.put("body", new Sentence("campaign.round.invalid.body", 4000));
        }
        var used = places(wanted.subject() + " " + wanted.body());
        used.stream().filter(place -> !PLACES.contains(place)).findFirst()
                .ifPresent(place -> problems.put("body", new Sentence("campaign.round.invalid.place", "{" + place + "}")));
        wanted.kind().needed().stream().filter(place -> !places(wanted.body()).contains(place)).findFirst()
                .ifPresent(place -> problems.put("body", new Sentence("campaign.round.invalid.placeMissing", "{" + place + "}")));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(hit -> places.add(hit.group(1)));
        return places;
    }

    private boolean insert(Actor actor, WordingView w) {
        return sql.sql("""
                insert into campaign.letter_template (kind, language, subject, body, changed_by, changed_at) values (?,?,?,?,?,?)
                on conflict do nothing""")
                .params(w.kind().name(), w.language(), w.subject().strip(), w.body().strip(), actor.id().value(), Timestamp.from(clock.instant()))
                .update() == 1;
    }

    private boolean update(Actor actor, WordingView w) {
        return sql.sql("""
                update campaign.letter_template set subject = ?, body = ?, version = version + 1, changed_by = ?, changed_at = ?
                where kind = ? and language = ? and version = ?""")
                .params(w.subject().strip(), w.body().strip(), actor.id().value(), Timestamp.from(clock.instant()), w.kind().name(), w.language(), w.version())
                .update() == 1;
    }

    private StaleRecord stale(WordingView yours) {
        return sql.sql("select * from campaign.letter_template where kind = ? and language = ?")
                .params(yours.kind().name(), yours.language())
                .query((row, n) -> new StaleRecord(
                        people.names().getOrDefault(new PersonId(row.getObject("changed_by", UUID.class)), ""),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getInt("version"), changes(row.getString("subject"), row.getString("body"), yours)))
                .optional()
                .orElseGet(() -> new StaleRecord("", clock.instant(), List.of()));
    }

    private static List<StaleRecord.Change> changes(String subject, String body, WordingView yours) {
        var changes = new java.util.ArrayList<StaleRecord.Change>();
        if (!subject.equals(yours.subject().strip())) {
            changes.add(StaleRecord.Change.of("subject", new Sentence("campaign.round.texts.subject"), subject, yours.subject()));
        }
        if (!body.equals(yours.body().strip())) {
            changes.add(StaleRecord.Change.of("body", new Sentence("campaign.round.wording"), body, yours.body()));
        }
        return changes;
    }

    private void tell(Actor actor, WordingView wording, String verb) {
        var id = UUID.nameUUIDFromBytes((wording.kind() + wording.language()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        events.publishEvent(new Happening(new SubjectRef("wording", id), verb, actor.id(), Map.of(),
                Map.of("kind", wording.kind().name(), "language", wording.language()), clock.instant()));
    }

    /** Fills the places; one without a filling vanishes. */
    static String fill(String text, Map<String, String> fillings) {
        return PLACE.matcher(text).replaceAll(place -> java.util.regex.Matcher.quoteReplacement(
                PLACES.contains(place.group(1)) ? fillings.getOrDefault(place.group(1), "") : place.group()));
    }
}
