package org.huiyin.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Ids;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the lines of complaints. */
@Component
class LineStore {

    private static final String SELECT = """
            select l.*, coalesce(d.name, l.defect) as defect_name from complaint.line l
            left join complaint.defect d on d.company_id = l.company_id and d.code = l.defect""";

    private final JdbcClient sql;

    LineStore(JdbcClient sql) {
        this.sql = sql;
    }

    UUID insert(ComplaintId complaint, int position, NewLine line, boolean lotDoubtful, Instant receivedAt) {
        UUID id = Ids.next();
        sql.sql("""
                insert into complaint.line (id, complaint_id, position, part, part_key, part_name, lot, lot_key, lot_doubtful, serial, quantity, unit, defect,
                  found_at, mileage, vin, received_at)
                values (:id, :complaint, :position, :part, :partKey, :partName, :lot, :lotKey, :doubtful, :serial, :quantity, :unit, :defect,
                  :foundAt, :mileage, :vin, :received)""")
                .paramSource(parameters(line, lotDoubtful).addValue("id", id).addValue("complaint", complaint.value()).addValue("position", position)
                        .addValue("received", Timestamp.from(receivedAt)))
                .update();
        return id;
    }

    void change(UUID id, NewLine line, boolean lotDoubtful) {
        sql.sql("""
                update complaint.line set part = :part, part_key = :partKey, part_name = :partName, lot = :lot, lot_key = :lotKey, lot_doubtful = :doubtful,
                  serial = :serial, quantity = :quantity, unit = :unit, defect = :defect, found_at = :foundAt, mileage = :mileage, vin = :vin where id = :id""")
                .paramSource(parameters(line, lotDoubtful).addValue("id", id)).update();
    }

    private static MapSqlParameterSource parameters(NewLine line, boolean lotDoubtful) {
        return new MapSqlParameterSource().addValue("part", line.part()).addValue("partKey", Names.key(line.part())).addValue("partName", line.partName())
                .addValue("lot", line.lot()).addValue("lotKey", Names.key(line.lot())).addValue("doubtful", lotDoubtful).addValue("serial", line.serial())
                .addValue("quantity", line.quantity(), Types.NUMERIC).addValue("unit", line.unit()).addValue("defect", line.defect())
                .addValue("foundAt", line.foundAt()).addValue("mileage", line.mileage(), Types.INTEGER).addValue("vin", line.vin());
    }

    List<LineView> of(ComplaintId complaint) {
        return sql.sql(SELECT + " where l.complaint_id = ? order by l.position").param(complaint.value()).query(LineStore::view).list();
    }

    Map<ComplaintId, List<LineView>> of(Collection<ComplaintId> complaints) {
        Map<ComplaintId, List<LineView>> found = new LinkedHashMap<>();
        if (complaints.isEmpty()) {
            return found;
        }
        sql.sql(SELECT + " where l.complaint_id = any(:ids) order by l.complaint_id, l.position")
                .param("ids", complaints.stream().map(ComplaintId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(new ComplaintId(row.getObject("complaint_id", UUID.class)), c -> new ArrayList<>()).add(view(row, 0));
                });
        return found;
    }

    private static LineView view(ResultSet row, int n) throws SQLException {
        var quantity = row.getBigDecimal("quantity");
        return new LineView(row.getObject("id", UUID.class), row.getInt("position"), row.getString("part"), row.getString("part_name"), row.getString("lot"),
                row.getBoolean("lot_doubtful"), row.getString("serial"), quantity == null ? null : Decimals.plain(quantity), row.getString("unit"),
                row.getString("defect"), row.getString("defect_name"), row.getString("found_at"), whole(row, "mileage"), row.getString("vin"));
    }

    private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
