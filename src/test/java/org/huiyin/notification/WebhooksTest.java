package org.huiyin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.SubjectRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class WebhooksTest {

    @Autowired Cast cast;
    @Autowired Webhooks webhooks;
    @Autowired Notifications notifications;
    @Autowired Later later;
    @Autowired TestClock clock;

    @Autowired org.springframework.jdbc.core.simple.JdbcClient sql;
    @Autowired org.springframework.transaction.support.TransactionTemplate transaction;

    private final SubjectRef about = new SubjectRef("sample", UUID.randomUUID());

    private String kept(Cast.Troupe troupe, UUID webhook) {
        return troupe.in(() -> transaction.execute(s -> sql.sql("select secret from notification.webhook where id = ?").param(webhook).query(String.class).single()));
    }

    @Test
    void the_secret_rests_sealed_by_a_key_outside_the_database() throws Exception {
        var troupe = cast.company("P001");
        try (var program = new Program(204)) {
            var fresh = troupe.in(() -> webhooks.add(troupe.admin(), program.url(), Set.of("sample.happened")));
            var other = troupe.in(() -> webhooks.add(troupe.admin(), program.url(), Set.of("sample.happened")));
            assertThat(kept(troupe, fresh.id())).startsWith("v1:").doesNotContain(fresh.secret().substring(6));
            assertThat(kept(troupe, fresh.id())).isNotEqualTo(kept(troupe, other.id()));
            // One from before secrets were sealed still signs, and is sealed by its first use.
            troupe.run(() -> transaction.executeWithoutResult(s -> sql.sql("update notification.webhook set secret = 'whsec_old' where id = ?").param(other.id()).update()));
            troupe.run(() -> webhooks.emit("sample.happened", about, Map.of()));
            later.runDueJobs();
            assertThat(program.calls).hasSize(2).anySatisfy(call -> assertThat(call.signature())
                    .isEqualTo("sha256=" + WebhookJob.signature("whsec_old", call.stamp(), call.body())));
            assertThat(kept(troupe, other.id())).startsWith("v1:");
        }
    }

    @Test
    void the_second_of_two_who_change_a_webhook_sees_what_the_first_changed() throws Exception {
        var troupe = cast.company("P001");
        try (var program = new Program(204)) {
            var fresh = troupe.in(() -> webhooks.add(troupe.admin(), program.url(), Set.of("sample.happened")));
            troupe.run(() -> webhooks.change(troupe.admin(), fresh.id(), program.url() + "/b", Set.of("sample.happened"), true, 1));
            troupe.run(() -> assertThatThrownBy(() -> webhooks.change(troupe.admin(), fresh.id(), program.url(), Set.of("sample.happened"), false, 1))
                    .isInstanceOfSatisfying(org.huiyin.kernel.StaleRecord.class, stale -> {
                        assertThat(stale.who()).isEqualTo("管理员");
                        assertThat(stale.version()).isEqualTo(2);
                        assertThat(stale.changes()).extracting(org.huiyin.kernel.StaleRecord.Change::name).containsExactly("url", "on");
                    }));
        }
    }

    @Test
    void an_event_arrives_signed_with_the_secret_that_was_shown_once() throws Exception {
        var troupe = cast.company("P001");
        try (var program = new Program(204)) {
            var fresh = troupe.in(() -> webhooks.add(troupe.admin(), program.url(), Set.of("sample.happened")));
            troupe.run(() -> webhooks.emit("sample.happened", about, Map.of("score", "88")));
            troupe.run(() -> webhooks.emit("something.else", about, Map.of()));
            later.runDueJobs();
            assertThat(program.calls).singleElement().satisfies(call -> {
                assertThat(call.body()).contains("\"event\":\"sample.happened\"", "\"score\":\"88\"", about.id().toString());
                assertThat(call.signature()).isEqualTo("sha256=" + WebhookJob.signature(fresh.secret(), call.stamp(), call.body()));
            });
            assertThat(deliveries(troupe, fresh.id())).singleElement().satisfies(delivery -> {
                assertThat(delivery.state()).isEqualTo(DeliveryView.State.DELIVERED);
                assertThat(delivery.answer()).isEqualTo("HTTP 204");
            });
            assertThat(troupe.in(() -> webhooks.all(troupe.admin())).toString()).doesNotContain(fresh.secret());
        }
    }

    @Test
    void what_fails_is_tried_again_then_given_up_and_after_three_days_switched_off() throws Exception {
        var troupe = cast.company("P001");
        try (var program = new Program(500)) {
            var id = troupe.in(() -> webhooks.add(troupe.admin(), program.url(), Set.of("sample.happened"))).id();
            troupe.run(() -> webhooks.emit("sample.happened", about, Map.of()));
            later.runDueJobs();
            assertThat(deliveries(troupe, id)).singleElement().satisfies(delivery -> {
                assertThat(delivery.state()).isEqualTo(DeliveryView.State.QUEUED);
                assertThat(delivery.answer()).isEqualTo("HTTP 500");
            });
            for (int i = 0; i < 15; i++) {
                clock.pass(Duration.ofHours(6));
                later.runDueJobs();
            }
            assertThat(deliveries(troupe, id).getFirst().state()).isEqualTo(DeliveryView.State.FAILED);
            assertThat(deliveries(troupe, id).getFirst().attempts()).isEqualTo(12);
            clock.pass(Duration.ofDays(2));
            troupe.run(() -> webhooks.emit("sample.happened", about, Map.of()));
            later.runDueJobs();
            assertThat(troupe.in(() -> webhooks.get(troupe.admin(), id)).state()).isEqualTo(WebhookView.State.BROKEN);
            assertThat(troupe.in(() -> notifications.unread(troupe.admin().id()))).isEqualTo(1);
            program.status.set(200);
            var broken = troupe.in(() -> webhooks.get(troupe.admin(), id));
            troupe.run(() -> webhooks.change(troupe.admin(), id, broken.url(), broken.events(), true, broken.version()));
            troupe.run(() -> webhooks.again(troupe.admin(), deliveries(troupe, id).getLast().id()));
            later.runDueJobs();
            assertThat(deliveries(troupe, id).getLast().state()).isEqualTo(DeliveryView.State.DELIVERED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x.example/", "file:///etc/passwd", "javascript:alert(1)", "http://user:pw@x.example/", "x.example",
            "http://169.254.169.254/latest/meta-data", "http://0.0.0.0/", "http://[fe80::1]/", "http://224.0.0.1/", "http://"})
    void other_addresses_than_plain_web_addresses_are_refused(String url) {
        var troupe = cast.company("P001");
        assertThatThrownBy(() -> troupe.run(() -> webhooks.add(troupe.admin(), url, Set.of("sample.happened"))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void only_the_operator_sets_them_up_and_sees_them() {
        var troupe = cast.company("P001");
        var foreign = cast.company("P001");
        assertThatThrownBy(() -> troupe.run(() -> webhooks.add(troupe.qualityHead(), "https://x.example/", Set.of("sample.happened"))))
                .isInstanceOf(BrokenRule.class);
        var id = troupe.in(() -> webhooks.add(troupe.admin(), "https://x.example/", Set.of("sample.happened"))).id();
        assertThat(foreign.in(() -> webhooks.all(foreign.admin()))).isEmpty();
        assertThatThrownBy(() -> foreign.run(() -> webhooks.get(foreign.admin(), id))).isInstanceOf(org.huiyin.kernel.NotFound.class);
        assertThatThrownBy(() -> troupe.run(() -> webhooks.add(troupe.admin(), "https://x.example/", Set.of("no.such")))).isInstanceOf(InvalidInput.class);
    }

    private List<DeliveryView> deliveries(Cast.Troupe troupe, UUID webhook) {
        return troupe.in(() -> webhooks.deliveries(troupe.admin(), webhook));
    }

    private record Call(String body, String stamp, String signature) {}

    /** A foreign program that answers with a status. */
    private static final class Program implements AutoCloseable {

        final List<Call> calls = new CopyOnWriteArrayList<>();
        final AtomicInteger status = new AtomicInteger();
        private final HttpServer server;

        Program(int answer) throws IOException {
            status.set(answer);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var headers = exchange.getRequestHeaders();
                calls.add(new Call(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        headers.getFirst("Huiyin-Timestamp"), headers.getFirst("Huiyin-Signature")));
                exchange.sendResponseHeaders(status.get(), -1);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?x=1";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
