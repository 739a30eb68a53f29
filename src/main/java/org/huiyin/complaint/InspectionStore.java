package org.huiyin.complaint;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.PersonId;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds inspection records. */
@Component
class InspectionStore {

    private static final int MOST = 200;
    private static final String SELECT = """
            select i.*, s.reason as struck_reason, s.struck_by, s.struck_at from complaint.inspection i
            left join complaint.inspection_strike s on s.company_id = i.company_id and s.inspection_id = i.id""";

    private final JdbcClient sql;

    InspectionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** False where the same record is there already. */
    boolean insert(UUID id, NewInspection r, PersonId by, Instant now) {
        return sql.sql("""
                insert into complaint.inspection (id, kind, source, part, part_key, part_name, lot, lot_key, inspected_on, result, quantity, defective, document, inspector,
                  note, noted_by, noted_at)
                values (:id, :kind, :source, :part, :partKey, :partName, :lot, :lotKey, :day, :result, :quantity, :defective, :document, :inspector, :note, :by, :now)
                on conflict do nothing""")
                .param("id", id).param("kind", r.kind().name()).param("source", r.source()).param("part", r.part()).param("partKey", Names.key(r.part()))
                .param("partName", r.partName()).param("lot", r.lot()).param("lotKey", Names.key(r.lot())).param("day", r.day()).param("result", r.result().name())
                .param("quantity", r.quantity(), Types.NUMERIC).param("defective", r.defective(), Types.NUMERIC).param("document", r.document())
                .param("inspector", r.inspector()).param("note", r.note()).param("by", by.value()).param("now", Timestamp.from(now)).update() == 1;
    }

    void strike(UUID id, String reason, PersonId by, Instant now) {
        sql.sql("insert into complaint.inspection_strike (inspection_id, reason, struck_by, struck_at) values (?,?,?,?)").params(id, reason, by.value(), Timestamp.from(now)).update();
    }

    Optional<InspectionView> find(UUID id) {
        return sql.sql(SELECT + " where i.id = ?").param(id).query(InspectionStore::view).optional();
    }

    /** The records of a lot; of a part where both sides name one. */
    List<InspectionView> ofLot(String lot, String part) {
        return sql.sql(SELECT + " where i.lot_key = :lot and (:part = '' or i.part_key = '' or i.part_key = :part) order by i.inspected_on, i.id limit :most")
                .param("lot", Names.key(lot)).param("part", Names.key(part)).param("most", MOST).query(InspectionStore::view).list();
    }

    List<InspectionView> list(InspectionFilter filter) {
        var p = new MapSqlParameterSource("size", filter.size()).addValue("skip", (filter.page() - 1) * filter.size());
        return sql.sql(SELECT + where(filter, p) + " order by i.inspected_on desc, i.id desc limit :size offset :skip").paramSource(p).query(InspectionStore::view).list();
    }

    long count(InspectionFilter filter) {
        var p = new MapSqlParameterSource();
        return sql.sql("select count(*) from complaint.inspection i" + where(filter, p)).paramSource(p).query(Long.class).single();
    }

    private static String where(InspectionFilter filter, MapSqlParameterSource p) {
        var where = new StringBuilder(" where true");
        var key = Names.key(filter.q());
        if (!key.isEmpty()) {
            where.append(" and (i.lot_key >= :q and i.lot_key < :past or i.part_key >= :q and i.part_key < :past or position(:words in lower(i.source || ' ' || i.document)) > 0)");
            p.addValue("q", key).addValue("past", key + '￿').addValue("words", filter.q().toLowerCase(java.util.Locale.ROOT));
        }
        if (filter.kind() != null) {
            where.append(" and i.kind = :kind");
            p.addValue("kind", filter.kind().name());
        }
        if (filter.result() != null) {
            where.append(" and i.result = :result");
            p.addValue("result", filter.result().name());
        }
        return where.toString();
    }

    private static InspectionView view(ResultSet row, int n) throws SQLException {
        var struck = row.getString("struck_reason");
        return new InspectionView(row.getObject("id", UUID.class), new NewInspection(InspectionKind.valueOf(row.getString("kind")), row.getString("source"),
                row.getString("part"), row.getString("part_name"), row.getString("lot"), row.getDate("inspected_on").toLocalDate(),
                InspectionResult.valueOf(row.getString("result")), plain(row.getBigDecimal("quantity")), plain(row.getBigDecimal("defective")), row.getString("document"),
                row.getString("inspector"), row.getString("note")), new PersonId(row.getObject("noted_by", UUID.class)), row.getTimestamp("noted_at").toInstant(),
                struck == null ? null : new InspectionView.Struck(struck, new PersonId(row.getObject("struck_by", UUID.class)), row.getTimestamp("struck_at").toInstant()));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : Decimals.plain(number);
    }
}
