package org.huiyin.procedure;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Paths into a profile: names and list positions joined by dots; "clauses/5.4.2.1a/title" names a clause by its number. */
final class ProfilePath {

    private static final String CLAUSES = "clauses/";

    private ProfilePath() {}

    static JsonNode get(JsonNode root, String path) {
        if (path.startsWith(CLAUSES)) {
            String[] parts = path.split("/", -1);
            return parts.length == 3 ? clause(root, parts[1]).path(parts[2]) : MissingNode.getInstance();
        }
        JsonNode node = root;
        for (String name : path.split("\\.", -1)) {
            node = node.isArray() && isPosition(name) ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return node;
    }

    /** Writes the value; false where the place does not exist. */
    static boolean set(JsonNode root, String path, JsonNode value) {
        if (path.startsWith(CLAUSES)) {
            String[] parts = path.split("/", -1);
            return parts.length == 3 && put(clause(root, parts[1]), parts[2], value);
        }
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0 ? root : get(root, path.substring(0, dot));
        return put(parent, path.substring(dot + 1), value);
    }

    private static boolean put(JsonNode parent, String name, JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
            return true;
        }
        if (parent instanceof ArrayNode list && isPosition(name) && Integer.parseInt(name) < list.size()) {
            list.set(Integer.parseInt(name), value);
            return true;
        }
        return false;
    }

    /** Whether two values say the same; 75 and 75.0 are the same figure. */
    static boolean same(JsonNode left, JsonNode right) {
        return left.equals((a, b) -> a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.equals(b) ? 0 : 1, right);
    }

    private static JsonNode clause(JsonNode root, String number) {
        for (JsonNode clause : root.path("clauses")) {
            if (clause.path("number").asString("").equals(number)) {
                return clause;
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean isPosition(String name) {
        return !name.isEmpty() && name.length() < 5 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
