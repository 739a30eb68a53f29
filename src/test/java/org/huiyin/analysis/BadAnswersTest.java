package org.huiyin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.campaign.InvitationView;
import org.huiyin.campaign.Invitations;
import org.huiyin.campaign.RoundStage;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.answers.AnswerId;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintPanel;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionStep;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.ActionWork;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.MeasureKind;
import org.huiyin.improvement.Reaction;
import org.huiyin.improvement.Verdict;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.survey.QuestionItem;
import org.huiyin.voice.VoiceOrigins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What becomes of bad answers under procedure 000: quality, environment and safety complain, the rest asks for action. */
@HuiyinTest
@Import(RoundStage.class)
class BadAnswersTest {

    private static final List<String> ITEMS = List.of("quality", "delivery", "service", "price", "environment", "safety");

    @Autowired ApplicationContext beans;
    @Autowired BadAnswers bad;
    @Autowired Complaints complaints;
    @Autowired Answers answers;
    @Autowired Actions actions;
    @Autowired ActionWork work;
    @Autowired Consequences consequences;
    @Autowired Invitations invitations;
    @Autowired VoiceOrigins origins;
    @Autowired List<ComplaintPanel> panels;
    @Autowired Later later;
    @LocalServerPort int port;
    private ResultStage stage;

    @BeforeEach
    void stage() {
        stage = new ResultStage(beans);
    }

    private RoundView asked(Cast.Troupe company, int customers) {
        company.departmentHead();
        stage.clock.set("2026-05-06T10:00");
        return company.in(() -> {
            stage.bean(RoundStage.class).customers(company, customers, 0, 0, 0);
            return stage.ask(company, "H1", LocalDate.of(2026, 5, 8), false);
        });
    }

    private UUID answer(RoundView round, InvitationView who, Map<String, String> low, Map<String, String> comments) {
        var items = new HashMap<String, String>();
        ITEMS.forEach(item -> items.put(item, low.getOrDefault(item, "P4")));
        return stage.store(round, who, "72", items, comments, null);
    }

    private List<ActionView> actions(Actor actor) {
        return actions.list(actor, ActionFilter.all());
    }

    @Test
    @Clause("000/5-8")
    void quality_environment_and_safety_become_complaints_and_the_rest_actions_each_once() {
        var company = stage.company("P000");
        var head = company.salesHead();
        var round = asked(company, 4);
        var given = company.in(() -> {
            var who = invitations.of(round.id());
            return List.of(answer(round, who.get(0), Map.of("quality", "P2", "price", "P2"), Map.of("quality", "轴承异响", "price", "比同行贵")),
                    answer(round, who.get(1), Map.of("delivery", "P1"), Map.of()), answer(round, who.get(2), Map.of(), Map.of()),
                    answer(round, who.get(3), Map.of("environment", "P1"), Map.of()));
        });
        var early = company.in(() -> {
            var made = bad.complain(head, round.id(), given.get(3).toString());
            assertThat(bad.complain(head, round.id(), given.get(3).toString()).id()).isEqualTo(made.id());
            assertThatThrownBy(() -> bad.complain(head, round.id(), given.get(1).toString())).isInstanceOf(BrokenRule.class).hasMessage("analysis.complaint.notThese");
            assertThatThrownBy(() -> bad.complain(company.auditor(), round.id(), given.get(0).toString())).isInstanceOf(BrokenRule.class);
            assertThat(made.receivedBy()).isEqualTo(head.id());
            return made;
        });
        stage.freeze(company, round);
        company.run(() -> {
            assertThat(complaints.count(head, ComplaintFilter.all())).isEqualTo(2);
            var answer = answers.get(new AnswerId(given.get(0)));
            var made = bad.complaint(answer).orElseThrow();
            assertThat(made.kind()).isEqualTo(FeedbackKind.COMPLAINT);
            assertThat(made.source()).isEqualTo(new SubjectRef("answer", given.get(0)));
            assertThat(made.text()).contains("轴承异响").contains("2 分").doesNotContain("比同行贵");
            assertThat(complaints.promises(made)).isNotEmpty();
            assertThat(bad.complaint(answers.get(new AnswerId(given.get(3)))).map(k -> k.id())).isEqualTo(Optional.of(early.id()));
            assertThat(actions(head)).flatExtracting(ActionView::items).hasSize(2);
            assertThat(actions(head)).extracting(ActionView::customer).contains(answer.customer());
            long asked = actions(head).size();
            consequences.handle(new ConsequenceOrder(round.id().value()));
            assertThat(complaints.count(head, ComplaintFilter.all())).isEqualTo(2);
            assertThat(actions(head)).hasSize((int) asked);
            assertThat(panels.stream().flatMap(p -> p.of(head, made).stream()).filter(p -> p.key().equals("answer")).findFirst().orElseThrow().lines())
                    .singleElement().satisfies(line -> assertThat(line.path()).contains(given.get(0).toString()));
            assertThat(origins.of(head, new SubjectRef("complaint", made.id().value()))).extracting(p -> p.path()).isEqualTo("complaints/" + made.number());
        });
        var number = company.in(() -> bad.complaint(answers.get(new AnswerId(given.get(0)))).orElseThrow().number());
        var browser = Browserless.of(port, company.loginOf("SALES_HEAD"));
        var home = "/c/" + company.slug() + "/" + round.path() + "/answers/";
        assertThat(browser.get(home + given.get(0)).body()).contains(number);
        assertThat(browser.get(home + given.get(1)).body()).doesNotContain("/complaint\"");
        assertThat(browser.get("/c/" + company.slug() + "/voices?kind=COMPLAINT").body()).contains(number);
        assertThat(browser.get("/c/" + company.slug() + "/results/" + round.number()).body()).contains(number);
    }

