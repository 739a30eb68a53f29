package org.huiyin.paper;

import java.io.OutputStream;
import java.util.List;

/** Prints a long list and says how long it took; run with a small heap to see that memory stays flat. */
final class ManyLines {

    private static final String CHARACTERS = "晨曜明岳北辰远山海川金石云天宏达瑞丰恒信华盛博远精诚科创新锐智联东方南洋西湖中原长江黄河轴承电子机械五金塑胶";

    private ManyLines() {}

    public static void main(String[] args) {
        int rows = Integer.parseInt(args[0]);
        long begin = System.nanoTime();
        new ListPrinter().print(ListPrinterTest.PAPER, ListPrinterTest.COLUMNS, sink -> {
            for (int n = 0; n < rows; n++) {
                int at = n % (CHARACTERS.length() - 6);
                sink.accept(List.of("K" + n, CHARACTERS.substring(at, at + 6) + n + "有限公司", "华东"));
            }
        }, OutputStream.nullOutputStream());
        System.out.printf("MEASURED %d lines on paper: %.1f s%n", rows, (System.nanoTime() - begin) / 1e9);
    }
}
