package org.huiyin.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.platform.Sentences;
import org.huiyin.sheets.ColumnMapping;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes lists that are being brought in, and their rows while they are looked at. */
@Component
class ImportStore {

    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JdbcTemplate batch;
    private final JsonMapper json;
    private final Sentences sentences;
    private final Listed listed;

    ImportStore(JdbcClient sql, JdbcTemplate batch, JsonMapper json, Sentences sentences, Listed listed) {
        this.sql = sql;
        this.batch = batch;
        this.json = json;
        this.sentences = sentences;
        this.listed = listed;
    }

    void insert(UUID id, ImportKind kind, String name, UUID file, PersonId by, Instant now) {
        sql.sql("insert into complaint.import (id, kind, file_name, file_id, state, asked_by, asked_at) values (?,?,?,?,'UPLOADED',?,?)")
                .params(id, kind.name(), name, file, by.value(), Timestamp.from(now)).update();
    }

    Optional<ImportView> find(UUID id) {
        return sql.sql("select * from complaint.import where id = ?").param(id).query(this::view).optional();
    }

    Optional<ImportView> held(UUID id) {
        return sql.sql("select * from complaint.import where id = ? for update").param(id).query(this::view).optional();
    }

    List<ImportView> history() {
        return sql.sql("select * from complaint.import order by asked_at desc, id desc limit 100").query(this::view).list();
    }

    /** Moves on from a state; false when somebody else did. */
    boolean become(UUID id, ImportView.State from, ImportView.State to) {
        return sql.sql("update complaint.import set state = ? where id = ? and state = ?").params(to.name(), id, from.name()).update() == 1;
    }

    void settings(UUID id, int sheet, ColumnMapping mapping, boolean history) {
        sql.sql("update complaint.import set sheet = ?, mapping = cast(? as jsonb), history = ? where id = ?")
                .params(sheet, json.writeValueAsString(mapping), history, id).update();
    }

    Optional<ColumnMapping> mapping(UUID id) {
        return sql.sql("select mapping from complaint.import where id = ? and mapping is not null").param(id).query(String.class).optional()
                .map(text -> json.readValue(text, ColumnMapping.class));
    }

    void fail(UUID id, Sentence why) {
        sql.sql("update complaint.import set state = 'FAILED', failure = ? where id = ?").params(sentences.write(why), id).update();
    }

    void clear(UUID id) {
        sql.sql("delete from complaint.import_row where import_id = ?").param(id).update();
        sql.sql("update complaint.import set read_rows = 0, good = 0, bad = 0, known = 0, changed = 0, taken = 0 where id = ?").param(id).update();
    }

    /** Adds a block: what is recorded already, or stands above in the list, is marked as known; another quantity stands beside the recorded one. */
    void stage(ImportView list, List<ImportReader.Read> read) {
        var known = known(list, read);
        var rows = switch (list.kind()) {
            case SHIPMENTS -> listed.shipments(list.id(), read);
            case INSPECTIONS -> listed.inspections(read);
            case COMPLAINTS -> read.stream().map(r -> new Listed.Row(r, known.contains(r.row()), null)).toList();
        };
        batch.batchUpdate("insert into complaint.import_row (import_id, row, fields, problems, key, known, former) values (?,?,cast(? as jsonb),?,?,?,cast(? as jsonb))", rows,
                rows.size(), (s, one) -> {
                    var r = one.read();
                    s.setObject(1, list.id());
                    s.setInt(2, r.row());
                    s.setString(3, json.writeValueAsString(r.fields()));
                    s.setArray(4, s.getConnection().createArrayOf("text", r.problems().stream().map(sentences::write).toArray()));
                    s.setString(5, r.key());
                    s.setBoolean(6, one.known());
                    s.setString(7, one.former() == null ? null : json.writeValueAsString(one.former()));
                });
        int bad = (int) rows.stream().filter(r -> !r.read().problems().isEmpty()).count();
        int there = (int) rows.stream().filter(Listed.Row::known).count();
        int changed = (int) rows.stream().filter(r -> r.former() != null).count();
        sql.sql("update complaint.import set read_rows = read_rows + ?, good = good + ?, bad = bad + ?, known = known + ?, changed = changed + ? where id = ?")
                .params(rows.size(), rows.size() - bad - there - changed, bad, there, changed, list.id()).update();
    }

    /** Block by block, because one statement over all rows has no statistics to go by and compares each row with each. */
    private Set<Integer> known(ImportView list, List<ImportReader.Read> rows) {
        var asked = rows.stream().filter(r -> list.kind() == ImportKind.COMPLAINTS && !r.key().isEmpty() && r.problems().isEmpty()).toList();
        var keys = asked.stream().map(ImportReader.Read::key).distinct().toArray(String[]::new);
        var taken = new HashSet<>(sql.sql("""
                select customer_number_key from complaint.complaint where customer_number_key = any(:keys) and customer_number_key <> '' and standing <> 'WITHDRAWN'
                union select key from complaint.import_row where import_id = :id and key = any(:keys) and key <> '' and cardinality(problems) = 0""")
                .param("keys", keys).param("id", list.id()).query(String.class).list());
        return asked.stream().filter(r -> !taken.add(r.key())).map(ImportReader.Read::row).collect(Collectors.toSet());
    }

    /** A row with its sentences. */
    record Staged(int row, Map<String, String> fields, List<Sentence> problems) {}

    List<Staged> rows(UUID id, boolean bad, int skip, int size) {
        var where = bad ? "cardinality(problems) > 0" : "cardinality(problems) = 0 and not known and former is null";
        return sql.sql("select * from complaint.import_row where import_id = ? and " + where + " order by row limit ? offset ?").params(id, size, skip).query(this::staged).list();
    }

