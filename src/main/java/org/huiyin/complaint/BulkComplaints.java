package org.huiyin.complaint;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Numbers;
import org.huiyin.sheets.Names;
import org.huiyin.voice.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Takes rows of a list over: history in blocks and without clocks, open complaints one by one as if they were told now. */
@Component
class BulkComplaints {

    private final Complaints complaints;
    private final Catalogue catalogue;
    private final Shipments shipments;
    private final Listed listed;
    private final InspectionStore inspections;
    private final People people;
    private final Procedures procedures;
    private final Calendars calendars;
    private final Numbers numbers;
    private final JdbcTemplate batch;
    private final Clock clock;

    BulkComplaints(Complaints complaints, Catalogue catalogue, Shipments shipments, Listed listed, InspectionStore inspections, People people, Procedures procedures, Calendars calendars, Numbers numbers,
            JdbcTemplate batch, Clock clock) {
        this.complaints = complaints;
        this.catalogue = catalogue;
        this.shipments = shipments;
        this.listed = listed;
        this.inspections = inspections;
        this.people = people;
        this.procedures = procedures;
        this.calendars = calendars;
        this.numbers = numbers;
        this.batch = batch;
        this.clock = clock;
    }

    /** The records that the rows became, in their order. */
    List<UUID> take(ImportView list, List<ImportStore.Staged> rows) {
        var actor = people.actor(list.by()).orElseThrow(() -> new IllegalStateException("the importer has left"));
        var known = listed.customers(rows.stream().map(ImportStore.Staged::fields).toList());
        if (list.kind() == ImportKind.SHIPMENTS) {
            return rows.stream().map(row -> shipments.take(list.by(), Listed.shipment(row.fields(), known))).toList();
        }
        if (list.kind() == ImportKind.INSPECTIONS) {
            return rows.stream().map(row -> inspection(list, row.fields())).toList();
        }
        var zone = calendars.inForce().zone();
        return list.history() ? history(actor, rows, known, zone) : rows.stream().map(row -> complaints.take(actor, complaint(actor, row.fields(), known, zone)).value()).toList();
    }

    private NewComplaint complaint(Actor actor, Map<String, String> f, Map<String, CustomerId> known, ZoneId zone) {
        var customer = Listed.customer(f, known);
        return new NewComplaint(customer, new Complainant(f.getOrDefault("name", ""), customer == null ? f.getOrDefault("customer", "") : "", f.getOrDefault("phone", ""),
                f.getOrDefault("mail", "")), FeedbackKind.valueOf(f.getOrDefault("kind", "COMPLAINT")), Phase.valueOf(f.getOrDefault("phase", "AFTER")), f.get("segment"),
                Channel.valueOf(f.getOrDefault("channel", "OTHER")), at(f.get("received"), zone).orElse(clock.instant()), actor.id(), f.getOrDefault("text", ""),
                f.get("customerNumber"), null, Boolean.parseBoolean(f.get("safety")), List.of(line(f)), null);
    }

    private static NewLine line(Map<String, String> f) {
        return new NewLine(f.getOrDefault("part", ""), f.getOrDefault("partName", ""), f.getOrDefault("lot", ""), f.getOrDefault("serial", ""),
                f.containsKey("quantity") ? new BigDecimal(f.get("quantity")) : null, f.getOrDefault("unit", ""), f.getOrDefault("defect", ""),
                f.getOrDefault("foundAt", ""), f.containsKey("mileage") ? Integer.valueOf(f.get("mileage")) : null, f.getOrDefault("vin", ""));
    }

    /** A day without a time stands at the opening of business. */
    private static Optional<Instant> at(@Nullable String text, ZoneId zone) {
        if (text == null) {
            return Optional.empty();
        }
        var local = LocalDateTime.parse(text);
        return Optional.of((local.toLocalTime().toSecondOfDay() == 0 ? local.withHour(9) : local).atZone(zone).toInstant());
    }

    /** What is written of one complaint of the past. */
    private record Past(UUID id, String number, NewComplaint k, NewLine line, @Nullable TriageClass triage, @Nullable Instant answered, Instant closed, String customer) {}

