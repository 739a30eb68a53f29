package org.huiyin.voice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes voices and their answers; both only ever grow. */
@Component
class VoiceStore {

    private static final String SELECT = """
            select v.*, coalesce(c.name, v.customer_name) as shown_name, c.code as customer_code, c.owner_id,
              p.kind as promise_kind, p.round, p.started_at, p.due_at, p.reasons, p.warnings, p.kept_at, p.late_since, p.paused, p.standing
            from voice.voice v join voice.promise p on p.company_id = v.company_id and p.voice_id = v.id and p.current and p.kind = %s
            left join customer.customer o on o.company_id = v.company_id and o.id = v.customer_id
            left join customer.customer c on c.company_id = v.company_id and c.id = coalesce(o.merged_into, o.id)""";
    private static final String ANSWER = SELECT.formatted("'ANSWER'");

    private final JdbcClient sql;
    private final Sentences sentences;

    VoiceStore(JdbcClient sql, Sentences sentences) {
        this.sql = sql;
        this.sentences = sentences;
    }

    /** Conditions with their parameters. */
    private record Where(StringBuilder text, MapSqlParameterSource parameters) {

        void and(String condition) {
            text.append(" and ").append(condition);
        }

        void and(String condition, String name, Object value) {
            and(condition);
            parameters.addValue(name, value);
        }
    }

    /** What a promise needs to know of its voice. */
    record Brief(VoiceId id, String number, @Nullable CustomerId customer) {}

    Optional<Brief> brief(VoiceId id) {
        return sql.sql("select number, customer_id from voice.voice where id = ?").param(id.value()).query((row, n) -> {
            var customer = row.getObject("customer_id", UUID.class);
            return new Brief(id, row.getString("number"), customer == null ? null : new CustomerId(customer));
        }).optional();
    }

    Optional<VoiceId> twin(NewVoice voice) {
        SubjectRef subject = voice.subject();
        if (subject == null) {
            return Optional.empty();
        }
        return sql.sql("select id from voice.voice where subject_type = ? and subject_id = ? and kind = ? and md5(words) = md5(?)")
                .params(subject.type(), subject.id(), voice.kind(), voice.text())
                .query(UUID.class).optional().map(VoiceId::new);
    }

    void insert(VoiceId id, String number, NewVoice v, UUID profileVersion, Instant now) {
        var p = new MapSqlParameterSource()
                .addValue("id", id.value()).addValue("number", number).addValue("kind", v.kind())
                .addValue("customer", v.customer() == null ? null : v.customer().value(), Types.OTHER)
                .addValue("name", v.customerName(), Types.VARCHAR).addValue("words", v.text())
                .addValue("subjectType", v.subject() == null ? null : v.subject().type(), Types.VARCHAR)
                .addValue("subject", v.subject() == null ? null : v.subject().id(), Types.OTHER)
                .addValue("channel", v.channel()).addValue("received", Timestamp.from(v.receivedAt()))
                .addValue("by", v.receivedBy() == null ? null : v.receivedBy().value(), Types.OTHER)
                .addValue("now", Timestamp.from(now)).addValue("clause", v.clause()).addValue("profile", profileVersion);
        sql.sql("""
                insert into voice.voice (id, number, kind, customer_id, customer_name, words, subject_type, subject_id, channel,
                  received_at, received_by, noted_at, clause, profile_version)
                values (:id, :number, :kind, :customer, :name, :words, :subjectType, :subject, :channel,
                  :received, :by, :now, :clause, :profile)""").paramSource(p).update();
    }

    void identify(VoiceId id, CustomerId customer) {
        sql.sql("update voice.voice set customer_id = ? where id = ?").params(customer.value(), id.value()).update();
    }

    void answer(UUID id, VoiceId voice, VoiceAnswer a) {
        sql.sql("insert into voice.answer (id, voice_id, how, words, answered_at, answered_by, noted_by, noted_at) values (?,?,?,?,?,?,?,?)")
                .params(id, voice.value(), a.how(), a.text(), Timestamp.from(a.at()), a.by().value(), a.notedBy().value(), Timestamp.from(a.notedAt()))
                .update();
    }

    Optional<VoiceView> find(VoiceId id) {
        return sql.sql(ANSWER + " where v.id = ?").param(id.value()).query(this::view).optional().map(this::withAnswers);
    }

    Optional<VoiceView> find(String number) {
        return sql.sql(ANSWER + " where v.number = ?").param(number).query(this::view).optional().map(this::withAnswers);
    }

