package org.huiyin.customer.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.customer.BulkCustomers;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.ContactView;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerFields;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts back what stood there before an import, field by field, where nobody has written since. */
@Component
class CustomerUndoing {

    private final BulkCustomers bulk;
    private final UndoStore store;

    CustomerUndoing(BulkCustomers bulk, UndoStore store) {
        this.bulk = bulk;
        this.store = store;
    }

    /** The customers and contacts of a block as they become. */
    private static final class Block {
        final Map<UUID, CustomerView> views = new HashMap<>();
        final Map<UUID, CustomerDetails> now = new HashMap<>();
        final Map<UUID, ContactView> contacts = new LinkedHashMap<>();
        final Map<UUID, List<UUID>> contactsOf = new HashMap<>();
        final Map<UUID, BulkCustomers.Person> written = new LinkedHashMap<>();
        final Map<UndoStore.Removal, UndoneRow> removals = new LinkedHashMap<>();
    }

    /** Takes the rows back, the last one of the file first, so that each finds what it left behind. */
    void undo(ImportView list, List<UndoneRow> rows) {
        var block = block(rows.stream().map(r -> r.target).collect(Collectors.toSet()));
        for (var row : rows) {
            if (row.createdCustomer) {
                removed(list, row, block);
            } else {
                contact(row, block);
                fields(row, block);
            }
        }
        write(block, list.by());
        var used = Set.copyOf(store.remove(List.copyOf(block.removals.keySet())));
        block.removals.forEach((removal, row) -> {
            if (used.contains(removal)) {
                row.keep(removal.customer() == null ? "customer.import.kept.contactUsed" : "customer.import.kept.customerUsed");
            }
        });
        store.handled(list.id(), rows);
    }

    private Block block(Set<UUID> targets) {
        var block = new Block();
        bulk.load(targets).forEach((id, view) -> {
            block.views.put(id.value(), view);
            block.now.put(id.value(), view.details());
        });
        bulk.contacts(targets).forEach((customer, all) -> {
            all.forEach(c -> block.contacts.put(c.id(), c));
            block.contactsOf.put(customer.value(), all.stream().map(ContactView::id).toList());
        });
        return block;
    }

    /** A customer goes with its contact, if both are still as the import entered them and nothing has been added. */
    private static void removed(ImportView list, UndoneRow row, Block block) {
        var view = block.views.get(row.target);
        if (view == null) {
            return;
        }
        var own = row.contact();
        var contacts = block.contactsOf.getOrDefault(row.target, List.of()).stream().filter(block.contacts::containsKey).toList();
        if (contacts.stream().anyMatch(id -> !id.equals(own))) {
            row.keep("customer.import.kept.customerUsed");
        } else if (!contacts.isEmpty() && !untouched(row, block.contacts.get(own))) {
            row.keep("customer.import.kept.contact");
        } else if (!asEntered(list, row, view, Objects.requireNonNull(block.now.get(row.target)))) {
            row.keep("customer.import.kept.customer");
        } else {
            contacts.forEach(block.contacts::remove);
            block.removals.put(new UndoStore.Removal(row.target, contacts), row);
        }
    }

    private static boolean asEntered(ImportView list, UndoneRow row, CustomerView view, CustomerDetails now) {
        var typed = row.data.get("owner");
        var owner = now.owner();
        boolean owned = owner == null ? typed == null : owner.equals(list.by()) || owner.value().toString().equals(typed);
        var entered = CustomerTaking.entered(row.data, owner).numbered(Objects.requireNonNull(now.code()));
        boolean code = row.data.get("code") == null || row.data.get("code").equals(now.code());
        return owned && code && view.active() && view.mergedInto() == null && entered.equals(now);
    }

    private static boolean untouched(UndoneRow row, @Nullable ContactView now) {
        return now != null && now.reachable() && ContactChange.same(ContactChange.values(now), row.after.get("contactFields"));
    }

    private static void contact(UndoneRow row, Block block) {
        var id = row.contact();
        var now = id == null ? null : block.contacts.get(id);
        if (id == null || now == null) {
            return;
        }
        if (!untouched(row, now)) {
            row.keep("customer.import.kept.contact");
        } else if (row.before.get("contactFields") instanceof Map<?, ?> old) {
            var before = details(old);
            block.contacts.put(id, ContactChange.view(id, now.customer(), before));
            block.written.put(id, new BulkCustomers.Person(id, now.customer(), before, 0));
        } else {
            block.contacts.remove(id);
            block.written.remove(id);
            block.removals.put(new UndoStore.Removal(null, List.of(id)), row);
        }
    }

    private static void fields(UndoneRow row, Block block) {
        var now = block.now.get(row.target);
        if (now == null) {
            return;
        }
        var values = CustomerFields.all(now);
        var back = new LinkedHashMap<String, @Nullable Object>(values);
        for (var field : row.changed()) {
            if (Objects.equals(values.get(field), row.after.get(field))) {
                back.put(field, row.before.get(field));
            } else {
                row.keep("customer.import.kept.fields");
            }
        }
        block.now.put(row.target, CustomerFields.from(back));
    }

    private void write(Block block, PersonId by) {
        var changed = new ArrayList<BulkCustomers.Line>();
        block.now.forEach((id, now) -> {
            var view = Objects.requireNonNull(block.views.get(id));
            if (!now.equals(view.details())) {
                changed.add(new BulkCustomers.Line(view.id(), now, view.version()));
            }
        });
        bulk.update(changed, by);
        bulk.write(List.copyOf(block.written.values()), by);
    }

    private static ContactDetails details(Map<?, ?> old) {
        return new ContactDetails(text(old, "name"), text(old, "role"), new BigDecimal(text(old, "weight")),
                (String) old.get("email"), (String) old.get("phone"), (String) old.get("fax"), (String) old.get("wechat"), text(old, "language"));
    }

    private static String text(Map<?, ?> old, String field) {
        return String.valueOf(old.get(field));
    }
}
