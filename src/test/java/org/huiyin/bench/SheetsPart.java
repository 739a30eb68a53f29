package org.huiyin.bench;

import static org.huiyin.bench.Table.f;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A large Excel file out and two large ones in, at a heap of 256 MB. */
final class SheetsPart {

    static final String MEMORY = "256m";
    private static final List<String> HEADERS = List.of("客户编号", "客户名称", "简称", "组织性质", "产品类型", "客户类别", "区域", "地址", "合作开始", "联系人", "邮箱", "电话");
    private static final Set<String> BUSY = Set.of("READING", "TAKING");

    private SheetsPart() {}

    static void measure(Bench bench) throws Exception {
        var home = bench.founded("sheets");
        try (var house = bench.open(home, "HUIYIN_MEMORY", MEMORY); var visitor = new Visitor(house).signedIn()) {
            export(bench, house, visitor);
            imports(bench, house, visitor);
        }
    }

    private static void export(Bench bench, House house, Visitor visitor) throws Exception {
        int customers = bench.size(10_000);
        try (var volume = new Volume(house)) {
            var round = volume.round(1, "BENCH-1", "PLANNED");
            volume.customers(1, customers, 10);
            volume.invited(round, 1, 1, customers, 10, "'W' || i", "ANSWERED");
            volume.answered(round);
            volume.settle("customer.customer", "customer.contact", "campaign.invitation", "campaign.answer", "campaign.doubt_flag");
        }
        var file = bench.home("answers.xlsx");
        var path = "/c/" + Founding.SLUG + "/rounds/BENCH-1/answers.xlsx";
        var times = new double[3];
        house.forgetPeak();
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            visitor.download(path, file);
            times[i] = (System.nanoTime() - begin) / 1e9;
        }
        bench.table.add(f("Excel export of %d answers, 3 in a row at -Xmx%s", customers * 10, MEMORY),
                f("first %.1f s, best %.1f s, %.1f MB file, peak RSS %d MB", times[0], Math.min(times[1], times[2]), Files.size(file) / 1e6, house.peak()), "< 3 s");
    }

    private static void imports(Bench bench, House house, Visitor visitor) throws Exception {
        int rows = bench.size(100_000);
        var list = list(bench.home("inline.xlsx"), rows, "K", false);
        house.forgetPeak();
        long begin = System.nanoTime();
        var id = upload(visitor, list);
        double uploaded = seconds(begin);
        read(visitor, id);
        double read = seconds(begin);
        visitor.api("/api/v1/customer-imports/" + id + "/taking", "{\"goodOnly\":false}");
        var done = awaited(visitor, id);
        double all = seconds(begin);
        int peak = house.peak();
        bench.table.add(f("Excel import of %d customers with contacts at -Xmx%s", rows, MEMORY), f("%.1f s (upload %.1f, reading and checking %.1f, taking over %.1f; %s), peak RSS %d MB",
                all, uploaded, read - uploaded, all - read, done, peak), "flat memory");
        shared(bench, house, visitor, rows);
    }

    private static void shared(Bench bench, House house, Visitor visitor, int rows) throws Exception {
        var list = list(bench.home("shared.xlsx"), rows, "S", true);
        house.forgetPeak();
        long begin = System.nanoTime();
        var id = upload(visitor, list);
        read(visitor, id);
        bench.table.add(f("reading %d customers from a file with shared strings at -Xmx%s", rows, MEMORY), f("%.1f s, peak RSS %d MB", seconds(begin), house.peak()), "flat memory");
    }

    static UUID upload(Visitor visitor, Path file) {
        return UUID.fromString(visitor.upload("/api/v1/customer-imports?kind=CUSTOMERS&name=" + file.getFileName(), file).path("id").asString());
    }

    /** Accepts the columns as proposed and waits for the preview. */
    static void read(Visitor visitor, UUID id) {
        visitor.api("/api/v1/customer-imports/" + id + "/columns", "{}");
        awaited(visitor, id);
    }

    /** Waits until the import rests and says how many rows were good, bad and taken. */
    static String awaited(Visitor visitor, UUID id) {
        while (true) {
            var list = visitor.api("/api/v1/customer-imports/" + id);
            var state = list.path("state").asString();
            if (!BUSY.contains(state)) {
                if (state.equals("FAILED")) {
                    throw new IllegalStateException(list.toString());
                }
                var counts = list.path("counts");
                return f("%d created, %d bad", counts.path("created").asInt(), counts.path("bad").asInt());
            }
            House.pause(100);
        }
    }

    /** A list as it comes from an old system: the strings in the cells, or in the table of shared strings as Excel and POI write. */
    static Path list(Path file, int rows, String prefix, boolean shared) throws IOException {
        var names = new NameMill(prefix.hashCode());
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "bench", "1.0")) {
            var sheet = book.newWorksheet("客户");
            for (int c = 0; c < HEADERS.size(); c++) {
                text(sheet, 0, c, HEADERS.get(c), shared);
            }
            for (int r = 1; r <= rows; r++) {
                var name = names.next() + (shared ? r : "");
                text(sheet, r, 0, prefix + String.format("%06d", r), shared);
                text(sheet, r, 1, name, shared);
                text(sheet, r, 2, name.substring(2, 4), shared);
                text(sheet, r, 3, "有限公司", shared);
                text(sheet, r, 4, names.product(), shared);
                text(sheet, r, 5, names.segment(), shared);
                text(sheet, r, 6, names.region(), shared);
                text(sheet, r, 7, "工业园区" + r + "号", shared);
                text(sheet, r, 8, f("20%02d-%02d-%02d", 10 + r % 15, 1 + r % 12, 1 + r % 28), shared);
                text(sheet, r, 9, names.person(), shared);
                text(sheet, r, 10, "p" + r + "@example.com", shared);
                sheet.value(r, 11, BigDecimal.valueOf(13_800_000_000L + r));
                if (r % 500 == 0) {
                    sheet.flush();
                }
            }
        }
        return file;
    }

    private static void text(Worksheet sheet, int row, int column, String text, boolean shared) {
        if (shared) {
            sheet.value(row, column, text);
        } else {
            sheet.inlineString(row, column, text);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