    List<VoiceView> about(SubjectRef subject) {
        return sql.sql(ANSWER + " where v.subject_type = ? and v.subject_id = ? order by v.received_at").params(subject.type(), subject.id())
                .query(this::view).list();
    }

    List<VoiceView> list(Actor actor, VoiceFilter filter, Instant now, @Nullable Instant from, @Nullable Instant to) {
        var where = where(actor, filter, now, from, to);
        where.parameters().addValue("size", filter.size()).addValue("skip", (filter.page() - 1) * filter.size());
        return sql.sql("select * from (" + from(filter) + ") v where true" + where.text() + order() + " limit :size offset :skip")
                .paramSource(where.parameters()).query(this::view).list();
    }

    /** Whether the person sees any at all. */
    boolean any(Actor actor, Instant now) {
        var where = where(actor, VoiceFilter.all(), now, null, null);
        return sql.sql("select exists (select 1 from (" + ANSWER + ") v where true" + where.text() + ")").paramSource(where.parameters()).query(Boolean.class).single();
    }

    long count(Actor actor, VoiceFilter filter, Instant now, @Nullable Instant from, @Nullable Instant to) {
        var where = where(actor, filter, now, from, to);
        return sql.sql("select count(*) from (" + from(filter) + ") v where true" + where.text()).paramSource(where.parameters()).query(Long.class).single();
    }

    void each(Actor actor, VoiceFilter filter, Instant now, @Nullable Instant from, @Nullable Instant to, Consumer<VoiceView> sink) {
        var where = where(actor, filter, now, from, to);
        try (var rows = sql.sql("select * from (" + from(filter) + ") v where true" + where.text() + order()).withFetchSize(500)
                .paramSource(where.parameters()).query(this::view).stream()) {
            rows.forEach(sink);
        }
    }

    List<VoiceView> ofCustomer(CustomerId customer, int limit) {
        return sql.sql("select * from (" + ANSWER + ") v where v.customer_id in (select id from customer.customer where id = :c or merged_into = :c)"
                        + " order by v.received_at desc limit :most")
                .param("c", customer.value()).param("most", limit).query(this::view).list();
    }

    Map<VoiceKind, EchoRate.Count> counts(Instant from, Instant to, Instant now) {
        var counts = new EnumMap<VoiceKind, EchoRate.Count>(VoiceKind.class);
        sql.sql("""
                select kind,
                  count(*) filter (where fell and kept_at <= counts_due) as in_time,
                  count(*) filter (where fell and kept_at > counts_due) as answered_late,
                  count(*) filter (where fell and kept_at is null) as open_late,
                  count(*) filter (where counts_due > :now and kept_at is null) as open_not_due,
                  count(*) filter (where counts_due > :now and kept_at is not null) as ahead
                from (select v.kind, p.kept_at, coalesce(p.late_since, p.due_at) as counts_due,
                        (coalesce(p.late_since, p.due_at) >= :from and coalesce(p.late_since, p.due_at) < :to and coalesce(p.late_since, p.due_at) <= :now
                          and not p.paused) as fell
                      from voice.promise p join voice.voice v on v.company_id = p.company_id and v.id = p.voice_id
                      where p.kind = 'ANSWER' and p.standing not in ('REPLACED', 'LIFTED') and coalesce(p.late_since, p.due_at) >= :from and p.started_at < :to) v
                group by kind""")
                .param("from", Timestamp.from(from)).param("to", Timestamp.from(to)).param("now", Timestamp.from(now))
                .query(row -> {
                    counts.put(VoiceKind.valueOf(row.getString("kind")), new EchoRate.Count(row.getInt("in_time"),
                            row.getInt("answered_late"), row.getInt("open_late"), row.getInt("open_not_due"), row.getInt("ahead")));
                });
        return counts;
    }

    private static String from(VoiceFilter filter) {
        return SELECT.formatted("'" + (filter.promise() == null ? PromiseKind.ANSWER : filter.promise()).name() + "'");
    }

    private static String order() {
        return " order by (v.standing <> 'OPEN'), case when v.standing = 'OPEN' then v.due_at end, v.received_at desc, v.number desc";
    }

