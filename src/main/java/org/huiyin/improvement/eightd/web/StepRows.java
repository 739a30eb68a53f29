package org.huiyin.improvement.eightd.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Adds and takes away rows of a step, by buttons that need no script. */
final class StepRows {

    private static final Map<String, String> FIRST_FIELD = Map.of("member", "name", "interim", "words", "measure", "words", "across", "what", "document", "number");

    private StepRows() {}

    /** What stands in the form, without what only steers it. */
    static Map<String, String> fields(Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(typed);
        for (String control : new String[] {"version", "act", "add", "remove", "_csrf"}) {
            fields.remove(control);
        }
        return fields;
    }

    /** One more row of a list, or one more why below another. */
    static void add(Map<String, String> fields, String what) {
        if (what.matches("why\\.(OT|OS|NT|NS)(\\.\\d{1,2}){0,11}")) {
            fields.put(what + "." + next(fields, what), "");
        } else if (FIRST_FIELD.containsKey(what)) {
            int row = next(fields, what);
            fields.put(what + "." + (row == 1 && fields.keySet().stream().noneMatch(k -> k.startsWith(what + ".1.")) ? 2 : row) + "." + FIRST_FIELD.get(what), "");
        }
    }

    /** Takes a row away, or a why with everything below it. */
    static void remove(Map<String, String> fields, String what) {
        if (what.matches("[a-z]+(\\.(OT|OS|NT|NS))?(\\.\\d{1,3})+")) {
            fields.keySet().removeIf(key -> key.equals(what) || key.startsWith(what + "."));
            String root = what.replaceFirst("^why", "root");
            fields.keySet().removeIf(key -> key.equals(root) || key.startsWith(root + "."));
        }
    }

    private static int next(Map<String, String> fields, String what) {
        int most = 0;
        for (String key : fields.keySet()) {
            if (key.startsWith(what + ".")) {
                String number = key.substring(what.length() + 1).split("\\.")[0];
                most = number.matches("\\d{1,3}") ? Math.max(most, Integer.parseInt(number)) : most;
            }
        }
        return most + 1;
    }
}
