package org.huiyin.complaint;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.PersonId;
import org.huiyin.sheets.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes defects, parts and lots. */
@Component
class CatalogueStore {

    private static final int MOST_LOTS = 5_000;

    private final JdbcClient sql;

    CatalogueStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Catalogue.Defect> defects() {
        return sql.sql("select * from complaint.defect order by not active, code")
                .query((row, n) -> new Catalogue.Defect(row.getString("code"), row.getString("name"), row.getBoolean("active"))).list();
    }

    Optional<Catalogue.Defect> defect(String words) {
        return sql.sql("select * from complaint.defect where active and (upper(code) = upper(:w) or name = :w) order by upper(code) = upper(:w) desc limit 1").param("w", words)
                .query((row, n) -> new Catalogue.Defect(row.getString("code"), row.getString("name"), row.getBoolean("active"))).optional();
    }

    void put(String code, String name, boolean active, PersonId by, Instant now) {
        sql.sql("""
                insert into complaint.defect (code, name, active, changed_by, changed_at) values (?,?,?,?,?)
                on conflict (company_id, code) do update set name = excluded.name, active = excluded.active, changed_by = excluded.changed_by,
                  changed_at = excluded.changed_at""").params(code, name, active, by.value(), Timestamp.from(now)).update();
    }

    Optional<Catalogue.Part> part(String key) {
        return sql.sql("select * from complaint.part where part_key = ?").param(key)
                .query((row, n) -> new Catalogue.Part(row.getString("part"), row.getString("name"), row.getString("unit"))).optional();
    }

    List<Catalogue.Part> parts(String key, int limit) {
        return sql.sql("""
                select * from complaint.part where position(:key in part_key) > 0 or position(:key in lower(name)) > 0
                order by position(:key in part_key) <> 1, part limit :limit""").param("key", key).param("limit", limit)
                .query((row, n) -> new Catalogue.Part(row.getString("part"), row.getString("name"), row.getString("unit"))).list();
    }

    /** The parts of which there is such a lot. */
    List<Catalogue.Part> partsOf(String lotKey) {
        return sql.sql("""
                select p.* from complaint.lot l join complaint.part p on p.company_id = l.company_id and p.part_key = l.part_key
                where l.lot_key = ? order by p.part limit 20""").param(lotKey)
                .query((row, n) -> new Catalogue.Part(row.getString("part"), row.getString("name"), row.getString("unit"))).list();
    }

    List<String> lots(String partKey) {
        return sql.sql("select lot from complaint.lot where part_key = ? order by lot desc limit ?").params(partKey, MOST_LOTS).query(String.class).list();
    }

    boolean hasLots(String partKey) {
        return sql.sql("select exists (select 1 from complaint.lot where part_key = ?)").param(partKey).query(Boolean.class).single();
    }

    void learn(String part, String name, String unit, String lot) {
        sql.sql("""
                insert into complaint.part (part_key, part, name, unit) values (:key, :part, :name, :unit)
                on conflict (company_id, part_key) do update set name = case when excluded.name = '' then complaint.part.name else excluded.name end,
                  unit = case when excluded.unit = '' then complaint.part.unit else excluded.unit end""")
                .param("key", Names.key(part)).param("part", part).param("name", name).param("unit", unit).update();
        if (!lot.isEmpty()) {
            sql.sql("insert into complaint.lot (lot_key, part_key, lot) values (?,?,?) on conflict do nothing").params(Names.key(lot), Names.key(part), lot).update();
        }
    }
}
