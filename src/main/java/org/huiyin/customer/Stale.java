package org.huiyin.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.StaleRecord.Change;
import org.huiyin.organization.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the second of two people on one record what the first one did. */
@Component
class Stale {

    private final People people;

    Stale(People people) {
        this.people = people;
    }

    StaleRecord record(CustomerView theirs, CustomerDetails yours) {
        var changes = new ArrayList<Change>();
        var mine = CustomerFields.all(yours);
        CustomerFields.all(theirs.details()).forEach((field, value) -> note(changes, "customer.field." + field, value, mine.get(field)));
        return new StaleRecord(name(theirs.changedBy()), theirs.changedAt(), changes);
    }

    StaleRecord record(ContactView theirs, ContactDetails yours) {
        var changes = new ArrayList<Change>();
        note(changes, "customer.contact.field.name", theirs.name(), yours.name());
        note(changes, "customer.contact.field.role", theirs.role(), yours.role());
        note(changes, "customer.contact.field.weight", theirs.weight().toPlainString(), yours.weight().stripTrailingZeros().toPlainString());
        note(changes, "customer.contact.field.email", theirs.email(), yours.email());
        note(changes, "customer.contact.field.phone", theirs.phone(), yours.phone());
        note(changes, "customer.contact.field.fax", theirs.fax(), yours.fax());
        note(changes, "customer.contact.field.wechat", theirs.wechat(), yours.wechat());
        note(changes, "customer.contact.field.language", theirs.language(), yours.language());
        return new StaleRecord(name(theirs.changedBy()), theirs.changedAt(), changes);
    }

    private static void note(List<Change> changes, String field, @Nullable Object theirs, @Nullable Object yours) {
        if (!Objects.equals(theirs, yours)) {
            changes.add(new Change(new Sentence(field), shown(theirs), shown(yours)));
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "—" : value.toString();
    }

    private String name(PersonId id) {
        return people.names().getOrDefault(id, "—");
    }
}
