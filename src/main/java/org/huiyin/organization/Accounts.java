package org.huiyin.organization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.CompanyScope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sign-in names and passwords (Argon2id); five wrong passwords lock an account for a quarter of an hour. */
@Service
@Transactional
public class Accounts {

    static final int FAILURES_ALLOWED = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    /** NIST SP 800-63B: length counts, not character classes. */
    static final int SHORTEST_PASSWORD = 10;

    private final JdbcClient sql;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Strangers strangers = new Strangers();

    Accounts(JdbcClient sql, PasswordEncoder encoder, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
    }

    /** An account with its secret; leaves this module only towards Spring Security. */
    public record Account(
            UUID id, String login, String hash, @Nullable String language, @Nullable Instant lockedUntil,
            boolean mustChange, boolean disabled) {}

    /** Opens an account for a person of the company, or joins an existing one when the login is hers already. */
    void open(CompanyId company, PersonId person, String login, String password, boolean mustChange) {
        var name = tidy(login);
        checkLogin(name);
        checkPassword(name, password);
        var existing = find(name);
        if (existing.isPresent() && !encoder.matches(password, existing.get().hash())) {
            throw new InvalidInput("login", "organization.account.loginTaken", name);
        }
        var id = existing.map(Account::id).orElseGet(() -> insert(name, password, mustChange));
        sql.sql("insert into platform.membership (account_id, company_id, person_id) values (?, ?, ?)")
                .params(id, company.value(), person.value())
                .update();
    }

    /** Gives a person of the bound company a login with a first password that she must change. */
    public void invite(Actor actor, PersonId person, String login, String firstPassword) {
        actor.mustHave("people.edit");
        var name = tidy(login);
        if (find(name).isPresent()) {
            throw new InvalidInput("login", "organization.account.loginTaken", name);
        }
        open(CompanyScope.required(), person, name, firstPassword, true);
        tell(actor, person, "openAccount", Map.of("login", name));
    }

    /** Sets a new first password for somebody who lost hers and unlocks the account. */
    public void reset(Actor actor, PersonId person, String firstPassword) {
        actor.mustHave("people.edit");
        var account = ofPerson(person).orElseThrow(() -> new BrokenRule("organization.account.none"));
        if (companiesOf(account.id()) > 1) {
            throw new BrokenRule("organization.account.shared");
        }
        checkPassword(account.login(), firstPassword);
        store(account.id(), firstPassword, true);
        endSessions(account.login());
        tell(actor, person, "resetPassword", Map.of());
    }

    /** Changes one's own password; the old one is asked for again, and every session but the given one ends. */
    public void change(UUID account, String oldPassword, String newPassword, @Nullable String session) {
        var found = byId(account).orElseThrow();
        if (!encoder.matches(oldPassword, found.hash())) {
            throw new InvalidInput("old", "organization.account.wrongOldPassword");
        }
        if (oldPassword.equals(newPassword)) {
            throw new InvalidInput("password", "organization.account.samePassword");
        }
        checkPassword(found.login(), newPassword);
        store(account, newPassword, false);
        sql.sql("delete from platform.spring_session where principal_name = ? and session_id is distinct from ?")
                .params(Arrays.asList(found.login(), session))
                .update();
    }

    /** Whether the password is the account's; used when somebody signs a decision. */
    @Transactional(readOnly = true)
    public boolean matches(UUID account, String password) {
        return byId(account).map(found -> encoder.matches(password, found.hash())).orElse(false);
    }

    /** The operator's way in after the administrator is lost: sets a password by the login alone. */
    public boolean rescue(String login, String password) {
        var account = find(tidy(login));
        account.ifPresent(found -> {
            checkPassword(found.login(), password);
            store(found.id(), password, true);
            endSessions(found.login());
        });
        return account.isPresent();
    }

    /** The account with the login. */
    @Transactional(readOnly = true)
    public Optional<Account> find(String login) {
        return sql.sql("select * from platform.account where login = ?").param(tidy(login)).query(Accounts::read).optional();
    }

    /** The account with the id. */
    @Transactional(readOnly = true)
    public Optional<Account> byId(UUID id) {
        return sql.sql("select * from platform.account where id = ?").param(id).query(Accounts::read).optional();
    }

    /** The account of a person of the bound company. */
    @Transactional(readOnly = true)
    public Optional<Account> ofPerson(PersonId person) {
        return sql.sql("""
                select a.* from platform.account a join platform.membership m on m.account_id = a.id
                where m.company_id = ? and m.person_id = ?""")
                .params(CompanyScope.required().value(), person.value())
                .query(Accounts::read)
                .optional();
    }