    private List<UUID> history(Actor actor, List<ImportStore.Staged> rows, Map<String, CustomerId> known, ZoneId zone) {
        var profile = procedures.inForce();
        var past = new ArrayList<Past>();
        var given = numbers.reserve(profile.prefix("complaint"), procedures.today().getYear(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            var f = rows.get(i).fields();
            var k = complaint(actor, f, known, zone);
            var received = k.receivedAt();
            var answered = at(f.get("answered"), zone).filter(a -> !a.isBefore(received)).orElse(null);
            var closed = at(f.get("closed"), zone).filter(c -> !c.isBefore(received)).orElse(answered == null ? received : answered);
            past.add(new Past(Ids.next(), given.get(i).toString(), k, catalogue.tidy(line(f)), f.containsKey("triage") ? TriageClass.valueOf(f.get("triage")) : null, answered,
                    closed, f.getOrDefault("customer", "")));
        }
        write(actor, past, profile.id(), profile.clauseOf("prefixes.complaint"), zone);
        return past.stream().map(Past::id).toList();
    }

    private void write(Actor actor, List<Past> past, UUID profile, String clause, ZoneId zone) {
        var now = Timestamp.from(clock.instant());
        batch.batchUpdate("""
                insert into complaint.complaint (id, number, kind, phase, segment, channel, customer_id, who_name, who_organisation, who_phone, who_mail, received_at,
                  received_by, noted_at, words, customer_number, customer_number_key, safety, imported, profile_version, clause, standing, triage, closed_at, changed_by,
                  changed_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,true,?,?,'CLOSED',?,?,?,?)""", past, past.size(), (s, p) -> complaint(s, p, actor, profile, clause, now));
        batch.batchUpdate("""
                insert into complaint.line (id, complaint_id, position, part, part_key, part_name, lot, lot_key, serial, quantity, unit, defect, found_at, mileage, vin,
                  received_at) values (?,?,1,?,?,?,?,?,?,?,?,?,?,?,?,?)""", past.stream().filter(p -> !p.line().empty()).toList(), 1_000, (s, p) -> line(s, p));
        batch.batchUpdate("insert into complaint.fact (id, complaint_id, round, fact, at, by_id, noted_at, details) values (?,?,1,'ANSWERED_FINAL',?,?,?,'{}')",
                past.stream().filter(p -> p.answered() != null).toList(), 1_000, (s, p) -> {
                    s.setObject(1, Ids.next());
                    s.setObject(2, p.id());
                    s.setTimestamp(3, Timestamp.from(java.util.Objects.requireNonNull(p.answered())));
                    s.setObject(4, actor.id().value());
                    s.setTimestamp(5, now);
                });
        batch.batchUpdate("insert into complaint.closure (id, complaint_id, round, closed_at) values (?,?,1,?)", past, past.size(), (s, p) -> {
            s.setObject(1, Ids.next());
            s.setObject(2, p.id());
            s.setTimestamp(3, Timestamp.from(p.closed()));
        });
        batch.batchUpdate("insert into complaint.sought (complaint_id, text, grams) values (?,?,?)", past, past.size(), (s, p) -> sought(s, p, zone));
    }

    private static void complaint(PreparedStatement s, Past p, Actor actor, UUID profile, String clause, Timestamp now) throws SQLException {
        var k = p.k();
        var who = java.util.Objects.requireNonNull(k.complainant());
        var theirs = k.customerNumber() == null ? "" : k.customerNumber();
        int i = 0;
        s.setObject(++i, p.id());
        for (String text : List.of(p.number(), k.kind().name(), k.phase().name())) {
            s.setString(++i, text);
        }
        s.setString(++i, k.segment());
        s.setString(++i, k.channel().name());
        s.setObject(++i, k.customer() == null ? null : k.customer().value(), Types.OTHER);
        for (String text : List.of(who.name(), who.organisation(), who.phone(), who.mail())) {
            s.setString(++i, text);
        }
        s.setTimestamp(++i, Timestamp.from(k.receivedAt()));
        s.setObject(++i, actor.id().value());
        s.setTimestamp(++i, now);
        for (String text : List.of(k.text(), theirs, Names.key(theirs))) {
            s.setString(++i, text);
        }
        s.setBoolean(++i, k.safety());
        s.setObject(++i, profile);
        s.setString(++i, clause);
        s.setString(++i, p.triage() == null ? null : p.triage().name());
        s.setTimestamp(++i, Timestamp.from(p.closed()));
        s.setObject(++i, actor.id().value());
        s.setTimestamp(++i, now);
    }

    private static void line(PreparedStatement s, Past p) throws SQLException {
        var l = p.line();
        int i = 0;
        s.setObject(++i, Ids.next());
        s.setObject(++i, p.id());
        for (String text : List.of(l.part(), Names.key(l.part()), l.partName(), l.lot(), Names.key(l.lot()), l.serial())) {
            s.setString(++i, text);
        }
        s.setBigDecimal(++i, l.quantity());
        for (String text : List.of(l.unit(), l.defect(), l.foundAt())) {
            s.setString(++i, text);
        }
        s.setObject(++i, l.mileage(), Types.INTEGER);
        s.setString(++i, l.vin());
        s.setTimestamp(++i, Timestamp.from(p.k().receivedAt()));
    }

    private static void sought(PreparedStatement s, Past p, ZoneId zone) throws SQLException {
        var l = p.line();
        var who = java.util.Objects.requireNonNull(p.k().complainant());
        var sought = Sought.of(p.k().receivedAt().atZone(zone).getYear(), List.of(p.number(), p.k().customerNumber() == null ? "" : p.k().customerNumber(), p.k().text(),
                p.customer(), who.name(), who.phone(), l.part(), l.partName(), l.lot(), l.serial(), l.defect(), l.vin(), l.foundAt()));
        s.setObject(1, p.id());
        s.setString(2, sought.text());
        s.setArray(3, s.getConnection().createArrayOf("text", sought.grams().toArray()));
    }

    /** A plant makes it a record of our own parts, else it is one of a purchased lot; what is there already stays (004/5.5, 5.6). */
    private UUID inspection(ImportView list, Map<String, String> f) {
        var id = Ids.next();
        inspections.insert(id, Listed.inspection(f), list.by(), clock.instant());
        return id;
    }
}
