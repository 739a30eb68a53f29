package org.huiyin.platform.postgres;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a backup says of itself: from when it is, by which PostgreSQL, and the checksum of every file in it. */
record BackupManifest(Instant time, int postgresql, Map<String, String> sums) {

    static final String NAME = "MANIFEST";
    private static final String TITLE = "Huiyin backup 1";

    BackupManifest(Instant time, int postgresql) {
        this(time, postgresql, Map.of());
    }

    String text(List<String> lines) {
        return "%s\ntime %s\npostgresql %d\n%s\n".formatted(TITLE, time, postgresql, String.join("\n", lines));
    }

    static BackupManifest parse(String text) {
        var lines = text.lines().toList();
        if (lines.size() < 4 || !lines.getFirst().equals(TITLE)) {
            throw new DatabaseNotReady("This is no backup of Huiyin, or one of a later version.");
        }
        var sums = new TreeMap<String, String>();
        lines.subList(3, lines.size()).forEach(line -> sums.put(line.substring(65), line.substring(0, 64)));
        return new BackupManifest(Instant.parse(value(lines.get(1))), Integer.parseInt(value(lines.get(2))), sums);
    }

    void verify(Map<String, String> found) {
        var wrong = new HashMap<>(sums);
        wrong.entrySet().removeAll(found.entrySet());
        if (!wrong.isEmpty() || found.size() != sums.size()) {
            throw new DatabaseNotReady("The backup is damaged: the checksums of %s differ. Nothing was changed.".formatted(
                    wrong.isEmpty() ? "its list" : wrong.keySet().stream().sorted().limit(5).toList()));
        }
    }

    private static String value(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }
}
