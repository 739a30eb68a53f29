package org.huiyin.customer.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.customer.BulkCustomers;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.ContactView;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerFields;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes over a block of customers and contacts: what a file says wins, what it leaves blank stays; further rows of one
 * customer bring their contacts and fill what is empty. Nothing is ever doubled.
 */
@Component
class CustomerTaking {

    private final BulkCustomers bulk;

    CustomerTaking(BulkCustomers bulk) {
        this.bulk = bulk;
    }

    /** A customer while a block is worked on. */
    private static final class Work {
        final CustomerId id;
        final @Nullable CustomerView before;
        @Nullable CustomerDetails now;
        final List<ContactView> contacts;

        Work(CustomerId id, @Nullable CustomerView before, List<ContactView> contacts) {
            this.id = id;
            this.before = before;
            this.now = before == null ? null : before.details();
            this.contacts = contacts;
        }
    }

    void take(ImportView list, List<TakenRow> rows, Actor actor) {
        var known = bulk.known(list.id(), keys(rows, r -> r.codeKey), keys(rows, r -> r.nameKey),
                rows.stream().map(r -> r.target).filter(Objects::nonNull).collect(Collectors.toSet()));
        target(list.kind(), rows, known);
        var work = work(rows.stream().map(r -> r.target).filter(Objects::nonNull).collect(Collectors.toSet()));
        var people = new LinkedHashMap<UUID, BulkCustomers.Person>();
        for (var row : rows) {
            leaveForeign(row, work, actor);
            if (row.isLeft()) {
                continue;
            }
            var one = work.computeIfAbsent(Objects.requireNonNull(row.target), id -> new Work(new CustomerId(id), null, new ArrayList<>()));
            if (list.kind() == ImportKind.CUSTOMERS) {
                customer(row, one, actor, known);
            }
            contact(row, one, people);
        }
        number(work.values());
        write(work.values(), actor.id());
        bulk.write(List.copyOf(people.values()), actor.id());
    }

