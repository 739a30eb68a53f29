package org.huiyin.complaint.words;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.customer.CustomerId;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the keywords of complaints, and in how many complaints each stands. */
@Component
class WordStore {

    /** Complaints of the same customer or part that are looked through; the youngest ones. */
    private static final int NEAR = 200;
    /** Complaints with a rare word that are looked through. */
    private static final int RARE = 60;
    /** A word in more complaints than this is not rare. */
    private static final int COMMON = 2_000;
    /** Stands for the complaints themselves, so that nobody counts them while somebody types. */
    private static final String ALL = "*";

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    WordStore(JdbcClient sql, JdbcTemplate batch) {
        this.sql = sql;
        this.batch = batch;
    }

    /** A complaint to be read. */
    record Text(UUID complaint, Instant receivedAt, String words) {}

    /** A complaint with its keywords; close where customer or part are the same. */
    record Near(ComplaintId complaint, List<String> words, boolean close) {}

    List<String> of(ComplaintId complaint) {
        return sql.sql("select words from complaint.words where complaint_id = ?").param(complaint.value()).query((row, n) -> list(row.getArray("words"))).optional().orElse(List.of());
    }

    private static List<String> list(java.sql.Array array) throws java.sql.SQLException {
        return List.of((String[]) array.getArray());
    }

    /** The company's own words: names of defects in use and of parts. */
    Segmenter.Own own() {
        return new Segmenter.Own(sql.sql("select name from complaint.defect where active union select name from complaint.part where name <> '' limit 5000").query(String.class).list());
    }

    @Nullable Text text(UUID complaint) {
        return sql.sql("select id, received_at, words from complaint.complaint where id = ?").param(complaint).query((row, n) -> text(row)).optional().orElse(null);
    }

    /** The next complaints behind that one, with or without those that were read before. */
    List<Text> behind(UUID last, boolean again, int most) {
        return sql.sql("select k.id, k.received_at, k.words from complaint.complaint k where k.id > :last"
                        + (again ? "" : " and not exists (select 1 from complaint.words w where w.company_id = k.company_id and w.complaint_id = k.id)") + " order by k.id limit :most")
                .param("last", last).param("most", most).query((row, n) -> text(row)).list();
    }

    private static Text text(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Text(row.getObject("id", UUID.class), row.getTimestamp("received_at").toInstant(), row.getString("words"));
    }

    long unread() {
        return sql.sql("select (select count(*) from complaint.complaint) - (select count(*) from complaint.words)").query(Long.class).single();
    }

    /** How many complaints were read. */
    int all() {
        return complaints(List.of(ALL)).getOrDefault(ALL, 0);
    }

    Map<String, Integer> complaints(Collection<String> words) {
        Map<String, Integer> found = new HashMap<>();
        sql.sql("select word, complaints from complaint.word where word = any(:words)").param("words", words.toArray(String[]::new)).query(row -> {
            found.put(row.getString("word"), row.getInt("complaints"));
        });
        return found;
    }

    /** Keeps the words of the complaints; the counts change by what came and what went, in one order, so that two jobs do not lock each other out. */
    void keep(Map<Text, List<String>> read) {
        Map<String, Integer> change = new TreeMap<>();
        var ids = read.keySet().stream().map(Text::complaint).toArray(UUID[]::new);
        change.put(ALL, ids.length);
        sql.sql("select words from complaint.words where complaint_id = any(:ids) for update").param("ids", ids).query(row -> {
            change.merge(ALL, -1, Integer::sum);
            list(row.getArray("words")).forEach(w -> change.merge(w, -1, Integer::sum));
        });
        batch.batchUpdate("""
                insert into complaint.words (complaint_id, received_at, words) values (?,?,?)
                on conflict (company_id, complaint_id) do update set words = excluded.words""", read.entrySet(), read.size(), (s, e) -> {
            s.setObject(1, e.getKey().complaint());
            s.setTimestamp(2, Timestamp.from(e.getKey().receivedAt()));
            s.setArray(3, s.getConnection().createArrayOf("text", e.getValue().toArray()));
        });
        read.values().forEach(words -> words.forEach(w -> change.merge(w, 1, Integer::sum)));
        change.values().removeIf(n -> n == 0);
        batch.batchUpdate("""
                insert into complaint.word (word, complaints) values (?, greatest(?, 0))
                on conflict (company_id, word) do update set complaints = greatest(complaint.word.complaints + ?, 0)""", change.entrySet(), Math.max(1, change.size()), (s, e) -> {
            s.setString(1, e.getKey());
            s.setInt(2, e.getValue());
            s.setInt(3, e.getValue());
        });
    }

    /** Complaints that may recall these words: of the same customer or part first, then those with a word that few have. */
    List<Near> near(@Nullable CustomerId customer, List<String> parts, List<String> rare, Instant since, Instant until) {
        var keys = parts.stream().map(Names::key).filter(k -> !k.isEmpty()).distinct().toArray(String[]::new);
        var known = complaints(rare);
        var looked = rare.stream().filter(w -> known.getOrDefault(w, 0) <= COMMON && known.containsKey(w)).toList();
        return sql.sql("""
                with close as (
                  (select k.id from complaint.complaint k where k.customer_id = :customer and k.received_at >= :since and k.received_at <= :until order by k.received_at desc limit :near)
                  union (select l.complaint_id from complaint.line l where l.part_key = any(:parts) and l.received_at >= :since and l.received_at <= :until
                    order by l.received_at desc limit :near)),
                far as (select w.complaint_id as id from unnest(:rare) as r(word) cross join lateral (
                  select f.id as complaint_id from complaint.with_word(r.word, :common) as f(id)) w limit :far)
                select w.complaint_id, w.words, true as close from complaint.words w where w.complaint_id in (select id from close)
                union all select w.complaint_id, w.words, false from complaint.words w
                  where w.complaint_id in (select id from far except select id from close) and w.received_at >= :since and w.received_at <= :until""")
                .param("customer", customer == null ? null : customer.value(), Types.OTHER).param("parts", keys).param("since", Timestamp.from(since)).param("until", Timestamp.from(until))
                .param("near", NEAR).param("far", RARE * Math.max(1, looked.size())).param("rare", looked.toArray(String[]::new)).param("common", COMMON)
                .query((row, n) -> new Near(new ComplaintId(Objects.requireNonNull(row.getObject("complaint_id", UUID.class))), list(row.getArray("words")), row.getBoolean("close"))).list();
    }
}
