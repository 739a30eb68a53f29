package org.huiyin.procedure;

import java.util.List;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Preset;
import org.huiyin.organization.PresetSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Offers the procedures to the wizard, with what they say about the survey and about complaints. */
@Component
class OfferedPresets implements PresetSource {

    private final Presets presets;

    OfferedPresets(Presets presets) {
        this.presets = presets;
    }

    @Override
    public List<Preset> presets() {
        return presets.all().stream().map(one -> {
            var content = presets.content(one.code()).root();
            return new Preset(one.code(), verbatim(one.title()), verbatim(one.summary()),
                    List.of(often(content), whom(content), score(content), trigger(content), answer(content)));
        }).toList();
    }

    private static Sentence verbatim(Label label) {
        return new Sentence("web.verbatim", label);
    }

    private static Sentence often(JsonNode content) {
        var windows = content.path("survey").path("windows").valueStream().map(w -> ProfileContent.JSON.treeToValue(w.path("name"), Label.class)).toList();
        return windows.size() == 1 ? verbatim(windows.getFirst()) : new Sentence("procedure.offer.often", windows.getFirst(), windows.getLast());
    }

    private static Sentence whom(JsonNode content) {
        return new Sentence("procedure.offer.whom." + content.path("sampling").path("strategy").asString());
    }

    private static Sentence score(JsonNode content) {
        var scoring = content.path("scoring");
        return new Sentence("procedure.offer.score." + scoring.path("kind").asString(), scoring.path("scale").path("degrees").size());
    }

    private static Sentence trigger(JsonNode content) {
        var threshold = content.path("triggers").path("threshold");
        return threshold.isNumber() ? new Sentence("procedure.offer.trigger.below", threshold.decimalValue()) : new Sentence("procedure.offer.trigger.item");
    }

    private static Sentence answer(JsonNode content) {
        return new Sentence("procedure.offer.answer", content.path("clock").path("rules").path("COMPLAINT").path("amount").asInt());
    }
}
