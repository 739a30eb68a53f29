package org.huiyin.customer;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.huiyin.platform.Columns;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves customers one by one. */
@Component
class CustomerStore {

    private final JdbcClient sql;

    CustomerStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<CustomerView> find(CustomerId id, FileRule rule) {
        return sql.sql("select c.*, " + rule.missing() + " as missing from customer.customer c where c.id = ?")
                .param(id.value())
                .query(CustomerStore::view)
                .optional();
    }

    Optional<CustomerView> findByCode(String code, FileRule rule) {
        return sql.sql("select c.*, " + rule.missing() + " as missing from customer.customer c where c.code_key = ?")
                .param(Names.key(code))
                .query(CustomerStore::view)
                .optional();
    }

    List<CustomerView> withKey(String nameKey, FileRule rule) {
        return sql.sql("select c.*, " + rule.missing() + "\n" + """
                 as missing from customer.customer c
                where c.name_key = ? and c.merged_into is null order by c.created_at""")
                .param(nameKey)
                .query(CustomerStore::view)
                .list();
    }

    void insert(CustomerId id, CustomerDetails d, PersonId by, Instant now) {
        sql.sql("""
                insert into customer.customer (id, code, code_key, name, name_key, short_name, org_type, org_size, product_type,
                  demand, segment, region, address, delivery_address, owner_id, partner_since, cooperation, potential, payment,
                  unstable_orders, well_known, core_industry, file_note, created_at, changed_at, changed_by)
                values (:id, :code, :codeKey, :name, :nameKey, :shortName, :orgType, :orgSize, :productType, :demand, :segment,
                  :region, :address, :deliveryAddress, :owner, :since, :cooperation, :potential, :payment, :unstableOrders, :wellKnown,
                  :coreIndustry, :fileNote, :now, :now, :by)""")
                .paramSource(new CustomerParameters(id, d, now).with("by", by.value()))
                .update();
        seek(id, d);
    }

    boolean update(CustomerId id, CustomerDetails d, int version, PersonId by, Instant now) {
        int changed = sql.sql("""
                update customer.customer set code = :code, code_key = :codeKey, name = :name, name_key = :nameKey,
                  short_name = :shortName, org_type = :orgType, org_size = :orgSize, product_type = :productType, demand = :demand,
                  segment = :segment, region = :region, address = :address, delivery_address = :deliveryAddress,
                  owner_id = :owner, partner_since = :since, cooperation = :cooperation, potential = :potential,
                  payment = :payment, unstable_orders = :unstableOrders, well_known = :wellKnown, core_industry = :coreIndustry,
                  file_note = :fileNote, changed_at = :now, changed_by = :by, version = version + 1
                where id = :id and version = :version""")
                .paramSource(new CustomerParameters(id, d, now).with("version", version).with("by", by.value()))
                .update();
        if (changed > 0) {
            seek(id, d);
        }
        return changed > 0;
    }

    boolean activate(CustomerId id, boolean active, int version, PersonId by, Instant now) {
        return sql.sql("update customer.customer set active = ?, changed_at = ?, changed_by = ?, version = version + 1 where id = ? and version = ?")
                .params(active, Timestamp.from(now), by.value(), id.value(), version)
                .update() > 0;
    }

    private void seek(CustomerId id, CustomerDetails d) {
        var sought = Sought.of(java.util.Objects.requireNonNull(d.code()), d.name(), d.shortName());
        sql.sql("""
                insert into customer.sought (customer_id, text, grams) values (?, ?, ?)
                on conflict (company_id, customer_id) do update set text = excluded.text, grams = excluded.grams
                where customer.sought.text <> excluded.text""")
                .params(id.value(), sought.text(), sought.grams().toArray(String[]::new))
                .update();
    }

    static CustomerView view(ResultSet row, int n) throws SQLException {
        var merged = row.getObject("merged_into", UUID.class);
        return new CustomerView(
                new CustomerId(row.getObject("id", UUID.class)),
                row.getString("code"),
                details(row),
                Grade.valueOf(row.getString("grade")),
                row.getBoolean("active"),
                merged == null ? null : new CustomerId(merged),
                Arrays.asList((String[]) row.getArray("missing").getArray()),
                row.getTimestamp("changed_at").toInstant(),
                new PersonId(row.getObject("changed_by", UUID.class)),
                row.getInt("version"));
    }

    static CustomerDetails details(ResultSet row) throws SQLException {
        return new CustomerDetails(
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("org_type"),
                row.getString("org_size"),
                row.getString("product_type"),
                row.getString("demand"),
                row.getString("segment"),
                row.getString("region"),
                row.getString("address"),
                row.getString("delivery_address"),
                Columns.person(row, "owner_id"),
                day(row, "partner_since"),
                row.getString("cooperation"),
                row.getString("potential"),
                row.getString("payment"),
                truth(row, "unstable_orders"),
                truth(row, "well_known"),
                truth(row, "core_industry"),
                row.getString("file_note"));
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : row.getObject(column, LocalDate.class);
    }

    private static @Nullable Boolean truth(ResultSet row, String column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : value;
    }
}
