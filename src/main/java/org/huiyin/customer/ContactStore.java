package org.huiyin.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.PersonId;
import org.huiyin.sheets.Names;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves contacts. */
@Component
class ContactStore {

    private final JdbcClient sql;

    ContactStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<ContactView> find(UUID id) {
        return sql.sql("select * from customer.contact where id = ?").param(id).query(ContactStore::view).optional();
    }

    List<ContactView> of(CustomerId customer) {
        return sql.sql("""
                select * from customer.contact where customer_id = ?
                order by erased, active desc, weight desc, name, id""")
                .param(customer.value())
                .query(ContactStore::view)
                .list();
    }

    List<ContactView> all(List<UUID> ids) {
        return sql.sql("select * from customer.contact where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(ContactStore::view)
                .list();
    }

    Map<CustomerId, List<ContactView>> reachable() {
        return sql.sql("select * from customer.contact where active and not opted_out and not erased order by weight desc, name, id")
                .query(ContactStore::view)
                .list()
                .stream()
                .collect(Collectors.groupingBy(ContactView::customer, LinkedHashMap::new, Collectors.toList()));
    }

    void insert(UUID id, CustomerId customer, ContactDetails details, PersonId by, Instant now) {
        sql.sql("""
                insert into customer.contact (id, customer_id, name, name_key, role, weight, email, phone, fax, wechat, language, changed_by, changed_at)
                values (:id, :customer, :name, :key, :role, :weight, :email, :phone, :fax, :wechat, :language, :by, :now)""")
                .paramSource(parameters(id, details, by, now).addValue("customer", customer.value()))
                .update();
    }

    boolean update(UUID id, ContactDetails details, int version, PersonId by, Instant now) {
        return sql.sql("""
                update customer.contact set name = :name, name_key = :key, role = :role, weight = :weight, email = :email,
                  phone = :phone, fax = :fax, wechat = :wechat, language = :language, changed_by = :by, changed_at = :now, version = version + 1
                where id = :id and version = :version and not erased""")
                .paramSource(parameters(id, details, by, now).addValue("version", version))
                .update() > 0;
    }

    void setActive(UUID id, boolean active) {
        sql.sql("update customer.contact set active = ?, version = version + 1 where id = ?").params(active, id).update();
    }

    void setOptedOut(UUID id, boolean optedOut) {
        sql.sql("update customer.contact set opted_out = ?, version = version + 1 where id = ?").params(optedOut, id).update();
    }

    /** Keeps the identity, which answers and the audit refer to, and nothing that tells who it was. */
    void erase(UUID id) {
        sql.sql("""
                update customer.contact set name = '—', name_key = '', email = null, phone = null, fax = null, wechat = null,
                  active = false, opted_out = true, erased = true, version = version + 1 where id = ?""")
                .param(id)
                .update();
    }

    private static MapSqlParameterSource parameters(UUID id, ContactDetails d, PersonId by, Instant now) {
        return new MapSqlParameterSource()
                .addValue("id", id)
                .addValue("name", d.name())
                .addValue("key", Names.key(d.name()))
                .addValue("role", d.role())
                .addValue("weight", d.weight())
                .addValue("email", d.email(), Types.VARCHAR)
                .addValue("phone", d.phone(), Types.VARCHAR)
                .addValue("fax", d.fax(), Types.VARCHAR)
                .addValue("wechat", d.wechat(), Types.VARCHAR)
                .addValue("language", d.language())
                .addValue("by", by.value())
                .addValue("now", Timestamp.from(now));
    }

    static ContactView view(ResultSet row, int n) throws SQLException {
        return new ContactView(
                row.getObject("id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("name"),
                row.getString("role"),
                row.getBigDecimal("weight").stripTrailingZeros(),
                row.getString("email"),
                row.getString("phone"),
                row.getString("fax"),
                row.getString("wechat"),
                row.getString("language"),
                row.getBoolean("active"),
                row.getBoolean("opted_out"),
                row.getBoolean("erased"),
                new PersonId(row.getObject("changed_by", UUID.class)),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"));
    }
}
