package org.huiyin.voice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.SectionChecker;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refuses clocks that contradict each other: a date that nothing decides, a final report before the first one (D5, D6). */
@Component
class ClockChecker implements SectionChecker {

    private final JsonMapper json;

    ClockChecker(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String section() {
        return "clock";
    }

    @Override
    public List<Sentence> check(JsonNode section, JsonNode wholeProfile) {
        ClockSection clock;
        try {
            clock = json.treeToValue(section, ClockSection.class);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return List.of(new Sentence("voice.check.unreadable"));
        }
        var found = new ArrayList<Sentence>();
        if (!clock.precedence().contains(Precedence.Source.CLASS_RULE)) {
            found.add(new Sentence("voice.check.noClassRule"));
        }
        if (new HashSet<>(clock.precedence()).size() < clock.precedence().size()) {
            found.add(new Sentence("voice.check.sourceTwice"));
        }
        if (!clock.rules().containsKey("OTHER")) {
            found.add(new Sentence("voice.check.noOther"));
        }
        var first = clock.rules().get("COMPLAINT");
        var last = clock.rules().get("COMPLAINT_FINAL");
        if (first != null && last != null && first.unit() == last.unit() && last.amount() < first.amount()) {
            found.add(new Sentence("voice.check.finalBeforeFirst", last.amount(), first.amount()));
        }
        return found;
    }
}
