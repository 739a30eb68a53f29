package org.huiyin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.Postbox;
import org.huiyin.TestClock;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.SubjectRef;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
class MailsTest {

    @Autowired Cast cast;
    @Autowired Mails mails;
    @Autowired MailJob job;
    @Autowired MailStore store;
    @Autowired Later later;
    @Autowired TestClock clock;
    @Autowired TransactionTemplate transaction;

    private final SubjectRef about = new SubjectRef("sample", UUID.randomUUID());

    @Test
    void a_mail_is_stored_with_the_change_it_tells_of_and_sent_after_it() throws Exception {
        var troupe = cast.company("P001");
        try (var post = Postbox.open()) {
            var mail = new OutgoingMail("wang@customer.example", "王工", "满意度调查", "请打分", "<p>请打分</p>", about,
                    Map.of("List-Unsubscribe", "<https://x.example/u>"),
                    List.of(new MailAttachment("问卷.pdf", "application/pdf", new byte[] {1, 2, 3})));
            var id = troupe.in(() -> mails.send(mail));
            assertThat(state(troupe, id).state()).isEqualTo(MailState.QUEUED);
            later.runDueJobs();
            assertThat(state(troupe, id).state()).isEqualTo(MailState.SENT);
            assertThat(post.to("wang@customer.example")).singleElement().satisfies(received -> {
                assertThat(received.getSubject()).isEqualTo("满意度调查");
                assertThat(received.getMessageID()).isEqualTo(state(troupe, id).messageId());
                assertThat(received.getHeader("List-Unsubscribe")).containsExactly("<https://x.example/u>");
            });
        }
    }

    @Test
    void a_mail_whose_change_rolls_back_is_never_sent() {
        var troupe = cast.company("P001");
        try (var post = Postbox.open()) {
            troupe.run(() -> transaction.executeWithoutResult(status -> {
                mails.send(OutgoingMail.plain("never@customer.example", null, "s", "t", about));
                status.setRollbackOnly();
            }));
            later.runDueJobs();
            assertThat(post.to("never@customer.example")).isEmpty();
        }
    }