    /** A row that gives another quantity of a shipment than is recorded. */
    record Changed(int row, Map<String, String> fields, Listed.Former former) {}

    List<Changed> changed(UUID id, int skip, int size) {
        return sql.sql("select * from complaint.import_row where import_id = ? and former is not null order by row limit ? offset ?").params(id, size, skip)
                .query((row, n) -> new Changed(row.getInt("row"), json.readValue(row.getString("fields"), FIELDS), json.readValue(row.getString("former"), Listed.Former.class))).list();
    }

    /** Whether the list takes the place of what is recorded otherwise. */
    void replace(UUID id, boolean replacing) {
        sql.sql("update complaint.import set replacing = ? where id = ?").params(replacing, id).update();
    }

    List<Staged> left(ImportView list, int size) {
        return sql.sql("""
                select * from complaint.import_row where import_id = ? and record_id is null and cardinality(problems) = 0 and not known
                  and (former is null or ?) order by row limit ?""").params(list.id(), list.replacing(), size).query(this::staged).list();
    }

    void taken(UUID id, List<Staged> rows, List<UUID> records) {
        batch.batchUpdate("update complaint.import_row set record_id = ? where import_id = ? and row = ?", java.util.stream.IntStream.range(0, rows.size()).boxed().toList(),
                rows.size(), (s, i) -> {
                    s.setObject(1, records.get(i));
                    s.setObject(2, id);
                    s.setInt(3, rows.get(i).row());
                });
        sql.sql("update complaint.import set taken = taken + ? where id = ?").params(rows.size(), id).update();
    }

    /** Takes complaints back that nobody has touched since; their numbers stay used. The number that is left. */
    int withdraw(UUID id, PersonId by, String words, Instant now) {
        sql.sql("""
                with gone as (update complaint.complaint k set standing = 'WITHDRAWN', closed_at = :now, version = version + 1, changed_by = :by, changed_at = :now
                  from complaint.import_row r where r.import_id = :id and r.record_id = k.id and k.version = 1 and k.imported returning k.id)
                insert into complaint.fact (id, complaint_id, round, fact, at, by_id, noted_at, details)
                select gen_random_uuid(), id, 1, 'WITHDRAWN', :now, :by, :now, jsonb_build_object('reason', :words::text) from gone""")
                .param("id", id).param("by", by.value()).param("now", Timestamp.from(now)).param("words", words).update();
        return sql.sql("select count(*) from complaint.import_row r join complaint.complaint k on k.id = r.record_id where r.import_id = ? and k.standing <> 'WITHDRAWN'")
                .param(id).query(Integer.class).single();
    }

    /** What the list recorded goes; a quantity that it replaced is there again. */
    int dropShipments(UUID id) {
        var replaced = sql.sql("""
                select s.id, s.customer_id, s.part_key, s.lot_key, s.shipped_on, s.note, s.imported_by, s.imported_at, (r.former->>'quantity')::numeric as quantity, r.former->>'unit' as unit
                from complaint.shipment s join complaint.import_row r on r.company_id = s.company_id and r.record_id = s.id where r.import_id = ? and r.former is not null""")
                .param(id).query((row, n) -> new Object[] {row.getObject("id"), row.getObject("customer_id"), row.getString("part_key"), row.getString("lot_key"), row.getObject("shipped_on"),
                        row.getBigDecimal("quantity"), row.getString("unit"), row.getString("note"), row.getObject("imported_by"), row.getTimestamp("imported_at")}).list();
        sql.sql("delete from complaint.shipment s using complaint.import_row r where r.import_id = ? and r.record_id = s.id").param(id).update();
        batch.batchUpdate("insert into complaint.shipment (id, customer_id, part_key, lot_key, shipped_on, quantity, unit, note, imported_by, imported_at) values (?,?,?,?,?,?,?,?,?,?)",
                replaced);
        return 0;
    }

    /** Struck ones stay with what was said of them. */
    int dropInspections(UUID id) {
        sql.sql("""
                delete from complaint.inspection i using complaint.import_row r where r.import_id = ? and r.record_id = i.id
                  and not exists (select 1 from complaint.inspection_strike s where s.inspection_id = i.id)""").param(id).update();
        return sql.sql("select count(*) from complaint.import_row r join complaint.inspection i on i.id = r.record_id where r.import_id = ?").param(id).query(Integer.class).single();
    }

    void kept(UUID id, int kept) {
        sql.sql("update complaint.import set kept = ? where id = ?").params(kept, id).update();
    }

    private Staged staged(ResultSet row, int n) throws SQLException {
        var problems = java.util.Arrays.stream((String[]) row.getArray("problems").getArray()).map(sentences::read).toList();
        return new Staged(row.getInt("row"), json.readValue(row.getString("fields"), FIELDS), problems);
    }

    private ImportView view(ResultSet row, int n) throws SQLException {
        @Nullable String failure = row.getString("failure");
        return new ImportView(row.getObject("id", UUID.class), ImportKind.valueOf(row.getString("kind")), row.getString("file_name"), row.getObject("file_id", UUID.class),
                ImportView.State.valueOf(row.getString("state")), row.getInt("sheet"), row.getBoolean("history"), row.getInt("read_rows"), row.getInt("good"),
                row.getInt("bad"), row.getInt("known"), row.getInt("changed"), row.getBoolean("replacing"), row.getInt("taken"), row.getInt("kept"), failure == null ? null : sentences.read(failure),
                new PersonId(row.getObject("asked_by", UUID.class)), row.getTimestamp("asked_at").toInstant());
    }
}
