package org.huiyin.platform.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The commands {@code backup <home> [file]} and {@code restore <home> <file> [--replace]}, each a short process of its own. */
public final class MaintenanceProgram {

    private MaintenanceProgram() {}

    /** Ends with 0, or with 1 and the reason. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        try {
            System.out.println(run(List.of(args), Clock.systemUTC()));
        } catch (DatabaseNotReady e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static String run(List<String> args, Clock clock) {
        var home = Path.of(args.get(1));
        var words = args.subList(2, args.size()).stream().filter(word -> !word.equals("--replace")).toList();
        return switch (args.getFirst()) {
            case "backup" -> backup(home, words.isEmpty() ? home.resolve("backups").resolve(name(clock)) : Path.of(words.getFirst()), clock);
            case "restore" -> restore(home, Path.of(words.getFirst()), args.contains("--replace"), clock);
            default -> throw new DatabaseNotReady("Unknown command: " + args.getFirst());
        };
    }

    private static String backup(Path home, Path file, Clock clock) {
        var backup = Backup.of(home, file, clock);
        return "Backup written: %s (%.1f MB). It holds everything saved before %s, passwords and keys included: keep it safe, and on another disk."
                .formatted(backup.file(), backup.file().toFile().length() / 1e6, local(backup.time()));
    }

    private static String restore(Path home, Path file, boolean replace, Clock clock) {
        if (Files.notExists(file)) {
            throw new DatabaseNotReady("There is no file %s.".formatted(file));
        }
        var restore = Restore.into(home, file, replace, clock);
        var restored = "Restored into %s: everything saved before %s.".formatted(home, local(restore.time()));
        return restore.replaced() == null ? restored : restored + " What was there before is now in %s; delete it when you no longer need it.".formatted(restore.replaced());
    }

    private static String name(Clock clock) {
        return "huiyin-" + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.systemDefault()).format(clock.instant()) + ".tar.gz";
    }

    private static String local(java.time.Instant time) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX").withZone(ZoneId.systemDefault()).format(time);
    }
}