    private static Set<String> keys(List<TakenRow> rows, Function<TakenRow, @Nullable String> key) {
        return rows.stream().map(key).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /**
     * Whom a row means now: customers may have been entered, merged or taken back since the list was read. New ones get an
     * identity; a contact whose customer has gone is left out.
     */
    private static void target(ImportKind kind, List<TakenRow> rows, BulkCustomers.Known known) {
        var first = new HashMap<Integer, UUID>();
        for (var row : rows) {
            var met = row.target == null ? null : known.now(row.target);
            if (met == null && row.doubleOf != null) {
                met = first.get(row.doubleOf);
            }
            if (met == null) {
                met = known.meant(row.codeKey, row.nameKey);
            }
            if (met == null && kind == ImportKind.CONTACTS) {
                row.leave(TakingStore.GONE);
                continue;
            }
            row.target = met == null ? Ids.next() : met;
            first.put(row.row_no, row.target);
        }
    }

    /** Who sees only her own customers changes nobody else's, also when it became somebody else's meanwhile. */
    private static void leaveForeign(TakenRow row, Map<UUID, Work> work, Actor actor) {
        var one = row.target == null ? null : work.get(row.target);
        var before = one == null ? null : one.before;
        if (before != null && !actor.may("customer.readAll") && !actor.id().equals(before.details().owner())) {
            row.leave("customer.import.notYours");
        }
    }

    private Map<UUID, Work> work(Set<UUID> ids) {
        var work = new LinkedHashMap<UUID, Work>();
        var views = bulk.load(ids);
        var contacts = bulk.contacts(ids);
        views.forEach((id, view) -> work.put(id.value(),
                new Work(id, view, new ArrayList<>(contacts.getOrDefault(id, List.of())))));
        return work;
    }

    private static void customer(TakenRow row, Work one, Actor actor, BulkCustomers.Known known) {
        var before = one.now;
        var owner = owner(row, one, actor);
        if (known.heldByAnother(row.codeKey, one.id.value())) {
            // The number belongs to the customer that was merged into this one, and stays there.
            row.data.remove("code");
        }
        var now = merged(before, row.data, owner, row.doubleOf != null);
        if (before == null) {
            row.outcome = "CREATED";
        } else {
            var old = CustomerFields.all(before);
            CustomerFields.all(now).forEach((field, value) -> {
                if (!Objects.equals(value, old.get(field))) {
                    row.before.put(field, old.get(field));
                    row.after.put(field, value);
                    row.outcome = "UPDATED";
                }
            });
        }
        one.now = now;
    }

    private static @Nullable PersonId owner(TakenRow row, Work one, Actor actor) {
        var typed = row.data.get("owner");
        var had = one.now == null ? null : one.now.owner();
        if (!actor.may("customer.readAll")) {
            return one.now == null ? actor.id() : had;
        }
        return typed == null ? had : new PersonId(UUID.fromString(typed));
    }

    /** A new customer as a row enters it. */
    static CustomerDetails entered(Map<String, String> data, @Nullable PersonId owner) {
        return merged(null, data, owner, false);
    }

    private static CustomerDetails merged(@Nullable CustomerDetails old, Map<String, String> data, @Nullable PersonId owner, boolean fillOnly) {
        var before = old == null ? CustomerDetails.named(Objects.requireNonNull(data.get("name"))) : old;
        var pick = new Pick(data, fillOnly);
        var since = pick.text("partnerSince", before.partnerSince() == null ? null : before.partnerSince().toString());
        return new CustomerDetails(
                pick.text("code", before.code()),
                Objects.requireNonNull(pick.text("name", before.name())),
                pick.text("shortName", before.shortName()),
                pick.text("orgType", before.orgType()),
                pick.text("orgSize", before.orgSize()),
                pick.text("productType", before.productType()),
                pick.text("demand", before.demand()),
                pick.text("segment", before.segment()),
                pick.text("region", before.region()),
                pick.text("address", before.address()),
                pick.text("deliveryAddress", before.deliveryAddress()),
                fillOnly && before.owner() != null ? before.owner() : owner,
                since == null ? null : LocalDate.parse(since),
                pick.text("cooperation", before.cooperation()),
                pick.text("potential", before.potential()),
                pick.text("payment", before.payment()),
                pick.truth("unstableOrders", before.unstableOrders()),
                pick.truth("wellKnown", before.wellKnown()),
                pick.truth("coreIndustry", before.coreIndustry()),
                pick.text("fileNote", before.fileNote()));
    }

    /** What the file says, else what stood there. */
    private record Pick(Map<String, String> data, boolean fillOnly) {

        @Nullable String text(String field, @Nullable String before) {
            var typed = data.get(field);
            if (typed == null || fillOnly && before != null) {
                return before;
            }
            // Another spelling of the same name or number is no change.
            boolean same = before != null && (field.equals("name") || field.equals("code")) && Names.key(typed).equals(Names.key(before));
            return same ? before : typed;
        }

        @Nullable Boolean truth(String field, @Nullable Boolean before) {
            var typed = data.get(field);
            return typed == null || fillOnly && before != null ? before : Boolean.valueOf(typed);
        }
    }

    private static void contact(TakenRow row, Work one, Map<UUID, BulkCustomers.Person> people) {
        var name = row.data.get("contact.name");
        if (name == null) {
            return;
        }
        var key = Names.key(name);
        var known = one.contacts.stream().filter(c -> Names.key(c.name()).equals(key)).findFirst();
        var details = details(row.data, known.orElse(null));
        if (known.isPresent() && ContactChange.values(details).equals(ContactChange.values(known.get()))) {
            return;
        }
        var id = known.map(ContactView::id).orElseGet(Ids::next);
        row.after.put("contact", id.toString());
        row.after.put("contactFields", ContactChange.values(details));
        known.ifPresent(c -> row.before.put("contactFields", ContactChange.values(c)));
        if (row.outcome.equals("SAME")) {
            row.outcome = known.isPresent() ? "UPDATED" : "CREATED";
            row.after.put("contactOnly", true);
        }
        people.put(id, new BulkCustomers.Person(id, one.id, details, 0));
        one.contacts.removeIf(c -> c.id().equals(id));
        one.contacts.add(ContactChange.view(id, one.id, details));
    }

    private static ContactDetails details(Map<String, String> data, @Nullable ContactView before) {
        return new ContactDetails(
                Objects.requireNonNull(data.get("contact.name")),
                data.getOrDefault("contact.role", before == null ? "OTHER" : before.role()),
                data.containsKey("contact.weight") ? new BigDecimal(data.get("contact.weight")) : before == null ? BigDecimal.ONE : before.weight(),
                or(data.get("contact.email"), before == null ? null : before.email()),
                or(data.get("contact.phone"), before == null ? null : before.phone()),
                or(data.get("contact.fax"), before == null ? null : before.fax()),
                or(data.get("contact.wechat"), before == null ? null : before.wechat()),
                data.getOrDefault("contact.language", before == null ? "zh-CN" : before.language()));
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    private void number(Iterable<Work> all) {
        var without = new ArrayList<Work>();
        all.forEach(w -> {
            if (w.now != null && w.now.code() == null) {
                without.add(w);
            }
        });
        var numbers = bulk.numbers(without.size()).iterator();
        without.forEach(w -> w.now = Objects.requireNonNull(w.now).numbered(numbers.next()));
    }

    private void write(Iterable<Work> all, PersonId by) {
        var created = new ArrayList<BulkCustomers.Line>();
        var updated = new ArrayList<BulkCustomers.Line>();
        for (var work : all) {
            var now = work.now;
            if (now != null && work.before == null) {
                created.add(new BulkCustomers.Line(work.id, now, 0));
            } else if (now != null && work.before != null && !now.equals(work.before.details())) {
                updated.add(new BulkCustomers.Line(work.id, now, work.before.version()));
            }
        }
        bulk.insert(created, by);
        bulk.update(updated, by);
    }
}