    @Test
    void two_instances_claim_a_mail_once() throws Exception {
        var troupe = cast.company("P001");
        try (var post = Postbox.open(); var threads = Executors.newFixedThreadPool(8)) {
            var ids = IntStream.range(0, 10).mapToObj(i -> plain(troupe, "twice" + i + "@customer.example")).toList();
            Callable<Boolean> instance = () -> {
                ids.forEach(id -> troupe.run(() -> job.handle(new MailJob.Order(id))));
                return true;
            };
            for (var done : threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> instance).toList())) {
                assertThat(done.get()).isTrue();
            }
            assertThat(post.received()).hasSize(10);
            assertThat(ids).allSatisfy(id -> assertThat(state(troupe, id).state()).isEqualTo(MailState.SENT));
        }
    }

    @Test
    void a_crash_in_the_middle_leaves_the_mail_uncertain_and_nobody_repeats_it_silently() {
        var troupe = cast.company("P001");
        var id = plain(troupe, "crash@customer.example");
        troupe.run(() -> transaction.executeWithoutResult(s -> assertThat(store.claim(id, clock.instant())).isTrue()));
        try (var post = Postbox.open()) {
            later.runRoutine(troupe.id(), "notification.mails");
            assertThat(state(troupe, id).state()).as("perhaps it is still being sent").isEqualTo(MailState.SENDING);
            clock.pass(Duration.ofMinutes(11));
            later.runRoutine(troupe.id(), "notification.mails");
            assertThat(state(troupe, id).state()).isEqualTo(MailState.UNCERTAIN);
            clock.pass(Duration.ofDays(1));
            later.runRoutine(troupe.id(), "notification.mails");
            assertThat(post.to("crash@customer.example")).isEmpty();
            var before = state(troupe, id).messageId();
            troupe.run(() -> mails.retry(troupe.admin(), id));
            later.runDueJobs();
            assertThat(state(troupe, id).state()).isEqualTo(MailState.SENT);
            assertThat(state(troupe, id).messageId()).isEqualTo(before);
            assertThatThrownBy(() -> troupe.run(() -> mails.retry(troupe.admin(), id))).isInstanceOf(BrokenRule.class);
        }
    }

    @Test
    void a_server_that_is_down_is_tried_again_later_and_later() {
        var troupe = cast.company("P001");
        try (var post = Postbox.silent()) {
            var id = plain(troupe, "down@customer.example");
            later.runDueJobs();
            var first = state(troupe, id);
            assertThat(first.state()).isEqualTo(MailState.QUEUED);
            assertThat(first.attempts()).isEqualTo(1);
            assertThat(first.reason()).isNotBlank();
            assertThat(first.nextTryAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
            clock.pass(Duration.ofMinutes(1));
            later.runDueJobs();
            assertThat(state(troupe, id).attempts()).isEqualTo(2);
            assertThat(state(troupe, id).nextTryAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(2)));
        }
        var id = troupe.in(() -> mails.of(about)).getFirst().id();
        try (var post = Postbox.open()) {
            clock.pass(Duration.ofMinutes(2));
            later.runDueJobs();
            assertThat(state(troupe, id).state()).isEqualTo(MailState.SENT);
            assertThat(post.to("down@customer.example")).hasSize(1);
        }
    }

    @Test
    void without_a_mail_server_mails_wait_and_go_out_when_there_is_one() {
        var troupe = cast.company("P001");
        var id = plain(troupe, "waits@customer.example");
        later.runDueJobs();
        assertThat(state(troupe, id).state()).isEqualTo(MailState.QUEUED);
        assertThat(mails.serverIsSet()).isFalse();
        clock.pass(Duration.ofMinutes(6));
        try (var post = Postbox.open()) {
            later.runRoutine(troupe.id(), "notification.mails");
            assertThat(post.to("waits@customer.example")).hasSize(1);
        }
    }

    @Test
    void a_refusal_for_good_fails_the_mail_with_the_servers_words() throws Exception {
        var troupe = cast.company("P001");
        var id = plain(troupe, "nobody@customer.example");
        try (var server = new Grumpy("550 5.1.1 no such user here", false)) {
            later.runDueJobs();
        }
        assertThat(state(troupe, id).state()).isEqualTo(MailState.FAILED);
        assertThat(state(troupe, id).reason()).contains("no such user here");
    }

    @Test
    void a_refusal_for_now_is_tried_again() throws Exception {
        var troupe = cast.company("P001");
        var id = plain(troupe, "busy@customer.example");
        try (var server = new Grumpy("451 4.7.1 greylisted", false)) {
            later.runDueJobs();
        }
        assertThat(state(troupe, id).state()).isEqualTo(MailState.QUEUED);
        assertThat(state(troupe, id).reason()).contains("greylisted");
    }

    @Test
    void a_connection_lost_after_the_content_leaves_the_mail_uncertain() throws Exception {
        var troupe = cast.company("P001");
        var id = plain(troupe, "lost@customer.example");
        try (var server = new Grumpy("250 ok", true)) {
            later.runDueJobs();
        }
        assertThat(state(troupe, id).state()).isEqualTo(MailState.UNCERTAIN);
    }

    @Test
    void nobody_adds_lines_to_a_mail() throws Exception {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            for (var address : List.of("a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "a b@c.example",
                    "<a@b.example>", "a@b.example>\nX: y", "a@", "plainly")) {
                assertThatThrownBy(() -> mails.send(OutgoingMail.plain(address, null, "s", "t", about))).isInstanceOf(BrokenRule.class);
            }
            assertThatThrownBy(() -> mails.send(new OutgoingMail("a@b.example", null, "s", "t", null, about,
                    Map.of("X-Round", "1\r\nBcc: c@d.example"), List.of()))).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> mails.send(new OutgoingMail("a@b.example", null, "s", "t", null, about,
                    Map.of("Bcc: c@d.example\r\nX", "1"), List.of()))).isInstanceOf(BrokenRule.class);
        });
        try (var post = Postbox.open()) {
            troupe.run(() -> mails.send(OutgoingMail.plain("inject@customer.example", "王\r\nBcc: c@d.example",
                    "主题\r\nBcc: c@d.example\r\n\r\nforged body", "t", about)));
            later.runDueJobs();
            assertThat(post.to("inject@customer.example")).singleElement().satisfies(mail -> {
                assertThat(mail.getAllRecipients()).hasSize(1);
                assertThat(mail.getHeader("Bcc")).isNull();
                assertThat(mail.getSubject()).isEqualTo("主题 Bcc: c@d.example forged body");
            });
        }
    }

    @Test
    void the_queue_is_for_the_operator_of_this_company() {
        var troupe = cast.company("P001");
        var foreign = cast.company("P001");
        var id = plain(troupe, "private@customer.example");
        assertThatThrownBy(() -> troupe.run(() -> mails.list(troupe.salesClerk(), null, "", 0, 10))).isInstanceOf(BrokenRule.class);
        assertThat(troupe.in(() -> mails.list(troupe.admin(), MailState.QUEUED, "private", 0, 10))).hasSize(1);
        assertThat(foreign.in(() -> mails.list(foreign.admin(), null, "", 0, 10))).isEmpty();
        assertThatThrownBy(() -> foreign.run(() -> mails.state(id))).isInstanceOf(org.huiyin.kernel.NotFound.class);
    }

    private UUID plain(Cast.Troupe troupe, String to) {
        return troupe.in(() -> mails.send(OutgoingMail.plain(to, null, "主题", "正文", about)));
    }

    private MailView state(Cast.Troupe troupe, UUID id) {
        return troupe.in(() -> mails.state(id));
    }

    /** A mail server that answers each recipient with the same words, or hangs up after the content. */
    private static final class Grumpy implements AutoCloseable {

        private final ServerSocket socket;
        private final String toRecipient;
        private final boolean hangsUp;

        Grumpy(String toRecipient, boolean hangsUp) throws IOException {
            this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            this.toRecipient = toRecipient;
            this.hangsUp = hangsUp;
            System.setProperty("huiyin.mail.host", "127.0.0.1");
            System.setProperty("huiyin.mail.port", Integer.toString(socket.getLocalPort()));
            System.setProperty("huiyin.mail.from", "huiyin@test.example");
            Thread.ofVirtual().start(this::serve);
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (var client = socket.accept();
                        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
                    talk(in, client.getOutputStream());
                } catch (IOException gone) {
                    return;
                }
            }
        }

        private void talk(BufferedReader in, java.io.OutputStream out) throws IOException {
            say(out, "220 grumpy");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var word = line.split(" ")[0].toUpperCase(java.util.Locale.ROOT);
                switch (word) {
                    case "RCPT" -> say(out, toRecipient);
                    case "DATA" -> say(out, "354 go on");
                    case "." -> {
                        if (hangsUp) {
                            return;
                        }
                        say(out, "250 ok");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    case "EHLO", "HELO", "MAIL", "RSET" -> say(out, "250 ok");
                    default -> { }
                }
            }
        }

        private static void say(java.io.OutputStream out, String words) throws IOException {
            out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
            System.clearProperty("huiyin.mail.host");
            System.clearProperty("huiyin.mail.port");
            System.clearProperty("huiyin.mail.from");
        }
    }
}
