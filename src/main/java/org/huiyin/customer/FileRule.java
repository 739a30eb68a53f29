package org.huiyin.customer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which fields a complete customer file has (001/5.4.1), as the section {@code customerFile} of the profile says.
 *
 * @param required names of fields of {@link CustomerDetails}
 */
record FileRule(List<String> required) {

    private static final Map<String, String> COLUMNS = columns();

    FileRule {
        required = required.stream().filter(COLUMNS::containsKey).toList();
    }

    /** The columns behind the fields that a rule may ask for. */
    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("orgType", "org_type");
        columns.put("orgSize", "org_size");
        columns.put("productType", "product_type");
        columns.put("demand", "demand");
        columns.put("segment", "segment");
        columns.put("region", "region");
        columns.put("address", "address");
        columns.put("owner", "owner_id");
        columns.put("partnerSince", "partner_since");
        return columns;
    }

    static boolean knows(String field) {
        return COLUMNS.containsKey(field);
    }

    /** SQL that lists the missing fields' names as a text array. */
    String missing() {
        if (required.isEmpty()) {
            return "'{}'::text[]";
        }
        return required.stream()
                .map(field -> "case when c." + COLUMNS.get(field) + " is null then '" + field + "' end")
                .collect(Collectors.joining(", ", "array_remove(array[", "], null)"));
    }

    /** SQL that is true where nothing is missing. */
    String complete() {
        return required.isEmpty()
                ? "true"
                : required.stream().map(f -> "c." + COLUMNS.get(f) + " is not null").collect(Collectors.joining(" and ", "(", ")"));
    }
}
