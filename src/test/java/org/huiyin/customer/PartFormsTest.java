package org.huiyin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The small forms on a customer's page: what is refused is drawn again beside what was typed. */
@HuiyinTest
class PartFormsTest {

    @Autowired Cast cast;
    @Autowired Customers customers;
    @LocalServerPort int port;

    @Test
    void a_requirement_with_an_unreadable_day_comes_back_with_what_was_typed() {
        var company = cast.company("P001");
        var code = company.in(() -> customers.get(customers.create(company.salesHead(), CustomerDetails.named("川禾机电"))).code());
        var browser = Browserless.of(port, company.loginOf("SALES_HEAD"));
        var home = "/c/" + company.slug() + "/customers/" + code;
        var answer = browser.post(home + "/requirements", Map.of("topic", "外箱标签", "text", "每箱贴两张", "source", "", "since", "去年五月"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("外箱标签", "每箱贴两张", "日期写成 2026-04-30", "<details open");
        assertThat(browser.post(home + "/requirements", Map.of("topic", "", "text", "每箱贴两张")).statusCode()).isEqualTo(422);
    }

    @Test
    void sales_with_words_for_a_figure_come_back_with_what_was_typed() {
        var company = cast.company("P001");
        var code = company.in(() -> customers.get(customers.create(company.salesHead(), CustomerDetails.named("川禾机电"))).code());
        var browser = Browserless.of(port, company.loginOf("SALES_HEAD"));
        var home = "/c/" + company.slug() + "/customers/" + code;
        var answer = browser.post(home + "/sales", Map.of("month", "2026-04", "amount", "十二万", "currency", "CNY", "base", "已开票"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("十二万", "已开票", "金额填数字");
    }
}
