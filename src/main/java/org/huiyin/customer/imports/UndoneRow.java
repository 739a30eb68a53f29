package org.huiyin.customer.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of an import in the hands of the job that takes it back: what it said, what it did, and why that stays if it stays. */
final class UndoneRow {

    final int row;
    final UUID target;
    final boolean createdCustomer;
    final Map<String, String> data;
    final Map<String, Object> before;
    final Map<String, Object> after;
    /** Why something stays, as the key of a sentence. */
    @Nullable String kept;

    UndoneRow(int row, UUID target, String outcome, Map<String, String> data, Map<String, Object> before, Map<String, Object> after) {
        this.row = row;
        this.target = target;
        this.createdCustomer = outcome.equals("CREATED") && !after.containsKey("contactOnly");
        this.data = data;
        this.before = before;
        this.after = after;
    }

    /** The customer's fields that the row changed; what was empty before is not among the stored values. */
    List<String> changed() {
        return Stream.concat(before.keySet().stream(), after.keySet().stream()).filter(field -> !field.startsWith("contact")).distinct().toList();
    }

    /** The contact that the row entered or changed. */
    @Nullable UUID contact() {
        return after.get("contact") instanceof String id ? UUID.fromString(id) : null;
    }

    void keep(String why) {
        kept = Objects.requireNonNullElse(kept, why);
    }
}
