package org.huiyin.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.Columns;
import org.huiyin.sheets.Names;
import org.huiyin.voice.Channel;
import org.huiyin.voice.CustomerDate;
import org.huiyin.voice.VoiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes single complaints; lists stand in {@link RegisterStore}. */
@Component
class ComplaintStore {

    static final String SELECT = """
            select k.*, c.name as customer_name, c.code as customer_code from complaint.complaint k
            left join customer.customer o on o.company_id = k.company_id and o.id = k.customer_id
            left join customer.customer c on c.company_id = k.company_id and c.id = coalesce(o.merged_into, o.id)""";

    private final JdbcClient sql;
    private final LineStore lines;

    ComplaintStore(JdbcClient sql, LineStore lines) {
        this.sql = sql;
        this.lines = lines;
    }

    /** What Huiyin adds to what was typed. */
    record Given(ComplaintId id, String number, @Nullable PersonId salesOwner, @Nullable VoiceId voice, @Nullable Instant dueAt, UUID profile, String clause,
            PersonId by, Instant now) {}

    void insert(NewComplaint k, Given g) {
        Complainant who = k.complainant() == null ? Complainant.UNKNOWN : k.complainant();
        String theirs = k.customerNumber() == null ? "" : k.customerNumber().strip();
        var p = new MapSqlParameterSource()
                .addValue("id", g.id().value()).addValue("number", g.number()).addValue("kind", k.kind().name()).addValue("phase", k.phase().name())
                .addValue("segment", k.segment() == null || k.segment().isBlank() ? null : k.segment().strip(), Types.VARCHAR)
                .addValue("channel", k.channel().name())
                .addValue("customer", k.customer() == null ? null : k.customer().value(), Types.OTHER)
                .addValue("name", who.name()).addValue("organisation", who.organisation()).addValue("phone", who.phone()).addValue("mail", who.mail())
                .addValue("received", Timestamp.from(k.receivedAt()))
                .addValue("receivedBy", k.receivedBy() == null ? null : k.receivedBy().value(), Types.OTHER)
                .addValue("now", Timestamp.from(g.now())).addValue("words", k.text()).addValue("theirs", theirs).addValue("theirsKey", Names.key(theirs))
                .addValue("wishDay", k.wish() == null ? null : k.wish().day(), Types.DATE)
                .addValue("wishTime", k.wish() == null ? null : k.wish().time(), Types.TIME)
                .addValue("safety", k.safety())
                .addValue("sales", g.salesOwner() == null ? null : g.salesOwner().value(), Types.OTHER)
                .addValue("sourceType", k.source() == null ? null : k.source().type(), Types.VARCHAR)
                .addValue("source", k.source() == null ? null : k.source().id(), Types.OTHER)
                .addValue("voice", g.voice() == null ? null : g.voice().value(), Types.OTHER)
                .addValue("due", g.dueAt() == null ? null : Timestamp.from(g.dueAt()), Types.TIMESTAMP)
                .addValue("profile", g.profile()).addValue("clause", g.clause()).addValue("by", g.by().value());
        sql.sql("""
                insert into complaint.complaint (id, number, kind, phase, segment, channel, customer_id, who_name, who_organisation, who_phone, who_mail,
                  received_at, received_by, noted_at, words, customer_number, customer_number_key, wish_day, wish_time, safety, sales_owner, source_type,
                  source_id, voice_id, profile_version, clause, standing, due_at, changed_by, changed_at)
                values (:id, :number, :kind, :phase, :segment, :channel, :customer, :name, :organisation, :phone, :mail,
                  :received, :receivedBy, :now, :words, :theirs, :theirsKey, :wishDay, :wishTime, :safety, :sales, :sourceType,
                  :source, :voice, :profile, :clause, 'RECEIVED', :due, :by, :now)""").paramSource(p).update();
    }

    void seek(ComplaintId id, Sought sought) {
        sql.sql("""
                insert into complaint.sought (complaint_id, text, grams) values (?, ?, ?)
                on conflict (company_id, complaint_id) do update set text = excluded.text, grams = excluded.grams""")
                .params(id.value(), sought.text(), sought.grams().toArray(String[]::new)).update();
    }

    Optional<ComplaintView> find(ComplaintId id) {
        return sql.sql(SELECT + " where k.id = ?").param(id.value()).query(ComplaintStore::view).optional().map(this::withLines);
    }

    Optional<ComplaintView> find(String number) {
        return sql.sql(SELECT + " where k.number = ?").param(number).query(ComplaintStore::view).optional().map(this::withLines);
    }

    Optional<ComplaintView> of(SubjectRef source) {
        return sql.sql(SELECT + " where k.source_type = ? and k.source_id = ?").params(source.type(), source.id()).query(ComplaintStore::view).optional()
                .map(this::withLines);
    }

    /** Of the complaints, those of the person: of her customers, and what she took down, sells or works on. */
    Set<ComplaintId> of(PersonId person, Set<ComplaintId> among) {
        return Set.copyOf(sql.sql("""
                select k.id from complaint.complaint k left join customer.customer c on c.company_id = k.company_id and c.id = k.customer_id
                where k.id = any(:ids) and (:me in (k.sales_owner, k.received_by, k.work_owner, c.owner_id) or k.customer_id is null and k.sales_owner is null)""")
                .param("ids", among.stream().map(ComplaintId::value).toArray(UUID[]::new)).param("me", person.value())
                .query((row, n) -> new ComplaintId(row.getObject("id", UUID.class))).list());
    }

    /** The complaint that was heard as that voice. */
    Optional<ComplaintView> heard(VoiceId voice) {
        return sql.sql(SELECT + " where k.voice_id = ?").param(voice.value()).query(ComplaintStore::view).optional().map(this::withLines);
    }

