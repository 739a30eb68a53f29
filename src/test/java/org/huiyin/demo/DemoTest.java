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
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerFilter;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.Actions;
import org.huiyin.organization.Companies;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.Voices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class DemoTest {

    @Autowired Cast cast;
    @Autowired Demo demo;
    @Autowired Companies companies;
    @Autowired Rounds rounds;
    @Autowired Results results;
    @Autowired Actions actions;
    @Autowired Customers customers;
    @Autowired Contacts contacts;
    @Autowired Voices voices;
    @Autowired Later later;
    @Autowired TestClock clock;

    /** The day decides which rounds are finished and which of their actions have had time to be closed. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T10:00", "2026-11-21T09:00", "2027-06-12T10:00"})
    void the_demo_company_shows_finished_rounds_one_under_way_and_one_planned(String now) {
        clock.set(now);
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

    @Test
    void an_english_demo_company_is_english_throughout() {
        clock.set("2026-11-21T09:00");
        var troupe = cast.company("P001", "en");
        troupe.run(() -> demo.furnish(companies.current(), troupe.admin()));
        var head = troupe.as("SALES_HEAD");
        troupe.run(() -> {
            assertThat(rounds.list()).extracting(RoundView::title).noneMatch(DemoTest::chinese);
            assertThat(customers.list(head, CustomerFilter.all().onPage(1, 100)).rows()).hasSizeGreaterThan(30)
                    .noneMatch(row -> chinese(row.name() + row.segment() + row.region()))
                    .allSatisfy(row -> assertThat(contacts.of(row.id())).noneMatch(contact -> chinese(contact.name())));
            assertThat(voices.list(head, VoiceFilter.all())).isNotEmpty().noneMatch(voice -> chinese(voice.text() + voice.customerName()));
        });
    }

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