    /** The person that the account stands for in the company. */
    @Transactional(readOnly = true)
    public Optional<PersonId> personIn(UUID account, CompanyId company) {
        return sql.sql("select person_id from platform.membership where account_id = ? and company_id = ?")
                .params(account, company.value())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** How a login stands after a wrong password: tries left, or locked until an instant. */
    public record Attempts(int left, @Nullable Instant lockedUntil) {}

    /** Notes a wrong password; a login that nobody has is counted as well, so that it cannot be told from others. */
    public void failed(String login) {
        int known = sql.sql("""
                update platform.account set failures = case when failures + 1 >= :most then 0 else failures + 1 end,
                  locked_until = case when failures + 1 >= :most then cast(:until as timestamptz) else locked_until end
                where login = :login""")
                .param("most", FAILURES_ALLOWED)
                .param("until", Timestamp.from(clock.instant().plus(LOCK)))
                .param("login", tidy(login))
                .update();
        if (known == 0) {
            strangers.failed(tidy(login), clock.instant());
        }
    }

    /** The tries that the login has left. */
    @Transactional(readOnly = true)
    public Attempts attempts(String login) {
        return sql.sql("select failures, locked_until from platform.account where login = ?")
                .param(tidy(login))
                .query((row, n) -> {
                    var until = row.getTimestamp("locked_until");
                    var locked = until != null && clock.instant().isBefore(until.toInstant());
                    return new Attempts(FAILURES_ALLOWED - row.getInt("failures"), locked ? until.toInstant() : null);
                })
                .optional()
                .orElseGet(() -> strangers.attempts(tidy(login), clock.instant()));
    }

    /** Notes a good sign-in. */
    public void succeeded(String login) {
        sql.sql("update platform.account set failures = 0, locked_until = null where login = ? and (failures > 0 or locked_until is not null)")
                .param(tidy(login))
                .update();
    }

    /** Remembers the language the person wants to work in. */
    public void setLanguage(UUID account, String language) {
        sql.sql("update platform.account set language = ? where id = ?").params(language, account).update();
    }

    static String tidy(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** Refuses a login that nobody could type or that is too long to keep. */
    static void checkLogin(String login) {
        if (!tidy(login).matches("[^\\s]{2,120}")) {
            throw new InvalidInput("login", "organization.account.loginForm");
        }
    }

    private static void checkPassword(String login, String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new InvalidInput("password", "organization.account.passwordShort", SHORTEST_PASSWORD);
        }
        if (password.length() > 200) {
            throw new InvalidInput("password", "organization.account.passwordLong", 200);
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (plain.contains(login) || plain.chars().distinct().count() < 4) {
            throw new InvalidInput("password", "organization.account.passwordPlain");
        }
    }

    private UUID insert(String login, String password, boolean mustChange) {
        var id = Ids.next();
        var now = Timestamp.from(clock.instant());
        sql.sql("insert into platform.account (id, login, password_hash, password_set_at, must_change, created_at) values (?,?,?,?,?,?)")
                .params(id, login, encoded(password), now, mustChange, now)
                .update();
        return id;
    }

    private void store(UUID account, String password, boolean mustChange) {
        sql.sql("""
                update platform.account set password_hash = ?, password_set_at = ?, must_change = ?, failures = 0,
                locked_until = null where id = ?""")
                .params(Arrays.asList(encoded(password), Timestamp.from(clock.instant()), mustChange, account))
                .update();
    }

    private String encoded(String password) {
        return java.util.Objects.requireNonNull(encoder.encode(password));
    }

    private void endSessions(String login) {
        sql.sql("delete from platform.spring_session where principal_name = ?").param(login).update();
    }

    private int companiesOf(UUID account) {
        return sql.sql("select count(*) from platform.membership where account_id = ?").param(account).query(Integer.class).single();
    }

    private void tell(Actor actor, PersonId person, String verb, Map<String, Object> after) {
        events.publishEvent(new Happening(new SubjectRef("person", person.value()), verb, actor.id(), Map.of(), after, clock.instant()));
    }

    private static Account read(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        var locked = row.getTimestamp("locked_until");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("password_hash"),
                row.getString("language"),
                locked == null ? null : locked.toInstant(),
                row.getBoolean("must_change"),
                row.getObject("disabled_at") != null);
    }
}