    /** Holds the row until the commit, so that two people do not take one step twice. */
    Optional<ComplaintView> lock(ComplaintId id) {
        sql.sql("select 1 from complaint.complaint where id = ? for update").param(id.value()).query(Integer.class).optional();
        return find(id);
    }

    private ComplaintView withLines(ComplaintView complaint) {
        return complaint.with(lines.of(complaint.id()));
    }

    /** Writes what the facts say today. */
    void stand(ComplaintId id, int round, Standing standing, @Nullable Instant closedAt, PersonId by, Instant now) {
        sql.sql("""
                update complaint.complaint set round = :round, standing = :standing, closed_at = :closed, version = version + 1, changed_by = :by,
                  changed_at = :now where id = :id""")
                .param("round", round).param("standing", standing.name()).param("closed", closedAt == null ? null : Timestamp.from(closedAt), Types.TIMESTAMP)
                .param("by", by.value()).param("now", Timestamp.from(now)).param("id", id.value()).update();
    }

    void classify(ComplaintId id, TriageClass triage) {
        sql.sql("update complaint.complaint set triage = ? where id = ?").params(triage.name(), id.value()).update();
    }

    void stubborn(ComplaintId id) {
        sql.sql("update complaint.complaint set stubborn = true, work_owner = null where id = ?").param(id.value()).update();
    }

    void due(ComplaintId id, @Nullable Instant due) {
        sql.sql("update complaint.complaint set due_at = :due where id = :id").param("due", due == null ? null : Timestamp.from(due), Types.TIMESTAMP)
                .param("id", id.value()).update();
    }

    void safety(ComplaintId id, boolean safety, PersonId by, Instant now) {
        sql.sql("update complaint.complaint set safety = ?, version = version + 1, changed_by = ?, changed_at = ? where id = ?")
                .params(safety, by.value(), Timestamp.from(now), id.value()).update();
    }

    void owners(ComplaintId id, @Nullable PersonId sales, @Nullable PersonId work, PersonId by, Instant now) {
        sql.sql("""
                update complaint.complaint set sales_owner = :sales, work_owner = :work, version = version + 1, changed_by = :by, changed_at = :now
                where id = :id""")
                .param("sales", sales == null ? null : sales.value(), Types.OTHER).param("work", work == null ? null : work.value(), Types.OTHER)
                .param("by", by.value()).param("now", Timestamp.from(now)).param("id", id.value()).update();
    }

    /** Whose complaint it is, where that became known later. */
    void identify(ComplaintId id, CustomerId customer, @Nullable PersonId sales, PersonId by, Instant now) {
        sql.sql("update complaint.complaint set customer_id = :customer, sales_owner = :sales, version = version + 1, changed_by = :by, changed_at = :now where id = :id")
                .param("customer", customer.value()).param("sales", sales == null ? null : sales.value(), Types.OTHER).param("by", by.value()).param("now", Timestamp.from(now))
                .param("id", id.value()).update();
    }

    void touch(ComplaintId id, PersonId by, Instant now) {
        sql.sql("update complaint.complaint set version = version + 1, changed_by = ?, changed_at = ? where id = ?")
                .params(by.value(), Timestamp.from(now), id.value()).update();
    }

    /** Who changed the complaint last, and when. */
    record Touch(PersonId by, Instant at) {}

    Touch touched(ComplaintId id) {
        return sql.sql("select changed_by, changed_at from complaint.complaint where id = ?").param(id.value())
                .query((row, n) -> new Touch(new PersonId(row.getObject("changed_by", UUID.class)), row.getTimestamp("changed_at").toInstant())).single();
    }

    List<ComplaintView> many(List<ComplaintId> ids) {
        return sql.sql(SELECT + " where k.id = any(:ids) order by k.received_at desc, k.id desc")
                .param("ids", ids.stream().map(ComplaintId::value).toArray(UUID[]::new)).query(ComplaintStore::view).list();
    }

    static ComplaintView view(ResultSet row, int n) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        UUID source = row.getObject("source_id", UUID.class);
        UUID voice = row.getObject("voice_id", UUID.class);
        String triage = row.getString("triage");
        LocalDate wish = row.getObject("wish_day", LocalDate.class);
        return new ComplaintView(new ComplaintId(row.getObject("id", UUID.class)), row.getString("number"), FeedbackKind.valueOf(row.getString("kind")),
                Phase.valueOf(row.getString("phase")), row.getString("segment"), Channel.valueOf(row.getString("channel")),
                customer == null ? null : new CustomerId(customer), row.getString("customer_code"), row.getString("customer_name"),
                new Complainant(row.getString("who_name"), row.getString("who_organisation"), row.getString("who_phone"), row.getString("who_mail")),
                row.getTimestamp("received_at").toInstant(), Columns.person(row, "received_by"), row.getTimestamp("noted_at").toInstant(), row.getString("words"),
                row.getString("customer_number"), wish == null ? null : new CustomerDate(wish, row.getObject("wish_time", LocalTime.class)),
                row.getBoolean("safety"), Columns.person(row, "sales_owner"), Columns.person(row, "work_owner"),
                source == null ? null : new SubjectRef(row.getString("source_type"), source), voice == null ? null : new VoiceId(voice),
                row.getBoolean("imported"), row.getObject("profile_version", UUID.class), row.getString("clause"), row.getInt("round"),
                Standing.valueOf(row.getString("standing")), triage == null ? null : TriageClass.valueOf(triage), row.getBoolean("stubborn"),
                Columns.instant(row, "due_at"), Columns.instant(row, "closed_at"), row.getInt("version"), List.of());
    }
}
