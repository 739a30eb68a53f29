package org.huiyin.voice;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.platform.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes promises: their present standing, and each step of theirs as evidence. */
@Component
class PromiseStore {

    private static final TypeReference<List<Rung>> RUNGS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final Sentences sentences;
    private final JsonMapper json;

    PromiseStore(JdbcClient sql, Sentences sentences, JsonMapper json) {
        this.sql = sql;
        this.sentences = sentences;
        this.json = json;
    }

    /** What happened to a promise. */
    enum Step { MADE, PAUSED, RESUMED, KEPT, REPLACED, LIFTED }

    /** Holds the voice until the end of the transaction, so that two people who promise do it one after the other. */
    void lock(VoiceId voice) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(voice.value().toString()).query((row, n) -> 1).single();
    }

    void insert(UUID id, VoiceId voice, NewPromise p, int round, Reckoning reckoned, @Nullable Instant lateSince, UUID profile, PersonId by, Instant now) {
        var deadline = reckoned.deadline();
        var wish = p.wish();
        var values = new MapSqlParameterSource()
                .addValue("id", id).addValue("voice", voice.value()).addValue("kind", p.kind().name()).addValue("round", round).addValue("rule", p.rule())
                .addValue("source", reckoned.source().name()).addValue("start", Timestamp.from(p.start()))
                .addValue("day", wish == null ? null : Date.valueOf(wish.day()), Types.DATE)
                .addValue("time", wish == null ? null : wish.time(), Types.TIME)
                .addValue("counted", reckoned.counted() == null ? null : json.writeValueAsString(reckoned.counted()), Types.VARCHAR)
                .addValue("rungs", json.writeValueAsString(reckoned.rungs()))
                .addValue("due", Timestamp.from(deadline.due())).addValue("reasons", written(deadline.reasons())).addValue("warnings", written(deadline.warnings()))
                .addValue("late", lateSince == null ? null : Timestamp.from(lateSince), Types.TIMESTAMP).addValue("clause", p.clause())
                .addValue("profile", profile).addValue("by", by.value()).addValue("now", Timestamp.from(now));
        sql.sql("""
                insert into voice.promise (id, voice_id, kind, round, rule, source, started_at, wish_day, wish_time, counted, rungs, first_due, due_at,
                  reasons, warnings, late_since, clause, profile_version, made_by, made_at)
                values (:id, :voice, :kind, :round, :rule, :source, :start, :day, :time, cast(:counted as jsonb), cast(:rungs as jsonb), :due, :due,
                  :reasons, :warnings, :late, :clause, :profile, :by, :now)""").paramSource(values).update();
    }

    void step(UUID promise, Step kind, String words, Instant at, PersonId by, Instant now) {
        sql.sql("insert into voice.promise_step (id, promise_id, kind, words, at, noted_by, noted_at) values (?,?,?,?,?,?,?)")
                .params(Ids.next(), promise, kind.name(), words, Timestamp.from(at), by.value(), Timestamp.from(now)).update();
    }

    void replace(UUID promise) {
        sql.sql("update voice.promise set standing = 'REPLACED', current = false, paused = false where id = ?").param(promise).update();
    }

    /** An earlier round steps back behind the new one and stays as it is. */
    void stepBack(UUID promise) {
        sql.sql("update voice.promise set current = false where id = ?").param(promise).update();
    }

    void lift(UUID promise) {
        sql.sql("update voice.promise set standing = 'LIFTED', paused = false where id = ?").param(promise).update();
    }

    void keep(UUID promise, Instant at) {
        sql.sql("update voice.promise set standing = 'KEPT', paused = false, kept_at = ? where id = ?").params(Timestamp.from(at), promise).update();
    }

    void pause(UUID promise) {
        sql.sql("update voice.promise set paused = true where id = ?").param(promise).update();
    }

    void resume(UUID promise, Deadline due) {
        sql.sql("update voice.promise set paused = false, due_at = :due, reasons = :reasons, warnings = :warnings where id = :id")
                .param("id", promise).param("due", Timestamp.from(due.due())).param("reasons", written(due.reasons())).param("warnings", written(due.warnings())).update();
    }

    Optional<PromiseView> find(UUID id) {
        return views(sql.sql("select * from voice.promise where id = ?").param(id).query(this::view).list()).stream().findFirst();
    }

    Map<VoiceId, List<PromiseView>> of(Collection<VoiceId> voices) {
        if (voices.isEmpty()) {
            return Map.of();
        }
        var found = views(sql.sql("select * from voice.promise where voice_id in (:ids) order by round, array_position(array['ACKNOWLEDGE', 'ASSESS', 'ANSWER', 'FINAL', 'EFFECT'], kind), made_at, id")
                .param("ids", voices.stream().map(VoiceId::value).toList()).query(this::view).list());
        Map<VoiceId, List<PromiseView>> by = new LinkedHashMap<>();
        found.forEach(promise -> by.computeIfAbsent(promise.voice(), v -> new ArrayList<>()).add(promise));
        return by;
    }

    private List<PromiseView> views(List<PromiseView> bare) {
        var ids = bare.stream().map(PromiseView::id).toList();
        if (ids.isEmpty()) {
            return bare;
        }
        Map<UUID, List<PauseView>> pauses = new HashMap<>();
        sql.sql("select * from voice.promise_step where promise_id in (:ids) and kind in ('PAUSED', 'RESUMED') order by noted_at, id").param("ids", ids).query(row -> {
            var list = pauses.computeIfAbsent(row.getObject("promise_id", UUID.class), k -> new ArrayList<>());
            var at = row.getTimestamp("at").toInstant();
            if (row.getString("kind").equals("PAUSED")) {
                list.add(new PauseView(at, null, row.getString("words"), new PersonId(row.getObject("noted_by", UUID.class))));
            } else {
                var open = list.removeLast();
                list.add(new PauseView(open.from(), at, open.reason(), open.by()));
            }
        });
        return bare.stream().map(p -> pauses.containsKey(p.id()) ? p.withPauses(pauses.get(p.id())) : p).toList();
    }

    private PromiseView view(ResultSet row, int n) throws SQLException {
        Timestamp kept = row.getTimestamp("kept_at");
        Timestamp late = row.getTimestamp("late_since");
        return new PromiseView(row.getObject("id", UUID.class), new VoiceId(row.getObject("voice_id", UUID.class)), PromiseKind.valueOf(row.getString("kind")),
                row.getInt("round"), row.getString("rule"), row.getTimestamp("started_at").toInstant(),
                new Deadline(row.getTimestamp("due_at").toInstant(), read(row, "reasons"), read(row, "warnings")), List.of(),
                kept == null ? null : kept.toInstant(), row.getString("clause"), !java.util.Set.of("OPEN", "KEPT").contains(row.getString("standing")),
                Precedence.Source.valueOf(row.getString("source")), json.readValue(row.getString("rungs"), RUNGS),
                row.getString("counted") == null ? null : json.readValue(row.getString("counted"), ClockRule.class), row.getBoolean("paused"),
                late == null ? null : late.toInstant(), row.getBoolean("current"), new PersonId(row.getObject("made_by", UUID.class)),
                row.getTimestamp("made_at").toInstant());
    }

    private String[] written(List<Sentence> list) {
        return list.stream().map(sentences::write).toArray(String[]::new);
    }

    private List<Sentence> read(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).map(sentences::read).toList();
    }
}
