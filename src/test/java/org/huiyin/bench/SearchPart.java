package org.huiyin.bench;

import static org.huiyin.bench.Table.f;

import java.util.LinkedHashMap;
import java.util.stream.IntStream;

/** The customer list narrowed by what one types, at a hundred thousand customers that were imported. */
final class SearchPart {

    private static final int REQUESTS = 20;

    private SearchPart() {}

    static void measure(Bench bench) throws Exception {
        var home = bench.founded("search");
        int rows = bench.size(100_000);
        var typed = new LinkedHashMap<String, String>();
        typed.put("one character", "衡");
        typed.put("two characters", "电机");
        typed.put("three characters", "恒信嘉");
        typed.put("five characters", "苏州恒信嘉");
        typed.put("initials of pinyin", "szhx");
        typed.put("pinyin", "suzhouhengxin");
        typed.put("a number", "K000777");
        typed.put("nothing that is there", "鲲鹏");
        try (var house = bench.open(home); var visitor = new Visitor(house).signedIn()) {
            var id = SheetsPart.upload(visitor, SheetsPart.list(bench.home("list.xlsx"), rows, "K", false));
            SheetsPart.read(visitor, id);
            visitor.api("/api/v1/customer-imports/" + id + "/taking", "{\"goodOnly\":true}");
            SheetsPart.awaited(visitor, id);
            try (var volume = new Volume(house)) {
                volume.settle("customer.customer", "customer.sought", "customer.contact");
            }
            typed.forEach((what, text) -> search(bench, visitor, rows, what, text));
        }
    }

    private static void search(Bench bench, Visitor visitor, int rows, String what, String text) {
        var list = "/c/" + Founding.SLUG + "/customers?q=" + Visitor.coded(text);
        var api = "/api/v1/customers/search?limit=20&q=" + Visitor.coded(text);
        IntStream.range(0, 5).forEach(i -> visitor.time(list));
        var times = IntStream.range(0, REQUESTS).mapToDouble(i -> visitor.time(list)).sorted().toArray();
        var calls = IntStream.range(0, REQUESTS).mapToDouble(i -> {
            long begin = System.nanoTime();
            visitor.api(api);
            return (System.nanoTime() - begin) / 1e6;
        }).sorted().toArray();
        long found = visitor.api("/api/v1/customers?q=" + Visitor.coded(text)).path("total").asLong();
        bench.table.add(f("customer list of %d by %s (%s, %d found)", rows, what, text, found), f("median %.0f ms, p95 %.0f ms; suggestions while typing %.0f ms",
                Bench.median(times), Crowd.Work.quantile(times, 0.95), Bench.median(calls)), "");
    }
}
