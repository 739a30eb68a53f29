package org.huiyin.returns;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was done about returns, for many of them at once; {@link StepWriter} writes it. */
@Component
class StepStore {

    private final JdbcClient sql;

    StepStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Everything of several returns, by the return or by the line. */
    record Parts(Map<UUID, List<LineRow>> rows, Map<UUID, List<LineRow>> amended, Map<UUID, List<ReturnLine.Count>> counts, Map<UUID, List<ReturnLine.Difference>> differences,
            Map<UUID, List<ReturnLine.Analysis>> analyses, Map<UUID, List<ReturnLine.Judgement>> judgements, Map<UUID, List<ReturnLine.Decision>> decisions,
            Map<UUID, List<ReturnLine.Rework>> reworks, Map<UUID, BigDecimal> delivered, Map<UUID, List<ReturnView.GroundView>> grounds,
            Map<UUID, List<ReturnView.FetchView>> fetchings, Map<UUID, List<ReturnView.TellingView>> tellings,
            Map<UUID, List<ReturnView.InstructionView>> instructions, Map<UUID, List<ReturnView.ScheduleView>> schedules,
            Map<UUID, List<ReturnView.EffectView>> effects, Map<UUID, List<ReturnView.DeliveryView>> deliveries, Map<UUID, List<ReturnView.CostView>> costs) {

        /** The lines as they stand, or those that were taken off again. */
        List<ReturnLine> lines(UUID id, boolean removed) {
            return rows.getOrDefault(id, List.of()).stream().map(this::line).filter(l -> l.removed() == removed).toList();
        }

        private ReturnLine line(LineRow written) {
            var changes = amended.getOrDefault(written.id(), List.of());
            var r = changes.isEmpty() ? written : changes.getLast();
            var counted = counts.getOrDefault(r.id(), List.of());
            var holds = counted.isEmpty() ? null : counted.getLast().id();
            return new ReturnLine(r.id(), written.position(), r.part(), r.partName(), r.lot(), r.lotDoubtful(), r.serial(), r.stated(), r.unit(), r.onSlip(), counted,
                    differences.getOrDefault(r.id(), List.of()).stream().filter(d -> d.count().equals(holds)).toList(), analyses.getOrDefault(r.id(), List.of()),
                    judgements.getOrDefault(r.id(), List.of()), decisions.getOrDefault(r.id(), List.of()), reworks.getOrDefault(r.id(), List.of()),
                    delivered.getOrDefault(r.id(), BigDecimal.ZERO), r.removed(), formers(written, changes));
        }

        private static List<ReturnLine.Former> formers(LineRow written, List<LineRow> changes) {
            var formers = new ArrayList<ReturnLine.Former>();
            var was = written;
            for (LineRow change : changes) {
                var why = Objects.requireNonNull(change.change());
                formers.add(new ReturnLine.Former(was.part(), was.lot(), was.serial(), was.stated(), was.unit(), why.words(), why.by(), why.at()));
                was = change;
            }
            return formers;
        }
    }

    record LineRow(UUID id, int position, String part, String partName, String lot, boolean lotDoubtful, String serial, @Nullable BigDecimal stated, String unit,
            boolean onSlip, boolean removed, @Nullable Change change) {}

    /** Why a line was corrected, by whom and when. */
    record Change(String words, PersonId by, Instant at) {}

