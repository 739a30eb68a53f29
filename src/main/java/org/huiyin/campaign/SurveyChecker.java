package org.huiyin.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.SectionChecker;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refuses a survey section by which no round could run: no window, no way, reminders after the end (001/5.4.2). */
@Component
class SurveyChecker implements SectionChecker {

    private final JsonMapper json;

    SurveyChecker(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String section() {
        return SurveyRule.SECTION;
    }

    @Override
    public List<Sentence> check(JsonNode section, JsonNode profile) {
        SurveyRule rule;
        try {
            rule = json.treeToValue(section, SurveyRule.class);
        } catch (RuntimeException unreadable) {
            return List.of(new Sentence("campaign.round.rule.unreadable"));
        }
        var found = new ArrayList<Sentence>();
        if (rule.windows().isEmpty() && !rule.rolling()) {
            found.add(new Sentence("campaign.round.rule.noWindow"));
        }
        if (rule.windows().stream().map(SurveyWindow::code).collect(java.util.stream.Collectors.toCollection(HashSet::new)).size() != rule.windows().size()) {
            found.add(new Sentence("campaign.round.rule.doubleWindow"));
        }
        if (rule.returnDays() < 1) {
            found.add(new Sentence("campaign.round.rule.noReturn"));
        }
        if (rule.channels().isEmpty()) {
            found.add(new Sentence("campaign.round.rule.noWay"));
        }
        rule.reminderDays().stream().filter(day -> day < 1 || day > rule.returnDays()).findFirst()
                .ifPresent(day -> found.add(new Sentence("campaign.round.rule.reminder", day, rule.returnDays())));
        return found;
    }
}
