package org.huiyin.records;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sizes of files as people write them. */
public final class FileSize {

    private static final long KILO = 1024;

    private FileSize() {}

    /** 812 B, 34 KB, 2.4 MB. */
    public static String words(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        if (bytes < KILO * KILO) {
            return bytes / KILO + " KB";
        }
        return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(KILO * KILO), 1, RoundingMode.HALF_UP) + " MB";
    }
}
