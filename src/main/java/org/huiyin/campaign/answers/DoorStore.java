package org.huiyin.campaign.answers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.campaign.Channel;
import org.huiyin.campaign.InvitationId;
import org.huiyin.campaign.InvitationState;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.RoundState;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Tokens;
import org.huiyin.platform.Batching;
import org.huiyin.platform.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Resolves tokens, in one call and before the company is known; those that are knocked with at the same time together (wiring.md, Public links; ADR 8). */
@Component
class DoorStore {

    private static final int LONGEST_TOKEN = 64;

    private static final int AT_ONCE = 64;

    private final JdbcClient sql;
    private final Batching<Knock, Optional<Door>> knocking = new Batching<>(AT_ONCE, this::open);

    DoorStore(JdbcClient sql) {
        this.sql = sql;
    }

    private record Knock(byte[] hash, boolean scored) {}

    Optional<Door> open(String token) {
        return open(token, false);
    }

    /** The same with the score of the last round, to be compared with. */
    Optional<Door> openToScore(String token) {
        return open(token, true);
    }

    private Optional<Door> open(String token, boolean scored) {
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return knocking.ask(new Knock(Tokens.hash(token), scored));
    }

    /** A single statement is its own transaction; the function sees the rows of the hashes and no others. */
    private List<Optional<Door>> open(List<Knock> knocks) {
        var doors = new ArrayList<Optional<Door>>(Collections.nCopies(knocks.size(), Optional.empty()));
        var hashes = new byte[knocks.size()][];
        var scored = new boolean[knocks.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = knocks.get(i).hash();
            scored[i] = knocks.get(i).scored();
        }
        sql.sql("select * from campaign.open_answers(?, ?)").params(hashes, scored)
                .query(row -> {
                    doors.set(row.getInt("place") - 1, Optional.of(door(row)));
                });
        return doors;
    }

    private static Door door(ResultSet row) throws SQLException {
        return new Door(
                new CompanyId(id(row, "company_id")), row.getString("company_name"), ZoneId.of(row.getString("zone")),
                Columns.instant(row, "expires_at"), Columns.instant(row, "revoked_at"),
                new InvitationId(id(row, "invitation_id")), InvitationState.valueOf(row.getString("invitation_state")),
                row.getString("number"), Channel.valueOf(row.getString("channel")), row.getBigDecimal("weight"),
                Grade.valueOf(row.getString("stratum")), row.getTimestamp("due_at").toInstant(), Columns.instant(row, "opened_at"),
                new RoundId(id(row, "round_id")), RoundState.valueOf(row.getString("round_state")), row.getBoolean("confidential"),
                row.getObject("opens_on", LocalDate.class), id(row, "profile_version"), id(row, "questionnaire_version"),
                new CustomerId(id(row, "customer_id")), id(row, "contact_id"), row.getString("contact_name"),
                row.getString("language"), row.getBoolean("opted_out"),
                row.getString("draft"), row.getInt("draft_version"), Columns.instant(row, "started_at"), Columns.instant(row, "saved_at"),
                row.getObject("answer_id", UUID.class), Columns.instant(row, "answered_at"), row.getBigDecimal("last_score"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
