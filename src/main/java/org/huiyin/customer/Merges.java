package org.huiyin.customer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Brings two customers that are one together, field by field as somebody chooses, with a trace by which it can be taken back. */
@Service
@Transactional
public class Merges {

    private static final String RIGHT = "customer.merge";
    private static final int MOST = 200;
    private static final TypeReference<Map<String, List<String>>> MOVED = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    /** The name without the words of its legal form. */
    private static final String BARE = "regexp_replace(c.name_key, '(有限责任公司|股份有限公司|有限公司|股份公司|集团|公司|厂|coltd|ltd|inc|gmbh|llc|corp)', '', 'g')";

    private final JdbcClient sql;
    private final Customers customers;
    private final CustomerStore store;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Merges(JdbcClient sql, Customers customers, CustomerStore store, JsonMapper json, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.customers = customers;
        this.store = store;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** Pairs whose names are the same apart from the legal form, or that share a mail address or telephone. */
    @Transactional(readOnly = true)
    public List<DoublePair> proposals(Actor actor) {
        actor.mustHave(RIGHT);
        var found = new LinkedHashMap<Set<UUID>, DoublePair>();
        pairs("select min(c.id::text)::uuid as a, max(c.id::text)::uuid as b from customer.customer c where c.merged_into is null and c.active"
                + " and length(" + BARE + ") > 1 group by " + BARE + " having count(*) > 1 limit " + MOST, true, found);
        pairs("""
                select min(k.customer_id::text)::uuid as a, max(k.customer_id::text)::uuid as b from customer.contact k
                join customer.customer c on c.id = k.customer_id and c.merged_into is null and c.active
                where k.email is not null and not k.erased group by lower(k.email) having count(distinct k.customer_id) > 1 limit 200""", false, found);
        return List.copyOf(found.values());
    }

    private void pairs(String query, boolean same, Map<Set<UUID>, DoublePair> found) {
        sql.sql(query).query(row -> {
            var a = row.getObject("a", UUID.class);
            var b = row.getObject("b", UUID.class);
            if (!a.equals(b)) {
                found.computeIfAbsent(Set.of(a, b), key -> new DoublePair(customers.get(new CustomerId(a)), customers.get(new CustomerId(b)), same));
            }
        });
    }

    /** The mergers so far, the latest first. */
    @Transactional(readOnly = true)
    public List<MergerView> history(Actor actor) {
        actor.mustHave(RIGHT);
        return sql.sql("""
                select m.*, f.name as from_name, i.name as into_name, e.merger_id is not null as ended from customer.merger m
                join customer.customer f on f.id = m.from_customer join customer.customer i on i.id = m.into_customer
                left join customer.merger_end e on e.merger_id = m.id order by m.merged_at desc, m.id desc limit 100""")
                .query((row, n) -> new MergerView(row.getObject("id", UUID.class), row.getString("from_name"), row.getString("into_name"),
                        row.getString("reason"), new PersonId(row.getObject("merged_by", UUID.class)), row.getTimestamp("merged_at").toInstant(), row.getBoolean("ended")))
                .list();
    }

    /**
     * Merges the first customer into the second.
     *
     * @param fromFirst names of the fields of which the first one's value is kept
     */
    public UUID merge(Actor actor, CustomerId from, CustomerId into, Set<String> fromFirst, String reason) {
        actor.mustHave(RIGHT);
        var first = customers.get(actor, from);
        var second = customers.get(actor, into);
        if (from.equals(into) || first.mergedInto() != null || second.mergedInto() != null) {
            throw new BrokenRule("customer.merge.impossible");
        }
        if (reason.isBlank() || reason.strip().length() > 500) {
            throw new InvalidInput("reason", "customer.invalid.reason");
        }
        // The number of the first one is set aside with it, so that it stays known; only its other fields can be chosen.
        var values = CustomerFields.all(second.details());
        var old = CustomerFields.all(first.details());
        old.forEach((field, value) -> {
            if (!field.equals("code") && value != null && (fromFirst.contains(field) || values.get(field) == null)) {
                values.put(field, value);
            }
        });
        var moved = move(from, into);
        if (!store.update(into, CustomerFields.from(values), second.version(), actor.id(), clock.instant())) {
            throw new BrokenRule("customer.merge.meanwhile", second.name());
        }
        sql.sql("update customer.customer set merged_into = ?, version = version + 1 where id = ?").params(into.value(), from.value()).update();
        var id = Ids.next();
        sql.sql("""
                insert into customer.merger (id, from_customer, into_customer, into_before, into_after, moved, reason, merged_by, merged_at)
                values (?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), ?, ?, ?)""")
                .params(id, from.value(), into.value(), json.writeValueAsString(CustomerFields.all(second.details())),
                        json.writeValueAsString(values), json.writeValueAsString(moved), reason.strip(), actor.id().value(), Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new CustomerMerged(from, into));
        tell(actor, into, "merge", Map.of("from", first.code(), "reason", reason.strip()));
        return id;
    }

    private record Stored(CustomerId from, CustomerId into, String before, @Nullable String after, String moved, Instant at) {}

    /**
     * Takes a merger back: what it moved goes back as it is now, and the file of the second becomes what it was, but for the
     * fields that somebody has changed since; these keep the change and are returned.
     */
    public List<String> undo(Actor actor, UUID id, String reason) {
        actor.mustHave(RIGHT);
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "customer.invalid.reason");
        }
        var merger = sql.sql("select * from customer.merger m where id = ? and not exists (select 1 from customer.merger_end e where e.merger_id = m.id)")
                .param(id)
                .query((row, n) -> new Stored(new CustomerId(row.getObject("from_customer", UUID.class)),
                        new CustomerId(row.getObject("into_customer", UUID.class)), row.getString("into_before"), row.getString("into_after"),
                        row.getString("moved"), row.getTimestamp("merged_at").toInstant()))
                .optional().orElseThrow(NotFound::new);
        var second = customers.get(merger.into());
        refuseLaterMerger(second);
        var kept = putBack(actor, merger, second);
        sql.sql("update customer.customer set merged_into = null, version = version + 1 where id = ?").param(merger.from().value()).update();
        var moved = json.readValue(merger.moved(), MOVED);
        give(moved.getOrDefault("contact", List.of()), "contact", merger);
        give(moved.getOrDefault("requirement", List.of()), "requirement", merger);
        for (var month : moved.getOrDefault("sale", List.of())) {
            var parts = month.split(" ", 2);
            sql.sql("update customer.sale set customer_id = ? where customer_id = ? and month = cast(? as date) and currency = ?")
                    .params(merger.from().value(), merger.into().value(), parts[0], parts[1]).update();
        }
        sql.sql("insert into customer.merger_end (merger_id, reason, ended_by, ended_at) values (?, ?, ?, ?)")
                .params(id, reason.strip(), actor.id().value(), Timestamp.from(clock.instant())).update();
        tell(actor, merger.into(), "unmerge", Map.of("from", merger.from().value().toString(), "reason", reason.strip(), "kept", String.join(", ", kept)));
        return kept;
    }

    /** What the first merger moved would be torn out of the middle of the second one. */
    private void refuseLaterMerger(CustomerView second) {
        if (second.mergedInto() != null) {
            throw new BrokenRule("customer.merge.later", second.name(), customers.get(second.mergedInto()).name());
        }
    }

    private List<String> putBack(Actor actor, Stored merger, CustomerView second) {
        if (merger.after() == null && second.changedAt().isAfter(merger.at())) {
            throw new BrokenRule("customer.merge.changed", second.name());
        }
        var before = json.readValue(merger.before(), VALUES);
        var after = merger.after() == null ? CustomerFields.all(second.details()) : json.readValue(merger.after(), VALUES);
        var values = CustomerFields.all(second.details());
        var kept = new ArrayList<String>();
        CustomerFields.all(second.details()).forEach((field, now) -> {
            if (java.util.Objects.equals(now, after.get(field))) {
                values.put(field, before.get(field));
            } else if (!java.util.Objects.equals(now, before.get(field))) {
                kept.add(field);
            }
        });
        if (!store.update(merger.into(), CustomerFields.from(values), second.version(), actor.id(), clock.instant())) {
            throw new BrokenRule("customer.merge.meanwhile", second.name());
        }
        return kept;
    }

    /** Moves what belongs to the first one; months that the second has already stay where they are. */
    private Map<String, List<String>> move(CustomerId from, CustomerId into) {
        var moved = new LinkedHashMap<String, List<String>>();
        for (var table : List.of("contact", "requirement")) {
            moved.put(table, sql.sql("update customer." + table + " set customer_id = ? where customer_id = ? returning id::text")
                    .params(into.value(), from.value()).query(String.class).list());
        }
        moved.put("sale", sql.sql("""
                update customer.sale s set customer_id = :into where customer_id = :from and not exists (
                  select 1 from customer.sale o where o.customer_id = :into and o.month = s.month and o.currency = s.currency)
                returning s.month::text || ' ' || s.currency""")
                .param("into", into.value()).param("from", from.value()).query(String.class).list());
        return moved;
    }

    private void give(List<String> ids, String table, Stored merger) {
        sql.sql("update customer." + table + " set customer_id = ? where id = any(?) and customer_id = ?")
                .params(merger.from().value(), ids.stream().map(UUID::fromString).toArray(UUID[]::new), merger.into().value()).update();
    }

    private void tell(Actor actor, CustomerId id, String verb, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(id.subject(), verb, actor.id(), Map.of(), after, clock.instant()));
    }
}
