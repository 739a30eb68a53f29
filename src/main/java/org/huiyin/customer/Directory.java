package org.huiyin.customer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.platform.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names of customers and contacts by identity, for lists of other modules; those who left or were merged included. */
@Service
@Transactional(readOnly = true)
public class Directory {

    private final JdbcClient sql;
    private final ContactStore contacts;

    Directory(JdbcClient sql, ContactStore contacts) {
        this.sql = sql;
        this.contacts = contacts;
    }

    /** How a customer is named in lists. */
    public record Entry(
            CustomerId id, String code, String name, @Nullable String shortName, @Nullable PersonId owner, @Nullable CustomerId mergedInto, boolean active) {

        /** The short name, where there is one. */
        public String called() {
            return shortName == null || shortName.isBlank() ? name : shortName;
        }
    }

    /** The customers by identity. */
    public Map<CustomerId, Entry> customers(Collection<CustomerId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var entries = new LinkedHashMap<CustomerId, Entry>();
        sql.sql("select id, code, name, short_name, owner_id, merged_into, active from customer.customer where id = any(?) order by code_key")
                .param(ids.stream().map(CustomerId::value).distinct().toArray(UUID[]::new))
                .query((row, n) -> {
                    var merged = row.getObject("merged_into", UUID.class);
                    return new Entry(new CustomerId(row.getObject("id", UUID.class)), row.getString("code"), row.getString("name"),
                            row.getString("short_name"), Columns.person(row, "owner_id"),
                            merged == null ? null : new CustomerId(merged), row.getBoolean("active"));
                })
                .list()
                .forEach(entry -> entries.put(entry.id(), entry));
        return entries;
    }

    /** The contacts by identity, erased ones without their data. */
    public Map<UUID, ContactView> contacts(Collection<UUID> ids) {
        var views = new LinkedHashMap<UUID, ContactView>();
        if (!ids.isEmpty()) {
            contacts.all(List.copyOf(ids)).forEach(view -> views.put(view.id(), view));
        }
        return views;
    }
}
