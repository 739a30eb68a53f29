package org.huiyin.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.complaint.Complainant;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewAssessment;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.NewLine;
import org.huiyin.complaint.Phase;
import org.huiyin.complaint.Triage;
import org.huiyin.voice.Channel;
import org.huiyin.voice.CustomerDate;
import org.huiyin.web.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms of 001/5.2.1.1: the report MJ-QP-12-03 and the register MJ-QP-12-05 carry their numbers and every column. */
@HuiyinTest
class ComplaintFormTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Complaints complaints;
    @Autowired Triage triage;
    @Autowired ReportPaper paper;
    @LocalServerPort int port;

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    @Clause("001/5.2.1.1")
    void report_and_register_carry_number_revision_and_all_that_was_noted() {
        var troupe = cast.company("P001");
        var quality = troupe.quality();
        clock.set("2026-05-06T09:10");
        troupe.run(() -> {
            var id = complaints.take(quality, new NewComplaint(null, new Complainant("高屹", "博衡车联", "13800000000", ""), FeedbackKind.COMPLAINT, Phase.AFTER, "OEM", Channel.WECHAT,
                    clock.instant(), quality.id(), "面板划伤", "BH-77", new CustomerDate(LocalDate.of(2026, 5, 9), null), false,
                    List.of(new NewLine("FP-330", "面板", "260421B", "S-9", new BigDecimal("5"), "件", "划伤", "产线", 1200, "")), null));
            triage.confirm(quality, id, new NewAssessment(NewAssessment.Confirmed.YES, NewAssessment.Severity.MINOR, "", "照片看得到", NewAssessment.Sample.ASKED), complaints.get(id).version());
            var report = text(paper.report(quality, complaints.get(id), Language.of(java.util.Locale.SIMPLIFIED_CHINESE), "").pdf());
            assertThat(report).contains("QP-12-03", "A0", "KS-2026-0001", "2026年5月6日 09:10", "微信", "高屹", "13800000000", "BH-77", "FP-330", "260421B", "划伤", "OEM", "2026年5月9日", "已向客户要",
                    "面板划伤");
        });
        var web = Browserless.of(port, troupe.loginOf("QUALITY"));
        var at = "/c/" + troupe.slug() + "/complaints";
        assertThat(web.get(at + ".csv").body()).contains("联系人", "照片", "样件", "客户要的日期", "高屹 13800000000", "已向客户要", "2026-05-09");
        assertThat(web.get(at + ".pdf").body()).startsWith("%PDF");
    }
}
