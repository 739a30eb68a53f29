package org.huiyin.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.Postbox;
import org.huiyin.TestClock;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.procedure.EvidenceSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HuiyinTest
@Import(RoundStage.class)
class SendingTest {

    @Autowired Cast cast;
    @Autowired Rounds rounds;
    @Autowired Samples samples;
    @Autowired Invitations invitations;
    @Autowired Sending sending;
    @Autowired Wordings wordings;
    @Autowired Papers papers;
    @Autowired Respondents respondents;
    @Autowired RoundWork work;
    @Autowired RoundEvidence evidence;
    @Autowired SurveyChecker surveyChecker;
    @Autowired SamplingChecker samplingChecker;
    @Autowired org.huiyin.procedure.Procedures procedures;
    @Autowired Contacts contacts;
    @Autowired RoundStage stage;
    @Autowired Later later;
    @Autowired TestClock clock;

    /** A round whose sample is approved, on the day on which it opens. */
    private RoundId approved(Cast.Troupe company) {
        clock.set("2026-04-07T10:00");
        var id = rounds.plan(company.salesClerk(), NewRound.central("APR", "四月集中调查", LocalDate.of(2026, 4, 8)));
        samples.propose(company.salesClerk(), id);
        stage.decide(company, company.salesHead(), samples.submit(company.salesClerk(), id).orElseThrow(), true);
        clock.set("2026-04-08T10:00");
        return id;
    }

    private static String address(CustomerId id) {
        return "li." + id.value().toString().substring(28) + "@example.com";
    }

    @Test
    @Clause("001/5.4.2.1")
    void a_mail_goes_once_carries_a_working_link_and_reminds_only_the_silent() throws Exception {
        var company = cast.company("P001");
        try (var box = Postbox.open()) {
            company.run(() -> {
                var a = stage.customers(company, 3, 0, 0, 0).get(Grade.A);
                var id = approved(company);
                invitations.prepareAll(company.salesClerk(), id);
                assertThat(invitations.prepareAll(company.salesClerk(), id)).isEmpty();
                assertThat(invitations.of(id)).extracting(InvitationView::number).containsExactly("WJ-2026-0001", "WJ-2026-0002", "WJ-2026-0003");
                assertThat(sending.send(company.salesClerk(), id).mails()).isEqualTo(3);
                assertThat(sending.send(company.salesClerk(), id).mails()).isZero();
                assertThat(sending.progress(id)).isEqualTo(new Progress(3, 0, 0, 0));
                later.runDueJobs();
                assertThat(sending.progress(id)).isEqualTo(new Progress(3, 3, 0, 0));
                assertThat(rounds.get(id).state()).isEqualTo(RoundState.COLLECTING);
                a.forEach(customer -> assertThat(box.to(address(customer))).hasSize(1));
                var first = invitations.of(id).getFirst();
                var link = invitations.link(company.salesClerk(), first.id());
                assertThat(link).startsWith(RoundStage.BASE + "/a/");
                assertThat(invitations.byToken(link.substring(link.lastIndexOf('/') + 1))).get()
                        .isEqualTo(new LinkView(company.id(), first.id(), LinkView.State.LIVE));

                invitations.answered(first.id(), clock.instant());
                contacts.optOut(invitations.of(id).get(1).contact());
                clock.set("2026-04-15T07:00");
                later.runRoutine(company.id(), "campaign.remind");
                assertThat(invitations.of(id)).allMatch(i -> i.reminders() == 0);
                clock.set("2026-04-15T10:00");
                later.runRoutine(company.id(), "campaign.remind");
                later.runRoutine(company.id(), "campaign.remind");
                assertThat(invitations.of(id)).extracting(InvitationView::reminders).containsExactly(0, 0, 1);
                assertThat(invitations.of(id).get(1).state()).isEqualTo(InvitationState.OPTED_OUT);
                var silent = invitations.of(id).get(2);
                assertThat(box.to(address(silent.customer()))).hasSize(2);
                assertThat(box.to(address(first.customer()))).hasSize(1);
                clock.set("2026-04-30T10:00");
                later.runRoutine(company.id(), "campaign.remind");
                assertThat(invitations.get(silent.id()).reminders()).isEqualTo(2);
                var by = sending.remind(company.salesClerk(), id, invitations.of(id).stream().map(InvitationView::id).toList());
                assertThat(by).isEqualTo(new Sent(0, 0, 0, 3));
                clock.pass(Duration.ofHours(2));
                assertThat(sending.remind(company.salesClerk(), id, List.of(silent.id(), first.id())).mails()).isEqualTo(1);
                var rows = respondents.of(id, RespondentFilter.ALL);
                assertThat(rows.getFirst().invitation().id()).isEqualTo(silent.id());
                assertThat(rows.getFirst().remarks()).extracting(s -> s.key()).contains("campaign.round.remark.unopened", "campaign.round.remark.reminded");
                clock.set("2026-05-09T09:00");
                later.runRoutine(company.id(), "campaign.remind");
                assertThat(rounds.get(id).state()).isEqualTo(RoundState.CHECKING);
            });
            var mail = box.received().getFirst();
            assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
            assertThat(mail.getSubject()).contains("四月集中调查");
        }
    }

