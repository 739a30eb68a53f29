package org.huiyin.procedure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document of a profile in sections; figures stay exact. Sections are read as the records of the modules that use
 * them, and read once.
 */
public final class ProfileContent {

    /** Reads and writes profile documents: decimals stay decimals, unknown parts of a section are left alone. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final List<String> REQUIRED = List.of("identity", "clauses", "modules", "grading", "survey", "scoring", "bands", "triggers",
            "sampling", "doubt", "analysis", "clock", "approvals", "verification", "improvement", "separation", "forms", "prefixes", "retention");

    private record Wanted(String section, Class<?> type) {}

    private final JsonNode root;
    private final Map<Wanted, Object> read = new ConcurrentHashMap<>();

    ProfileContent(JsonNode root) {
        this.root = root;
    }

    /** Reads the text of a document. */
    public static ProfileContent parse(String text) {
        return new ProfileContent(JSON.readTree(text));
    }

    /** A copy of the whole document, free to change. */
    public JsonNode copy() {
        return root.deepCopy();
    }

    JsonNode root() {
        return root;
    }

    /** The same document with another section in place. */
    public ProfileContent with(String section, JsonNode value) {
        JsonNode copy = root.deepCopy();
        ProfilePath.set(copy, section, value);
        return new ProfileContent(copy);
    }

    /** A section as it stands; missing where the profile has none. */
    public JsonNode section(String name) {
        return root.path(name).deepCopy();
    }

    /** A section as the record of the module that uses it. */
    public <T> T section(String name, Class<T> type) {
        return type.cast(read.computeIfAbsent(new Wanted(name, type), wanted -> JSON.treeToValue(root.path(name), type)));
    }

    /** The value under a path such as "survey.returnDays" or "approvals.freeze.0"; missing where there is none. */
    public JsonNode at(String path) {
        return ProfilePath.get(root, path).deepCopy();
    }

    /** Whether the document has the sections without which nothing works. */
    public boolean isComplete() {
        return root.isObject() && REQUIRED.stream().allMatch(root::has);
    }

    public String text() {
        return root.toString();
    }

    /** SHA-256 of the document with its keys in order, so that the same content always has the same hash. */
    public String hash() {
        try {
            byte[] bytes = sorted(root).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            var list = JSON.createArrayNode();
            node.forEach(part -> list.add(sorted(part)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        var keys = new TreeMap<String, JsonNode>();
        node.properties().forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
        var object = JSON.createObjectNode();
        keys.forEach((key, value) -> object.set(key, sorted(value)));
        return object;
    }
}
