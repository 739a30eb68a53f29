package org.huiyin.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.replenishment.ReplenishmentState.APPROVED;
import static org.huiyin.replenishment.ReplenishmentState.PROPOSED;
import static org.huiyin.replenishment.ReplenishmentState.RECEIVED;
import static org.huiyin.replenishment.ReplenishmentState.REFUSED;
import static org.huiyin.replenishment.ReplenishmentState.RELEASED;
import static org.huiyin.replenishment.ReplenishmentState.SCHEDULED;
import static org.huiyin.replenishment.ReplenishmentState.SHIPPED;
import static org.huiyin.replenishment.ReplenishmentState.WITHDRAWN;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.approval.ApprovalStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which state follows which, and what the figures come to. */
class ReplenishmentStateTest {

    private static final Map<ReplenishmentState, Set<ReplenishmentState>> NEXT = Map.of(
            PROPOSED, Set.of(PROPOSED, RELEASED, APPROVED, REFUSED, WITHDRAWN), RELEASED, Set.of(PROPOSED, APPROVED, REFUSED, SCHEDULED, WITHDRAWN), REFUSED, Set.of(PROPOSED, WITHDRAWN), WITHDRAWN, Set.of(PROPOSED),
            APPROVED, Set.of(PROPOSED, SCHEDULED, WITHDRAWN), SCHEDULED, Set.of(PROPOSED, REFUSED, SCHEDULED, SHIPPED, WITHDRAWN), SHIPPED, Set.of(RECEIVED), RECEIVED, Set.of());

    @ParameterizedTest
    @EnumSource
    void what_has_left_the_house_never_comes_back_to_the_approvers(ReplenishmentState state) {
        assertThat(state.leadsTo()).isEqualTo(NEXT.get(state));
        assertThat(state.changeable()).isEqualTo(state.leadsTo().contains(PROPOSED));
        assertThat(state.counts()).isEqualTo(state != REFUSED && state != WITHDRAWN);
    }

    @ParameterizedTest
    @CsvSource({"3,333.33,999.99", "4,250.00,1000.00", "3.333,300.03,1000.00", "0.005,1.00,0.01", "0.004,1.00,0.00", "1,999.99,999.99", "7,0.01,0.07"})
    void a_line_is_rounded_to_the_cent_half_up(String quantity, String price, String amount) {
        assertThat(new NewItem("A", "", new BigDecimal(quantity), "件", new BigDecimal(price)).amount()).isEqualTo(new BigDecimal(amount));
    }

    @ParameterizedTest
    @CsvSource({"999.99,false", "1000.00,true", "1000,true", "1000.01,true", "0.01,false"})
    void exactly_the_limit_reaches_it(String sum, boolean top) {
        var rules = new ReplenishmentSection(List.of(new ReplenishmentSection.Step(List.of("SALES_HEAD"))), new BigDecimal("1000"), 30, null, null, null);
        assertThat(rules.route(new BigDecimal(sum))).isEqualTo(top ? List.of(step("SALES_HEAD"), step("TOP")) : List.of(step("SALES_HEAD")));
    }

    private static ApprovalStep step(String role) {
        return new ApprovalStep(Set.of(role));
    }

    @Test
    void a_profile_that_asks_nobody_contradicts_itself() {
        assertThat(new ReplenishmentSection(List.of(), new BigDecimal("1000"), 30, List.of(), null, null).contradictions()).hasSize(2);
        assertThat(new ReplenishmentSection(null, new BigDecimal("1000"), 30, null, null, null).contradictions()).singleElement()
                .satisfies(said -> assertThat(said.key()).isEqualTo("replenishment.check.nobody"));
    }
}
