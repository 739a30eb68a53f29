package org.huiyin.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.huiyin.platform.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the links of customers. */
@Component
class DoorStore {

    private final JdbcClient sql;

    DoorStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(DoorView door) {
        sql.sql("insert into complaint.door (id, customer_id, contact_id, issue, made_by, made_at) values (:id, :customer, :contact, 1, :by, :at)")
                .param("id", door.id()).param("customer", door.customer().value()).param("contact", door.contact(), Types.OTHER)
                .param("by", door.by().value()).param("at", Timestamp.from(door.at())).update();
    }

    void renew(UUID id) {
        sql.sql("update complaint.door set issue = issue + 1, revoked_at = null where id = ?").param(id).update();
    }

    void revoke(UUID id, Instant now) {
        sql.sql("update complaint.door set revoked_at = ? where id = ?").params(Timestamp.from(now), id).update();
    }

    Optional<DoorView> find(UUID id) {
        return sql.sql("select * from complaint.door where id = ?").param(id).query(DoorStore::view).optional();
    }

    List<DoorView> of(CustomerId customer) {
        return sql.sql("select * from complaint.door where customer_id = ? order by made_at").param(customer.value()).query(DoorStore::view).list();
    }

    List<DoorView> all() {
        return sql.sql("select * from complaint.door order by made_at desc limit 1000").query(DoorStore::view).list();
    }

    /** How many complaints came by themselves from the customer since then. */
    int told(CustomerId customer, Instant since) {
        return sql.sql("select count(*) from complaint.complaint where customer_id = ? and received_by is null and received_at > ?")
                .params(customer.value(), Timestamp.from(since)).query(Integer.class).single();
    }

    private static DoorView view(ResultSet row, int n) throws SQLException {
        return new DoorView(row.getObject("id", UUID.class), new CustomerId(row.getObject("customer_id", UUID.class)), row.getObject("contact_id", UUID.class),
                row.getInt("issue"), new PersonId(row.getObject("made_by", UUID.class)), row.getTimestamp("made_at").toInstant(),
                Columns.instant(row, "revoked_at"));
    }
}
