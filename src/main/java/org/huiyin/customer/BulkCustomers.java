package org.huiyin.customer;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes many customers and contacts at once for this module's imports; a block is one statement. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BulkCustomers {

    private static final String COLUMNS = """
            (id uuid, code text, code_key text, name text, name_key text, short_name text, org_type text, org_size text,
             product_type text, demand text, segment text, region text, address text, delivery_address text, owner_id uuid,
             partner_since date, cooperation text, potential text, payment text, unstable_orders boolean, well_known boolean,
             core_industry boolean, file_note text, version int)""";
    private static final String SEEK = """
            insert into customer.sought (customer_id, text, grams)
            select s.id, s.text, string_to_array(s.grams, E'\\n')
            from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[])) as s (id, text, grams)
            on conflict (company_id, customer_id) do update set text = excluded.text, grams = excluded.grams
            where customer.sought.text <> excluded.text""";

    private final JdbcClient sql;
    private final CustomerRules rules;
    private final Codes codes;
    private final JsonMapper json;
    private final Clock clock;

    BulkCustomers(JdbcClient sql, CustomerRules rules, Codes codes, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.codes = codes;
        this.json = json;
        this.clock = clock;
    }

    /** A customer to be written, with the version that is expected (0: a new one). */
    public record Line(CustomerId id, CustomerDetails details, int version) {}

    /** A contact to be written. */
    public record Person(UUID id, CustomerId customer, ContactDetails details, int version) {}

    /** Which customers are meant by what a block of a list says, as they stand now. */
    public static final class Known {

        private final Map<UUID, UUID> now = new HashMap<>();
        private final Map<String, UUID> holders = new HashMap<>();
        private final Map<String, UUID> named = new HashMap<>();
        /** Customers whose own number stands elsewhere in the list, so that a row with another number means somebody else. */
        private final Set<String> numbered = new HashSet<>();

        /** The customer itself, or the one that it was merged into; nothing when it has gone. */
        public @Nullable UUID now(UUID id) {
            return now.get(id);
        }

        /** The customer with the number, else with the name. */
        public @Nullable UUID meant(@Nullable String codeKey, @Nullable String nameKey) {
            var holder = codeKey == null ? null : holders.get(codeKey);
            if (holder != null) {
                return now.get(holder);
            }
            return nameKey == null || codeKey != null && numbered.contains(nameKey) ? null : named.get(nameKey);
        }

        /** Whether the number is that of another customer, such as one that was merged. */
        public boolean heldByAnother(@Nullable String codeKey, UUID id) {
            var holder = codeKey == null ? null : holders.get(codeKey);
            return holder != null && !holder.equals(id);
        }
    }

    /**
     * Looks up whom a block of the import means. Imports wait here for each other until the commit, so that two lists with
     * the same new customer do not double it.
     */
    public Known known(UUID list, Collection<String> codeKeys, Collection<String> nameKeys, Collection<UUID> ids) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('customer.import ' || platform.company(), 0))").query(row -> {});
        var known = new Known();
        sql.sql("""
                select id, coalesce(merged_into, id) as now, code_key from customer.customer where code_key = any(?)
                union all select id, coalesce(merged_into, id), null from customer.customer where id = any(?)""")
                .params(codeKeys.toArray(String[]::new), ids.toArray(UUID[]::new))
                .query(row -> {
                    known.now.put(row.getObject("id", UUID.class), row.getObject("now", UUID.class));
                    if (row.getString("code_key") != null) {
                        known.holders.put(row.getString("code_key"), row.getObject("id", UUID.class));
                    }
                });
        sql.sql("""
                select distinct on (c.name_key) c.id, c.name_key, exists (select 1 from customer.import_row o
                  where o.import_id = ? and o.code_key = c.code_key) as numbered
                from customer.customer c where c.name_key = any(?) and c.merged_into is null
                order by c.name_key, c.active desc, c.created_at""")
                .params(list, nameKeys.toArray(String[]::new))
                .query(row -> {
                    known.named.put(row.getString("name_key"), row.getObject("id", UUID.class));
                    if (row.getBoolean("numbered")) {
                        known.numbered.add(row.getString("name_key"));
                    }
                });
        return known;
    }

    /** The customers by id, locked until the commit. */
    public Map<CustomerId, CustomerView> load(Collection<UUID> ids) {
        var found = new LinkedHashMap<CustomerId, CustomerView>();
        sql.sql("select c.*, " + rules.file().missing() + " as missing from customer.customer c where c.id = any(?) order by id for update")
                .param(ids.toArray(UUID[]::new))
                .query(CustomerStore::view)
                .list()
                .forEach(c -> found.put(c.id(), c));
        return found;
    }

    /** The contacts of the customers. */
    public Map<CustomerId, List<ContactView>> contacts(Collection<UUID> customers) {
        var found = new LinkedHashMap<CustomerId, List<ContactView>>();
        sql.sql("select * from customer.contact where customer_id = any(?) and not erased order by active desc, id")
                .param(customers.toArray(UUID[]::new))
                .query(ContactStore::view)
                .list()
                .forEach(c -> found.computeIfAbsent(c.customer(), id -> new ArrayList<>()).add(c));
        return found;
    }

    /** A block of neutral numbers. */
    public List<String> numbers(int count) {
        return count == 0 ? List.of() : codes.reserve(count);
    }

    public void insert(List<Line> lines, PersonId by) {
        if (lines.isEmpty()) {
            return;
        }
        sql.sql("""
                insert into customer.customer (id, code, code_key, name, name_key, short_name, org_type, org_size, product_type,
                  demand, segment, region, address, delivery_address, owner_id, partner_since, cooperation, potential, payment,
                  unstable_orders, well_known, core_industry, file_note, created_at, changed_at, changed_by)
                select id, code, code_key, name, name_key, short_name, org_type, org_size, product_type, demand, segment, region,
                  address, delivery_address, owner_id, partner_since, cooperation, potential, payment, unstable_orders, well_known,
                  core_industry, file_note, :now, :now, :by from jsonb_to_recordset(cast(:rows as jsonb)) as r\s""" + COLUMNS)
                .param("rows", json.writeValueAsString(lines.stream().map(BulkCustomers::columns).toList()))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.value())
                .update();
        seek(lines);
    }

    /** Writes the lines whose version is still the expected one; returns how many. */
    public int update(List<Line> lines, PersonId by) {
        if (lines.isEmpty()) {
            return 0;
        }
        int changed = sql.sql("""
                update customer.customer c set code = r.code, code_key = r.code_key, name = r.name, name_key = r.name_key,
                  short_name = r.short_name, org_type = r.org_type, org_size = r.org_size, product_type = r.product_type,
                  demand = r.demand, segment = r.segment, region = r.region, address = r.address,
                  delivery_address = r.delivery_address, owner_id = r.owner_id, partner_since = r.partner_since,
                  cooperation = r.cooperation, potential = r.potential, payment = r.payment,
                  unstable_orders = r.unstable_orders, well_known = r.well_known, core_industry = r.core_industry,
                  file_note = r.file_note, changed_at = :now, changed_by = :by, version = c.version + 1
                from jsonb_to_recordset(cast(:rows as jsonb)) as r\s""" + COLUMNS + " where c.id = r.id and c.version = r.version")
                .param("rows", json.writeValueAsString(lines.stream().map(BulkCustomers::columns).toList()))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.value())
                .update();
        seek(lines);
        return changed;
    }

    public void write(List<Person> people, PersonId by) {
        if (people.isEmpty()) {
            return;
        }
        sql.sql("""
                insert into customer.contact (id, customer_id, name, name_key, role, weight, email, phone, fax, wechat, language,
                  changed_by, changed_at)
                select id, customer_id, name, name_key, role, weight, email, phone, fax, wechat, language, :by, :now
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, customer_id uuid, name text, name_key text, role text,
                  weight numeric, email text, phone text, fax text, wechat text, language text)
                on conflict (company_id, id) do update set name = excluded.name, name_key = excluded.name_key,
                  role = excluded.role, weight = excluded.weight, email = excluded.email, phone = excluded.phone,
                  fax = excluded.fax, wechat = excluded.wechat, language = excluded.language, changed_by = excluded.changed_by,
                  changed_at = excluded.changed_at, version = customer.contact.version + 1""")
                .param("rows", json.writeValueAsString(people.stream().map(BulkCustomers::columns).toList()))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.value())
                .update();
    }

    private void seek(List<Line> lines) {
        var sought = lines.stream().map(line -> {
            var d = line.details();
            return Sought.of(Objects.requireNonNull(d.code()), d.name(), d.shortName());
        }).toList();
        sql.sql(SEEK)
                .params(lines.stream().map(line -> line.id().value()).toArray(UUID[]::new), sought.stream().map(Sought::text).toArray(String[]::new),
                        sought.stream().map(s -> String.join("\n", s.grams())).toArray(String[]::new))
                .update();
    }

    private static Map<String, @Nullable Object> columns(Line line) {
        var d = line.details();
        var code = Objects.requireNonNull(d.code());
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", line.id().value());
        row.put("code", code);
        row.put("code_key", Names.key(code));
        row.put("name", d.name());
        row.put("name_key", Names.key(d.name()));
        row.put("short_name", d.shortName());
        row.put("org_type", d.orgType());
        row.put("org_size", d.orgSize());
        row.put("product_type", d.productType());
        row.put("demand", d.demand());
        row.put("segment", d.segment());
        row.put("region", d.region());
        row.put("address", d.address());
        row.put("delivery_address", d.deliveryAddress());
        row.put("owner_id", d.owner() == null ? null : d.owner().value());
        row.put("partner_since", d.partnerSince() == null ? null : d.partnerSince().toString());
        row.put("cooperation", d.cooperation());
        row.put("potential", d.potential());
        row.put("payment", d.payment());
        row.put("unstable_orders", d.unstableOrders());
        row.put("well_known", d.wellKnown());
        row.put("core_industry", d.coreIndustry());
        row.put("file_note", d.fileNote());
        row.put("version", line.version());
        return row;
    }

    private static Map<String, @Nullable Object> columns(Person person) {
        var d = person.details();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", person.id());
        row.put("customer_id", person.customer().value());
        row.put("name", d.name());
        row.put("name_key", Names.key(d.name()));
        row.put("role", d.role());
        row.put("weight", d.weight());
        row.put("email", d.email());
        row.put("phone", d.phone());
        row.put("fax", d.fax());
        row.put("wechat", d.wechat());
        row.put("language", d.language());
        return row;
    }
}
