package org.huiyin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.analysis.Results;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.LineView;
import org.huiyin.complaint.Standing;
import org.huiyin.complaint.TriageClass;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerFilter;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.eightd.EightDDepth;
import org.huiyin.improvement.eightd.EightDFilter;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.EightDTemplates;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Companies;
import org.huiyin.organization.NewPerson;
import org.huiyin.organization.People;
import org.huiyin.voice.Promises;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.Voices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class DemoTest {

    @Autowired Cast cast;
    @Autowired DemoP001 demo;
    @Autowired Complaints complaints;
    @Autowired Promises promises;
    @Autowired EightDs eightDs;
    @Autowired EightDSteps steps;
    @Autowired EightDTemplates templates;
    @Autowired Companies companies;
    @Autowired People people;
    @Autowired Rounds rounds;
    @Autowired Results results;
    @Autowired Actions actions;
    @Autowired Customers customers;
    @Autowired Contacts contacts;
    @Autowired Voices voices;
    @Autowired Later later;
    @Autowired TestClock clock;

    /** As it goes with a customer: who founded the company holds roles herself, and jobs run at once, by today's clock. */
    private void furnishBesideJobs(Cast.Troupe troupe) {
        var admin = troupe.admin();
        troupe.run(() -> people.change(admin, admin.id(), new NewPerson(admin.name(), null, null, null, null),
                Set.of("ADMIN", "SALES_HEAD", "QUALITY_HEAD", "TOP", "MANAGEMENT_REPRESENTATIVE"), people.get(admin.id()).version()));
        var over = new AtomicBoolean();
        var jobs = Thread.startVirtualThread(() -> {
            while (!over.get()) {
                later.runDueJobs();
            }
        });
        troupe.run(() -> demo.furnish(companies.current(), troupe.admin()));
        over.set(true);
        assertThatCode(jobs::join).doesNotThrowAnyException();
    }

    /** The day decides which rounds are finished and which of their actions have had time to be closed. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T10:00", "2027-06-12T10:00"})
    void the_demo_company_shows_finished_rounds_one_under_way_and_one_planned(String now) {
        clock.set(now);
        var troupe = cast.company("P001");
        furnishBesideJobs(troupe);
        later.runDueJobs();
        later.runRoutine(troupe.id(), "analysis.fold");
        var head = troupe.as("SALES_HEAD");
        assertThat(troupe.in(() -> rounds.list())).extracting(RoundView::state)
                .contains(RoundState.FROZEN, RoundState.COLLECTING, RoundState.PLANNED);
        assertThat(troupe.in(() -> results.trend(head))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(troupe.in(() -> actions.list(head, ActionFilter.all()))).extracting(ActionView::state)
                .contains(ActionState.CLOSED);
    }

    /** Whoever opens the demo finds complaints in every state, and none that no quality manager would believe. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-TW", "en"})
    void the_demo_company_has_complaints_in_every_state(String language) {
        clock.set("2026-11-21T10:00");
        var troupe = cast.company("P001", language);
        troupe.run(() -> demo.furnish(companies.current(), troupe.admin()));
        var quality = troupe.quality();
        troupe.run(() -> {
            var all = new ArrayList<ComplaintView>();
            complaints.each(quality, ComplaintFilter.all(), row -> all.add(row.complaint()));
            assertThat(all).hasSizeGreaterThanOrEqualTo(25).extracting(ComplaintView::standing).contains(Standing.values());
            assertThat(all).extracting(ComplaintView::triage).contains(TriageClass.values());
            assertThat(all).filteredOn(ComplaintView::safety).hasSize(1);
            assertThat(all).filteredOn(ComplaintView::stubborn).hasSize(1);
            assertThat(all).filteredOn(k -> k.round() > 1).isNotEmpty();
            assertThat(all).allSatisfy(k -> assertThat(k.lines()).noneMatch(LineView::lotDoubtful));
            assertThat(promises.fallingDue(quality, LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 30))).isNotEmpty();
            var written = eightDs.list(quality, EightDFilter.all());
            assertThat(written).hasSizeGreaterThanOrEqualTo(5).extracting(EightDView::standing).contains(null, EightDStep.D4, EightDStep.D6, EightDStep.D8);
            assertThat(written).filteredOn(e -> e.depth() == EightDDepth.FULL).allSatisfy(e -> assertThat(eightDs.team(e)).hasSizeGreaterThan(2));
            assertThat(templates.list(quality)).hasSize(1);
            if (language.equals("en")) {
                english(troupe.as("SALES_HEAD"));
                assertThat(all).noneMatch(k -> chinese(k.text() + k.title() + k.who()));
                assertThat(written).noneMatch(e -> chinese(e.title() + steps.texts(e.id())));
            }
        });
    }

    private void english(Actor head) {
        assertThat(rounds.list()).extracting(RoundView::title).noneMatch(DemoTest::chinese);
        assertThat(customers.list(head, CustomerFilter.all().onPage(1, 100)).rows()).hasSizeGreaterThan(30)
                .noneMatch(row -> chinese(row.name() + row.segment() + row.region()))
                .allSatisfy(row -> assertThat(contacts.of(row.id())).noneMatch(contact -> chinese(contact.name())));
        assertThat(voices.list(head, VoiceFilter.all())).isNotEmpty().noneMatch(voice -> chinese(voice.text() + voice.customerName()));
    }

    /** The same is said in each language, in its own script. */
    @Test
    void each_language_has_the_same_words() {
        var simplified = DemoWords.in("zh-CN");
        var traditional = DemoWords.in("zh-TW");
        var english = DemoWords.in("en");
        assertThat(traditional.keys()).isEqualTo(simplified.keys());
        assertThat(english.keys()).isEqualTo(simplified.keys());
        assertThat(english.keys()).noneMatch(key -> chinese(english.word(key)));
        assertThat(traditional.keys()).noneMatch(key -> traditional.word(key).matches("(?s).*[们这来对车电产开发质记语两个时说].*"));
    }

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
