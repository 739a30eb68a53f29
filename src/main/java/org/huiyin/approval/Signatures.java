package org.huiyin.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.Sentences;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.huiyin.web.security.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs with the password, given again within five minutes; a program signs with a token that may decide, and it shows. */
@Service
@Transactional
public class Signatures {

    private final JdbcClient sql;
    private final Sentences sentences;
    private final PasswordCheck passwords;
    private final RecentPassword recent;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Signatures(
            JdbcClient sql,
            Sentences sentences,
            PasswordCheck passwords,
            RecentPassword recent,
            Messages messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.sentences = sentences;
        this.passwords = passwords;
        this.recent = recent;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** Signs the content behind the hash; the password may be missing when it was given within the last five minutes. */
    public SignatureId sign(Member member, @Nullable String password, SubjectRef subject, Sentence meaning, String contentHash) {
        var way = identify(member, password);
        var id = Ids.next();
        var actor = member.actor();
        var words = messages.in(Language.of(locale(member)), ZoneId.of(member.zone())).say(meaning);
        sql.sql("""
                insert into approval.signature (id, person_id, person_name, roles, subject_type, subject_id, meaning, words,
                  content_hash, way, token_id, signed_at) values (?,?,?,?,?,?,cast(? as jsonb),?,?,?,?,?)""")
                .params(Arrays.asList(id, actor.id().value(), actor.name(), actor.roles().toArray(String[]::new),
                        subject.type(), subject.id(), sentences.write(meaning), words, contentHash, way.name(),
                        way == SignatureView.Way.TOKEN ? member.token() : null, Timestamp.from(clock.instant())))
                .update();
        events.publishEvent(new Happening(subject, "sign", actor.id(), Map.of(),
                Map.of("signature", id, "meaning", meaning.key(), "hash", contentHash, "way", way.name()), clock.instant()));
        return new SignatureId(id);
    }

    /** Whether the password must be asked for. */
    public boolean passwordNeeded(Member member) {
        return member.token() == null && (member.account() == null || !recent.given(member.account()));
    }

    private SignatureView.Way identify(Member member, @Nullable String password) {
        if (member.token() != null) {
            member.actor().mustHave("approval.decide");
            return SignatureView.Way.TOKEN;
        }
        var account = Optional.ofNullable(member.account()).orElseThrow(Signatures::missing);
        if (password != null && !password.isEmpty()) {
            passwords.check(account, password);
            recent.remember(account);
            return SignatureView.Way.PASSWORD;
        }
        if (!recent.given(account)) {
            throw missing();
        }
        return SignatureView.Way.RECENT_PASSWORD;
    }

    private static InvalidInput missing() {
        return new InvalidInput("password", "approval.sign.noPassword");
    }

    /** The signatures on a record, in the order in which they were given. */
    @Transactional(readOnly = true)
    public List<SignatureView> of(SubjectRef subject) {
        return sql.sql("select * from approval.signature where subject_type = ? and subject_id = ? order by id")
                .params(subject.type(), subject.id())
                .query(this::read)
                .list();
    }

    /** One signature. */
    @Transactional(readOnly = true)
    public Optional<SignatureView> find(SignatureId id) {
        return sql.sql("select * from approval.signature where id = ?").param(id.value()).query(this::read).optional();
    }

    private static Locale locale(Member member) {
        return member.language() == null ? LocaleContextHolder.getLocale() : Locale.forLanguageTag(member.language());
    }

    private SignatureView read(ResultSet row, int n) throws SQLException {
        return new SignatureView(
                new SignatureId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("person_name"),
                new TreeSet<>(Arrays.asList((String[]) row.getArray("roles").getArray())),
                new SubjectRef(row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
                sentences.read(row.getString("meaning")),
                row.getString("words"),
                row.getString("content_hash"),
                SignatureView.Way.valueOf(row.getString("way")),
                row.getTimestamp("signed_at").toInstant());
    }
}
