package org.huiyin.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that people send with a complaint: too large, of a phone's own kind, with names that want to be something else. */
@HuiyinTest
class ComplaintFilesTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Complaints complaints;
    @Autowired Doors doors;
    @Autowired Customers customers;
    @Autowired JdbcClient sql;
    @LocalServerPort int port;

    private static final byte[] HEIC = ("\0\0\0\u0018ftypheic\0\0\0\0mif1heic" + "x".repeat(500)).getBytes(StandardCharsets.ISO_8859_1);

    private String door(Cast.Troupe troupe) {
        return troupe.in(() -> {
            var clerk = troupe.salesClerk();
            var door = doors.make(clerk, customers.create(clerk, CustomerDetails.named("晨曜音响")), null);
            sql.sql("insert into platform.setting (name, value) values ('base-url', 'https://echo.example') on conflict (name) do nothing").update();
            return doors.address(clerk, door).orElseThrow().replaceAll(".*/k/", "/k/");
        });
    }

    private static Map<String, String> told(String words) {
        return Map.of("id", UUID.randomUUID().toString(), "text", words, "kind", "COMPLAINT", "name", "高屹");
    }

    @Test
    void a_video_of_two_hundred_megabytes_is_refused_with_a_sentence_and_nothing_is_kept() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        var path = door(troupe);
        var customer = new Browserless(port);
        assertThat(customer.get(path).body()).contains("data-limit=\"30 MB\"");
        var answer = customer.post(path, told("有异响，见录像"), new Browserless.Chosen("files", "异响.mp4", new byte[1024 * 1024], 205));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大");
        troupe.run(() -> {
            assertThat(complaints.list(troupe.salesClerk(), ComplaintFilter.all())).isEmpty();
            assertThat(sql.sql("select count(*) from records.attachment").query(Integer.class).single()).isZero();
        });
    }

    @Test
    void a_file_above_the_limit_of_the_house_is_told_and_the_complaint_is_taken_without_it() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        var clerk = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        var at = "/c/" + troupe.slug();
        clerk.get(at + "/complaints/new");
        var form = new LinkedHashMap<>(Map.of("id", UUID.randomUUID().toString(), "who", "博衡", "customer", "-", "receivedAt", "2026-05-06T09:05", "channel", "WECHAT",
                "text", "标签印错", "kind", "COMPLAINT", "phase", "AFTER"));
        var answer = clerk.post(at + "/complaints", form, new Browserless.Chosen("files", "整箱.mp4", "\0\0\0\u0018ftypisom____isom____".getBytes(StandardCharsets.ISO_8859_1),
                31 * 1024 * 1024 / 24));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(clerk.get(clerk.location(answer)).body()).contains("标签印错", "文件超过 30 MB");
    }

    @Test
    void a_script_in_a_name_is_only_a_name_and_a_phones_picture_is_kept_as_a_file() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        var path = door(troupe);
        var customer = new Browserless(port);
        customer.get(path);
        var sent = customer.post(path, told("旋钮断了"), new Browserless.Chosen("files", "<img src=x onerror=alert(1)>.heic", HEIC, 1));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        var clerk = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        var page = clerk.get("/c/" + troupe.slug() + "/complaints/KS-2026-0001").body();
        assertThat(page).contains("旋钮断了", ".heic").doesNotContain("<img src=x");
        assertThat(page).doesNotContainPattern("<img[^>]*heic");
    }
}
