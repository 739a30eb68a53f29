package org.huiyin.sheets;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes and reads 100 000 rows of 20 columns; run in a process of its own with a small heap. */
final class HundredThousandRows {

    private HundredThousandRows() {}

    public static void main(String[] args) throws IOException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Path file = Files.createTempFile("rows", ".xlsx");
        try {
            long start = System.nanoTime();
            write(file, rows);
            long middle = System.nanoTime();
            long read = read(file);
            long end = System.nanoTime();
            System.out.printf("rows=%d write=%.1fs read=%.1fs bytes=%d heap=%dMB%n", read, (middle - start) / 1e9, (end - middle) / 1e9,
                    Files.size(file), Runtime.getRuntime().maxMemory() >> 20);
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, int rows) throws IOException {
        List<SheetColumn> columns = IntStream.range(0, 20)
                .mapToObj(i -> SheetColumn.of("列" + i, i % 4 == 0 ? SheetColumn.Kind.TEXT : i % 4 == 3 ? SheetColumn.Kind.DATE : SheetColumn.Kind.MONEY))
                .toList();
        try (var out = Files.newOutputStream(file); SheetWriter writer = new SheetWriter(out)) {
            writer.sheet(new SheetPlan("客户", List.of("客户清单"), columns));
            Object[] values = new Object[20];
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < 20; i++) {
                    values[i] = i % 4 == 0 ? "客户" + row + "-" + i
                            : i % 4 == 3 ? LocalDate.of(2026, 1, 1).plusDays(row % 300)
                            : BigDecimal.valueOf(row * 31L + i, 2);
                }
                writer.row(values);
            }
        }
    }

    private static long read(Path file) {
        try (SheetFile sheet = new SheetReader().open(file, "rows.xlsx"); Stream<Row> rows = sheet.rows(0)) {
            return rows.filter(row -> row.cells().size() == 20).filter(row -> row.cell(3) instanceof Cell.Day).count();
        }
    }
}
