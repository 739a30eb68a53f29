package org.huiyin.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.platform.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WebhookStore {

    private final JdbcClient sql;
    private final SecretBox secrets;

    WebhookStore(JdbcClient sql, SecretBox secrets) {
        this.sql = sql;
        this.secrets = secrets;
    }

    private static String place(UUID webhook) {
        return "webhook " + webhook;
    }

    void insert(UUID id, String url, String secret, Collection<String> events, PersonId by, Instant at) {
        sql.sql("insert into notification.webhook (id, url, secret, events, made_by, made_at) values (?,?,?,?,?,?)")
                .params(id, url, secrets.seal(place(id), secret), events.toArray(String[]::new), by.value(), Timestamp.from(at))
                .update();
    }

    boolean update(UUID id, String url, Collection<String> events, WebhookView.State state, int version, PersonId by, Instant at) {
        return sql.sql("""
                        update notification.webhook set url = ?, events = ?, state = ?, failing_since = null, version = version + 1,
                          changed_by = ?, changed_at = ?
                        where id = ? and version = ?""")
                        .params(url, events.toArray(String[]::new), state.name(), by.value(), Timestamp.from(at), id, version)
                        .update()
                == 1;
    }

    List<WebhookView> all() {
        return sql.sql("select * from notification.webhook order by id").query(WebhookStore::view).list();
    }

    Optional<WebhookView> find(UUID id) {
        return sql.sql("select * from notification.webhook where id = ?").param(id).query(WebhookStore::view).optional();
    }

    String secret(UUID id) {
        var kept = sql.sql("select secret from notification.webhook where id = ?").param(id).query(String.class).single();
        if (secrets.sealed(kept)) {
            return secrets.open(place(id), kept);
        }
        // From before secrets were sealed; it is sealed as soon as it is used.
        sql.sql("update notification.webhook set secret = ? where id = ?").params(secrets.seal(place(id), kept), id).update();
        return kept;
    }

    List<UUID> listeningTo(String event) {
        return sql.sql("select id from notification.webhook where state = 'ON' and ? = any(events) order by id")
                .param(event)
                .query(UUID.class)
                .list();
    }

    void order(UUID delivery, UUID webhook, String event, String body, Instant at) {
        sql.sql("""
                insert into notification.webhook_delivery (id, webhook_id, event, body, state, ordered_at)
                values (?,?,?,?,'QUEUED',?)""")
                .params(delivery, webhook, event, body, Timestamp.from(at))
                .update();
    }

    void tried(UUID delivery, DeliveryView.State state, @Nullable String answer, Instant at) {
        sql.sql("update notification.webhook_delivery set state = ?, answer = ?, tried_at = ?, attempts = attempts + 1 where id = ?")
                .params(Arrays.asList(state.name(), answer, Timestamp.from(at), delivery))
                .update();
    }

    void giveUp(UUID delivery) {
        sql.sql("update notification.webhook_delivery set state = 'FAILED' where id = ? and state = 'QUEUED'").param(delivery).update();
    }

    boolean again(UUID delivery) {
        return sql.sql("update notification.webhook_delivery set state = 'QUEUED' where id = ? and state <> 'DELIVERED'")
                        .param(delivery)
                        .update()
                == 1;
    }

    void works(UUID webhook) {
        sql.sql("update notification.webhook set failing_since = null where id = ? and failing_since is not null").param(webhook).update();
    }

    void fails(UUID webhook, Instant at) {
        sql.sql("update notification.webhook set failing_since = coalesce(failing_since, ?) where id = ?")
                .params(Timestamp.from(at), webhook)
                .update();
    }

    boolean breakOff(UUID webhook, Instant failingSinceBefore) {
        return sql.sql("update notification.webhook set state = 'BROKEN' where id = ? and state = 'ON' and failing_since < ?")
                        .params(webhook, Timestamp.from(failingSinceBefore))
                        .update()
                == 1;
    }

    Optional<DeliveryView> delivery(UUID id) {
        return sql.sql("select * from notification.webhook_delivery where id = ?").param(id).query(WebhookStore::delivery).optional();
    }

    List<DeliveryView> deliveries(UUID webhook, int limit) {
        return sql.sql("select * from notification.webhook_delivery where webhook_id = ? order by id desc limit ?")
                .params(webhook, limit)
                .query(WebhookStore::delivery)
                .list();
    }

    private static DeliveryView delivery(ResultSet row, int n) throws SQLException {
        var tried = row.getTimestamp("tried_at");
        return new DeliveryView(
                row.getObject("id", UUID.class), row.getObject("webhook_id", UUID.class), row.getString("event"),
                row.getString("body"), DeliveryView.State.valueOf(row.getString("state")), row.getInt("attempts"),
                row.getString("answer"), row.getTimestamp("ordered_at").toInstant(), tried == null ? null : tried.toInstant());
    }

    private static WebhookView view(ResultSet row, int n) throws SQLException {
        var failing = row.getTimestamp("failing_since");
        var changed = row.getTimestamp("changed_at");
        return new WebhookView(
                row.getObject("id", UUID.class), row.getString("url"),
                new TreeSet<>(Arrays.asList((String[]) row.getArray("events").getArray())),
                WebhookView.State.valueOf(row.getString("state")), new PersonId(row.getObject(changed == null ? "made_by" : "changed_by", UUID.class)),
                (changed == null ? row.getTimestamp("made_at") : changed).toInstant(), failing == null ? null : failing.toInstant(), row.getInt("version"));
    }
}
