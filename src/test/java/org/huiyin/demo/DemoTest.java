package org.huiyin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.analysis.Results;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.Actions;
import org.huiyin.organization.Companies;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class DemoTest {

    @Autowired Cast cast;
    @Autowired Demo demo;
    @Autowired Companies companies;
    @Autowired Rounds rounds;
    @Autowired Results results;
    @Autowired Actions actions;
    @Autowired Later later;
    @Autowired TestClock clock;

    @Test
    void the_demo_company_shows_finished_rounds_one_under_way_and_one_planned() {
        clock.set("2026-11-20T10:00");
        var troupe = cast.company("P001");
        troupe.run(() -> demo.furnish(companies.current(), troupe.admin()));
        later.runDueJobs();
        later.runRoutine(troupe.id(), "analysis.fold");
        var head = troupe.as("SALES_HEAD");
        assertThat(troupe.in(() -> rounds.list())).extracting(RoundView::state)
                .contains(RoundState.FROZEN, RoundState.COLLECTING, RoundState.PLANNED);
        assertThat(troupe.in(() -> results.trend(head))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(troupe.in(() -> actions.list(head, ActionFilter.all()))).extracting(ActionView::state)
                .contains(ActionState.CLOSED);
    }
}
