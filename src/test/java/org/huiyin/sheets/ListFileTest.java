package org.huiyin.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every list can be had as Excel file and as CSV, in the same filter, by those who may read it. */
@HuiyinTest
class ListFileTest {

    @Autowired Cast cast;
    @Autowired Customers customers;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers;
    @LocalServerPort int port;

    @Test
    void whatCanBeHadAsExcelFileCanBeHadAsCsv() {
        var excel = handlers.getHandlerMethods().keySet().stream().map(mapping -> mapping.getPatternValues())
                .filter(patterns -> patterns.stream().anyMatch(pattern -> pattern.endsWith(".xlsx"))).toList();
        assertThat(excel).hasSizeGreaterThan(25);
        // The answer sheet and the sample of a customer's form are forms to be filled in and no lists.
        assertThat(excel.stream().filter(patterns -> patterns.stream().noneMatch(pattern -> pattern.endsWith(".csv"))).flatMap(patterns -> patterns.stream()))
                .containsExactlyInAnyOrder("/c/{company}/rounds/{number}/sheets/blank.xlsx", "/c/{company}/eightds/templates/sample.xlsx");
    }

    @Test
    void csvIsReadByExcelAndComputedByNobody() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        troupe.run(() -> {
            customers.create(head, CustomerDetails.named("=cmd|' /C calc'!A1").numbered("C1"));
            customers.create(head, CustomerDetails.named("晨曜, \"音响\"").numbered("C2"));
        });
        var browser = Browserless.of(port, troupe.loginOf("SALES_HEAD"));
        var file = browser.get("/c/" + troupe.slug() + "/customers.csv");
        assertThat(file.headers().firstValue("content-type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(file.headers().firstValue("content-disposition")).hasValueSatisfying(name -> assertThat(name).contains("attachment", ".csv"));
        var lines = file.body().split("\r\n");
        assertThat(lines[0]).startsWith("\uFEFF").contains("客户名称");
        assertThat(lines[1]).startsWith("C1,'=cmd|' /C calc'!A1,");
        assertThat(lines[2]).startsWith("C2,\"晨曜, \"\"音响\"\"\",");
        assertThat(browser.get("/c/" + troupe.slug() + "/customers.csv?q=" + "%E6%99%A8%E6%9B%9C").body().split("\r\n")).hasSize(2);
    }

    @Test
    void whoMayNotReadAListGetsARefusalAndNoEmptyFile() {
        var troupe = cast.company("P001");
        var browser = Browserless.of(port, troupe.loginOf("SALES_CLERK"));
        for (var ending : List.of("xlsx", "csv")) {
            var answer = browser.get("/c/" + troupe.slug() + "/mails." + ending);
            assertThat(answer.statusCode()).isBetween(403, 409);
            assertThat(answer.headers().firstValue("content-type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            assertThat(answer.headers().firstValue("content-disposition")).isEmpty();
        }
    }
}
