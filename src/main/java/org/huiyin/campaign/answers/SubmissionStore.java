package org.huiyin.campaign.answers;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.huiyin.campaign.InvitationId;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.huiyin.platform.Sentences;
import org.huiyin.survey.QuestionItem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes drafts and answers; each is one statement (wiring.md, Answers). */
@Component
class SubmissionStore {

    /**
     * The answer takes the place of the draft. Whoever comes second finds a row and changes nothing. The round is held
     * with a key-share lock, so that a freeze, which takes the row for update, either sees the answer or is seen by it.
     */
    private static final String SUBMIT = """
            with held as (
              select r.id, r.state from campaign.round r where r.id = ? for key share
            ), put as (
              insert into campaign.answer (id, round_id, invitation_id, customer_id, contact_id, stratum, weight, items, comments, wanted,
                overall, score, answered_share, channel, language, entered_by, interviewer, staff_device, seconds, late, form_revision,
                profile_version, questionnaire_version, submitted_at)
              select ?, held.id, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? or held.state = 'FROZEN', ?, ?, ?, ?
              from held where held.state in ('COLLECTING', 'CHECKING', 'FROZEN')
              on conflict (company_id, invitation_id) do nothing returning id, invitation_id, submitted_at
            ), moved as (
              update campaign.invitation i set state = 'ANSWERED', answered_at = put.submitted_at, version = i.version + 1
              from put where i.id = put.invitation_id
            ), stepped as (
              insert into campaign.invitation_step (id, invitation_id, step, by_person, at)
              select ?, put.invitation_id, 'ANSWERED', ?, put.submitted_at from put
            ), flagged as (
              insert into campaign.doubt_flag (id, answer_id, rule, sentence, raised_at)
              select f.id, put.id, f.rule, f.sentence, put.submitted_at
              from put, held, jsonb_to_recordset(?::jsonb) as f(id uuid, rule text, sentence jsonb)
              where f.rule <> 'AFTER_FREEZE' or held.state = 'FROZEN'
            ), dropped as (
              delete from campaign.draft d using put where d.invitation_id = put.invitation_id
            )
            select held.state, (select id from put) as id from held""";

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

    SubmissionStore(JdbcClient sql, JsonMapper json, Sentences sentences) {
        this.sql = sql;
        this.json = json;
        this.sentences = sentences;
    }

    /** How a submission went. */
    enum Outcome {
        STORED, THERE_ALREADY, ROUND_SHUT
    }

    private record Flag(UUID id, String rule, tools.jackson.databind.JsonNode sentence) {}

    Outcome submit(NewAnswer a, RoundForm form) {
        return sql.sql(SUBMIT).params(parameters(a, form)).query(SubmissionStore::outcome).optional().orElse(Outcome.ROUND_SHUT);
    }

    private List<@Nullable Object> parameters(NewAnswer a, RoundForm form) {
        return Arrays.asList(a.round().value(), a.id().value(), a.invitation().value(), a.customer().value(), a.contact(),
                a.stratum().name(), a.weight(), json.writeValueAsString(items(a.content(), form)),
                json.writeValueAsString(a.content().comments()), a.content().wanted().toArray(String[]::new),
                a.content().overall(), score(a.card().total()), a.card().answered().value(), a.channel().name(), a.language(),
                a.enteredBy() == null ? null : a.enteredBy().value(), a.interviewer() == null ? null : a.interviewer().value(),
                a.staffDevice(), a.seconds(), a.late(), a.formRevision(), a.profile(), a.questionnaire(), Timestamp.from(a.at()),
                Ids.next(), a.enteredBy() == null ? null : a.enteredBy().value(), flags(a));
    }

    private static Outcome outcome(ResultSet row, int n) throws SQLException {
        boolean open = List.of("COLLECTING", "CHECKING", "FROZEN").contains(row.getString("state"));
        return row.getObject("id", UUID.class) != null ? Outcome.STORED : open ? Outcome.THERE_ALREADY : Outcome.ROUND_SHUT;
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

    private String flags(NewAnswer a) {
        var flags = new java.util.ArrayList<Flag>();
        a.hits().forEach(hit -> flags.add(flag(DoubtRule.of(hit.rule()), hit.sentence())));
        flags.add(flag(DoubtRule.AFTER_FREEZE, new Sentence("campaign.doubt.afterFreeze")));
        return json.writeValueAsString(flags);
    }

    private Flag flag(DoubtRule rule, Sentence sentence) {
        return new Flag(Ids.next(), rule.name(), json.readTree(sentences.write(sentence)));
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

    /** Notes the first opening, once. */
    void opened(InvitationId invitation, Instant at) {
        sql.sql("""
                with moved as (
                  update campaign.invitation set opened_at = ?, state = case when state in ('PREPARED', 'SENT', 'BOUNCED') then 'OPENED' else state end,
                    version = version + 1
                  where id = ? and opened_at is null returning id
                )
                insert into campaign.invitation_step (id, invitation_id, step, at) select ?, id, 'OPENED', ? from moved""")
                .params(Timestamp.from(at), invitation.value(), Ids.next(), Timestamp.from(at))
                .update();
    }
}
