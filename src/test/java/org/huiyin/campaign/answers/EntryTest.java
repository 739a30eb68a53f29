package org.huiyin.campaign.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.campaign.answers.AskedStage.content;
import static org.huiyin.campaign.answers.AskedStage.fax;
import static org.huiyin.campaign.answers.AskedStage.phone;
import static org.huiyin.campaign.answers.AskedStage.scan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.campaign.RoundStage;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.sheets.SheetReader;
import org.huiyin.sheets.SheetWriter;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What staff writes down: telephone, visit, paper with a second pair of eyes, Excel. */
@HuiyinTest
@Import(RoundStage.class)
class EntryTest {

    private static final LocalDate APRIL_20 = LocalDate.of(2026, 4, 20);

    @Autowired ApplicationContext beans;
    @Autowired Entries entries;
    @Autowired AnswerSheets sheets;
    @Autowired Answers answers;
    @Autowired AnswerWork work;
    @Autowired Messages messages;
    @LocalServerPort int port;
    AskedStage stage;

    @BeforeEach
    void set() {
        stage = new AskedStage(beans, port);
    }

    @Test
    @Clause("001/5.4.2.1")
    void a_telephone_answer_names_who_asked_and_who_wrote_and_is_taken_once() {
        var round = stage.asked(1);
        var clerk = round.company().salesHead();
        var one = round.first().invitation();
        round.company().run(() -> {
            assertThatThrownBy(() -> entries.enter(clerk, one.id(), new StaffEntry(AnswerChannel.PHONE, content("SATISFIED"), null, null, null)))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> entries.enter(clerk, one.id(), phone(clerk, content("SATISFIED", "life", ""))))
                    .as("nothing may be left open on the telephone").isInstanceOf(InvalidInput.class);
            var id = entries.enter(clerk, one.id(), phone(round.company().quality(), content("SATISFIED", "price", "INDIFFERENT")));
            assertThat(entries.enter(clerk, one.id(), phone(round.company().quality(), content("SATISFIED", "price", "INDIFFERENT")))).isEqualTo(id);
            assertThatThrownBy(() -> entries.enter(clerk, one.id(), phone(clerk, content("OPPOSED")))).isInstanceOf(BrokenRule.class);
            var answer = answers.get(id);
            assertThat(answer.channel()).isEqualTo(AnswerChannel.PHONE);
            assertThat(answer.enteredBy()).isEqualTo(clerk.id());
            assertThat(answer.interviewer()).isEqualTo(round.company().quality().id());
            assertThat(answer.seconds()).isNull();
            assertThat(answer.staffDevice()).isFalse();
            assertThatThrownBy(() -> entries.enter(round.company().auditor(), one.id(), phone(clerk, content("SATISFIED")))).isInstanceOf(BrokenRule.class);
        });
        assertThat(stage.answer(round.first(), stage.usual()).body()).contains("收到了，谢谢您");
        assertThat(stage.answers(round)).hasSize(1);
    }

    @Test
    @Clause({"000/5-1", "003/4.5.2"})
    void paper_counts_once_somebody_else_has_compared_it_with_its_scan() {
        var round = stage.asked(2);
        var typist = round.company().salesHead();
        var second = round.company().quality();
        var one = round.first().invitation();
        round.company().run(() -> {
            assertThat(entries.find(typist, round.id(), one.number().toLowerCase())).isPresent();
            assertThat(entries.find(typist, round.id(), " " + RoundStage.BASE + "/a/" + round.first().token())).isPresent();
            assertThat(entries.find(typist, round.id(), "WJ-1999-0001")).isEmpty();
            assertThatThrownBy(() -> entries.type(typist, one.id(), fax(content("SATISFIED"), "A0", APRIL_20), null))
                    .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.problems()).containsOnlyKeys("scan", "receivedOn"));
            stage.clock.set("2026-04-21T10:00");
            assertThatThrownBy(() -> entries.type(typist, one.id(), fax(content("SATISFIED"), "Z9", APRIL_20), scan()))
                    .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.problems()).containsOnlyKeys("formRevision"));
            var form = answers.form(stage.rounds.get(round.id()));
            var typed = entries.type(typist, one.id(), fax(content("SATISFIED", "life", "", "transport", "na"), form.revision(), APRIL_20), scan());
            assertThat(entries.scans(typed)).hasSize(1);
            assertThat(answers.of(one.id())).isEmpty();
            assertThatThrownBy(() -> entries.check(typist, typed.id(), true, "")).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> entries.check(second, typed.id(), false, " ")).isInstanceOf(InvalidInput.class);
            assertThat(work.workFor(second)).extracting(item -> item.kind()).contains("paper");
            assertThat(entries.check(second, typed.id(), false, "第 5 项原件是“不满意”")).isNull();
            assertThat(work.workFor(typist)).extracting(item -> item.title().key()).contains("campaign.answer.work.retype");
            var again = entries.type(typist, one.id(), fax(content("SATISFIED", "life", "", "transport", "na", "price", "DISSATISFIED"), form.revision(), APRIL_20), scan());
            assertThatThrownBy(() -> entries.check(second, typed.id(), true, "")).isInstanceOf(BrokenRule.class);
            var id = entries.check(second, again.id(), true, "");
            var answer = answers.get(java.util.Objects.requireNonNull(id));
            assertThat(answer.items()).containsEntry("life", AnswerView.BLANK).containsEntry("transport", AnswerView.NOT_APPLICABLE);
            assertThat(answer.answeredShare()).isEqualByComparingTo("0.85");
            assertThat(answer.late()).isFalse();
            assertThat(answer.formRevision()).isEqualTo(form.revision());
            assertThat(answer.enteredBy()).isEqualTo(typist.id());
            var late = entries.type(typist, round.asked().get(1).invitation().id(), fax(content("SATISFIED"), form.revision(), APRIL_20), scan());
            stage.clock.set("2026-05-20T10:00");
            var lateId = entries.check(second, late.id(), true, "");
            assertThat(answers.get(java.util.Objects.requireNonNull(lateId)).late()).as("it arrived in time and was checked late").isFalse();
        });
    }

    @Test
    void an_excel_sheet_goes_out_comes_back_and_is_never_taken_twice() {
        var round = stage.asked(4);
        var clerk = round.company().salesHead();
        var words = messages.in(Language.ZH_CN, org.huiyin.TestClock.ZONE);
        round.company().run(() -> {
            var out = new ByteArrayOutputStream();
            sheets.write(clerk, round.id(), null, words, out);
            var rows = new ArrayList<List<String>>();
            try (var file = new SheetReader().open(new ByteArrayInputStream(out.toByteArray()), "x.xlsx"); var all = file.rows(0)) {
                all.forEach(row -> rows.add(row.cells().stream().map(c -> c.shown()).toList()));
            }
            var header = rows.stream().filter(row -> row.contains("编号")).findFirst().orElseThrow();
            assertThat(header).contains("外观", "日常服务", "总的意见");
            var numbers = round.asked().stream().map(a -> a.invitation().number()).toList();
            assertThat(rows).filteredOn(row -> !row.isEmpty() && numbers.contains(row.getFirst())).hasSize(4);

            var filled = sheet(header, List.of(
                    row(header, numbers.get(0), "5", "满意"), row(header, numbers.get(1), "4", "0"),
                    row(header, numbers.get(2), "9", "very good"), row(header, "WJ-2026-9999", "5", "5"), row(header, numbers.get(3), "", "")));
            var preview = sheets.upload(clerk, round.id(), "回收.xlsx", new ByteArrayInputStream(filled));
            assertThat(preview.lines()).extracting(SheetPreview.Line::state).containsExactly(SheetPreview.State.NEW, SheetPreview.State.BAD,
                    SheetPreview.State.BAD, SheetPreview.State.BAD, SheetPreview.State.EMPTY);
            assertThat(preview.lines().get(2).problems()).hasSize(10).extracting(p -> words.say(p)).first().asString().startsWith("D");
            assertThatThrownBy(() -> sheets.take(clerk, round.id(), preview.id(), false)).isInstanceOf(BrokenRule.class);
            assertThat(answers.counts(round.id()).received()).isZero();
            assertThat(sheets.take(clerk, round.id(), preview.id(), true)).isEqualTo(1);
            assertThat(sheets.take(clerk, round.id(), preview.id(), true)).isEqualTo(1);
            var second = sheets.upload(clerk, round.id(), "回收.xlsx", new ByteArrayInputStream(filled));
            assertThat(second.count(SheetPreview.State.ANSWERED)).isEqualTo(1);
            assertThat(sheets.take(clerk, round.id(), second.id(), true)).isZero();
            var stored = answers.of(round.first().invitation().id()).orElseThrow();
            assertThat(stored.channel()).isEqualTo(AnswerChannel.SHEET);
            assertThat(stored.items()).containsEntry("appearance", "VERY_SATISFIED").containsEntry("service", "SATISFIED");
            assertThatThrownBy(() -> sheets.upload(clerk, round.id(), "x.xlsx", new ByteArrayInputStream("not a sheet".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                    .isInstanceOf(InvalidInput.class);
        });
    }

    /** The first nine items with one value, the last with another. */
    private static Object[] row(List<String> header, String number, String value, String last) {
        var cells = new Object[header.size()];
        cells[0] = number;
        for (int i = 3; i < 12; i++) {
            cells[i] = value.isEmpty() ? null : value;
        }
        cells[12] = last.isEmpty() ? null : last;
        return cells;
    }

    private static byte[] sheet(List<String> header, List<Object[]> rows) {
        var out = new ByteArrayOutputStream();
        try (var writer = new SheetWriter(out)) {
            writer.sheet(new SheetPlan("x", List.of("标题"), header.stream().map(SheetColumn::text).toList()));
            rows.forEach(writer::row);
        }
        return out.toByteArray();
    }

    @Test
    void a_clerk_collects_from_her_own_customers_alone() {
        var round = stage.asked(1);
        var other = round.company().another("SALES_CLERK", "苏禾");
        var clerk = round.company().in(() -> stage.bean(org.huiyin.organization.People.class).actor(other).orElseThrow());
        round.company().run(() -> {
            var one = round.first().invitation();
            assertThat(entries.desk(clerk, round.id()).silent()).isEmpty();
            assertThatThrownBy(() -> entries.enter(clerk, one.id(), phone(clerk, content("SATISFIED")))).isInstanceOf(NotFound.class);
            stage.invitations.assign(round.company().salesHead(), List.of(one.id()), clerk.id());
            assertThat(entries.desk(clerk, round.id()).silent()).hasSize(1);
            assertThat(entries.enter(clerk, one.id(), phone(clerk, content("SATISFIED")))).isNotNull();
        });
        assertThat(stage.answers(round).getFirst().stratum()).isEqualTo(Grade.A);
    }
}
