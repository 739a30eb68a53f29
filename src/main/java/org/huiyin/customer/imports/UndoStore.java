package org.huiyin.customer.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiyin.customer.BulkCustomers;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.CustomerFields;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts back what stood there before an import, field by field, where nobody has written since. */
@Component
class UndoStore {

    private final JdbcClient sql;
    private final JsonMapper json;
    private final BulkCustomers bulk;
    private final TransactionTemplate nested;

    UndoStore(JdbcClient sql, JsonMapper json, BulkCustomers bulk, PlatformTransactionManager manager) {
        this.sql = sql;
        this.json = json;
        this.bulk = bulk;
        this.nested = new TransactionTemplate(manager);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    private record Step(int row, int seq, UUID target, String outcome, Map<String, Object> before, Map<String, Object> after) {

        /** The customer's fields that the row changed; what was empty before is not among the stored values. */
        List<String> changed() {
            return Stream.concat(before.keySet().stream(), after.keySet().stream())
                    .filter(field -> !field.startsWith("contact"))
                    .distinct()
                    .toList();
        }

        boolean createdCustomer() {
            return outcome.equals("CREATED") && !after.containsKey("contactOnly");
        }
    }

    int sales(UUID id) {
        int handled = sql.sql("""
                with block as (
                  select r.row_no, r.seq, r.target, r.month, r.data ->> 'currency' as currency, r.before,
                    s.amount = cast(r.after ->> 'amount' as numeric) as untouched
                  from customer.import_row r left join customer.sale s on s.customer_id = r.target and s.month = r.month
                    and s.currency = r.data ->> 'currency'
                  where r.import_id = :id and r.outcome in ('CREATED', 'UPDATED') limit 2000),
                gone as (
                  delete from customer.sale s using block b where b.untouched and b.before is null
                    and s.customer_id = b.target and s.month = b.month and s.currency = b.currency),
                back as (
                  update customer.sale s set amount = cast(b.before ->> 'amount' as numeric), base = b.before ->> 'base'
                  from block b where b.untouched and b.before is not null and s.customer_id = b.target and s.month = b.month
                    and s.currency = b.currency)
                update customer.import_row r set outcome = case when b.untouched then 'UNDONE' else 'KEPT' end,
                  note = case when b.untouched then null else jsonb_build_object('key', 'customer.import.kept.sale', 'args', jsonb_build_array()) end
                from block b where r.import_id = :id and r.row_no = b.row_no and r.seq = b.seq""")
                .param("id", id)
                .update();
        recount(id);
        return handled;
    }

    int customers(UUID id, int limit, Instant taken, PersonId by) {
        var steps = sql.sql("""
                select * from customer.import_row where import_id = ? and outcome in ('CREATED', 'UPDATED')
                order by row_no desc, seq desc limit ?""")
                .params(id, limit)
                .query((row, n) -> new Step(row.getInt("row_no"), row.getInt("seq"), row.getObject("target", UUID.class),
                        row.getString("outcome"), values(row.getString("before")), values(row.getString("after"))))
                .list();
        // Further rows of a customer stand behind the row that created it, so that they go first.
        var created = steps.stream().filter(step -> step.createdCustomer() && !step.before().containsKey("contactFields")).toList();
        steps.stream().filter(step -> !created.contains(step)).forEach(step -> note(id, step, back(step, taken, by)));
        if (!removeAll(id, created, taken)) {
            created.forEach(step -> note(id, step, back(step, taken, by)));
        }
        recount(id);
        return steps.size();
    }

    private void note(UUID id, Step step, @Nullable String kept) {
        sql.sql("update customer.import_row set outcome = ?, note = cast(? as jsonb) where import_id = ? and row_no = ? and seq = ?")
                .params(java.util.Arrays.asList(kept == null ? "UNDONE" : "KEPT",
                        kept == null ? null : json.writeValueAsString(new ImportStore.Stored(kept, List.of())), id, step.row(), step.seq()))
                .update();
    }

    /** Removes a block of new customers at once, if nobody has touched any of them; otherwise nothing happens. */
    private boolean removeAll(UUID id, List<Step> created, Instant taken) {
        if (created.isEmpty()) {
            return true;
        }
        var ids = created.stream().map(Step::target).toList();
        if (bulk.load(ids).values().stream().anyMatch(c -> c.changedAt().isAfter(taken))) {
            return false;
        }
        var people = new java.util.HashMap<String, org.huiyin.customer.ContactView>();
        bulk.contacts(ids).values().forEach(list -> list.forEach(c -> people.put(c.id().toString(), c)));
        var ours = created.stream().filter(step -> step.after().containsKey("contact")).toList();
        boolean untouched = ours.size() == people.size() && ours.stream().allMatch(step -> {
            var now = people.get(String.valueOf(step.after().get("contact")));
            return now != null && now.reachable() && ContactChange.same(ContactChange.values(now), step.after().get("contactFields"));
        });
        if (!untouched) {
            return false;
        }
        var rows = created.stream().map(Step::row).toArray(Integer[]::new);
        return attempt(() -> {
            sql.sql("delete from customer.contact where customer_id = any(?)").param(ids.toArray(UUID[]::new)).update();
            sql.sql("delete from customer.customer where id = any(?)").param(ids.toArray(UUID[]::new)).update();
            sql.sql("update customer.import_row set outcome = 'UNDONE' where import_id = ? and row_no = any(?)").params(id, rows).update();
        });
    }

    /** Takes one row back; says why something stays. */
    private @Nullable String back(Step step, Instant taken, PersonId by) {
        var contact = contact(step, by);
        if (step.createdCustomer()) {
            var stays = remove(step.target(), taken);
            return stays == null ? contact : stays;
        }
        var fields = fields(step, by);
        return fields == null ? contact : fields;
    }

    private @Nullable String contact(Step step, PersonId by) {
        if (!(step.after().get("contact") instanceof String contact)) {
            return null;
        }
        var found = bulk.contacts(List.of(step.target())).values().stream().flatMap(List::stream)
                .filter(c -> c.id().toString().equals(contact)).findFirst();
        if (found.isEmpty()) {
            return null;
        }
        boolean untouched = ContactChange.same(ContactChange.values(found.get()), step.after().get("contactFields"));
        if (!untouched || !found.get().reachable()) {
            return "customer.import.kept.contact";
        }
        if (step.before().get("contactFields") instanceof Map<?, ?> old) {
            bulk.write(List.of(new BulkCustomers.Person(found.get().id(), found.get().customer(), details(old), 0)), by);
            return null;
        }
        boolean gone = attempt(() -> sql.sql("delete from customer.contact where id = ?").param(found.get().id()).update());
        return gone ? null : "customer.import.kept.contactUsed";
    }

    private @Nullable String remove(UUID customer, Instant taken) {
        var views = bulk.load(List.of(customer));
        if (views.isEmpty()) {
            return null;
        }
        if (views.values().iterator().next().changedAt().isAfter(taken)) {
            return "customer.import.kept.customer";
        }
        boolean gone = attempt(() -> sql.sql("delete from customer.customer where id = ?").param(customer).update());
        return gone ? null : "customer.import.kept.customerUsed";
    }

    private @Nullable String fields(Step step, PersonId by) {
        var view = bulk.load(List.of(step.target())).values().stream().findFirst();
        if (view.isEmpty()) {
            return "customer.import.kept.customer";
        }
        var now = CustomerFields.all(view.get().details());
        boolean touched = false;
        var back = new java.util.LinkedHashMap<String, @Nullable Object>(now);
        for (var field : step.changed()) {
            if (Objects.equals(now.get(field), step.after().get(field))) {
                back.put(field, step.before().get(field));
            } else {
                touched = true;
            }
        }
        write(view.get(), back, by);
        return touched ? "customer.import.kept.fields" : null;
    }

    private void write(CustomerView view, Map<String, @Nullable Object> back, PersonId by) {
        var details = CustomerFields.from(back);
        if (!details.equals(view.details())) {
            bulk.update(List.of(new BulkCustomers.Line(view.id(), details, view.version())), by);
        }
    }

    /** Whatever refers to a row keeps it; the savepoint keeps the block alive. */
    private boolean attempt(Runnable removal) {
        try {
            nested.executeWithoutResult(s -> removal.run());
            return true;
        } catch (DataIntegrityViolationException referred) {
            return false;
        }
    }

    private static ContactDetails details(Map<?, ?> old) {
        return new ContactDetails(text(old, "name"), text(old, "role"), new java.math.BigDecimal(text(old, "weight")),
                (String) old.get("email"), (String) old.get("phone"), (String) old.get("fax"), (String) old.get("wechat"), text(old, "language"));
    }

    private static String text(Map<?, ?> old, String field) {
        return String.valueOf(old.get(field));
    }

    private Map<String, Object> values(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, TakingStore.VALUES);
    }

    private void recount(UUID id) {
        sql.sql("""
                update customer.import i set undone = n.undone, kept = n.kept from (
                  select count(*) filter (where outcome = 'UNDONE') as undone, count(*) filter (where outcome = 'KEPT') as kept
                  from customer.import_row where import_id = :id) n where i.id = :id""").param("id", id).update();
    }
}
