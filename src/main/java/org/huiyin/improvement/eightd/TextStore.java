package org.huiyin.improvement.eightd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the text of the steps while they are written, and word by word when they are ended. */
@Component
class TextStore {

    /** How many former versions serve to tell two writers apart. */
    private static final int KEPT = 200;
    private static final TypeReference<LinkedHashMap<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    TextStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A version of the text that somebody saved. */
    record Former(int version, Map<String, String> values, PersonId by, Instant at) {}

    /** Makes the row of a step that nobody has begun, so that two beginners meet in it. */
    void begin(EightDId id, EightDStep step, PersonId by, Instant now) {
        sql.sql("""
                insert into improvement.eightd_text (eightd_id, step, id, content, version, saved_by, saved_at) values (?,?,?,'{}',0,?,?)
                on conflict (company_id, eightd_id, step) do nothing""")
                .params(id.value(), step.name(), Ids.next(), by.value(), Timestamp.from(now)).update();
    }

    StepText lock(EightDId id, EightDStep step) {
        return sql.sql("select * from improvement.eightd_text where eightd_id = ? and step = ? for update").params(id.value(), step.name()).query(this::text).single();
    }

    Optional<StepText> find(EightDId id, EightDStep step) {
        return sql.sql("select * from improvement.eightd_text where eightd_id = ? and step = ?").params(id.value(), step.name()).query(this::text).optional();
    }

    Map<EightDStep, StepText> all(EightDId id) {
        Map<EightDStep, StepText> all = new EnumMap<>(EightDStep.class);
        sql.sql("select * from improvement.eightd_text where eightd_id = ?").param(id.value()).query(this::text).list().forEach(text -> all.put(text.step(), text));
        return all;
    }

    private StepText text(ResultSet row, int n) throws SQLException {
        return new StepText(row.getObject("id", UUID.class), EightDStep.valueOf(row.getString("step")), json.readValue(row.getString("content"), VALUES),
                row.getInt("version"), new PersonId(row.getObject("saved_by", UUID.class)), row.getTimestamp("saved_at").toInstant());
    }

    void write(EightDId id, StepText before, Map<String, String> values, PersonId by, Instant now) {
        sql.sql("insert into improvement.eightd_text_former (eightd_id, step, version, content, saved_by, saved_at) values (?,?,?,cast(? as jsonb),?,?)")
                .params(id.value(), before.step().name(), before.version(), json.writeValueAsString(before.values()), Objects.requireNonNull(before.by()).value(),
                        Timestamp.from(Objects.requireNonNull(before.at()))).update();
        sql.sql("delete from improvement.eightd_text_former where eightd_id = ? and step = ? and version < ?")
                .params(id.value(), before.step().name(), before.version() - KEPT).update();
        sql.sql("update improvement.eightd_text set content = cast(? as jsonb), version = version + 1, saved_by = ?, saved_at = ? where eightd_id = ? and step = ?")
                .params(json.writeValueAsString(values), by.value(), Timestamp.from(now), id.value(), before.step().name()).update();
    }

    /** The versions from the given one on, without the present one. */
    List<Former> since(EightDId id, EightDStep step, int version) {
        return sql.sql("select * from improvement.eightd_text_former where eightd_id = ? and step = ? and version >= ? order by version")
                .params(id.value(), step.name(), version)
                .query((row, n) -> new Former(row.getInt("version"), json.readValue(row.getString("content"), VALUES),
                        new PersonId(row.getObject("saved_by", UUID.class)), row.getTimestamp("saved_at").toInstant()))
                .list();
    }

    UUID end(EightDId id, EightDStep step, int round, Map<String, String> values, PersonId by, Instant now) {
        UUID end = Ids.next();
        sql.sql("""
                insert into improvement.eightd_step_end (id, eightd_id, step, round, content, content_hash, ended_by, ended_at)
                values (?,?,?,?,cast(? as jsonb),?,?,?)""")
                .params(end, id.value(), step.name(), round, json.writeValueAsString(values), hash(values), by.value(), Timestamp.from(now)).update();
        return end;
    }

    List<StepEnd> ends(EightDId id) {
        return sql.sql("select * from improvement.eightd_step_end where eightd_id = ? order by step, round").param(id.value())
                .query((row, n) -> new StepEnd(EightDStep.valueOf(row.getString("step")), row.getInt("round"), json.readValue(row.getString("content"), VALUES),
                        row.getString("content_hash"), new PersonId(row.getObject("ended_by", UUID.class)), row.getTimestamp("ended_at").toInstant()))
                .list();
    }

    /** D3, D4 and D7 as figures and rows, under the end that they belong to. */
    void rows(UUID end, EightDStep step, EightDContent content) {
        switch (step) {
            case D3 -> content.containment().places().stream().filter(EightDContent.Containment.Place::decided).forEach(p ->
                    sql.sql("insert into improvement.eightd_containment (end_id, place, quantity, unit, sorted, defective, decision) values (?,?,?,?,?,?,?)")
                            .params(java.util.Arrays.asList(end, p.place(), p.quantity(), content.containment().unit(), p.sorted(), p.sorted() == null ? null : p.defective(),
                                    Objects.requireNonNull(p.decision()).name())).update());
            case D4 -> content.whys().forEach(w ->
                    sql.sql("insert into improvement.eightd_cause (end_id, axis, layer, path, words, root) values (?,?,?,?,?,?)")
                            .params(end, w.cell().axis().name(), w.cell().layer().name(), w.path(), w.words(), w.root()).update());
            case D7 -> content.prevention().documents().stream().filter(EightDContent.Prevention.Document::whole).forEach(d ->
                    sql.sql("insert into improvement.eightd_document (end_id, line, kind, number, from_revision, to_revision, changed_on) values (?,?,?,?,?,?,?)")
                            .params(java.util.Arrays.asList(end, Math.max(1, d.row()), Objects.requireNonNull(d.kind()).name(), d.number(), d.from(), d.to(), d.on())).update());
            case D0, D1, D2, D5, D6, D8 -> { }
        }
    }

    void measure(UUID end, int line, UUID measure) {
        sql.sql("insert into improvement.eightd_measure (end_id, line, measure_id) values (?,?,?)").params(end, line, measure).update();
    }

    /** The measures of the tracking table by the lines of the last ended D5. */
    Map<Integer, UUID> measures(EightDId id) {
        Map<Integer, UUID> measures = new TreeMap<>();
        sql.sql("""
                select m.line, m.measure_id from improvement.eightd_measure m where m.end_id = (
                  select e.id from improvement.eightd_step_end e where e.eightd_id = ? and e.step = 'D5' order by e.round desc limit 1)""")
                .param(id.value()).query(row -> {
                    measures.put(row.getInt(1), row.getObject(2, UUID.class));
                });
        return measures;
    }

    /** SHA-256 of the fields in order, so that the same text always has the same hash. */
    static String hash(Map<String, String> values) {
        var text = new StringBuilder();
        new TreeMap<>(values).forEach((key, value) -> text.append(key).append('\u0001').append(value).append('\u0002'));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
