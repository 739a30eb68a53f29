package org.huiyin.campaign.answers;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.huiyin.campaign.InvitationId;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.huiyin.platform.Sentences;
import org.huiyin.survey.QuestionItem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes drafts and answers; each is one statement, and so are answers that come at the same time (wiring.md, Answers; ADR 8). */
@Component
class SubmissionStore {

    /**
     * The answers take the place of the drafts. Whoever comes second finds a row and changes nothing. The rounds are held
     * with a key-share lock, so that a freeze, which takes the row for update, either sees an answer or is seen by it.
     */
    private static final String SUBMIT = """
            with given as materialized (
              select * from jsonb_to_recordset(?::jsonb) as g (id uuid, round uuid, invitation uuid, customer uuid, contact uuid, stratum text,
                weight numeric, items jsonb, comments jsonb, wanted text[], overall text, score numeric, share numeric, channel text, language text,
                entered_by uuid, interviewer uuid, staff_device boolean, seconds int, late boolean, form_revision text, profile uuid,
                questionnaire uuid, at timestamptz, step uuid, flags jsonb)
            ), held as materialized (
              select r.id, r.state, r.state in ('COLLECTING', 'CHECKING', 'FROZEN') as takes, r.state = 'FROZEN' as frozen
              from campaign.round r where r.id in (select round from given) for key share
            ), put as (
              insert into campaign.answer (id, round_id, invitation_id, customer_id, contact_id, stratum, weight, items, comments, wanted,
                overall, score, answered_share, channel, language, entered_by, interviewer, staff_device, seconds, late, form_revision,
                profile_version, questionnaire_version, submitted_at)
              select g.id, held.id, g.invitation, g.customer, g.contact, g.stratum, g.weight, g.items, g.comments, g.wanted,
                g.overall, g.score, g.share, g.channel, g.language, g.entered_by, g.interviewer, g.staff_device, g.seconds, g.late or held.frozen,
                g.form_revision, g.profile, g.questionnaire, g.at
              from given g join held on held.id = g.round where held.takes order by g.invitation
              on conflict (company_id, invitation_id) do nothing returning id, invitation_id, entered_by, submitted_at
            ), moved as (
              update campaign.invitation i set state = 'ANSWERED', answered_at = put.submitted_at, version = i.version + 1
              from put where i.id = put.invitation_id
            ), stepped as (
              insert into campaign.invitation_step (id, invitation_id, step, by_person, at)
              select g.step, put.invitation_id, 'ANSWERED', put.entered_by, put.submitted_at from put join given g on g.id = put.id
            ), flagged as (
              insert into campaign.doubt_flag (id, answer_id, rule, sentence, raised_at)
              select f.id, put.id, f.rule, f.sentence, put.submitted_at
              from put join given g on g.id = put.id join held on held.id = g.round,
                jsonb_to_recordset(g.flags) as f (id uuid, rule text, sentence jsonb)
              where f.rule <> 'AFTER_FREEZE' or held.frozen
            ), dropped as (
              delete from campaign.draft d using put where d.invitation_id = put.invitation_id
            )
            select g.id, held.takes, put.id is not null as stored
            from given g join held on held.id = g.round left join put on put.id = g.id""";

    private static final String SAVE = """
            insert into campaign.draft as d (invitation_id, content, version, started_at, saved_at)
            select ?, ?::jsonb, 1, ?, ?
            where not exists (select from campaign.answer a where a.invitation_id = ?)
            on conflict (company_id, invitation_id) do update
              set content = excluded.content, version = d.version + 1, saved_at = excluded.saved_at where d.version = ?
            returning version""";

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Sentences sentences;
    private final JsonNode afterFreeze;

    SubmissionStore(JdbcClient sql, JsonMapper json, Sentences sentences) {
        this.sql = sql;
        this.json = json;
        this.sentences = sentences;
        this.afterFreeze = json.readTree(sentences.write(new Sentence("campaign.doubt.afterFreeze")));
    }

