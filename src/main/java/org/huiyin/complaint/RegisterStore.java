package org.huiyin.complaint;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.sheets.Grams;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register: filters, search, pages, and all rows one after the other; fast at 200 000 under row-level security (ADR 0007). */
@Component
class RegisterStore {

    /** More hits of a word than a person would turn pages through; files and figures take them all. */
    private static final int HITS = 500;
    /** As many where something else narrows them further. */
    private static final int HITS_NARROWED = 2_000;
    /** Complaints that are looked through one after the other before the index is asked; a common word is found so. */
    private static final int WALKED = 2_000;
    private static final int YEARS = 30;
    private static final int FETCHED = 500;
    private static final String URGENT = "k.safety and k.standing not in ('CLOSED', 'WITHDRAWN')";

    private final JdbcClient sql;
    private final LineStore lines;
    private final FactStore facts;

    RegisterStore(JdbcClient sql, LineStore lines, FactStore facts) {
        this.sql = sql;
        this.lines = lines;
        this.facts = facts;
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

    /** Open matters of safety first, then the rest in its order, and how many there are, counted no further than {@code most}. */
    Found page(Actor actor, ComplaintFilter filter, Moments at, int most) {
        if (filter.q().isBlank()) {
            var where = where(actor, filter, at, null);
            long total = count(where, "true", most + 1);
            return new Found(rows(along(where, filter)), Math.min(total, most), total > most);
        }
        return hits(actor, filter, at);
    }

    /** A page without its count. */
    List<ComplaintRow> list(Actor actor, ComplaintFilter filter, Moments at) {
        return filter.q().isBlank() ? rows(along(where(actor, filter, at, null), filter)) : hits(actor, filter, at).rows();
    }

    /** What words find is few enough to be put in order as a whole. */
    private Found hits(Actor actor, ComplaintFilter filter, Moments at) {
        int most = filter.equals(ComplaintFilter.all().words(filter.q()).onPage(filter.page(), filter.size())) ? HITS : HITS_NARROWED;
        var candidates = candidates(filter.q(), at.year(), most);
        if (candidates.length == 0) {
            return new Found(List.of(), 0, false);
        }
        var where = where(actor, filter, at, candidates);
        var ids = sql.sql("select k.id from complaint.complaint k where true" + where.text() + order(filter).replaceFirst("order by", "order by (" + URGENT + ") desc,"))
                .paramSource(where.parameters()).query((row, n) -> new ComplaintId(row.getObject("id", UUID.class))).list();
        int from = Math.min(ids.size(), (filter.page() - 1) * filter.size());
        return new Found(rows(ids.subList(from, Math.min(ids.size(), from + filter.size()))), ids.size(), candidates.length >= most);
    }

    /** Each part is read along an index. */
    private List<ComplaintId> along(Where where, ComplaintFilter filter) {
        var skip = (long) (filter.page() - 1) * filter.size();
        var found = new ArrayList<>(ids(where, URGENT, filter, skip, filter.size()));
        if (found.size() < filter.size()) {
            long urgent = found.isEmpty() && skip > 0 ? count(where, URGENT, Integer.MAX_VALUE) : skip + found.size();
            found.addAll(ids(where, "not (" + URGENT + ")", filter, Math.max(0, skip - urgent), filter.size() - found.size()));
        }
        return found;
    }

    private List<ComplaintId> ids(Where where, String part, ComplaintFilter filter, long skip, int size) {
        var parameters = new MapSqlParameterSource(where.parameters().getValues()).addValue("size", size).addValue("skip", skip);
        return sql.sql("select k.id from complaint.complaint k where " + part + where.text() + order(filter) + " limit :size offset :skip")
                .paramSource(parameters).query((row, n) -> new ComplaintId(row.getObject("id", UUID.class))).list();
    }

    private List<ComplaintRow> rows(List<ComplaintId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var itsLines = lines.of(ids);
        var firsts = facts.firsts(ids);
        var views = new java.util.HashMap<ComplaintId, ComplaintView>();
        sql.sql(ComplaintStore.SELECT + " where k.id = any(:ids)").param("ids", ids.stream().map(ComplaintId::value).toArray(UUID[]::new))
                .query(ComplaintStore::view).list().forEach(view -> views.put(view.id(), view));
        return ids.stream().map(views::get).filter(Objects::nonNull)
                .map(view -> new ComplaintRow(view.with(itsLines.getOrDefault(view.id(), List.of())), firsts.getOrDefault(view.id(), java.util.Map.of())))
                .toList();
    }

    /** Pictures and samples of the complaints. */
    java.util.Map<ComplaintId, Extra> extras(List<ComplaintId> ids) {
        var found = new java.util.HashMap<ComplaintId, Extra>();
        sql.sql("""
                select i.id, (select count(*) from records.attachment a where a.subject_type = 'complaint' and a.subject_id = i.id and a.media_type like 'image/%'
                    and not exists (select 1 from records.attachment_strike s where s.company_id = a.company_id and s.attachment_id = a.id)) as photos,
                  (select a.sample from complaint.assessment a where a.complaint_id = i.id order by a.id desc limit 1) as sample
                from unnest(:ids) as i(id)""").param("ids", ids.stream().map(ComplaintId::value).toArray(UUID[]::new))
                .query(row -> {
                    var sample = row.getString("sample");
                    found.put(new ComplaintId(row.getObject("id", UUID.class)), new Extra(row.getInt("photos"), sample == null ? null : NewAssessment.Sample.valueOf(sample)));
                });
        return found;
    }

    long count(Actor actor, ComplaintFilter filter, Moments at, int most) {
        return count(where(actor, filter, at, all(filter, at)), "true", most);
    }

    private long count(Where where, String part, int most) {
        return sql.sql("select count(*) from (select 1 from complaint.complaint k where " + part + where.text() + " limit :most) found")
                .paramSource(new MapSqlParameterSource(where.parameters().getValues()).addValue("most", most)).query(Long.class).single();
    }

    void each(Actor actor, ComplaintFilter filter, Moments at, Consumer<ComplaintRow> sink) {
        var where = where(actor, filter, at, all(filter, at));
        var batch = new ArrayList<ComplaintId>();
        try (var ids = sql.sql("select k.id from complaint.complaint k where true" + where.text() + order(filter)).withFetchSize(FETCHED)
                .paramSource(where.parameters()).query((row, n) -> new ComplaintId(row.getObject("id", UUID.class))).stream()) {
            ids.forEach(id -> {
                batch.add(id);
                if (batch.size() == FETCHED) {
                    rows(batch).forEach(sink);
                    batch.clear();
                }
            });
        }
        rows(batch).forEach(sink);
    }

    private static String order(ComplaintFilter filter) {
        return switch (filter.sort()) {
            case RECEIVED -> " order by k.received_at desc, k.id desc";
            case DUE -> " order by k.due_at nulls last, k.received_at desc, k.id desc";
        };
    }

    /** The instants that the days of a filter mean where the company lives. */
    record Moments(Instant now, @Nullable Instant from, @Nullable Instant to, int year, ZoneId zone, Set<FeedbackKind> gated) {}

    /** The same choice for figures: conditions about the complaint k, with their parameters. */
    Population population(Actor actor, ComplaintFilter filter, Moments at) {
        var where = where(actor, filter, at, all(filter, at));
        return new Population(where.text().toString(), where.parameters().getValues());
    }

    private UUID @Nullable [] all(ComplaintFilter filter, Moments at) {
        return filter.q().isBlank() ? null : candidates(filter.q(), at.year(), Integer.MAX_VALUE - 1);
    }

    private Where where(Actor actor, ComplaintFilter f, Moments at, UUID @Nullable [] candidates) {
        var where = new Where(new StringBuilder(), new MapSqlParameterSource());
        if (!actor.may("customer.readAll")) {
            where.and("(k.sales_owner = :me or k.received_by = :me or k.work_owner = :me or k.customer_id in (select id from customer.customer where owner_id = :me)"
                    + " or k.customer_id is null and k.sales_owner is null)", "me", actor.id().value());
        }
        if (f.standing() == null) {
            where.and("not (k.imported and k.standing = 'WITHDRAWN')");
        }
        if (candidates != null) {
            where.and("k.id = any(:found)", "found", candidates);
        }
        same(where, "kind", f.kind());
        same(where, "phase", f.phase());
        same(where, "standing", f.standing());
        same(where, "triage", f.triage());
        if (f.openOnly() || f.lateOnly()) {
            where.and("k.standing not in ('CLOSED', 'WITHDRAWN')");
        }
        if (f.lateOnly()) {
            where.and("k.due_at < :now", "now", Timestamp.from(at.now()));
        }
        if (f.safetyOnly()) {
            where.and("k.safety");
        }
        if (f.stubbornOnly()) {
            where.and("k.stubborn");
        }
        CustomerId customer = f.customer();
        if (customer != null) {
            where.and("k.customer_id in (select id from customer.customer where id = :customer or merged_into = :customer)", "customer", customer.value());
        }
        if (f.segment() != null) {
            where.and("k.segment = :segment", "segment", f.segment());
        }
        if (f.owner() != null) {
            where.and("(k.sales_owner = :owner or k.work_owner = :owner)", "owner", f.owner().value());
        }
        lines(where, f);
        if (f.kept() != null) {
            where.and(Conditions.of(f.kept()), "promise", f.kept().kind().name());
            where.parameters().addValue("fromDue", at.from() == null ? null : Timestamp.from(at.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                    .addValue("toDue", at.to() == null ? null : Timestamp.from(at.to()), Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            received(where, at);
        }
        counted(where, f, at);
        return where;
    }

    private static void received(Where where, Moments at) {
        if (at.from() != null) {
            where.and("k.received_at >= :from", "from", Timestamp.from(at.from()));
        }
        if (at.to() != null) {
            where.and("k.received_at < :to", "to", Timestamp.from(at.to()));
        }
    }

    private void counted(Where where, ComplaintFilter f, Moments at) {
        where.parameters().addValue("now", Timestamp.from(at.now())).addValue("zone", at.zone().getId())
                .addValue("gated", at.gated().stream().map(Enum::name).toArray(String[]::new));
        f.measures().stream().sorted().forEach(measure -> where.and(Conditions.of(measure)));
        if (f.word() != null) {
            word(where, f.word());
        }
    }

    /** A rare word is looked up; one that stands in very many complaints is asked of each row, which finds the youngest soon. */
    private void word(Where where, String word) {
        int known = sql.sql("select complaints from complaint.word where word = ?").param(word).query(Integer.class).optional().orElse(0);
        if (known > HITS_NARROWED) {
            where.and("exists (select 1 from complaint.words w where w.company_id = k.company_id and w.complaint_id = k.id and :word = any(w.words))", "word", word);
        } else {
            where.and("k.id in (select complaint.with_word(:word, " + (HITS_NARROWED + 1) + "))", "word", word);
        }
    }

    private static void same(Where where, String column, @Nullable Enum<?> value) {
        if (value != null) {
            where.and("k." + column + " = :" + column, column, value.name());
        }
    }

    private static void lines(Where where, ComplaintFilter f) {
        if (f.part() == null && f.defect() == null) {
            return;
        }
        var wanted = new StringBuilder("exists (select 1 from complaint.line l where l.company_id = k.company_id and l.complaint_id = k.id");
        if (f.part() != null) {
            wanted.append(" and l.part_key = :part");
            where.parameters().addValue("part", Names.key(f.part()));
        }
        if (f.defect() != null) {
            wanted.append(" and l.defect = :defect");
            where.parameters().addValue("defect", f.defect());
        }
        where.and(wanted.append(")").toString());
    }

    /** Every word must stand somewhere. */
    private UUID[] candidates(String q, int year, int most) {
        var words = Grams.words(q);
        if (words.isEmpty()) {
            return new UUID[0];
        }
        var years = IntStream.rangeClosed(0, YEARS).mapToObj(back -> Sought.year(year + 1 - back)).toArray(String[]::new);
        int walked = most <= HITS_NARROWED && words.stream().anyMatch(Grams::chinese) ? WALKED : 0;
        return sql.sql("select * from complaint.candidates(?, ?, ?, ?, ?)").params(Grams.wanted(words), Grams.patterns(words), most, walked, years)
                .query(UUID.class).list().toArray(UUID[]::new);
    }
}
