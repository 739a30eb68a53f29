package org.huiyin.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.improvement.Verification.Given;
import org.huiyin.improvement.Verification.Mode;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class VerificationTest {

    private static final Map<String, Set<String>> ROLES = Map.of("COMPLAINT", Set.of("QUALITY"), "SURVEY", Set.of("SALES"));
    private static final Set<String> BOTH = Set.of("COMPLAINT", "SURVEY");

    private final Verification rule = new Verification(ROLES, Mode.BY_ORIGIN, false);
    private final PersonId doer = new PersonId(Ids.next());
    private final Actor quality = actor("QUALITY");
    private final Actor sales = actor("SALES");

    private static Actor actor(String... roles) {
        return new Actor(new PersonId(Ids.next()), "someone", Set.of(roles));
    }

    @ParameterizedTest
    @CsvSource({"COMPLAINT, QUALITY, true", "COMPLAINT, SALES, false", "SURVEY, SALES, true", "SURVEY, QUALITY, false"})
    void theOriginDecidesWhoVerifies(String origin, String role, boolean accepted) {
        Actor actor = actor(role);
        if (accepted) {
            Given given = rule.verify(actor, origin, Set.of(origin), Set.of(doer), List.of(), "");
            assertThat(rule.isComplete(Set.of(origin), List.of(given))).isTrue();
        } else {
            assertThatThrownBy(() -> rule.verify(actor, origin, Set.of(origin), Set.of(doer), List.of(), ""))
                    .isInstanceOf(BrokenRule.class).hasMessage("improvement.verify.role");
        }
    }

    @Test
    void bothOriginsNeedBothVerifiers() {
        Given first = rule.verify(quality, "COMPLAINT", BOTH, Set.of(doer), List.of(), "");
        assertThat(rule.isComplete(BOTH, List.of(first))).isFalse();
        assertThat(rule.open(quality, BOTH, Set.of(doer), List.of(first))).isEmpty();
        assertThat(rule.open(sales, BOTH, Set.of(doer), List.of(first))).containsExactly("SURVEY");
        Given second = rule.verify(sales, "SURVEY", BOTH, Set.of(doer), List.of(first), "");
        assertThat(rule.isComplete(BOTH, List.of(first, second))).isTrue();
    }

    @Test
    void bothMayBeAskedForEveryOrigin() {
        Verification all = new Verification(ROLES, Mode.ALL, false);
        assertThat(all.required(Set.of("COMPLAINT"))).containsExactly("COMPLAINT", "SURVEY");
    }

    @Test
    void theDoerNeverVerifiesWhateverHisRole() {
        Verification lenient = new Verification(ROLES, Mode.BY_ORIGIN, true);
        assertThat(lenient.open(quality, BOTH, Set.of(quality.id()), List.of())).isEmpty();
        assertThatThrownBy(() -> lenient.verify(quality, "COMPLAINT", BOTH, Set.of(quality.id()), List.of(), "small firm"))
                .hasMessage("improvement.verify.doer");
    }

    @Test
    void onePersonInTwoRolesNeedsTheProfileAndAReason() {
        Actor both = actor("QUALITY", "SALES");
        Verification lenient = new Verification(ROLES, Mode.BY_ORIGIN, true);
        Given first = rule.verify(both, "COMPLAINT", BOTH, Set.of(doer), List.of(), "");
        assertThatThrownBy(() -> rule.verify(both, "SURVEY", BOTH, Set.of(doer), List.of(first), "small firm"))
                .hasMessage("improvement.verify.samePerson");
        assertThatThrownBy(() -> lenient.verify(both, "SURVEY", BOTH, Set.of(doer), List.of(first), " "))
                .hasMessage("improvement.verify.samePersonReason");
        assertThat(lenient.verify(both, "SURVEY", BOTH, Set.of(doer), List.of(first), "small firm").origin())
                .isEqualTo("SURVEY");
    }

    @Test
    void aSecondVerificationAndAnOriginThatIsNotAskedForAreRefused() {
        Given given = rule.verify(quality, "COMPLAINT", BOTH, Set.of(doer), List.of(), "");
        Actor other = actor("QUALITY");
        assertThatThrownBy(() -> rule.verify(other, "COMPLAINT", BOTH, Set.of(doer), List.of(given), ""))
                .hasMessage("improvement.verify.already");
        assertThatThrownBy(() -> rule.verify(sales, "SURVEY", Set.of("COMPLAINT"), Set.of(doer), List.of(), ""))
                .hasMessage("improvement.verify.notAsked");
    }

    @Test
    void theRuleIsData() {
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(rule), Verification.class)).isEqualTo(rule);
        assertThat(rule.contradictions()).isEmpty();
        assertThat(new Verification(Map.of("SURVEY", Set.of()), Mode.BY_ORIGIN, false).contradictions())
                .extracting(Sentence::key).containsExactly("improvement.verify.nobody");
    }
}
