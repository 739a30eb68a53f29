package org.huiyin.complaint;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.Tokens;
import org.huiyin.platform.BaseAddress;
import org.huiyin.platform.CompanyScope;
import org.huiyin.platform.LinkKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The links of customers: to tell us of a complaint, and to see how one stands; unguessable, only hashes are stored (wiring.md). */
@Component
class Links {

    static final String TELL = "complaint.tell";
    static final String CASE = "complaint.case";
    private static final int LONGEST_TOKEN = 64;
    private static final String PATH = "/k/";

    private final JdbcClient sql;
    private final LinkKey key;
    private final BaseAddress address;
    private final Clock clock;

    Links(JdbcClient sql, LinkKey key, BaseAddress address, Clock clock) {
        this.sql = sql;
        this.key = key;
        this.address = address;
        this.clock = clock;
    }

    /** What a token opens. */
    record Target(CompanyId company, String kind, UUID subject, boolean revoked) {}

    /** The address outside under which the complaint is seen; empty while nobody has set the address of this installation. */
    @Transactional
    Optional<String> ofCase(ComplaintId id) {
        return address.get().map(base -> base + PATH + token(CASE, id.value(), 1));
    }

    /** The path of the same, for a redirect. */
    @Transactional
    String pathOfCase(ComplaintId id) {
        return PATH + token(CASE, id.value(), 1);
    }

    @Transactional
    Optional<String> ofDoor(UUID door, int issue) {
        return address.get().map(base -> base + PATH + token(TELL, door, issue));
    }

    private String token(String kind, UUID subject, int issue) {
        var company = CompanyScope.required().value();
        var token = key.token(company, subject, issue);
        sql.sql("insert into platform.link (token_hash, company_id, kind, subject_id, created_at) values (?,?,?,?,?) on conflict (token_hash) do nothing")
                .params(Tokens.hash(token), company, kind, subject, Timestamp.from(clock.instant())).update();
        return token;
    }

    @Transactional
    void revoke(String kind, UUID subject) {
        sql.sql("update platform.link set revoked_at = ? where kind = ? and subject_id = ? and company_id = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), kind, subject, CompanyScope.required().value()).update();
    }

    /** Resolves a token before the company is known; the table stands outside the company scope. */
    @Transactional(readOnly = true)
    Optional<Target> open(String token) {
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return sql.sql("select * from platform.link where token_hash = ? and kind in (?, ?)").params(Tokens.hash(token), TELL, CASE)
                .query((row, n) -> new Target(new CompanyId(row.getObject("company_id", UUID.class)), row.getString("kind"),
                        row.getObject("subject_id", UUID.class), row.getTimestamp("revoked_at") != null))
                .optional();
    }
}
