package org.huiyin.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.notification.MailState;
import org.huiyin.platform.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves invitations and what happened to them. */
@Component
class InvitationStore {

    private static final String SELECT = """
            select i.*, coalesce(r.count, 0) as reminders, r.last as reminded_at from campaign.invitation i
            left join lateral (select count(*) as count, max(r.at) as last from campaign.reminder r
              where r.company_id = i.company_id and r.invitation_id = i.id) r on true
            """;

    private final JdbcClient sql;

    InvitationStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<InvitationView> find(InvitationId id) {
        return sql.sql(SELECT + "where i.id = ?").param(id.value()).query(InvitationStore::view).optional();
    }

    Optional<InvitationView> byNumber(String number) {
        return sql.sql(SELECT + "where i.number = ?").param(number).query(InvitationStore::view).optional();
    }

    Optional<InvitationView> byMail(UUID mail) {
        return sql.sql(SELECT + "where i.mail_id = ?").param(mail).query(InvitationStore::view).optional();
    }

    List<InvitationView> of(RoundId round) {
        return sql.sql(SELECT + "where i.round_id = ? order by i.number").param(round.value()).query(InvitationStore::view).list();
    }

    /** Some that a mail reminds next by the days of the procedure, in order of identity behind the given one. */
    List<InvitationView> remindable(RoundId round, List<Integer> days, LocalDate today, ZoneId zone, UUID behind, int limit) {
        return sql.sql(SELECT + """
                where i.round_id = :round and i.channel = 'MAIL' and i.state in ('SENT', 'OPENED') and i.id > :behind
                  and (select max(d) from unnest(cast(:days as int[])) d where (i.sent_at at time zone :zone)::date + d <= :today)
                    > coalesce((select max(x.after_days) from campaign.reminder x where x.company_id = i.company_id and x.invitation_id = i.id), 0)
                order by i.id limit :limit""")
                .param("round", round.value())
                .param("behind", behind)
                .param("days", days.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .param("zone", zone.getId())
                .param("today", today)
                .param("limit", limit)
                .query(InvitationStore::view)
                .list();
    }

    /** Contacts of the round who want no more questionnaires while one of theirs still waits. */
    List<UUID> optedOut(RoundId round) {
        return sql.sql("""
                select distinct c.id from customer.contact c join campaign.invitation i on i.company_id = c.company_id and i.contact_id = c.id
                where c.opted_out and i.round_id = ? and i.state not in ('REVOKED', 'OPTED_OUT', 'ANSWERED')""")
                .param(round.value())
                .query(UUID.class)
                .list();
    }

    /** How many mails of the round stand in each state. */
    Map<MailState, Integer> mails(RoundId round) {
        Map<MailState, Integer> found = new EnumMap<>(MailState.class);
        sql.sql("select mail_state, count(*) as n from campaign.invitation where round_id = ? and mail_state is not null group by mail_state")
                .param(round.value())
                .query(row -> {
                    found.put(MailState.valueOf(row.getString("mail_state")), row.getInt("n"));
                });
        return found;
    }

    boolean anyPrepared(RoundId round) {
        return sql.sql("select exists (select from campaign.invitation where round_id = ? and state = 'PREPARED')").param(round.value())
                .query(Boolean.class).single();
    }

    /** The silent whom that person looks after, who was asked first before the others; more than that nobody works off. */
    List<InvitationView> silent(RoundId round, PersonId assigned) {
        return sql.sql(SELECT + """
                where i.round_id = ? and i.assigned_to = ? and i.state in ('SENT', 'OPENED', 'BOUNCED') and i.sent_at is not null
                order by i.sent_at, i.number limit 500""")
                .params(round.value(), assigned.value()).query(InvitationStore::view).list();
    }

    List<InvitationView> of(CustomerId customer) {
        return sql.sql(SELECT + "where i.customer_id = ? order by i.prepared_at desc").param(customer.value()).query(InvitationStore::view).list();
    }

    List<InvitationView> ofContact(UUID contact) {
        return sql.sql(SELECT + "where i.contact_id = ?").param(contact).query(InvitationStore::view).list();
    }

    Optional<LinkView> link(byte[] hash, Instant now) {
        return sql.sql("select * from campaign.open_invitation(?)").param(hash)
                .query((row, n) -> {
                    var end = row.getTimestamp("expires_at");
                    var state = row.getTimestamp("revoked_at") != null ? LinkView.State.REVOKED
                            : end != null && !now.isBefore(end.toInstant()) ? LinkView.State.EXPIRED : LinkView.State.LIVE;
                    return new LinkView(new CompanyId(row.getObject("company_id", UUID.class)),
                            new InvitationId(row.getObject("invitation_id", UUID.class)), state);
                })
                .optional();
    }

    void insert(InvitationView i, Instant now) {
        sql.sql("""
                insert into campaign.invitation (id, round_id, customer_id, contact_id, number, channel, language, weight, stratum,
                  state, issue, assigned_to, due_at, prepared_at) values (?,?,?,?,?,?,?,?,?,?,1,?,?,?)""")
                .params(Arrays.asList(i.id().value(), i.round().value(), i.customer().value(), i.contact(), i.number(), i.channel(),
                        i.language(), i.weight(), i.stratum().name(), i.state().name(),
                        i.assignedTo() == null ? null : i.assignedTo().value(), Timestamp.from(i.dueAt()), Timestamp.from(now)))
                .update();
    }

    /** Moves the invitation from the state it was seen in; false when it stands elsewhere by now. */
    boolean become(InvitationId id, InvitationState from, InvitationState to) {
        return sql.sql("update campaign.invitation set state = ?, version = version + 1 where id = ? and state = ?")
                .params(to.name(), id.value(), from.name())
                .update() == 1;
    }

    boolean opened(InvitationId id, Instant at) {
        return sql.sql("""
                update campaign.invitation set opened_at = ?, version = version + 1,
                  state = case when state in ('PREPARED', 'SENT', 'BOUNCED') then 'OPENED' else state end
                where id = ? and opened_at is null""")
                .params(Timestamp.from(at), id.value())
                .update() == 1;
    }

    boolean answered(InvitationId id, Instant at) {
        return sql.sql("""
                update campaign.invitation set state = 'ANSWERED', answered_at = ?, version = version + 1
                where id = ? and state not in ('ANSWERED', 'REVOKED')""")
                .params(Timestamp.from(at), id.value())
                .update() == 1;
    }

    void step(InvitationId id, String step, String before, String after, String reason, @Nullable PersonId by, Instant at) {
        sql.sql("""
                insert into campaign.invitation_step (id, invitation_id, step, before, after, reason, by_person, at)
                values (?,?,?,?,?,?,?,?)""")
                .params(Arrays.asList(Ids.next(), id.value(), step, before, after, reason, by == null ? null : by.value(), Timestamp.from(at)))
                .update();
    }

    boolean sent(InvitationId id, InvitationState from, @Nullable UUID mail, Instant at) {
        return sql.sql("""
                update campaign.invitation set state = case when opened_at is null then 'SENT' else 'OPENED' end,
                  sent_at = coalesce(sent_at, ?), mail_id = ?, mail_state = ?, trouble = null, version = version + 1
                where id = ? and state = ?""")
                .params(Arrays.asList(Timestamp.from(at), mail, mail == null ? null : MailState.QUEUED.name(), id.value(), from.name()))
                .update() == 1;
    }

    void deliver(InvitationId id, Channel channel, @Nullable UUID mail, PersonId by, Instant at) {
        sql.sql("insert into campaign.delivery (id, invitation_id, channel, mail_id, by_person, at) values (?,?,?,?,?,?)")
                .params(Arrays.asList(Ids.next(), id.value(), channel.name(), mail, by.value(), Timestamp.from(at)))
                .update();
    }

    /** False when the procedure's day has reminded this contact already. */
    boolean remind(UUID reminder, InvitationId id, @Nullable Integer afterDays, Channel channel, PersonId by, Instant at) {
        return sql.sql("""
                insert into campaign.reminder (id, invitation_id, after_days, channel, by_person, at) values (?,?,?,?,?,?)
                on conflict on constraint reminder_day do nothing""")
                .params(Arrays.asList(reminder, id.value(), afterDays, channel.name(), by.value(), Timestamp.from(at)))
                .update() == 1;
    }

    /** The latest day of the procedure that has reminded the contact; 0 for none. */
    int remindedDay(InvitationId id) {
        return sql.sql("select coalesce(max(after_days), 0) from campaign.reminder where invitation_id = ?").param(id.value()).query(Integer.class).single();
    }

    void lastMail(InvitationId id, UUID mail) {
        sql.sql("update campaign.invitation set mail_id = ?, mail_state = 'QUEUED', version = version + 1 where id = ?").params(mail, id.value()).update();
    }

    void mailState(UUID mail, MailState state, @Nullable String trouble) {
        sql.sql("update campaign.invitation set mail_state = ?, trouble = ?, version = version + 1 where mail_id = ?")
                .params(Arrays.asList(state.name(), trouble, mail))
                .update();
    }

    void trouble(InvitationId id, @Nullable String trouble) {
        sql.sql("update campaign.invitation set trouble = ? where id = ?").params(Arrays.asList(trouble, id.value())).update();
    }

    boolean channel(InvitationId id, Channel channel, InvitationState state, int version) {
        return sql.sql("update campaign.invitation set channel = ?, state = ?, trouble = null, version = version + 1 where id = ? and version = ?")
                .params(channel.name(), state.name(), id.value(), version)
                .update() == 1;
    }

    boolean contact(InvitationView now, int version) {
        return sql.sql("""
                update campaign.invitation set contact_id = ?, channel = ?, language = ?, weight = ?, state = 'PREPARED', issue = issue + 1,
                  opened_at = null, trouble = null, mail_id = null, mail_state = null, version = version + 1 where id = ? and version = ?""")
                .params(now.contact(), now.channel(), now.language(), now.weight(), now.id().value(), version)
                .update() == 1;
    }

    void assign(InvitationId id, PersonId person) {
        sql.sql("update campaign.invitation set assigned_to = ?, version = version + 1 where id = ?").params(person.value(), id.value()).update();
    }

    boolean reissue(InvitationId id, InvitationState state) {
        return sql.sql("update campaign.invitation set issue = issue + 1, state = ?, version = version + 1 where id = ? and state <> 'ANSWERED'")
                .params(state.name(), id.value())
                .update() == 1;
    }

    void due(RoundId round, Instant dueAt) {
        sql.sql("update campaign.invitation set due_at = ? where round_id = ?").params(Timestamp.from(dueAt), round.value()).update();
    }

    /** What happened to an invitation, the first thing first. */
    record Event(String what, String before, String after, String reason, @Nullable PersonId by, Instant at) {}

    List<Event> history(InvitationId id) {
        return sql.sql("""
                select step as what, before, after, reason, by_person, at from campaign.invitation_step where invitation_id = :id
                union all select 'SENT', '', channel, '', by_person, at from campaign.delivery where invitation_id = :id
                union all select 'REMINDED', coalesce(after_days::text, ''), channel, '', by_person, at from campaign.reminder where invitation_id = :id
                order by at""")
                .param("id", id.value())
                .query((row, n) -> {
                    var by = row.getObject("by_person", UUID.class);
                    return new Event(row.getString("what"), row.getString("before"), row.getString("after"), row.getString("reason"),
                            by == null ? null : new PersonId(by), row.getTimestamp("at").toInstant());
                })
                .list();
    }

    private static InvitationView view(ResultSet row, int n) throws SQLException {
        var assigned = row.getObject("assigned_to", UUID.class);
        var mail = row.getString("mail_state");
        return new InvitationView(
                new InvitationId(row.getObject("id", UUID.class)),
                new RoundId(row.getObject("round_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getObject("contact_id", UUID.class),
                row.getString("number"),
                Channel.valueOf(row.getString("channel")),
                row.getString("language"),
                row.getBigDecimal("weight"),
                Grade.valueOf(row.getString("stratum")),
                InvitationState.valueOf(row.getString("state")),
                Columns.instant(row, "sent_at"),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "answered_at"),
                row.getTimestamp("due_at").toInstant(),
                assigned == null ? null : new PersonId(assigned),
                mail == null ? null : MailState.valueOf(mail),
                row.getString("trouble"),
                row.getInt("issue"),
                row.getInt("reminders"),
                Columns.instant(row, "reminded_at"),
                row.getInt("version"));
    }
}
