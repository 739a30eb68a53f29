package org.huiyin.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Kills Huiyin as often as asked (a hundred times) and prints the verdict; started by bench/kill. */
public final class Kill {

    private Kill() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        int times = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        System.err.println("seed " + seed);
        var scratch = Files.createTempDirectory("huiyin-kill");
        var home = scratch.resolve("home");
        Founding.start(home).close();
        var script = Path.of(System.getProperty("bench.script")).toString();
        var kills = new Kills(House.start(home, List.of(script), Map.of()), () -> House.start(home, List.of(script), Map.of()), times, seed);
        var verdict = kills.run(true);
        System.out.println(verdict);
        if (verdict.good()) {
            Bench.delete(scratch);
        } else {
            System.out.println("what is left: " + scratch + ", seed " + seed);
        }
        System.exit(verdict.good() ? 0 : 1);
    }
}
