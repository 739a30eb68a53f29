package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.clause.ComplaintTest.line;
import static org.huiyin.clause.ComplaintTest.told;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.Signatures;
import org.huiyin.complaint.Answers;
import org.huiyin.complaint.Casework;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewAnswer;
import org.huiyin.complaint.NewTriage;
import org.huiyin.complaint.Triage;
import org.huiyin.complaint.TriageClass;
import org.huiyin.improvement.eightd.EightDApprovals;
import org.huiyin.improvement.eightd.EightDId;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Sentence;
import org.huiyin.records.Attachments;
import org.huiyin.voice.Channel;
import org.huiyin.web.security.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The report that goes to the customer is the approved 8D and nothing else (001/5.2.2.6). */
@HuiyinTest
class EightDAnswerTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Complaints complaints;
    @Autowired Casework casework;
    @Autowired Answers answers;
    @Autowired Triage triage;
    @Autowired EightDSteps steps;
    @Autowired EightDApprovals approval;
    @Autowired Approvals approvals;
    @Autowired Signatures signatures;
    @Autowired Attachments attachments;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    private Cast.Troupe troupe;
    private Actor clerk;
    private Actor quality;

    @BeforeEach
    void company() {
        clock.set("2026-03-16T09:00");
        troupe = cast.company("P001");
        clerk = troupe.salesClerk();
        quality = troupe.quality();
    }

    private void approve(EightDId id) {
        var request = approval.ask(quality, id).orElseThrow();
        var head = troupe.qualityHead();
        var member = new Member(troupe.id(), troupe.slug(), "", "Asia/Shanghai", head, null, null, UUID.randomUUID(), "zh-CN");
        var signature = signatures.sign(member, null, id.subject(), new Sentence("web.verbatim", "同意"), approvals.get(request).contentHash());
        approvals.decide(head, request, true, "", signature);
    }

    private UUID send(ComplaintId id, Channel way, String to) {
        return answers.send(clerk, id, new NewAnswer(false, "附 8D 报告，请查收。", way, to, "zh-CN", clock.instant()), () -> {
            throw new AssertionError("the complaint's own report stands back behind the 8D");
        }, complaints.get(id).version());
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    @Clause("001/5.2.2.6")
    void an_8d_goes_out_only_as_it_was_approved_by_mail_and_behind_the_link() {
        var id = troupe.in(() -> {
            var one = complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-03-16T09:00", clerk, "卡扣断裂", line("KB-2071", "260312A", "36", "断裂")));
            triage.assess(troupe.qualityHead(), one, new NewTriage(TriageClass.MAJOR, "三批"), complaints.get(one).version());
            var eightD = casework.eightDs(one).getFirst().id();
            EightDStage.done(steps, quality, eightD, EightDStep.D0, EightDStage.emergency());
            EightDStage.done(steps, quality, eightD, EightDStep.D1, EightDStage.team(troupe.as("PROCESS").id()));
            EightDStage.done(steps, quality, eightD, EightDStep.D2, EightDStage.problem());
            assertThatThrownBy(() -> send(one, Channel.WECHAT, "高屹")).isInstanceOfSatisfying(BrokenRule.class, refused -> {
                assertThat(refused).hasMessage("improvement.eightd.refused.notApproved");
                assertThat(refused.sentence().args()).contains(casework.eightDs(one).getFirst().number());
            });
            approve(eightD);
            EightDStage.write(steps, quality, eightD, EightDStep.D3, EightDStage.containment());
            assertThatThrownBy(() -> send(one, Channel.WECHAT, "高屹")).as("written on after the approval").isInstanceOf(BrokenRule.class);
            EightDStage.end(steps, quality, eightD, EightDStep.D3);
            approve(eightD);
            send(one, Channel.MAIL, "gao@example.com");
            return one;
        });
        troupe.run(() -> {
            var answer = answers.of(id).getFirst();
            var out = new ByteArrayOutputStream();
            try {
                attachments.open(answer.report()).writeTo(out);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            assertThat(text(out.toByteArray())).contains(casework.eightDs(id).getFirst().number(), "3,447", troupe.qualityHead().name());
            var mailed = transaction.execute(s -> sql.sql("select content from notification.mail_attachment where mail_id = ?").param(answer.mail()).query(byte[].class).single());
            assertThat(mailed).as("the mail carries the file that is kept").isEqualTo(out.toByteArray());
        });
    }
}
