package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.clause.ComplaintTest.line;
import static org.huiyin.clause.ComplaintTest.told;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.complaint.Casework;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewTriage;
import org.huiyin.complaint.Triage;
import org.huiyin.complaint.TriageClass;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.Stage;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.paper.UprightTest;
import org.huiyin.records.Attachments;
import org.huiyin.voice.ClockRule;
import org.huiyin.voice.CustomerClocks;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.Voices;
import org.huiyin.web.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Corners of a case: the quick note, dates of the customer's own, a stopped clock, photos as phones write them. */
@HuiyinTest
class CaseCornersTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Complaints complaints;
    @Autowired Casework casework;
    @Autowired Triage triage;
    @Autowired EightDs eightDs;
    @Autowired Customers customers;
    @Autowired CustomerClocks agreed;
    @Autowired Voices voices;
    @Autowired Attachments attachments;
    @LocalServerPort int port;

    private Cast.Troupe troupe;
    private Actor clerk;
    private Actor head;

    @BeforeEach
    void company() {
        clock.set("2026-03-16T09:00");
        troupe = cast.company("P001");
        clerk = troupe.salesClerk();
        head = troupe.qualityHead();
    }

    @Test
    @Clause("001/5.2.1.1")
    void a_complaint_begun_as_a_quick_note_goes_on_in_the_intake_with_its_words() {
        var home = "/c/" + troupe.slug();
        var web = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        web.get(home + "/voices/new");
        var page = web.post(home + "/voices", Map.of("who", "没在册的一家", "customer", "-", "kind", "COMPLAINT", "channel", "PHONE", "text", "又有 5 个面板划伤", "receivedAt",
                "2026-03-16T08:50"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("登记投诉", "又有 5 个面板划伤", "没在册的一家", "2026-03-16T08:50");
        troupe.run(() -> {
            assertThat(voices.list(clerk, VoiceFilter.all())).as("no words without a complaint").isEmpty();
            assertThat(complaints.count(clerk, ComplaintFilter.all())).isZero();
        });
        assertThat(web.post(home + "/voices", Map.of("who", "没在册的一家", "customer", "-", "kind", "CALL", "channel", "PHONE", "text", "问交期", "receivedAt", "2026-03-16T08:50"))
                .statusCode()).isEqualTo(302);
    }

    @Test
    @Clause({"001/5.2.2.4", "001/5.2.2.6"})
    void the_stages_of_an_8d_keep_to_what_was_agreed_with_the_customer() {
        troupe.run(() -> {
            var customer = customers.create(clerk, CustomerDetails.named("晨曜车载音响"));
            assertThat(agreed.keys()).contains("EIGHTD_D3", "EIGHTD_D8", "COMPLAINT");
            assertThat(agreed.usual("EIGHTD_D3").amount()).isEqualTo(24);
            agreed.agree(troupe.salesHead(), customer, "EIGHTD_D3", ClockRule.businessHours(4), "质量协议 4.2", "主机厂要求", null);
            var id = complaints.take(clerk, told(customer, FeedbackKind.COMPLAINT, "2026-03-16T09:00", clerk, "卡扣断裂", line("KB-2071", "260312A", "36", "断裂")));
            triage.assess(head, id, new NewTriage(TriageClass.MAJOR, "三批"), complaints.get(id).version());
            var eightD = casework.eightDs(id).getFirst();
            assertThat(eightD.stageDue()).isEqualTo(TestClock.at("2026-03-16T14:30"));
            assertThat(eightDs.stages(eightD)).extracting(Stage::step).containsExactly(EightDStep.D3, EightDStep.D5, EightDStep.D8);
            assertThat(eightDs.stages(eightD).get(1).due().due()).as("the other stages as the procedure has them").isEqualTo(TestClock.at("2026-03-18T09:00"));
        });
    }

    @Test
    @Clause("001/5.2.2.6")
    void the_clock_is_stopped_from_the_complaint_and_the_register_follows_when_it_runs_on() {
        var id = troupe.in(() -> complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-03-16T09:00", clerk, "划伤", line("FP-330", "", "5", "划伤"))));
        var home = "/c/" + troupe.slug() + "/complaints/KS-2026-0001";
        var web = Browserless.of(port, troupe.loginOf("QUALITY"));
        assertThat(web.get(home).body()).contains("暂停时钟", "3月18日");
        assertThat(web.post(home + "/pauses", Map.of("reason", "", "from", "2026-03-16T09:00")).statusCode()).isEqualTo(409);
        assertThat(web.post(home + "/pauses", Map.of("reason", "等客户寄样件", "from", "2026-03-16T09:00")).statusCode()).isEqualTo(302);
        assertThat(web.get(home).body()).contains("等客户寄样件", "时钟接着走");
        clock.set("2026-03-18T09:00");
        web.get(home);
        assertThat(web.post(home + "/pauses/end", Map.of("at", "2026-03-18T09:00")).statusCode()).isEqualTo(302);
        troupe.run(() -> {
            assertThat(complaints.get(id).dueAt()).isEqualTo(TestClock.at("2026-03-19T17:30"));
            assertThatThrownBy(() -> casework.resume(clerk, id, clock.instant(), complaints.get(id).version())).isInstanceOf(BrokenRule.class);
        });
    }

    @Test
    @Clause("001/5.2.2.4")
    void a_rotated_photo_stands_upright_in_the_report_and_one_that_cannot_be_printed_is_named() {
        troupe.run(() -> {
            var id = complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-03-16T09:00", clerk, "卡扣断裂", line("KB-2071", "260312A", "36", "断裂")));
            attachments.store(clerk, id.subject(), "手机照片.jpg", new ByteArrayInputStream(UprightTest.photo(6)));
            attachments.store(clerk, id.subject(), "苹果.heic", new ByteArrayInputStream(new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0, 'm', 'i',
                'f', '1', 'h', 'e', 'i', 'c'}));
            triage.assess(head, id, new NewTriage(TriageClass.MAJOR, "三批"), complaints.get(id).version());
            var eightD = casework.eightDs(id).getFirst().id();
            try (var pdf = Loader.loadPDF(eightDs.pdf(head, eightD, Language.ZH_CN));
                    var word = new XWPFDocument(new ByteArrayInputStream(eightDs.word(head, eightD, Language.ZH_CN)))) {
                assertThat(new PDFTextStripper().getText(pdf)).contains("苹果.heic", "手机照片.jpg");
                var drawn = word.getAllPictures().getFirst().getData();
                var image = javax.imageio.ImageIO.read(new ByteArrayInputStream(drawn));
                assertThat(image.getHeight()).as("taken upright").isGreaterThan(image.getWidth());
                assertThat(word.getParagraphs().getLast().getText()).contains("苹果.heic");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