    @Test
    @Clause("000/5-8")
    void a_click_on_the_answers_page_makes_the_complaint() {
        var company = stage.company("P000");
        var round = asked(company, 1);
        var given = company.in(() -> answer(round, invitations.of(round.id()).getFirst(), Map.of("safety", "P1"), Map.of("safety", "有毛刺割手")));
        var browser = Browserless.of(port, company.loginOf("SALES_HEAD"));
        var page = "/c/" + company.slug() + "/" + round.path() + "/answers/" + given;
        assertThat(browser.get(page).body()).contains("现在转成投诉");
        for (int i = 0; i < 2; i++) {
            assertThat(browser.post(page + "/complaint", Map.of()).statusCode()).isEqualTo(302);
        }
        assertThat(browser.get(page).body()).contains("KS-2026-0001").doesNotContain("现在转成投诉");
        assertThat(company.in(() -> complaints.count(company.salesHead(), ComplaintFilter.all()))).isEqualTo(1);
    }

    @Test
    @Clause("000/5-9")
    void what_nobody_opens_within_a_working_day_climbs_to_the_head_of_the_department() {
        var company = stage.company("P000");
        var departmentHead = company.departmentHead();
        var round = asked(company, 2);
        company.run(() -> {
            var who = invitations.of(round.id());
            answer(round, who.get(0), Map.of("delivery", "P2"), Map.of());
            answer(round, who.get(1), Map.of("quality", "P1"), Map.of());
        });
        stage.freeze(company, round);
        company.run(() -> {
            assertThat(actions.escalations(actions(company.salesHead()).getFirst().id())).isEmpty();
            assertThat(actions.rules(actions(company.salesHead()).getFirst()).firstResponseDays()).isEqualTo(1);
        });
        stage.clock.pass(Duration.ofDays(5));
        later.runRoutine(company.id(), "improvement.escalate");
        later.runRoutine(company.id(), "improvement.escalate");
        later.runRoutine(company.id(), "voice.chase");
        company.run(() -> {
            var climbed = actions.escalations(actions(company.salesHead()).getFirst().id());
            assertThat(climbed).filteredOn(e -> e.promise().startsWith("RESPONSE") && e.level() == 1).singleElement()
                    .satisfies(e -> assertThat(e.told()).contains(departmentHead.id()));
            assertThat(stage.<Long>tx(() -> stage.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                    .sql("select count(*) from notification.note where person_id = ? and about_type = 'voice' and title::text like '%voice.notice.late%'")
                    .param(departmentHead.id().value()).query(Long.class).single())).isPositive();
        });
    }

