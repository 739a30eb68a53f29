package org.huiyin.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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

    private static final Set<String> DEGREES = Set.of("cooperation", "potential", "payment");

    private final People people;

    Stale(People people) {
        this.people = people;
    }

    StaleRecord record(CustomerView theirs, CustomerDetails yours) {
        var changes = new ArrayList<Change>();
        var mine = CustomerFields.all(yours);
        var names = people.names();
        CustomerFields.all(theirs.details()).forEach((field, value) -> note(changes, field, "customer.field." + field, value, mine.get(field), names));
        return new StaleRecord(name(theirs.changedBy()), theirs.changedAt(), theirs.version(), changes);
    }

    StaleRecord record(ContactView theirs, ContactDetails yours) {
        var changes = new ArrayList<Change>();
        note(changes, "name", theirs.name(), yours.name());
        note(changes, "role", theirs.role(), yours.role());
        note(changes, "weight", theirs.weight().toPlainString(), yours.weight().stripTrailingZeros().toPlainString());
        note(changes, "email", theirs.email(), yours.email());
        note(changes, "phone", theirs.phone(), yours.phone());
        note(changes, "fax", theirs.fax(), yours.fax());
        note(changes, "wechat", theirs.wechat(), yours.wechat());
        note(changes, "language", theirs.language(), yours.language());
        return new StaleRecord(name(theirs.changedBy()), theirs.changedAt(), theirs.version(), changes);
    }

    private static void note(List<Change> changes, String field, @Nullable Object theirs, @Nullable Object yours) {
        note(changes, field, "customer.contact.field." + field, theirs, yours, Map.of());
    }

    private static void note(List<Change> changes, String field, String label, @Nullable Object theirs, @Nullable Object yours, Map<PersonId, String> names) {
        if (!Objects.equals(theirs, yours)) {
            changes.add(Change.of(field, new Sentence(label), shown(field, theirs, names), shown(field, yours, names), theirs == null ? "" : theirs.toString()));
        }
    }

    /** As the form says it, not as it is stored. */
    private static Object shown(String field, @Nullable Object value, Map<PersonId, String> names) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean yes) {
            return new Sentence(yes ? "customer.yes" : "customer.no");
        }
        if (field.equals("owner")) {
            return names.getOrDefault(new PersonId(UUID.fromString(value.toString())), "");
        }
        if (DEGREES.contains(field)) {
            return new Sentence("customer.degree." + field + "." + value.toString().toLowerCase(Locale.ROOT));
        }
        return field.equals("language") ? new Sentence("web.language." + value.toString().replace('-', '_')) : value.toString();
    }

    private String name(PersonId id) {
        return people.names().getOrDefault(id, "—");
    }
}
