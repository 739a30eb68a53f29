package org.huiyin.organization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.kernel.Tokens;
import org.huiyin.platform.CompanyScope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys for programs: shown once, stored as hashes, limited to scopes, revocable at once. */
@Service
@Transactional
public class ApiTokens {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** A token at the only moment at which it can be read. */
    public record Fresh(ApiToken token, String secret) {}

    /** Makes a token for oneself; its scopes are rights that one holds. */
    public Fresh make(Actor actor, String name, Set<String> scopes, @Nullable Instant expiresAt) {
        return make(actor, Ids.next(), name, scopes, expiresAt);
    }

    /** The same under an id of the form's, so that a form sent twice makes one token. */
    public Fresh make(Actor actor, UUID id, String name, Set<String> scopes, @Nullable Instant expiresAt) {
        if (known(id)) {
            throw new BrokenRule("organization.token.once");
        }
        if (scopes.isEmpty()) {
            throw new BrokenRule("organization.token.noScope");
        }
        scopes.forEach(actor::mustHave);
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw new BrokenRule("organization.token.pastExpiry");
        }
        var secret = "hy_" + Tokens.next();
        sql.sql("""
                insert into platform.api_token (id, token_hash, company_id, person_id, name, scopes, created_at, expires_at)
                values (?,?,?,?,?,?,?,?)""")
                .params(Arrays.asList(id, Tokens.hash(secret), CompanyScope.required().value(), actor.id().value(), name,
                        scopes.toArray(String[]::new), Timestamp.from(clock.instant()),
                        expiresAt == null ? null : Timestamp.from(expiresAt)))
                .update();
        tell(actor, id, "make", Map.of("name", name, "scopes", scopes));
        return new Fresh(byId(id), secret);
    }

    /** The tokens of the company for who may edit people, else one's own. */
    @Transactional(readOnly = true)
    public List<ApiToken> visibleTo(Actor actor) {
        return sql.sql("select * from platform.api_token where company_id = ? and (? or person_id = ?) order by created_at desc")
                .params(CompanyScope.required().value(), actor.may("people.edit"), actor.id().value())
                .query(ApiTokens::read)
                .list();
    }

    /** Revokes a token; it is refused from then on. */
    public void revoke(Actor actor, UUID id) {
        var token = visibleTo(actor).stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow(NotFound::new);
        sql.sql("update platform.api_token set revoked_at = ? where id = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), token.id())
                .update();
        tell(actor, id, "revoke", Map.of("name", token.name()));
    }

    /** The valid token behind a secret; notes the day of its use. */
    public Optional<ApiToken> open(String secret) {
        var found = sql.sql("select * from platform.api_token where token_hash = ?")
                .param(Tokens.hash(secret))
                .query(ApiTokens::read)
                .optional()
                .filter(token -> token.validAt(clock.instant()));
        found.ifPresent(this::noteUse);
        return found;
    }

    private void noteUse(ApiToken token) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(token.lastUsedOn())) {
            sql.sql("update platform.api_token set last_used_on = ? where id = ?").params(today, token.id()).update();
        }
    }

    private boolean known(UUID id) {
        return sql.sql("select exists (select from platform.api_token where id = ?)").param(id).query(Boolean.class).single();
    }

    private ApiToken byId(UUID id) {
        return sql.sql("select * from platform.api_token where id = ?").param(id).query(ApiTokens::read).single();
    }

    private void tell(Actor actor, UUID id, String verb, Map<String, Object> after) {
        events.publishEvent(new Happening(new SubjectRef("token", id), verb, actor.id(), Map.of(), after, clock.instant()));
    }

    private static ApiToken read(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        var expires = row.getTimestamp("expires_at");
        var revoked = row.getTimestamp("revoked_at");
        return new ApiToken(
                row.getObject("id", UUID.class),
                new CompanyId(row.getObject("company_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                new TreeSet<>(Arrays.asList((String[]) row.getArray("scopes").getArray())),
                row.getTimestamp("created_at").toInstant(),
                expires == null ? null : expires.toInstant(),
                row.getObject("last_used_on", LocalDate.class),
                revoked == null ? null : revoked.toInstant());
    }
}
