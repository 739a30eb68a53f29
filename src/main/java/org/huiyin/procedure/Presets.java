package org.huiyin.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.BrokenRule;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** The procedures a company can start from (decisions.md section 3). */
@Service
public class Presets {

    private static final List<String> CODES = List.of("P001", "P000", "P002", "P003", "P004", "BLANK");

    /** A preset as the wizard offers it. */
    public record Preset(String code, Label title, Label summary, List<String> modules) {}

    public List<Preset> all() {
        return CODES.stream().map(Presets::view).toList();
    }

    /** The document of the preset; refused when there is none of that code. */
    public ProfileContent content(String code) {
        if (!CODES.contains(code)) {
            throw new BrokenRule("procedure.preset.unknown", code);
        }
        try (var file = new ClassPathResource("procedure/" + code + ".json").getInputStream()) {
            return ProfileContent.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Preset view(String code) {
        var content = new Presets().content(code);
        var identity = content.root().path("identity");
        var modules = content.root().path("modules").properties().stream()
                .filter(entry -> entry.getValue().asBoolean(false))
                .map(java.util.Map.Entry::getKey)
                .toList();
        return new Preset(code, label(identity, "title"), label(identity, "summary"), modules);
    }

    private static Label label(tools.jackson.databind.JsonNode identity, String name) {
        return ProfileContent.JSON.treeToValue(identity.path(name), Label.class);
    }
}
