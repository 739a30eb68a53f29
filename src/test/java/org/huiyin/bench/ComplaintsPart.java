package org.huiyin.bench;

import static org.huiyin.bench.Table.f;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;

/**
 * The register of complaints and its search for eight people at once, at two hundred thousand complaints and at two thousand;
 * the import of a hundred thousand; an 8D as PDF.
 */
final class ComplaintsPart {

    private static final int USERS = 8;
    private static final int CUSTOMERS = 4_000;
    private static final int FEW = 2_000;
    /** Requests of each user for one thing; before them each has asked for everything a few times, as on any day after the first minutes. */
    private static final int REQUESTS = 60;
    private static final int WARMING = 20;
    private static final List<String> HEADERS = List.of("客诉单号", "客户", "收到日期", "料号", "品名", "批号", "数量", "单位", "缺陷", "描述", "类别", "答复日期", "结案日期");
    private static final List<String> PARTS = List.of("轴承座", "端盖", "旋钮支架", "减速箱壳体", "密封圈", "送料滑台", "接线盒", "油封", "法兰", "导轨");
    private static final List<String> DEFECTS = List.of("异响", "尺寸超差", "外观划伤", "漏油", "断裂", "生锈", "少装", "混料", "包装破损", "标签错误", "温升过高", "卡滞");
    private static final List<String> PLACES = List.of("装配线末端", "进料检验", "整车路试", "用户现场", "仓库盘点", "出口抽检");
    private static final List<String> WORDS = List.of("客户要求两天内给出原因和临时措施", "同批次还有库存，先停用", "已拍照，样件随车寄回", "夜班换模之后开始出现",
            "上次整改后又发生", "怀疑运输途中受潮", "现场测量三件都超出上限", "要求派人到厂挑选");

    private ComplaintsPart() {}

    static void measure(Bench bench) throws Exception {
        int half = bench.size(100_000);
        var few = measure(bench, "complaints-few", FEW, 1);
        var many = measure(bench, "complaints", half, 2);
        few.forEach((what, before) -> {
            var after = many.getOrDefault(what, before);
            bench.table.add(f("%s, %d users, %d / %d complaints", what, USERS, FEW, half * 2),
                    f("p95 %.0f / %.0f ms (median %.0f / %.0f), %.1f ×", before.p95(), after.p95(), before.median(), after.median(), after.p95() / before.p95()),
                    "p95 < 150 ms, < 2 ×");
        });
    }

    /** Milliseconds of all users' requests for one thing. */
    private record Times(double[] sorted) {
        double p95() {
            return Crowd.Work.quantile(sorted, 0.95);
        }

        double median() {
            return Bench.median(sorted);
        }
    }

    private static Map<String, Times> measure(Bench bench, String name, int rows, int files) throws Exception {
        if (!Files.exists(bench.home(name + ".filled"))) {
            fill(bench, name, rows, files);
            Files.createFile(bench.home(name + ".filled"));
        }
        try (var house = bench.open(bench.home(name))) {
            return users(house);
        }
    }

    private static void fill(Bench bench, String name, int rows, int files) throws Exception {
        var home = bench.founded(name);
        try (var house = bench.open(home); var visitor = new Visitor(house).signedIn()) {
            try (var volume = new Volume(house)) {
                volume.customers(1, CUSTOMERS, 1);
                volume.settle("customer.customer", "customer.contact");
            }
            for (int file = 0; file < files; file++) {
                take(bench, house, visitor, rows, file, file == 0 && files > 1);
            }
            try (var volume = new Volume(house)) {
                volume.worked(Math.max(20, rows * files / 100));
                volume.settle("complaint.complaint", "complaint.line", "complaint.fact", "complaint.sought", "complaint.closure", "improvement.action");
            }
            if (files > 1) {
                paper(bench, visitor);
            }
        }
    }

    private static void take(Bench bench, House house, Visitor visitor, int rows, int file, boolean told) throws Exception {
        var list = list(bench.home("complaints-" + rows + "-" + file + ".xlsx"), rows, file);
        house.forgetPeak();
        long begin = System.nanoTime();
        var id = visitor.upload("/api/v1/complaint-imports?kind=COMPLAINTS&name=complaints.xlsx", list).path("id").asString();
        var imports = "/api/v1/complaint-imports/" + id;
        visitor.api(imports + "/columns", "{}");
        awaited(visitor, imports);
        double read = (System.nanoTime() - begin) / 1e9;
        visitor.api(imports + "/taking?goodOnly=true", "{}");
        var end = awaited(visitor, imports);
        double all = (System.nanoTime() - begin) / 1e9;
        if (told) {
            bench.table.add(f("Excel import of %d complaints of the past with lines", rows), f("%.1f s (upload, reading and checking %.1f, taking over %.1f; %s), peak RSS %d MB",
                    all, read, all - read, end, house.peak()), "");
        }
    }

    private static String awaited(Visitor visitor, String imports) {
        while (true) {
            var view = visitor.api(imports);
            var state = view.path("state").asString();
            if (state.equals("FAILED")) {
                throw new IllegalStateException(view.toString());
            }
            if (!state.equals("READING") && !state.equals("TAKING")) {
                return f("%d taken, %d bad", view.path("taken").asInt(), view.path("bad").asInt());
            }
            House.pause(100);
        }
    }

