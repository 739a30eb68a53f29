package org.huiyin.customer.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.customer.CustomerFilter;
import org.huiyin.customer.Customers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Measures import and search with 100 000 customers; run by name: mvn test -Dtest=HundredThousandCustomers. */
@HuiyinTest
class HundredThousandCustomers {

    private static final int ROWS = 100_000;
    private static final String CHARACTERS = "晨曜明岳北辰远山海川金石云天宏达瑞丰恒信华盛博远精诚科创新锐智联东方南洋西湖中原长江黄河轴承电子机械五金塑胶模具音响连接线束";

    @Autowired Cast cast;
    @Autowired Imports imports;
    @Autowired Customers customers;
    @Autowired Later later;

    @Test
    void measures() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var random = new Random(7);
        var list = new StringBuilder("客户编号,客户名称,简称,区域,联系人,邮箱\n");
        for (int i = 0; i < ROWS; i++) {
            var name = new StringBuilder();
            for (int c = 0; c < 6; c++) {
                name.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            list.append("E").append(i).append(',').append(name).append(i % 3 == 0 ? "轴承座有限公司" : "实业有限公司").append(',')
                    .append(name, 0, 4).append(",华").append("东南西北".charAt(i % 4)).append(",联系人").append(i).append(",c").append(i).append("@a.example\n");
        }
        long start = System.nanoTime();
        var id = troupe.in(() -> imports.upload(head, ImportKind.CUSTOMERS, "大.csv", new ByteArrayInputStream(list.toString().getBytes(StandardCharsets.UTF_8))));
        troupe.run(() -> imports.map(head, id, 0, Map.of(), "CNY", null));
        later.runDueJobs();
        say("upload and read", start);
        start = System.nanoTime();
        troupe.run(() -> imports.take(head, id, true));
        later.runDueJobs();
        say("take over", start);
        assertThat(troupe.in(() -> imports.get(head, id)).counts().created()).isEqualTo(ROWS);
        for (var q : List.of("轴承座", "轴承", "有限", "轴", "有", "晨曜", "cyd", "zhoucheng", "zc", "z", "E99999", "99999", "没有的")) {
            for (int warm = 0; warm < 5; warm++) {
                troupe.run(() -> customers.search(head, q, 20));
            }
            long began = System.nanoTime();
            for (int n = 0; n < 10; n++) {
                troupe.run(() -> customers.search(head, q, 20));
            }
            System.out.printf("MEASURED search %s: %.1f ms, %d hits%n", q, (System.nanoTime() - began) / 1e7, troupe.in(() -> customers.search(head, q, 20)).size());
        }
        long listed = System.nanoTime();
        troupe.run(() -> customers.list(head, CustomerFilter.all()));
        say("first page of the list", listed);
        long exported = System.nanoTime();
        troupe.run(() -> customers.each(head, CustomerFilter.all(), row -> {}));
        say("all rows for an export", exported);
        long undone = System.nanoTime();
        troupe.run(() -> imports.undo(head, id));
        later.runDueJobs();
        say("take back", undone);
        assertThat(troupe.in(() -> customers.list(head, CustomerFilter.all()).total())).isZero();
    }

    private static void say(String what, long since) {
        System.out.printf("MEASURED %s: %.1f s%n", what, (System.nanoTime() - since) / 1e9);
    }
}
