package org.huiyin.improvement.eightd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huiyin.approval.ApprovalStep;
import org.huiyin.improvement.ImprovementSection;
import org.huiyin.kernel.Label;
import org.huiyin.procedure.FormEntry;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.voice.ClockRule;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the procedure says about 8Ds: places to contain, depth of the whys, dates of the stages, who approves, the form
 * and its number, words that are no cause. A profile that was written before these settings existed takes the usual ones.
 */
public record EightDRules(
        String prefix,
        List<String> places,
        int whyLevels,
        Map<EightDStep, ClockRule> stages,
        List<ApprovalStep> route,
        FormEntry form,
        Label hollow,
        String stageClause) {

    private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();
    private static final JsonNode USUAL = usual();

    static EightDRules of(ProfileVersion profile) {
        JsonNode complaint = profile.section("complaint");
        JsonNode prefixes = profile.section("prefixes");
        return new EightDRules(
                given(prefixes.path("eightD"), USUAL.path("prefix")).asString(),
                texts(given(complaint.path("places"), USUAL.path("places"))),
                profile.section("improvement", ImprovementSection.class).whyLevels(),
                stages(given(complaint.path("stages"), USUAL.path("stages"))),
                route(given(profile.section("approvals").path("eightD"), USUAL.path("route"))),
                profile.forms().stream().filter(f -> f.code().equals("eightD")).findFirst()
                        .orElseGet(() -> JSON.treeToValue(USUAL.path("form"), FormEntry.class)),
                JSON.treeToValue(given(complaint.path("hollow"), USUAL.path("hollow")), Label.class),
                profile.clauseOf("complaint.stages"));
    }

    private static JsonNode given(JsonNode own, JsonNode usual) {
        return own.isMissingNode() || own.isNull() ? usual : own;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<EightDStep, ClockRule> stages(JsonNode node) {
        Map<EightDStep, ClockRule> stages = new EnumMap<>(EightDStep.class);
        node.properties().forEach(entry -> stages.put(EightDStep.valueOf(entry.getKey()), JSON.treeToValue(entry.getValue(), ClockRule.class)));
        return stages;
    }

    private static List<ApprovalStep> route(JsonNode node) {
        return node.valueStream().map(step -> {
            Set<String> roles = new TreeSet<>(texts(step.path("roles")));
            return new ApprovalStep(roles);
        }).toList();
    }

    private static JsonNode usual() {
        try (var file = new ClassPathResource("improvement/eightd.json").getInputStream()) {
            return JSON.readTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Each language's phrases that are no cause and no measure. */
    public Map<String, List<String>> phrases() {
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        hollow.texts().forEach((language, text) -> phrases.put(language,
                java.util.Arrays.stream(text.split("[、；;，,\\n]")).map(String::strip).filter(p -> !p.isEmpty()).toList()));
        return phrases;
    }
}