    private static Where where(Actor actor, VoiceFilter filter, Instant now, @Nullable Instant from, @Nullable Instant to) {
        var where = new Where(new StringBuilder(), new MapSqlParameterSource());
        where.parameters().addValue("me", actor.id().value()).addValue("now", Timestamp.from(now));
        if (!actor.may("customer.readAll")) {
            where.and("(v.owner_id = :me or v.received_by = :me or v.customer_id is null)");
        }
        if (filter.mine()) {
            where.and("coalesce(v.owner_id, v.received_by) = :me");
        }
        if (!filter.q().isBlank()) {
            where.and("(v.words ilike :q or v.number ilike :q or v.shown_name ilike :q)", "q",
                    "%" + filter.q().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (filter.kind() != null) {
            where.and("v.kind = :kind", "kind", filter.kind().name());
        }
        if (filter.customer() != null) {
            where.and("v.customer_id in (select id from customer.customer where id = :customer or merged_into = :customer)", "customer", filter.customer().value());
        }
        if (filter.owner() != null) {
            where.and("coalesce(v.owner_id, v.received_by) = :owner", "owner", filter.owner().value());
        }
        if (filter.state() != null) {
            where.and(switch (filter.state()) {
                case OPEN -> "v.standing = 'OPEN' and (v.paused or v.due_at >= :now) and v.late_since is null";
                case LIFTED -> "v.standing = 'LIFTED'";
                case OVERDUE -> "v.standing = 'OPEN' and (not v.paused and v.due_at < :now or v.late_since is not null)";
                case IN_TIME -> "v.kept_at <= v.due_at and v.late_since is null";
                case ANSWERED_LATE -> "(v.kept_at > v.due_at or v.kept_at is not null and v.late_since is not null)";
            });
        }
        if (from != null) {
            where.and("coalesce(v.late_since, v.due_at) >= :from", "from", Timestamp.from(from));
        }
        if (to != null) {
            where.and("coalesce(v.late_since, v.due_at) < :to", "to", Timestamp.from(to));
        }
        return where;
    }

    private VoiceView view(ResultSet row, int n) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        UUID owner = row.getObject("owner_id", UUID.class);
        UUID by = row.getObject("received_by", UUID.class);
        UUID subject = row.getObject("subject_id", UUID.class);
        Timestamp answered = row.getTimestamp("kept_at");
        Timestamp late = row.getTimestamp("late_since");
        return new VoiceView(new VoiceId(row.getObject("id", UUID.class)), row.getString("number"), VoiceKind.valueOf(row.getString("kind")),
                customer == null ? null : new CustomerId(customer), row.getString("customer_code"), row.getString("shown_name"),
                owner == null ? null : new PersonId(owner), row.getString("words"),
                subject == null ? null : new SubjectRef(row.getString("subject_type"), subject), row.getString("channel"),
                row.getTimestamp("received_at").toInstant(), by == null ? null : new PersonId(by), row.getTimestamp("noted_at").toInstant(),
                new Deadline(row.getTimestamp("due_at").toInstant(), read(row.getArray("reasons")), read(row.getArray("warnings"))),
                row.getString("clause"), row.getObject("profile_version", UUID.class), answered == null ? null : answered.toInstant(),
                PromiseKind.valueOf(row.getString("promise_kind")), row.getInt("round"), row.getTimestamp("started_at").toInstant(),
                row.getString("standing").equals("LIFTED"), row.getBoolean("paused"), late == null ? null : late.toInstant(), List.of());
    }

    private VoiceView withAnswers(VoiceView v) {
        var answers = sql.sql("select * from voice.answer where voice_id = ? order by noted_at, id").param(v.id().value())
                .query((row, n) -> new VoiceAnswer(row.getString("how"), row.getString("words"), row.getTimestamp("answered_at").toInstant(),
                        new PersonId(row.getObject("answered_by", UUID.class)), new PersonId(row.getObject("noted_by", UUID.class)),
                        row.getTimestamp("noted_at").toInstant()))
                .list();
        return new VoiceView(v.id(), v.number(), v.kind(), v.customer(), v.customerCode(), v.customerName(), v.owner(), v.text(), v.subject(),
                v.channel(), v.receivedAt(), v.receivedBy(), v.notedAt(), v.due(), v.clause(), v.profileVersion(), v.answeredAt(),
                v.promise(), v.round(), v.since(), v.lifted(), v.paused(), v.lateSince(), answers);
    }

    private List<Sentence> read(Array array) throws SQLException {
        return new ArrayList<>(Arrays.stream((String[]) array.getArray()).map(sentences::read).toList());
    }
}
