package org.huiyin.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves rounds. */
@Component
class RoundStore {

    private final JdbcClient sql;

    RoundStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<RoundView> find(RoundId id) {
        return sql.sql("select * from campaign.round where id = ?").param(id.value()).query(RoundStore::view).optional();
    }

    Optional<RoundView> byNumber(String number) {
        return sql.sql("select * from campaign.round where number = ?").param(number).query(RoundStore::view).optional();
    }

    List<RoundView> all() {
        return sql.sql("select * from campaign.round order by opens_on desc, number desc").query(RoundStore::view).list();
    }

    void insert(RoundView round) {
        sql.sql("""
                insert into campaign.round (id, number, title, kind, window_code, window_from, window_to, opens_on, closes_on,
                  links_end_on, profile_version, questionnaire_version, confidential, seed, state, planned_by, planned_at,
                  version, changed_by, changed_at)
                values (:id, :number, :title, :kind, :window, :from, :to, :opens, :closes, :links, :profile, :questionnaire,
                  :confidential, :seed, :state, :by, :at, 1, :by, :at)""")
                .param("id", round.id().value())
                .param("number", round.number())
                .param("title", round.title())
                .param("kind", round.kind().name())
                .param("window", round.window())
                .param("from", round.windowFrom())
                .param("to", round.windowTo())
                .param("opens", round.opensOn())
                .param("closes", round.closesOn())
                .param("links", round.linksEndOn())
                .param("profile", round.profileVersion())
                .param("questionnaire", round.questionnaireVersion())
                .param("confidential", round.confidential())
                .param("seed", round.seed())
                .param("state", round.state().name())
                .param("by", round.plannedBy().value())
                .param("at", Timestamp.from(round.plannedAt()))
                .update();
    }

    /** False when somebody else was quicker. */
    boolean update(RoundView round, int version, PersonId by, Instant at) {
        return sql.sql("""
                update campaign.round set title = :title, opens_on = :opens, closes_on = :closes, links_end_on = :links,
                  confidential = :confidential, version = version + 1, changed_by = :by, changed_at = :at
                where id = :id and version = :version""")
                .param("title", round.title())
                .param("opens", round.opensOn())
                .param("closes", round.closesOn())
                .param("links", round.linksEndOn())
                .param("confidential", round.confidential())
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .param("id", round.id().value())
                .param("version", version)
                .update() == 1;
    }

    boolean prolong(RoundId id, LocalDate closesOn, LocalDate linksEndOn, int version, PersonId by, Instant at) {
        return sql.sql("""
                update campaign.round set closes_on = ?, links_end_on = ?, version = version + 1, changed_by = ?, changed_at = ?
                where id = ? and version = ?""")
                .params(closesOn, linksEndOn, by.value(), Timestamp.from(at), id.value(), version)
                .update() == 1;
    }

    /** Moves the round from one state to the next and keeps the step; false when it stands elsewhere by now. */
    boolean become(RoundId id, RoundState from, RoundState to, String reason, PersonId by, Instant at) {
        var moved = sql.sql("""
                update campaign.round set state = ?, version = version + 1, changed_by = ?, changed_at = ?
                where id = ? and state = ?""")
                .params(to.name(), by.value(), Timestamp.from(at), id.value(), from.name())
                .update() == 1;
        if (moved) {
            step(id, to, reason, by, at);
        }
        return moved;
    }

    void step(RoundId id, RoundState state, String reason, PersonId by, Instant at) {
        sql.sql("insert into campaign.round_step (id, round_id, state, reason, by_person, at) values (?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), state.name(), reason, by.value(), Timestamp.from(at))
                .update();
    }

    List<RoundStep> steps(RoundId id) {
        return sql.sql("select * from campaign.round_step where round_id = ? order by id")
                .param(id.value())
                .query((row, n) -> new RoundStep(RoundState.valueOf(row.getString("state")), row.getString("reason"),
                        new PersonId(row.getObject("by_person", UUID.class)), row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Keeps others from working on the round until the transaction ends. */
    void lock(RoundId id) {
        sql.sql("select 1 from campaign.round where id = ? for update").param(id.value()).query(Integer.class).optional();
    }

    private static RoundView view(ResultSet row, int n) throws SQLException {
        return new RoundView(
                new RoundId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("title"),
                RoundKind.valueOf(row.getString("kind")),
                RoundState.valueOf(row.getString("state")),
                row.getString("window_code"),
                row.getObject("window_from", LocalDate.class),
                row.getObject("window_to", LocalDate.class),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getObject("links_end_on", LocalDate.class),
                row.getObject("profile_version", UUID.class),
                row.getObject("questionnaire_version", UUID.class),
                row.getBoolean("confidential"),
                row.getLong("seed"),
                new PersonId(row.getObject("planned_by", UUID.class)),
                row.getTimestamp("planned_at").toInstant(),
                new PersonId(row.getObject("changed_by", UUID.class)),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"));
    }
}
