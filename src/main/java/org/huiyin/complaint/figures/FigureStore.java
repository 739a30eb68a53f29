package org.huiyin.complaint.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Measure;
import org.huiyin.complaint.Population;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.sheets.Names;
import org.huiyin.voice.PromiseKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts complaints where they lie: sums and shares come out of the database, never rows of complaints. */
@Component
class FigureStore {

    /** More bars than anybody reads; the rest stays in the sum. */
    private static final int MOST = 5_000;
    private static final String FROM = " from complaint.complaint k ";

    private final JdbcClient sql;

    FigureStore(JdbcClient sql) {
        this.sql = sql;
    }

    private static MapSqlParameterSource parameters(Population p) {
        return new MapSqlParameterSource(p.parameters());
    }

    long count(Population p) {
        return sql.sql("select count(*)" + FROM + "where true" + p.where()).paramSource(parameters(p)).query(Long.class).single();
    }

    List<Pareto.Counted> pareto(Axis axis, Population p, ComplaintFilter f) {
        return switch (axis) {
            case DEFECT -> counted(p, """
                    select x.key, coalesce(d.name, x.key) as name, d.code is not null as listed, x.n from (
                      select key, count(*) as n from (select distinct k.id, coalesce(l.defect, '') as key""" + FROM + lines(f) + " where true" + p.where()
                    + ") y group by key) x left join complaint.defect d on d.code = x.key order by x.n desc, x.key limit " + MOST);
            case PART -> counted(p, """
                    select x.key, coalesce(d.part || ' ' || d.name, x.shown) as name, d.part_key is not null as listed, x.n from (
                      select key, min(shown) as shown, count(*) as n from (select k.id, coalesce(l.part_key, '') as key, min(coalesce(l.part, '')) as shown""" + FROM + lines(f)
                    + " where true" + p.where() + " group by k.id, coalesce(l.part_key, '')) y group by key) x left join complaint.part d on d.part_key = x.key"
                    + " order by x.n desc, x.key limit " + MOST);
            case CUSTOMER -> counted(p, """
                    select coalesce(c.id::text, '') as key, coalesce(c.name, '') as name, c.id is not null as listed, sum(x.n) as n from (
                      select k.customer_id, count(*) as n""" + FROM + "where true" + p.where() + """
                     group by k.customer_id) x left join customer.customer o on o.id = x.customer_id
                    left join customer.customer c on c.id = coalesce(o.merged_into, o.id) group by c.id, c.name order by 4 desc, 2 limit """ + " " + MOST);
            case SEGMENT -> counted(p, "select coalesce(k.segment, '') as key, coalesce(k.segment, '') as name, k.segment is not null as listed, count(*) as n" + FROM + "where true"
                    + p.where() + " group by k.segment order by 4 desc, 1 limit " + MOST);
            case CAUSE -> throw new IllegalArgumentException("causes are counted one by one");
        };
    }

    /** The lines that the filter means: those of the part and the defect it asks for. */
    private static String lines(ComplaintFilter f) {
        return "left join complaint.line l on l.company_id = k.company_id and l.complaint_id = k.id" + (f.part() == null ? "" : " and l.part_key = :part")
                + (f.defect() == null ? "" : " and l.defect = :defect");
    }

    private List<Pareto.Counted> counted(Population p, String query) {
        return sql.sql(query).paramSource(parameters(p))
                .query((row, n) -> new Pareto.Counted(row.getString("key"), row.getString("name").strip(), row.getBoolean("listed"), row.getLong("n"))).list();
    }

    /** The promises of one period by kind; the population is not cut by the day of receipt. */
    Map<PromiseKind, Kept.Count> kept(Population p, java.time.Instant from, java.time.Instant to) {
        Map<PromiseKind, Kept.Count> found = new HashMap<>();
        sql.sql("""
                select kind, count(*) filter (where fell and kept_at <= due) as in_time, count(*) filter (where fell and kept_at > due) as kept_late,
                  count(*) filter (where fell and kept_at is null) as open_late, count(*) filter (where not fell and kept_at is null) as not_due
                from (select p.kind, p.kept_at, coalesce(p.late_since, p.due_at) as due, coalesce(p.late_since, p.due_at) <= :now and not p.paused as fell""" + FROM + """
                  join voice.promise p on p.company_id = k.company_id and p.voice_id = k.voice_id and p.standing not in ('REPLACED', 'LIFTED')
                    and coalesce(p.late_since, p.due_at) >= :fromDue and coalesce(p.late_since, p.due_at) < :toDue
                  where true""" + p.where() + ") x group by kind")
                .paramSource(parameters(p).addValue("fromDue", java.sql.Timestamp.from(from)).addValue("toDue", java.sql.Timestamp.from(to)))
                .query(row -> {
                    found.put(PromiseKind.valueOf(row.getString("kind")), new Kept.Count(row.getLong("in_time"), row.getLong("kept_late"), row.getLong("open_late"),
                            row.getLong("not_due")));
                });
        return found;
    }