    private static void paper(Bench bench, Visitor visitor) throws IOException {
        var number = visitor.api("/api/v1/eightds", "{\"title\":\"旋钮支架卡扣断裂\",\"depth\":\"FULL\",\"customer\":\"B7\"}").path("number").asString();
        visitor.put("/api/v1/eightds/" + number + "/steps/D2", """
                {"version":0,"values":{"problem":"旋钮支架卡扣在装车时断裂，三批共 53 件","what.is":"卡扣根部断裂","what.isNot":"支架本体无裂纹","where.is":"总装二线",
                "where.isNot":"总装一线","when.is":"3 月 12 日之后","when.isNot":"此前半年","what.difference":"夜班换模"}}""");
        visitor.put("/api/v1/eightds/" + number + "/steps/D3", """
                {"version":0,"values":{"unit":"件","place.STOCK.quantity":"1150","place.STOCK.sorted":"1150","place.STOCK.defective":"11","place.STOCK.decision":"REWORK",
                "place.AT_CUSTOMER.quantity":"3447","place.AT_CUSTOMER.sorted":"3447","place.AT_CUSTOMER.defective":"38","place.AT_CUSTOMER.decision":"SORT",
                "interim.1.words":"在库在制全检，拉力抽检每箱 5 件","interim.1.effect":"复检 500 件，漏检 0 件"}}""");
        var path = "/c/" + Founding.SLUG + "/eightds/" + number + "/report.pdf";
        var file = bench.home("eightd.pdf");
        var times = new double[20];
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            visitor.download(path, file);
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        bench.table.add("an 8D as PDF, 20 in a row", f("first %.0f ms, median %.0f ms, %d kB", times[0], Bench.median(times), Files.size(file) / 1000), "");
    }

    /** Everybody at once, each going through the same things in an order of her own. */
    private static Map<String, Times> users(House house) throws Exception {
        var things = new LinkedHashMap<String, String>();
        var register = "/c/" + Founding.SLUG + "/complaints";
        things.put("register of complaints", register);
        things.put("register, page 5", register + "?page=5");
        things.put("register, one defect", register + "?defect=" + Visitor.coded("漏油"));
        things.put("search by a common word (异响)", register + "?q=" + Visitor.coded("异响"));
        things.put("search by two words (密封圈 受潮)", register + "?q=" + Visitor.coded("密封圈 受潮"));
        things.put("search by a lot", register + "?q=L0000777");
        things.put("search by the customer's number", register + "?q=KF-0-001234");
        things.put("search by what is nowhere (鲲鹏)", register + "?q=" + Visitor.coded("鲲鹏"));
        var found = new LinkedHashMap<String, Times>();
        try (var pool = Executors.newFixedThreadPool(USERS)) {
            var visitors = new ArrayList<Visitor>();
            for (int i = 0; i < USERS; i++) {
                visitors.add(new Visitor(house).signedIn());
            }
            pool.invokeAll(visitors.stream().map(one -> (Callable<Integer>) () -> {
                for (int n = 0; n < WARMING; n++) {
                    things.values().forEach(one::time);
                }
                return WARMING;
            }).toList());
            things.forEach((what, path) -> {
                List<Callable<double[]>> work = new ArrayList<>();
                visitors.forEach(one -> work.add(() -> IntStream.range(0, REQUESTS).mapToDouble(n -> one.time(path)).toArray()));
                try {
                    var all = DoubleStream.empty();
                    for (var done : pool.invokeAll(work)) {
                        all = DoubleStream.concat(all, DoubleStream.of(done.get()));
                    }
                    found.put(what, new Times(all.sorted().toArray()));
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            });
            visitors.forEach(Visitor::close);
        }
        return found;
    }

    /** A register as an old system gives it out: common and rare words, lots of ten complaints, the customer's own numbers. */
    private static Path list(Path file, int rows, int part) throws IOException {
        var random = new Random(20261121L + part);
        var end = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(40);
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "bench", "1.0")) {
            var sheet = book.newWorksheet("客诉");
            for (int c = 0; c < HEADERS.size(); c++) {
                sheet.inlineString(0, c, HEADERS.get(c));
            }
            for (int r = 1; r <= rows; r++) {
                int kind = random.nextInt(PARTS.size());
                var defect = DEFECTS.get((int) (Math.pow(random.nextDouble(), 2) * DEFECTS.size()));
                var received = end.minusDays((long) random.nextInt(2400));
                int quantity = 1 + random.nextInt(200);
                var cells = List.of(f("KF-%d-%06d", part, r), "远航电子" + (1 + random.nextInt(CUSTOMERS)), received.toString(), f("P-%02d-%03d", kind, random.nextInt(300)),
                        PARTS.get(kind), f("L%07d", (part * rows + r) / 10), "", "件", defect,
                        PLACES.get(random.nextInt(PLACES.size())) + "发现" + PARTS.get(kind) + defect + quantity + "件，" + WORDS.get(random.nextInt(WORDS.size())) + "。",
                        random.nextInt(5) == 0 ? "重大" : "偶发", received.plusDays(random.nextInt(4)).toString(), received.plusDays(5L + random.nextInt(30)).toString());
                for (int c = 0; c < cells.size(); c++) {
                    if (!cells.get(c).isEmpty()) {
                        sheet.inlineString(r, c, cells.get(c));
                    }
                }
                sheet.value(r, HEADERS.indexOf("数量"), BigDecimal.valueOf(quantity));
                if (r % 500 == 0) {
                    sheet.flush();
                }
            }
        }
        return file;
    }
}