    Parts of(List<UUID> ids) {
        var shares = new HashMap<UUID, Map<Verdict, BigDecimal>>();
        query("select s.* from returns.share s join returns.judgement j on j.company_id = s.company_id and j.id = s.judgement_id where j.return_id = any(:ids)", ids)
                .query((row, n) -> shares.computeIfAbsent(row.getObject("judgement_id", UUID.class), k -> new EnumMap<>(Verdict.class))
                        .put(Verdict.valueOf(row.getString("verdict")), number(row, "quantity"))).list();
        var disposals = this.<ReturnLine.Disposal>grouped("select d.* from returns.disposal d join returns.decision e on e.company_id = d.company_id and e.id = d.decision_id"
                + " where e.return_id = any(:ids) order by d.verdict, d.disposition", ids, "decision_id",
                (row, n) -> new ReturnLine.Disposal(Verdict.valueOf(row.getString("verdict")), Disposition.valueOf(row.getString("disposition")), number(row, "quantity")));
        var delivered = new HashMap<UUID, BigDecimal>();
        query("select d.line_id, sum(d.quantity) as quantity from returns.delivered d join returns.line l on l.company_id = d.company_id and l.id = d.line_id"
                + " where l.return_id = any(:ids) group by d.line_id", ids).query((row, n) -> delivered.put(row.getObject("line_id", UUID.class), number(row, "quantity"))).list();
        return new Parts(
                grouped("select * from returns.line where return_id = any(:ids) order by position", ids, "return_id", StepStore::line),
                grouped(all("amendment"), ids, "line_id", StepStore::amended),
                grouped(all("count"), ids, "line_id", (row, n) -> new ReturnLine.Count(row.getObject("id", UUID.class), number(row, "quantity"), row.getString("part"),
                        row.getString("lot"), row.getString("place"), day(row), row.getString("words"), by(row), at(row))),
                grouped("select d.*, t.telling_id from returns.difference d left join returns.difference_told t on t.company_id = d.company_id and t.difference_id = d.id"
                        + " where d.return_id = any(:ids) order by d.id", ids, "line_id", (row, n) -> new ReturnLine.Difference(row.getObject("id", UUID.class),
                        row.getObject("count_id", UUID.class), DifferenceKind.valueOf(row.getString("kind")), row.getString("stated"), row.getString("found"),
                        row.getObject("telling_id") != null)),
                grouped(all("analysis"), ids, "line_id", (row, n) -> new ReturnLine.Analysis(row.getString("method"), row.getString("finding"), by(row), at(row))),
                grouped(all("judgement"), ids, "line_id", (row, n) -> new ReturnLine.Judgement(row.getObject("id", UUID.class),
                        shares.getOrDefault(row.getObject("id", UUID.class), new EnumMap<>(Verdict.class)), row.getString("words"), row.getString("tested"),
                        row.getString("agreement"), by(row), at(row))),
                grouped(all("decision"), ids, "line_id", (row, n) -> new ReturnLine.Decision(row.getObject("id", UUID.class), row.getObject("judgement_id", UUID.class),
                        disposals.getOrDefault(row.getObject("id", UUID.class), List.of()), row.getString("words"), by(row), at(row))),
                grouped(all("rework"), ids, "line_id", (row, n) -> new ReturnLine.Rework(day(row), number(row, "taken"), number(row, "good"), number(row, "scrap"),
                        row.getString("words"), by(row), at(row))),
                delivered,
                grouped(all("ground"), ids, "return_id", (row, n) -> new ReturnView.GroundView(Ground.valueOf(row.getString("ground")), row.getString("words"), by(row), at(row))),
                grouped(all("fetching"), ids, "return_id", (row, n) -> new ReturnView.FetchView(day(row), row.getString("words"), by(row), at(row))),
                grouped(all("telling"), ids, "return_id", (row, n) -> new ReturnView.TellingView(Matter.valueOf(row.getString("matter")), day(row), row.getString("way"),
                        row.getString("who"), row.getString("words"), by(row), at(row))),
                grouped(all("instruction"), ids, "return_id", (row, n) -> new ReturnView.InstructionView(row.getInt("revision"), row.getString("words"),
                        row.getString("document"), by(row), at(row))),
                grouped(all("schedule"), ids, "return_id", (row, n) -> new ReturnView.ScheduleView(row.getObject("begin_on", LocalDate.class),
                        row.getObject("ready_on", LocalDate.class), row.getString("words"), by(row), at(row))),
                grouped(all("effect"), ids, "return_id", (row, n) -> new ReturnView.EffectView(number(row, "checked"), number(row, "bad"), row.getString("words"), by(row), at(row))),
                grouped("select d.*, (select sum(q.quantity) from returns.delivered q where q.company_id = d.company_id and q.delivery_id = d.id) as quantity"
                        + " from returns.delivery d where d.return_id = any(:ids) order by d.id", ids, "return_id",
                        (row, n) -> new ReturnView.DeliveryView(row.getString("note"), day(row), number(row, "quantity"), by(row), at(row))),
                grouped(all("cost"), ids, "return_id", (row, n) -> new ReturnView.CostView(CostKind.valueOf(row.getString("kind")), row.getBigDecimal("amount"), day(row),
                        row.getString("words"), by(row), at(row))));
    }

    private static String all(String table) {
        return "select * from returns." + table + " where return_id = any(:ids) order by id";
    }

    private JdbcClient.StatementSpec query(String text, List<UUID> ids) {
        return sql.sql(text).param("ids", ids.toArray(UUID[]::new));
    }

    private <T> Map<UUID, List<T>> grouped(String text, List<UUID> ids, String owner, RowMapper<T> mapper) {
        var found = new HashMap<UUID, List<T>>();
        query(text, ids).query((row, n) -> {
            T one = mapper.mapRow(row, n);
            found.computeIfAbsent(row.getObject(owner, UUID.class), k -> new ArrayList<>()).add(one);
            return n;
        }).list();
        return found;
    }

    private static LineRow amended(ResultSet row, int n) throws SQLException {
        BigDecimal stated = row.getBigDecimal("stated");
        return new LineRow(row.getObject("line_id", UUID.class), 0, row.getString("part"), row.getString("part_name"), row.getString("lot"), row.getBoolean("lot_doubtful"),
                row.getString("serial"), stated == null ? null : Decimals.plain(stated), row.getString("unit"), row.getBoolean("on_slip"), row.getBoolean("removed"),
                new Change(row.getString("words"), by(row), at(row)));
    }

    private static LineRow line(ResultSet row, int n) throws SQLException {
        BigDecimal stated = row.getBigDecimal("stated");
        return new LineRow(row.getObject("id", UUID.class), row.getInt("position"), row.getString("part"), row.getString("part_name"), row.getString("lot"),
                row.getBoolean("lot_doubtful"), row.getString("serial"), stated == null ? null : Decimals.plain(stated), row.getString("unit"), row.getBoolean("on_slip"), false, null);
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        return Decimals.plain(row.getBigDecimal(column));
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("day", LocalDate.class);
    }

    private static PersonId by(ResultSet row) throws SQLException {
        return new PersonId(row.getObject("by_id", UUID.class));
    }

    private static Instant at(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        return at.toInstant();
    }
}
