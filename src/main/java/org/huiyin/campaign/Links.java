package org.huiyin.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Tokens;
import org.huiyin.platform.BaseAddress;
import org.huiyin.platform.CompanyScope;
import org.huiyin.platform.LinkKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The links of invitations: unguessable, ending with the round, revocable; only hashes are stored (wiring.md, public links). */
@Component
class Links {

    private static final String KIND = "answer";

    private final JdbcClient sql;
    private final LinkKey key;
    private final BaseAddress address;
    private final Rounds rounds;
    private final Clock clock;

    Links(JdbcClient sql, LinkKey key, BaseAddress address, Rounds rounds, Clock clock) {
        this.sql = sql;
        this.key = key;
        this.address = address;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** The address that the contact opens. */
    @Transactional
    String of(InvitationView invitation) {
        return base() + "/a/" + token(invitation);
    }

    /** The address at which the contact says that she wants no more questionnaires. */
    @Transactional
    String stopOf(InvitationView invitation) {
        return of(invitation) + "/stop";
    }

    /** The address under which customers reach us; links that say localhost would be of no use. */
    private String base() {
        return known().orElseThrow(() -> new BrokenRule("campaign.round.refused.noAddress"));
    }

    Optional<String> known() {
        return address.get();
    }

    @Transactional
    String token(InvitationView invitation) {
        var company = CompanyScope.required().value();
        var token = key.token(company, invitation.id().value(), invitation.issue());
        var end = rounds.get(invitation.round()).linksEndAt(rounds.zone());
        sql.sql("""
                insert into platform.link (token_hash, company_id, kind, subject_id, created_at, expires_at) values (?,?,?,?,?,?)
                on conflict (token_hash) do nothing""")
                .params(Tokens.hash(token), company, KIND, invitation.id().value(), Timestamp.from(clock.instant()), Timestamp.from(end))
                .update();
        return token;
    }

    /** Closes every link of the invitation for good. */
    @Transactional
    void revoke(InvitationId invitation) {
        sql.sql("update platform.link set revoked_at = ? where kind = ? and subject_id = ? and company_id = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), KIND, invitation.value(), CompanyScope.required().value())
                .update();
    }

    /** The round ends on another day now. */
    @Transactional
    void prolong(RoundView round) {
        sql.sql("""
                update platform.link set expires_at = ? where kind = ? and company_id = ?
                  and subject_id in (select id from campaign.invitation where round_id = ?)""")
                .params(Timestamp.from(round.linksEndAt(rounds.zone())), KIND, CompanyScope.required().value(), round.id().value())
                .update();
    }
}
