package org.huiyin.bench;

import static org.huiyin.bench.Table.f;

import java.util.stream.IntStream;

/** From the command to the first page, and what it then holds in memory. */
final class StartPart {

    private static final int TIMES = 5;

    private StartPart() {}

    static void measure(Bench bench) {
        var home = bench.home("start");
        try (var house = bench.open(home)) {
            bench.table.add("start on a fresh folder (unpacks and makes the database, migrates) to the first page", f("%.1f s", seconds(house)), "");
        }
        var warm = IntStream.range(0, TIMES).mapToDouble(i -> {
            try (var house = bench.open(home)) {
                return seconds(house);
            }
        }).sorted().toArray();
        bench.table.add("start on a folder that is there to the first page, median of " + TIMES, f("%.1f s (%.1f–%.1f)", Bench.median(warm), warm[0], warm[TIMES - 1]), "< 4 s");
        try (var house = bench.open(home)) {
            House.pause(bench.small ? 2_000 : 30_000);
            var memory = house.memory();
            bench.table.add("memory at rest, 30 s after the start: PSS of the Java process + PostgreSQL", f("%d + %d = %d MB (Java RSS %d)", memory.jvmPss(),
                    memory.postgresPss(), memory.jvmPss() + memory.postgresPss(), memory.jvmRss()), "< 450 MB");
        }
    }

    private static double seconds(House house) {
        return house.firstPage().toMillis() / 1000.0;
    }
}