    /** How long it took until the first answer, or until the last closing, in the hours that the calendar counts. */
    Pace.Span pace(Measure what, Population p, WorkingCalendar calendar, List<Hours> hours, LocalDate from, LocalDate to) {
        var cases = what == Measure.ANSWERED
                ? "select k.id, k.received_at as a, min(f.at) as b" + FROM + "join complaint.fact f on f.company_id = k.company_id and f.complaint_id = k.id and f.round = 1"
                        + " and f.fact in ('ANSWERED_FINAL', 'ANSWERED_INTERIM') where true" + p.where() + " group by k.id, k.received_at"
                : "select k.id, k.received_at as a, k.closed_at as b" + FROM + "where k.closed_at is not null" + p.where();
        var days = new ArrayList<LocalDate>();
        var before = new ArrayList<Long>();
        var worked = new ArrayList<Boolean>();
        long sum = 0;
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            boolean works = calendar.isWorkingDay(day);
            days.add(day);
            before.add(sum);
            worked.add(works);
            sum += works ? hours.stream().mapToLong(Hours::seconds).sum() : 0;
        }
        return sql.sql("with day as (select * from unnest(:days, :before, :worked) as d(day, before, worked)), took as (select "
                        + worked("y", "x.b", hours) + " - " + worked("z", "x.a", hours) + " as seconds from (" + cases + ") x"
                        + " join day z on z.day = (x.a at time zone :zone)::date join day y on y.day = (x.b at time zone :zone)::date)"
                        + " select count(*) as cases, percentile_disc(0.5) within group (order by seconds) as median, percentile_disc(0.9) within group (order by seconds) as nine from took")
                .paramSource(parameters(p).addValue("days", days.stream().map(java.sql.Date::valueOf).toArray(java.sql.Date[]::new))
                        .addValue("before", before.toArray(Long[]::new)).addValue("worked", worked.toArray(Boolean[]::new)))
                .query((row, n) -> new Pace.Span(row.getLong("cases"), duration(row, "median"), duration(row, "nine"))).single();
    }

    /** The business hours of a day that count, in seconds of the day. */
    record Hours(LocalTime from, LocalTime to) {

        long seconds() {
            return Duration.between(from, to).toSeconds();
        }
    }

    /** Business seconds from the first day of the calendar to the instant. */
    private static String worked(String day, String at, List<Hours> hours) {
        var sum = hours.stream().map(h -> "greatest(0, least(extract(epoch from (" + at + " at time zone :zone)::time), " + h.to().toSecondOfDay() + ") - " + h.from().toSecondOfDay() + ")")
                .collect(Collectors.joining(" + "));
        return "(" + day + ".before + case when " + day + ".worked then " + sum + " else 0 end)";
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        var seconds = row.getBigDecimal(column);
        return seconds == null ? null : Duration.ofSeconds(seconds.longValue());
    }

    /** The units in which something was shipped in the days, the most usual first, with how many shipments they have. */
    List<Map.Entry<String, Long>> units(LocalDate from, LocalDate to) {
        return sql.sql("select min(s.unit) as unit, count(*) as n from complaint.shipment s where s.shipped_on >= ? and s.shipped_on <= ? group by lower(btrim(s.unit)) order by 2 desc, 1")
                .params(from, to).query((row, n) -> Map.entry(row.getString("unit"), row.getLong("n"))).list();
    }

    /** What was shipped, by the axis. */
    Map<String, BigDecimal> shipped(Actor actor, PpmAxis axis, ComplaintFilter f, String unit) {
        var key = switch (axis) {
            case MONTH -> "to_char(s.shipped_on, 'YYYY-MM')";
            case CUSTOMER -> "coalesce(coalesce(o.merged_into, o.id)::text, '')";
            case PART -> "s.part_key";
        };
        var p = new MapSqlParameterSource("from", f.from()).addValue("to", f.to()).addValue("unit", unit).addValue("me", actor.id().value());
        var where = new StringBuilder();
        if (!actor.may("customer.readAll")) {
            where.append(" and s.customer_id in (select id from customer.customer where owner_id = :me)");
        }
        if (f.customer() != null) {
            where.append(" and s.customer_id in (select id from customer.customer where id = :customer or merged_into = :customer)");
            p.addValue("customer", f.customer().value());
        }
        if (f.part() != null) {
            where.append(" and s.part_key = :part");
            p.addValue("part", Names.key(f.part()));
        }
        if (f.segment() != null) {
            where.append(" and s.customer_id in (select id from customer.customer where segment = :segment)");
            p.addValue("segment", f.segment());
        }
        Map<String, BigDecimal> found = new HashMap<>();
        sql.sql("select " + key + " as key, sum(s.quantity) as shipped from complaint.shipment s" + (axis == PpmAxis.CUSTOMER ? " left join customer.customer o on o.id = s.customer_id" : "")
                + " where s.shipped_on >= :from and s.shipped_on <= :to and lower(btrim(s.unit)) = lower(btrim(:unit))" + where + " group by 1").paramSource(p)
                .query(row -> {
                    found.put(row.getString("key"), row.getBigDecimal("shipped"));
                });
        return found;
    }

    /** What complaints found defective, by the axis; a line without a unit counts in that of its part. */
    Map<String, Ppm.Line> defective(PpmAxis axis, Population p, ComplaintFilter f, String unit) {
        var key = switch (axis) {
            case MONTH -> "to_char(k.received_at at time zone :zone, 'YYYY-MM')";
            case CUSTOMER -> "coalesce(coalesce(o.merged_into, o.id)::text, '')";
            case PART -> "coalesce(l.part_key, '')";
        };
        var mine = "lower(btrim(coalesce(nullif(l.unit, ''), nullif(d.unit, ''), :unit))) = lower(btrim(:unit))";
        Map<String, Ppm.Line> found = new HashMap<>();
        sql.sql("select " + key + " as key, count(distinct k.id) as complaints, coalesce(sum(l.quantity) filter (where " + mine + "), 0) as defective,"
                        + " count(*) filter (where l.quantity is null) as unknown, count(*) filter (where l.quantity is not null and not " + mine + ") as other" + FROM + lines(f)
                        + " left join complaint.part d on d.part_key = l.part_key" + (axis == PpmAxis.CUSTOMER ? " left join customer.customer o on o.id = k.customer_id" : "")
                        + " where true" + p.where() + " group by 1").paramSource(parameters(p).addValue("unit", unit))
                .query(row -> {
                    found.put(row.getString("key"), new Ppm.Line(row.getString("key"), "", BigDecimal.ZERO, row.getBigDecimal("defective"), row.getLong("complaints"),
                            row.getLong("unknown"), row.getLong("other")));
                });
        return found;
    }

    Map<String, String> partNames(Collection<String> keys) {
        Map<String, String> names = new HashMap<>();
        sql.sql("select part_key, btrim(part || ' ' || name) as name from complaint.part where part_key = any(:keys)").param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("part_key"), row.getString("name"));
                });
        return names;
    }

    Map<String, String> customerNames(Collection<String> keys) {
        Map<String, String> names = new HashMap<>();
        sql.sql("select id, name from customer.customer where id = any(:ids)").param("ids", keys.stream().filter(k -> !k.isEmpty()).map(UUID::fromString).toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getString("id"), row.getString("name"));
                });
        return names;
    }

    /** Of the complaints, those that the population holds too, with what costs are shown by. */
    Map<ComplaintId, Costly> among(Set<ComplaintId> complaints, Population p) {
        Map<ComplaintId, Costly> found = new HashMap<>();
        if (complaints.isEmpty()) {
            return found;
        }
        sql.sql("select k.id, k.number, left(k.words, 60) as words, c.id as customer, c.name" + FROM
                        + "left join customer.customer o on o.id = k.customer_id left join customer.customer c on c.id = coalesce(o.merged_into, o.id) where k.id = any(:costly)" + p.where())
                .paramSource(parameters(p).addValue("costly", complaints.stream().map(ComplaintId::value).toArray(UUID[]::new)))
                .query(row -> {
                    var customer = row.getObject("customer", UUID.class);
                    found.put(new ComplaintId(row.getObject("id", UUID.class)), new Costly(row.getString("number"), row.getString("words"),
                            customer == null ? null : new CustomerId(customer), row.getString("name")));
                });
        return found;
    }

    /** A complaint that cost something. */
    record Costly(String number, String words, @Nullable CustomerId customer, @Nullable String name) {}

    /** Segments that complaints carry, for the filter. */
    List<String> segments() {
        return sql.sql("select distinct segment from complaint.complaint where segment is not null order by 1 limit 200").query(String.class).list();
    }

    /** In how many complaints each word stands. */
    Map<String, Long> words(Population p, Set<String> only) {
        Map<String, Long> found = new HashMap<>();
        var chosen = only.isEmpty() ? "" : " and w.word = any(:only)";
        sql.sql("select w.word, count(*) as n" + FROM + "join complaint.words s on s.company_id = k.company_id and s.complaint_id = k.id cross join lateral unnest(s.words) as w(word)"
                        + " where true" + p.where() + chosen + " group by w.word order by 2 desc, 1 limit " + MOST)
                .paramSource(parameters(p).addValue("only", new TreeSet<>(only).toArray(String[]::new)))
                .query(row -> {
                    found.put(row.getString("word"), row.getLong("n"));
                });
        return found;
    }
}