    @Test
    @Clause("001/5.4.2.1")
    void letters_have_a_page_for_each_contact_with_its_own_code() throws Exception {
        var company = cast.company("P001");
        var pdf = new ByteArrayOutputStream();
        var links = new java.util.ArrayList<String>();
        company.run(() -> {
            stage.customers(company, 2, 0, 0, 0);
            var id = approved(company);
            invitations.prepareAll(company.salesClerk(), id);
            invitations.of(id).forEach(i -> invitations.changeChannel(company.salesClerk(), i.id(), Channel.LETTER));
            assertThat(papers.letters(company.salesClerk(), id, List.of(), pdf)).isEqualTo(2);
            invitations.of(id).forEach(i -> links.add(invitations.link(company.salesClerk(), i.id())));
            assertThat(sending.send(company.salesClerk(), id)).isEqualTo(new Sent(0, 0, 2, 0));
            assertThat(sending.handedOver(company.salesClerk(), id, invitations.of(id).stream().map(InvitationView::id).toList())).isEqualTo(2);
            assertThat(invitations.of(id)).allMatch(i -> i.state() == InvitationState.SENT);
            var list = new ByteArrayOutputStream();
            assertThatThrownBy(() -> papers.letters(company.auditor(), id, List.of(), list)).isInstanceOf(BrokenRule.class);
        });
        java.nio.file.Files.write(java.nio.file.Path.of("target", "letters.pdf"), pdf.toByteArray());
        try (var document = Loader.loadPDF(pdf.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            var renderer = new PDFRenderer(document);
            for (int n = 0; n < 2; n++) {
                var whole = renderer.renderImageWithDPI(n, 200);
                var image = whole.getSubimage(whole.getWidth() * 7 / 10, 80, whole.getWidth() * 2 / 10 + 60, whole.getHeight() / 6);
                int w = image.getWidth(), h = image.getHeight();
                var source = new RGBLuminanceSource(w, h, image.getRGB(0, 0, w, h, null, 0, w));
                assertThat(new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText()).isEqualTo(links.get(n));
            }
            assertThat(new PDFTextStripper().getText(document)).contains("DC-FM-04", "WJ-2026-0001", "WJ-2026-0002", "第 1 页 共 1 页");
        }
    }

    @Test
    @Clause("001/5.4.2.1")
    void a_link_is_revoked_renewed_and_passed_to_another_contact() {
        var company = cast.company("P001");
        company.run(() -> {
            var customer = stage.customers(company, 1, 0, 0, 0).get(Grade.A).getFirst();
            var id = approved(company);
            var first = invitations.prepareAll(company.salesClerk(), id).getFirst();
            var token = token(company, first);
            assertThatThrownBy(() -> invitations.revoke(company.salesClerk(), first, " ")).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> invitations.revoke(company.auditor(), first, "x")).isInstanceOf(BrokenRule.class);
            invitations.revoke(company.salesClerk(), first, "发错人");
            assertThat(invitations.byToken(token)).get().extracting(LinkView::state).isEqualTo(LinkView.State.REVOKED);
            invitations.reissue(company.salesClerk(), first);
            var second = token(company, first);
            assertThat(second).isNotEqualTo(token);
            assertThat(invitations.byToken(second)).get().extracting(LinkView::state).isEqualTo(LinkView.State.LIVE);
            var other = stage.contact(company, customer, "赵主任", "zhao@example.com");
            invitations.changeContact(company.salesClerk(), first, other, "李离职");
            assertThat(invitations.byToken(second)).get().extracting(LinkView::state).isEqualTo(LinkView.State.REVOKED);
            assertThat(invitations.get(first).contact()).isEqualTo(other);
            invitations.assign(company.salesClerk(), List.of(first), company.salesHead().id());
            invitations.changeChannel(company.salesClerk(), first, Channel.PHONE);
            assertThat(sending.send(company.salesClerk(), id)).isEqualTo(new Sent(0, 1, 0, 0));
            assertThat(work.workFor(company.salesHead())).extracting(w -> w.title().key()).contains("campaign.round.work.ask.phone");
            assertThat(invitations.history(first)).extracting(s -> s.what().key()).contains("campaign.round.event.revoked", "campaign.round.event.reissued",
                    "campaign.round.event.contact", "campaign.round.event.channel", "campaign.round.event.assigned", "campaign.round.event.sent");
            clock.set("2026-06-08T00:00");
            var last = token(company, first);
            assertThat(invitations.byToken(last)).get().extracting(LinkView::state).isEqualTo(LinkView.State.EXPIRED);
            assertThat(invitations.byToken("guess")).isEmpty();
        });
        cast.company("P001").run(() -> assertThatThrownBy(() -> invitations.byNumber(cast.company("P001").auditor(), "WJ-2026-0001")).isInstanceOf(NotFound.class));
    }