    @Test
    @Clause({"000/5-10", "000/5-11"})
    void progress_is_noted_and_never_overwritten_and_nothing_closes_before_the_customer_knows() {
        var company = stage.company("P000");
        var head = company.salesHead();
        var clerk = company.salesClerk();
        var owner = company.departmentHead();
        var round = asked(company, 2);
        company.run(() -> {
            var who = invitations.of(round.id());
            answer(round, who.get(0), Map.of("service", "P1"), Map.of());
            answer(round, who.get(1), Map.of("quality", "P1"), Map.of());
        });
        stage.freeze(company, round);
        company.run(() -> {
            var action = actions(head).getFirst().id();
            work.assign(head, action, null, owner.id());
            work.accept(owner, action, owner.id());
            work.progress(head, action, "已和客服组谈过，本周给方案");
            stage.clock.pass(Duration.ofDays(3));
            work.progress(owner, action, "方案已定，试行两周");
            assertThatThrownBy(() -> work.progress(owner, action, "方案已定，试行两周")).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> work.progress(owner, action, " ")).isInstanceOf(InvalidInput.class);
            assertThat(actions.steps(action)).filteredOn(s -> s.kind() == ActionStep.Kind.PROGRESS).extracting(ActionStep::by).containsExactly(head.id(), owner.id());
            UUID cause = null;
            for (int i = 0; i < actions.rules(actions.get(action)).whyLevels(); i++) {
                cause = work.addCause(owner, action, cause, "原因 " + i);
            }
            work.analysed(owner, action, "没有排班");
            var measure = work.addMeasure(owner, action, MeasureKind.CORRECTIVE, "设值班表", owner.id(), LocalDate.of(2026, 7, 1));
            work.measureDone(owner, action, measure, "七月起执行");
            var verifier = actions.get(action);
            work.verify(head, verifier.id(), "SURVEY", Verdict.EFFECTIVE, "一个月内没有再提", "没有再提", "", null);
            assertThatThrownBy(() -> work.close(head, action, "")).isInstanceOf(BrokenRule.class).hasMessage("improvement.refused.notTold");
            work.told(head, action, "PHONE", "李工", "现在有人值班", Reaction.ACCEPTED, stage.clock.instant());
            work.close(head, action, "");
            var complaint = complaints.list(head, ComplaintFilter.all()).getFirst().complaint();
            assertThat(complaint.open()).isTrue();
        });
        var browser = Browserless.of(port, company.loginOf("SALES_HEAD"));
        var number = company.in(() -> actions(head).getFirst().number());
        assertThat(browser.get("/c/" + company.slug() + "/actions/" + number).body()).contains("已和客服组谈过，本周给方案").contains("方案已定，试行两周");
        assertThat(clerk.may("action.tell")).isTrue();
    }

    /** The procedure, its window, its first day; what is given where it is bad; what follows: complaints, actions. */
    @ParameterizedTest
    @CsvSource({"P000, H1, 2026-05-08, quality, P2, 1, 0", "P000, H1, 2026-05-08, delivery, P1, 0, 1", "P001, APR, 2026-04-08, performance, DISSATISFIED, 0, 1", "P002, JUN, 2026-06-02, quality, BAD, 0, 1",
        "P004, YEAR, 2026-10-12, quality, P2, 0, 1", "BLANK, YEAR, 2026-10-12, quality, P1, 0, 1"})
    @Clause({"000/5-8", "000/5-9", "001/5.4.6.1"})
    void by_each_procedure_a_bad_answer_leads_to_what_followed_and_back(String preset, String window, LocalDate day, String item, String degree, int complained, int asked) {
        var company = stage.company(preset);
        var head = company.salesHead();
        company.departmentHead();
        stage.clock.set(day.minusDays(2) + "T10:00");
        var round = company.in(() -> {
            stage.bean(RoundStage.class).customers(company, 2, 0, 0, 0);
            return stage.ask(company, window, day, false);
        });
        var given = company.in(() -> {
            var form = answers.form(round);
            var best = form.scoring().scale().degrees().getFirst().code();
            var items = new HashMap<String, String>();
            form.items().stream().filter(QuestionItem::rated).forEach(i -> items.put(i.id(), i.id().equals(item) ? degree : best));
            assertThat(items).containsKey(item);
            return stage.store(round, invitations.of(round.id()).getFirst(), "88", items, Map.of(), null);
        });
        stage.freeze(company, round);
        var numbers = company.in(() -> {
            assertThat(complaints.count(head, ComplaintFilter.all())).isEqualTo(complained);
            assertThat(actions(head)).hasSize(asked);
            return asked == 1 ? actions(head).getFirst().number() : bad.complaint(answers.get(new AnswerId(given))).orElseThrow().number();
        });
        var browser = Browserless.of(port, company.loginOf("SALES_HEAD"));
        var home = "/c/" + company.slug() + "/";
        var answer = round.path() + "/answers/" + given;
        assertThat(browser.get(home + answer).body()).contains(numbers);
        assertThat(browser.get(home + (asked == 1 ? "actions/" : "complaints/") + numbers).body()).contains(answer);
        if (asked == 1) {
            company.run(() -> {
                var action = actions(head).getFirst();
                assertThat(beans.getBean(Actions.class).sources(head, action)).singleElement().satisfies(place -> assertThat(place.path()).isEqualTo(answer));
                assertThat(beans.getBean(Actions.class).sources(company.as("WAREHOUSE"), action)).as("who may not read answers").isEmpty();
            });
        }
    }
}
