package org.huiyin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.kernel.BrokenRule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class DelegationTest {

    @Autowired Cast cast;
    @Autowired Delegations delegations;
    @Autowired People people;
    @Autowired TestClock clock;

    @Test
    void a_role_is_lent_from_the_first_to_the_last_day_and_not_an_hour_longer() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var clerk = troupe.salesClerk();
        troupe.in(() -> delegations.lend(head, head.id(), clerk.id(), "SALES_HEAD", LocalDate.parse("2026-03-17"), LocalDate.parse("2026-03-18"), "出差"));
        assertThat(troupe.salesClerk().is("SALES_HEAD")).isFalse();
        clock.set("2026-03-17T00:00");
        assertThat(troupe.salesClerk().may("round.approve")).isTrue();
        assertThat(troupe.in(() -> people.holders("SALES_HEAD"))).extracting(PersonView::id).contains(clerk.id(), head.id());
        clock.set("2026-03-18T23:59");
        assertThat(troupe.salesClerk().is("SALES_HEAD")).isTrue();
        clock.set("2026-03-19T00:00");
        assertThat(troupe.salesClerk().is("SALES_HEAD")).isFalse();
    }

    @Test
    void what_is_ended_early_gives_no_right_any_more() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var clerk = troupe.salesClerk();
        var id = troupe.in(() -> delegations.lend(head, head.id(), clerk.id(), "SALES_HEAD", LocalDate.parse("2026-03-16"), LocalDate.parse("2026-03-18"), "出差"));
        assertThat(troupe.salesClerk().is("SALES_HEAD")).isTrue();
        assertThatThrownBy(() -> troupe.run(() -> delegations.end(clerk, id))).isInstanceOf(BrokenRule.class);
        troupe.run(() -> delegations.end(head, id));
        assertThat(troupe.salesClerk().is("SALES_HEAD")).isFalse();
    }

    @Test
    void nobody_lends_a_role_that_is_not_hers_or_somebody_elses() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var clerk = troupe.salesClerk();
        var quality = troupe.quality();
        assertThatThrownBy(() -> troupe.in(() -> delegations.lend(clerk, clerk.id(), quality.id(), "TOP",
                LocalDate.parse("2026-03-16"), LocalDate.parse("2026-03-18"), "出差"))).isInstanceOf(BrokenRule.class);
        assertThatThrownBy(() -> troupe.in(() -> delegations.lend(clerk, head.id(), clerk.id(), "SALES_HEAD",
                LocalDate.parse("2026-03-16"), LocalDate.parse("2026-03-18"), "出差"))).isInstanceOf(BrokenRule.class);
    }
}