    private String token(Cast.Troupe company, InvitationId id) {
        var link = invitations.link(company.salesClerk(), id);
        return link.substring(link.lastIndexOf('/') + 1);
    }

    @Test
    @Clause("001/5.4.2.1")
    void words_are_the_companys_own_and_keep_their_places() {
        var company = cast.company("P001");
        company.run(() -> {
            stage.customers(company, 1, 0, 0, 0);
            var id = approved(company);
            var shipped = wordings.of(WordingKind.INVITATION, "zh-TW");
            assertThat(shipped.own()).isFalse();
            assertThatThrownBy(() -> wordings.change(company.salesHead(), new WordingView(WordingKind.INVITATION, "zh-CN", "请评", "没有链接", true, 0)))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> wordings.change(company.salesHead(), new WordingView(WordingKind.INVITATION, "zh-CN", "请评", "{link} {typo}", true, 0)))
                    .isInstanceOf(InvalidInput.class);
            wordings.change(company.salesHead(), new WordingView(WordingKind.INVITATION, "zh-CN", "请评 {round}", "{contact}请看 {link}", true, 0));
            var letter = sending.preview(company.salesClerk(), id, wordings.of(WordingKind.INVITATION, "zh-CN"));
            assertThat(letter.subject()).isEqualTo("请评 四月集中调查");
            assertThat(letter.text()).startsWith("李A类客户1请看 https://huiyin.test/a/").contains("/stop");
            assertThat(letter.html()).contains("<a href=\"https://huiyin.test/a/");
            assertThatThrownBy(() -> wordings.change(company.salesHead(), new WordingView(WordingKind.INVITATION, "zh-CN", "x", "{link}", true, 0)))
                    .isInstanceOf(org.huiyin.kernel.StaleRecord.class);
            wordings.reset(company.salesHead(), WordingKind.INVITATION, "zh-CN");
            assertThat(wordings.of(WordingKind.INVITATION, "zh-CN").own()).isFalse();
        });
    }

    @Test
    @Clause("001/5.4.2.1")
    void more_time_moves_links_and_due_dates_and_opens_collecting_again() {
        var company = cast.company("P001");
        company.run(() -> {
            stage.customers(company, 1, 0, 0, 0);
            var id = approved(company);
            var first = invitations.prepareAll(company.salesClerk(), id).getFirst();
            invitations.changeChannel(company.salesClerk(), first, Channel.VISIT);
            sending.send(company.salesClerk(), id);
            var token = token(company, first);
            clock.set("2026-05-10T09:00");
            later.runRoutine(company.id(), "campaign.remind");
            assertThat(rounds.get(id).state()).isEqualTo(RoundState.CHECKING);
            assertThatThrownBy(() -> sending.prolong(company.salesHead(), id, LocalDate.of(2026, 5, 8), "再等等")).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> sending.prolong(company.auditor(), id, LocalDate.of(2026, 5, 20), "再等等")).isInstanceOf(BrokenRule.class);
            sending.prolong(company.salesHead(), id, LocalDate.of(2026, 5, 20), "客户五一停产");
            assertThat(rounds.get(id).state()).isEqualTo(RoundState.COLLECTING);
            assertThat(invitations.get(first).dueAt()).isEqualTo(TestClock.at("2026-05-21T00:00"));
            clock.set("2026-06-15T00:00");
            assertThat(invitations.byToken(token)).get().extracting(LinkView::state).isEqualTo(LinkView.State.LIVE);
        });
    }

    @Test
    @Clause("001/5.4.2")
    void a_procedure_by_which_no_round_could_run_is_refused() {
        var json = tools.jackson.databind.json.JsonMapper.builder().build();
        var broken = json.readTree("{\"windows\":[],\"returnDays\":0,\"reminderDays\":[40],\"channels\":[],\"questionnaire\":\"X\",\"confidential\":false,\"rolling\":false}");
        assertThat(surveyChecker.check(broken, broken)).extracting(s -> s.key()).containsExactly("campaign.round.rule.noWindow",
                "campaign.round.rule.noReturn", "campaign.round.rule.noWay", "campaign.round.rule.reminder");
        var company = cast.company("P001");
        company.run(() -> {
            var profile = procedures.inForce();
            assertThat(surveyChecker.check(profile.section("survey"), profile.section("survey"))).isEmpty();
            assertThat(samplingChecker.check(profile.section("sampling"), profile.section("sampling"))).isEmpty();
        });
    }

    @Test
    @Clause("001/5.4.2.1")
    void a_month_without_a_round_is_overdue_in_the_evidence_and_work_before() {
        var company = cast.company("P001");
        company.run(() -> {
            clock.set("2026-04-20T10:00");
            assertThat(work.workFor(company.salesHead())).extracting(w -> w.title().key()).contains("campaign.round.work.plan");
            clock.set("2026-05-01T00:10");
            Map<String, List<org.huiyin.procedure.EvidenceLine>> proof = ((EvidenceSource) evidence).evidence();
            assertThat(proof.get("round.window")).anyMatch(line -> line.missing());
        });
    }
}