    /** How a submission went. */
    enum Outcome {
        STORED, THERE_ALREADY, ROUND_SHUT
    }

    /** An answer with the form that it answers. */
    record Submission(NewAnswer answer, RoundForm form) {}

    private record Flag(UUID id, String rule, JsonNode sentence) {}

    /** An answer as the statement reads it. */
    private record Row(UUID id, UUID round, UUID invitation, UUID customer, UUID contact, String stratum, BigDecimal weight,
            Map<String, String> items, Map<String, String> comments, Set<String> wanted, @Nullable String overall, @Nullable BigDecimal score,
            BigDecimal share, String channel, String language, @JsonProperty("entered_by") @Nullable UUID enteredBy, @Nullable UUID interviewer,
            @JsonProperty("staff_device") boolean staffDevice, @Nullable Integer seconds, boolean late,
            @JsonProperty("form_revision") @Nullable String formRevision, UUID profile, UUID questionnaire, String at, UUID step, List<Flag> flags) {}

    Outcome submit(NewAnswer answer, RoundForm form) {
        return submit(List.of(new Submission(answer, form))).getFirst();
    }

    /** Takes answers of one company, all in one statement; how each of them went, in their order. */
    List<Outcome> submit(List<Submission> submissions) {
        Map<UUID, Outcome> outcomes = new HashMap<>();
        sql.sql(SUBMIT).param(json.writeValueAsString(submissions.stream().map(this::row).toList())).query(row -> {
            outcomes.put(row.getObject("id", UUID.class),
                    row.getBoolean("stored") ? Outcome.STORED : row.getBoolean("takes") ? Outcome.THERE_ALREADY : Outcome.ROUND_SHUT);
        });
        return submissions.stream().map(one -> outcomes.getOrDefault(one.answer().id().value(), Outcome.ROUND_SHUT)).toList();
    }

    private Row row(Submission submission) {
        var a = submission.answer();
        return new Row(a.id().value(), a.round().value(), a.invitation().value(), a.customer().value(), a.contact(), a.stratum().name(), a.weight(),
                items(a.content(), submission.form()), a.content().comments(), a.content().wanted(), a.content().overall(), score(a.card().total()),
                a.card().answered().value(), a.channel().name(), a.language(), person(a.enteredBy()), person(a.interviewer()),
                a.staffDevice(), a.seconds(), a.late(), a.formRevision(), a.profile(), a.questionnaire(), a.at().toString(), Ids.next(), flags(a));
    }

    private static @Nullable UUID person(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    /** Every item of the form in its order; what was left empty says so. */
    private static Map<String, String> items(FormContent content, RoundForm form) {
        Map<String, String> items = new LinkedHashMap<>();
        for (QuestionItem item : form.items()) {
            var given = content.item(item.id());
            items.put(item.id(), given.isEmpty() ? AnswerView.BLANK : given);
        }
        return items;
    }

    private static @Nullable BigDecimal score(@Nullable Score total) {
        return total == null ? null : total.value();
    }

    private List<Flag> flags(NewAnswer a) {
        var flags = new ArrayList<Flag>();
        a.hits().forEach(hit -> flags.add(new Flag(Ids.next(), DoubtRule.of(hit.rule()).name(), json.readTree(sentences.write(hit.sentence())))));
        flags.add(new Flag(Ids.next(), DoubtRule.AFTER_FREEZE.name(), afterFreeze));
        return flags;
    }

    /** The draft's new version; nothing when another device has saved in between or the answer is there. */
    OptionalInt save(InvitationId invitation, FormContent content, int version, Instant at) {
        var now = Timestamp.from(at);
        return sql.sql(SAVE)
                .params(invitation.value(), json.writeValueAsString(content), now, now, invitation.value(), version)
                .query(Integer.class).optional().map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    FormContent draft(@Nullable String text) {
        return text == null ? FormContent.EMPTY : json.readValue(text, FormContent.class);
    }
}
