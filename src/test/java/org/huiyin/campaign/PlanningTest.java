package org.huiyin.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class PlanningTest {

    private static final LocalDate APRIL_8 = LocalDate.of(2026, 4, 8);

    @Autowired Cast cast;
    @Autowired Rounds rounds;
    @Autowired TestClock clock;

    @Test
    @Clause("001/5.4.2.1")
    void a_round_is_planned_in_a_window_and_takes_its_days_from_the_procedure() {
        var company = cast.company("P001");
        company.run(() -> {
            var id = rounds.plan(company.salesHead(), NewRound.central("APR", "四月集中调查", APRIL_8));
            var round = rounds.get(id);
            assertThat(round.number()).isEqualTo("DC-2026-0001");
            assertThat(round.closesOn()).isEqualTo(LocalDate.of(2026, 5, 8));
            assertThat(round.linksEndOn()).isEqualTo(LocalDate.of(2026, 6, 7));
            assertThat(round.state()).isEqualTo(RoundState.PLANNED);
            assertThat(round.windowTo()).isEqualTo(LocalDate.of(2026, 4, 30));
            assertThatThrownBy(() -> rounds.plan(company.salesHead(), NewRound.central("APR", "五月", LocalDate.of(2026, 5, 2))))
                    .isInstanceOf(InvalidInput.class);
        });
        cast.company("P001").run(() -> assertThatThrownBy(() -> rounds.byNumber("DC-2026-0001")).isInstanceOf(NotFound.class));
    }

    @Test
    @Clause("000/5-1")
    void a_second_round_in_a_window_and_a_third_in_a_year_are_warned_about() {
        var company = cast.company("P001");
        company.run(() -> {
            rounds.plan(company.salesHead(), NewRound.central("APR", "四月", APRIL_8));
            var again = NewRound.central("APR", "又一轮", APRIL_8.plusDays(5));
            assertThat(rounds.warnings(again)).extracting(s -> s.key()).containsExactly("campaign.round.warning.window");
            assertThatThrownBy(() -> rounds.plan(company.salesHead(), again)).isInstanceOf(InvalidInput.class);
            rounds.plan(company.salesHead(), again.confirmed());
            assertThat(rounds.warnings(NewRound.central("OCT", "十月", LocalDate.of(2026, 10, 9))))
                    .extracting(s -> s.key()).containsExactly("campaign.round.warning.year");
        });
    }

    @Test
    @Clause("001/5.4.2.1")
    void a_round_is_called_off_with_a_reason_and_moves_only_along_its_states() {
        var company = cast.company("P001");
        company.run(() -> {
            var id = rounds.plan(company.salesHead(), NewRound.central("APR", "四月", APRIL_8));
            assertThatThrownBy(() -> rounds.advance(company.salesHead().id(), id, RoundState.FROZEN, "")).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> rounds.cancel(company.salesHead(), id, " ")).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> rounds.cancel(company.auditor(), id, "不做了")).isInstanceOf(BrokenRule.class);
            rounds.cancel(company.salesHead(), id, "客户停产");
            assertThat(rounds.steps(id)).extracting(RoundStep::state).containsExactly(RoundState.PLANNED, RoundState.CANCELLED);
            assertThat(rounds.warnings(NewRound.central("APR", "重来", APRIL_8))).isEmpty();
        });
    }
}
