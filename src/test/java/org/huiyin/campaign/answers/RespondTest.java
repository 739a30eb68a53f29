package org.huiyin.campaign.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.campaign.answers.AskedStage.all;
import static org.huiyin.campaign.answers.AskedStage.with;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.huiyin.Browserless;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.campaign.InvitationState;
import org.huiyin.campaign.RoundStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What a contact can do behind her link, over HTTP; each probe of peers-survey.md section 3 is a test here. */
@HuiyinTest
@Import(RoundStage.class)
class RespondTest {

    @Autowired ApplicationContext beans;
    @LocalServerPort int port;
    AskedStage stage;

    @BeforeEach
    void set() {
        stage = new AskedStage(beans, port);
    }

    @Test
    @Clause({"001/5.4.2.1", "001/5.4.3.2", "001/5.4.3.3"})
    void the_form_asks_ten_items_in_order_and_takes_the_answer() {
        var round = stage.asked(1);
        var form = stage.get("/a/" + round.first().token());
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.headers().allValues("set-cookie")).isEmpty();
        assertThat(form.body()).contains("外观", "日常服务", "非常满意", "反对", "李远航电子1，请为我们的合作打个分", "5月8日");
        var positions = AskedStage.ITEMS.stream().map(item -> form.body().indexOf("id=\"i-" + item + "\"")).toList();
        assertThat(positions).isSorted().doesNotContain(-1);
        var thanks = stage.answer(round.first(), with(stage.usual(), "c_price", "比同行贵", "overall", "多谢", "w_price", "1"));
        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(thanks.body()).contains("收到了，谢谢您", round.first().invitation().number());
        var answer = stage.answers(round).getFirst();
        assertThat(answer.comments()).containsExactly(Map.entry("price", "比同行贵"));
        assertThat(answer.wanted()).containsExactly("price");
        assertThat(answer.overall()).isEqualTo("多谢");
        assertThat(answer.validity()).isEqualTo(Validity.VALID);
        assertThat(answer.seconds()).isEqualTo(60);
        assertThat(round.company().<InvitationState>in(() -> stage.invitations.get(round.first().invitation().id()).state())).isEqualTo(InvitationState.ANSWERED);
        assertThat(stage.count(round.company(), "select count(*) from campaign.draft")).isZero();
    }

    @Test
    void an_empty_form_is_refused_with_a_sentence_per_item_and_nothing_is_stored() {
        var round = stage.asked(1);
        var refused = stage.answer(round.first(), Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Pattern.compile("class=\"err\"").matcher(refused.body()).results().count()).isEqualTo(10);
        var nine = with(stage.usual(), "q_life", "", "c_price", "贵了");
        var again = stage.answer(round.first(), nine);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(Pattern.compile("class=\"err\"").matcher(again.body()).results().count()).isEqualTo(1);
        assertThat(again.body()).contains("贵了", "还有 1 题没选好");
        assertThat(Pattern.compile("checked").matcher(again.body()).results().count()).isGreaterThanOrEqualTo(9);
        assertThat(stage.answers(round)).isEmpty();
    }

    @Test
    void what_the_form_does_not_know_is_refused() {
        var round = stage.asked(1);
        assertThat(stage.answer(round.first(), with(stage.usual(), "q_price", "GREAT")).statusCode()).isEqualTo(422);
        assertThat(stage.answer(round.first(), with(stage.usual(), "q_salary", "SATISFIED")).statusCode()).isEqualTo(422);
        assertThat(stage.answer(round.first(), with(stage.usual(), "q_price", "95")).statusCode()).isEqualTo(422);
        assertThat(stage.answer(round.first(), with(stage.usual(), "q_appearance", "na")).statusCode()).as("外观 always applies").isEqualTo(422);
        assertThat(stage.answer(round.first(), with(stage.usual(), "q_appearance", "blank")).statusCode()).isEqualTo(422);
        assertThat(stage.answer(round.first(), with(stage.usual(), "c_price", "x".repeat(1001))).statusCode()).isEqualTo(422);
        assertThat(stage.answers(round)).isEmpty();
    }

    @Test
    void one_submission_fired_five_times_at_once_is_one_row_and_five_thank_you_pages() throws Exception {
        var round = stage.asked(1);
        List<HttpResponse<String>> pages = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> send = () -> stage.answer(round.first(), stage.usual());
            for (var sent : threads.invokeAll(List.of(send, send, send, send, send))) {
                pages.add(sent.get());
            }
        }
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("收到了，谢谢您");
        });
        assertThat(stage.answers(round)).hasSize(1);
        var replay = stage.answer(round.first(), all("OPPOSED"));
        assertThat(replay.body()).contains("收到了，谢谢您");
        assertThat(stage.answers(round).getFirst().items()).containsEntry("life", "SATISFIED");
        assertThat(stage.count(round.company(), "select count(*) from campaign.invitation_step where step = 'ANSWERED'")).isEqualTo(1);
    }

    @Test
    @Clause({"001/5.4.3.3", "001/5.4.4"})
    void the_score_is_the_sum_of_the_matrix_rescaled_over_what_applies() {
        Map.of("VERY_SATISFIED", "100", "SATISFIED", "88", "INDIFFERENT", "60", "DISSATISFIED", "42", "OPPOSED", "14").forEach((degree, score) -> {
            var round = stage.asked(1);
            stage.answer(round.first(), with(all(degree), "t", "1"));
            assertThat(stage.score(round)).isEqualByComparingTo(score);
        });
        var round = stage.asked(2);
        stage.answer(round.asked().get(0), with(all("VERY_SATISFIED"), "q_performance", "OPPOSED", "t", "1"));
        assertThat(stage.score(round)).isEqualByComparingTo("75");
        stage.answer(round.asked().get(1), with(all("SATISFIED"), "q_improvement", "na", "t", "1"));
        var rescaled = stage.answers(round).get(1);
        assertThat(rescaled.score()).isBetween(new java.math.BigDecimal("87.77"), new java.math.BigDecimal("87.78"));
        assertThat(rescaled.answeredShare()).isEqualByComparingTo("0.9");
    }

    @Test
    @Clause("003/4.5.3")
    void doubts_are_flagged_when_the_answer_comes_in() {
        var round = stage.asked(4);
        stage.answer(round.asked().get(0), with(all("SATISFIED"), "t", String.valueOf(stage.clock.instant().getEpochSecond() - 300)));
        stage.answer(round.asked().get(1), with(stage.usual(), "t", String.valueOf(stage.clock.instant().getEpochSecond() - 5)));
        stage.answer(round.asked().get(2), with(stage.usual(), "q_life", "na", "q_improvement", "na", "q_transport", "na"));
        stage.answer(round.asked().get(3), stage.usual());
        var rules = round.company().in(() -> stage.bean(Answers.class).list(round.company().quality(), round.id(), AnswerFilter.ALL).rows());
        assertThat(rules).filteredOn(row -> row.answer().invitation().equals(round.asked().get(0).invitation().id()))
                .flatExtracting(AnswerRow::rules).containsExactly(DoubtRule.STRAIGHT_LINE);
        assertThat(rules).filteredOn(row -> row.answer().invitation().equals(round.asked().get(1).invitation().id()))
                .flatExtracting(AnswerRow::rules).containsExactly(DoubtRule.TOO_FAST);
        assertThat(rules).filteredOn(row -> row.answer().invitation().equals(round.asked().get(2).invitation().id()))
                .flatExtracting(AnswerRow::rules).containsExactly(DoubtRule.TOO_LITTLE);
        assertThat(rules).filteredOn(row -> row.answer().validity() == Validity.VALID).hasSize(1);
    }

    @Test
    void an_answer_from_a_browser_in_which_staff_has_signed_in_is_flagged() {
        var round = stage.asked(2);
        var desk = Browserless.of(port, round.company().loginOf("SALES_CLERK"));
        desk.get("/c/" + round.company().slug());
        desk.get("/c/" + round.company().slug() + "/rounds/" + stage.view(round).number() + "/entry");
        var mark = desk.cookie(StaffDevices.name(round.company().id()));
        assertThat(mark).isNotEmpty();
        stage.post("/a/" + round.asked().get(0).token(), stage.usual(), "Cookie", StaffDevices.name(round.company().id()) + "=" + mark);
        stage.post("/a/" + round.asked().get(1).token(), stage.usual(), "Cookie", StaffDevices.name(round.company().id()) + "=" + mark.replace(mark.charAt(3), '_'));
        assertThat(stage.answers(round)).extracting(AnswerView::staffDevice).containsExactlyInAnyOrder(true, false);
        assertThat(stage.answers(round)).filteredOn(AnswerView::staffDevice).extracting(AnswerView::validity).containsExactly(Validity.DOUBTFUL);
    }

    @Test
    @Clause("002/5.1")
    void a_late_answer_is_kept_and_marked_late() {
        var round = stage.asked(2);
        stage.clock.set("2026-05-08T23:59");
        stage.answer(round.asked().get(0), stage.usual());
        stage.clock.set("2026-05-09T00:00");
        assertThat(stage.get("/a/" + round.asked().get(1).token()).body()).contains("现在交也收");
        assertThat(stage.answer(round.asked().get(1), stage.usual()).body()).contains("注明晚到");
        assertThat(stage.answers(round)).extracting(AnswerView::late).containsExactly(false, true);
    }

    @Test
    void links_that_are_over_say_so_kindly_and_take_nothing() {
        var round = stage.asked(3);
        assertThat(stage.get("/a/nobody-knows-this-token-0000").statusCode()).isEqualTo(404);
        assertThat(stage.get("/a/nobody-knows-this-token-0000").body()).contains("这个链接打不开").doesNotContain("屿衡");
        assertThat(stage.answer(new AskedStage.Asked(round.first().invitation(), "x".repeat(27)), stage.usual()).statusCode()).isEqualTo(404);
        round.company().run(() -> stage.invitations.revoke(round.company().salesHead(), round.asked().get(0).invitation().id(), "联系人已离职"));
        assertThat(stage.get("/a/" + round.asked().get(0).token()).statusCode()).isEqualTo(410);
        assertThat(stage.answer(round.asked().get(0), stage.usual()).body()).contains("已经撤回");
        stage.clock.set("2026-06-08T00:00");
        assertThat(stage.answer(round.asked().get(1), stage.usual()).statusCode()).isEqualTo(410);
        assertThat(stage.get("/a/" + round.asked().get(1).token()).body()).contains("过期");
        stage.clock.set("2026-04-20T00:00");
        round.company().run(() -> stage.rounds.cancel(round.company().salesHead(), round.id(), "停产"));
        assertThat(stage.get("/a/" + round.asked().get(2).token()).statusCode()).isEqualTo(410);
        assertThat(stage.answers(round)).isEmpty();
    }

    @Test
    void the_first_opening_is_noted_once() {
        var round = stage.asked(1);
        stage.get("/a/" + round.first().token());
        stage.clock.pass(java.time.Duration.ofHours(2));
        stage.get("/a/" + round.first().token());
        stage.bean(Openings.class).write();
        stage.get("/a/" + round.first().token());
        stage.bean(Openings.class).write();
        var view = round.company().in(() -> stage.invitations.get(round.first().invitation().id()));
        assertThat(view.state()).isEqualTo(InvitationState.OPENED);
        assertThat(view.openedAt()).isEqualTo(org.huiyin.TestClock.at("2026-04-08T09:00"));
        assertThat(stage.count(round.company(), "select count(*) from campaign.invitation_step where step = 'OPENED'")).isEqualTo(1);
    }

    @Test
    void a_draft_is_kept_by_version_and_a_slower_device_is_told() {
        var round = stage.asked(1);
        var path = "/a/" + round.first().token() + "/draft";
        var first = stage.post(path, Map.of("v", "0", "q_life", "SATISFIED"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"version\":1", "9:00");
        var slower = stage.post(path, Map.of("v", "0", "q_life", "OPPOSED"));
        assertThat(slower.statusCode()).isEqualTo(409);
        assertThat(slower.body()).contains("overtaken");
        assertThat(stage.post(path, Map.of("v", "1", "q_life", "SATISFIED", "c_life", "耐用", "q_none", "x")).body()).contains("\"version\":2");
        assertThat(stage.get("/a/" + round.first().token()).body()).contains("耐用", "已保存 9:00", "上次填到这里");
        stage.answer(round.first(), stage.usual());
        assertThat(stage.post(path, Map.of("v", "2", "q_life", "OPPOSED")).body()).contains("closed");
        assertThat(stage.count(round.company(), "select count(*) from campaign.draft")).isZero();
        assertThat(stage.count(round.company(), "select count(*) from audit.entry where subject_type = 'answer'")).isEqualTo(1);
    }

    @Test
    void the_time_taken_counts_from_the_oldest_touch() {
        var round = stage.asked(1);
        stage.post("/a/" + round.first().token() + "/draft", Map.of("v", "0", "q_life", "SATISFIED"));
        stage.clock.pass(java.time.Duration.ofMinutes(20));
        stage.answer(round.first(), with(stage.usual(), "t", String.valueOf(stage.clock.instant().getEpochSecond() - 3)));
        assertThat(stage.answers(round).getFirst().seconds()).isEqualTo(1200);
    }

    @Test
    void a_contact_who_wants_no_more_is_left_alone() {
        var round = stage.asked(1);
        var stop = "/a/" + round.first().token() + "/stop";
        assertThat(stage.get(stop).body()).contains("以后不再发问卷给您？");
        assertThat(stage.post(stop, Map.of("List-Unsubscribe", "One-Click")).body()).contains("好的，不再发给您");
        assertThat(stage.post(stop, Map.of()).statusCode()).isEqualTo(200);
        assertThat(round.company().<InvitationState>in(() -> stage.invitations.get(round.first().invitation().id()).state()))
                .isEqualTo(InvitationState.OPTED_OUT);
        assertThat(stage.answer(round.first(), stage.usual()).body()).as("she may still answer").contains("收到了，谢谢您");
    }

    @Test
    void the_form_speaks_the_language_of_the_contact_and_switches() {
        var round = stage.asked(1);
        stage.update(round.company(), "update campaign.invitation set language = 'en'");
        var path = "/a/" + round.first().token();
        assertThat(stage.get(path, "Accept-Language", "zh-CN").body()).contains("Appearance", "Very satisfied", "lang=\"en\"");
        assertThat(stage.get(path + "?lang=zh_TW").body()).contains("外觀", "準時交貨");
        var switched = stage.post(path, Map.of("act", "lang-zh_TW", "v", "0", "q_life", "SATISFIED", "lang", "en"));
        assertThat(switched.body()).contains("外觀").containsPattern("value=\"SATISFIED\"[^>]*checked");
        stage.answer(round.first(), with(stage.usual(), "lang", "zh_TW"));
        assertThat(stage.answers(round).getFirst().language()).isEqualTo("zh-TW");
    }

    @Test
    void nobody_reads_answers_by_guessing() {
        var round = stage.asked(1);
        stage.answer(round.first(), stage.usual());
        var number = stage.view(round).number();
        var home = "/c/" + round.company().slug() + "/rounds/" + number + "/answers";
        assertThat(stage.get(home).statusCode()).isIn(302, 401, 403);
        assertThat(stage.get(home + "/" + round.first().invitation().number()).statusCode()).isIn(302, 401, 403);
        assertThat(stage.get("/a/" + round.first().invitation().number()).statusCode()).isEqualTo(404);
        assertThat(stage.get("/a/" + round.first().invitation().id().value()).statusCode()).isEqualTo(404);
        var thanks = stage.get("/a/" + round.first().token()).body();
        assertThat(thanks).doesNotContain("SATISFIED", "满意</label>");
        var stranger = stage.cast.company("P001");
        var desk = Browserless.of(port, stranger.loginOf("QUALITY_HEAD"));
        assertThat(desk.get(home).statusCode()).isEqualTo(404);
        assertThat(desk.get("/c/" + stranger.slug() + "/rounds/" + number + "/answers/" + round.first().invitation().number()).statusCode()).isEqualTo(404);
        var id = stage.answers(round).getFirst().id();
        stranger.run(() -> org.assertj.core.api.Assertions.assertThatThrownBy(() -> stage.bean(Answers.class).get(id))
                .isInstanceOf(org.huiyin.kernel.NotFound.class));
    }

    @Test
    void the_script_is_written_for_old_browsers_and_the_form_has_no_colours_that_judge() throws Exception {
        var script = java.nio.file.Files.readString(java.nio.file.Path.of("src/main/resources/static/assets/draft.js"));
        assertThat(script).doesNotContain("=>", "const ", "let ", "`", "async ", "fetch(");
        var round = stage.asked(1);
        var form = stage.get("/a/" + round.first().token(), "User-Agent",
                "Mozilla/5.0 (Linux; Android 7.0) AppleWebKit/537.36 Chrome/66.0 Mobile MQQBrowser/6.2 MicroMessenger/6.7.3");
        assertThat(form.body()).contains("assets/phone-").doesNotContain("assets/huiyin-", "class=\"bad\"", "class=\"ok\"", "pill bad", "lamp");
        assertThat(form.headers().firstValue("cache-control")).hasValue("no-store");
    }
}
