package org.huiyin.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.Postbox;
import org.huiyin.TestClock;
import org.huiyin.audit.AuditTrail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The head of the audit chain leaves the house once a day. */
@HuiyinTest
class HeadLetterTest {

    @Autowired Cast cast;
    @Autowired Later later;
    @Autowired TestClock clock;
    @Autowired AuditTrail trail;
    @LocalServerPort int port;

    @Test
    void the_head_is_mailed_once_a_day_to_the_address_on_the_audit_page() throws Exception {
        var troupe = cast.company("P001");
        clock.set("2026-07-06T08:00");
        var at = "/c/" + troupe.slug() + "/audit/";
        var outside = "head@" + troupe.slug() + ".example";
        try (var post = Postbox.open()) {
            var admin = Browserless.of(port, troupe.adminLogin());
            assertThat(admin.get(at + "verification").body()).contains("name=\"address\"").doesNotContain("还不能发邮件");
            assertThat(admin.post(at + "mailing", Map.of("address", "nonsense")).statusCode()).isEqualTo(422);
            assertThat(admin.post(at + "mailing", Map.of("address", outside)).statusCode()).isEqualTo(302);
            later.runRoutine(troupe.id(), "audit.seal");
            later.runRoutine(troupe.id(), "audit.mail");
            later.runRoutine(troupe.id(), "audit.mail");
            later.runDueJobs();
            var head = troupe.in(() -> trail.verify(troupe.auditor())).head();
            assertThat(post.to(outside)).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).contains("操作记录链尾");
                assertThat(mail.getContent().toString()).contains(head.mark(), "条数：");
            });
            clock.set("2026-07-07T08:00");
            later.runRoutine(troupe.id(), "audit.mail");
            later.runDueJobs();
            assertThat(post.to(outside)).hasSize(2);
            assertThat(admin.post(at + "mailing", Map.of("address", "")).statusCode()).isEqualTo(302);
            clock.set("2026-07-08T08:00");
            later.runRoutine(troupe.id(), "audit.mail");
            later.runDueJobs();
            assertThat(post.to(outside)).hasSize(2);
        }
    }
}
