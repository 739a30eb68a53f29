package org.huiyin.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.kernel.Sentence;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Contradictions in the section "clock" of a profile, each said in a sentence. */
class ClockCheckerTest {

    private static final String RULE = "{\"unit\": \"WORKING_DAY\", \"amount\": %d, \"countStart\": false, \"endOfDay\": \"BUSINESS_CLOSE\", \"roll\": \"FORWARD\"}";

    private final JsonMapper json = JsonMapper.builder().build();

    private java.util.List<String> check(String precedence, String rules) {
        var section = json.readTree("{\"afterHours\": \"NEXT_OPENING\", \"precedence\": [" + precedence + "], \"rules\": {" + rules + "}}");
        return new ClockChecker(json).check(section, section).stream().map(Sentence::key).toList();
    }

    @Test
    void a_profile_says_where_a_date_comes_from_and_never_ends_before_it_began() {
        var other = "\"OTHER\": " + RULE.formatted(5);
        assertThat(check("\"CUSTOMER_DATE\", \"CLASS_RULE\"", other)).isEmpty();
        assertThat(check("\"CUSTOMER_DATE\"", other)).containsExactly("voice.check.noClassRule");
        assertThat(check("\"CLASS_RULE\", \"CLASS_RULE\"", other)).containsExactly("voice.check.sourceTwice");
        assertThat(check("\"CLASS_RULE\"", "\"CALL\": " + RULE.formatted(1))).containsExactly("voice.check.noOther");
        assertThat(check("\"CLASS_RULE\"", other + ", \"COMPLAINT\": " + RULE.formatted(4) + ", \"COMPLAINT_FINAL\": " + RULE.formatted(3)))
                .containsExactly("voice.check.finalBeforeFirst");
        assertThat(check("\"CLASS_RULE\"", "\"OTHER\": " + RULE.formatted(0))).containsExactly("voice.check.unreadable");
    }
}
