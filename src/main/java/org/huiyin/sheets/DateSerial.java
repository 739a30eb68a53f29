package org.huiyin.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Excel's dates: days since 1900 (with a 29 February 1900 that never was) or since 1904. */
final class DateSerial {

    private static final LocalDate BEFORE_1900_MARCH = LocalDate.of(1899, 12, 31);
    private static final LocalDate FROM_1900_MARCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST = new BigDecimal(2958466);
    private static final BigDecimal SECONDS = new BigDecimal(86_400);

    private DateSerial() {}

    static boolean possible(BigDecimal serial) {
        return serial.signum() > 0 && serial.compareTo(LAST) < 0;
    }

    static LocalDateTime toDate(BigDecimal serial, boolean from1904) {
        long days = serial.longValue();
        BigDecimal fraction = serial.subtract(BigDecimal.valueOf(days));
        long seconds = fraction.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValue();
        LocalDate start = from1904 ? FROM_1904 : days < 60 ? BEFORE_1900_MARCH : FROM_1900_MARCH;
        return start.plusDays(days).atStartOfDay().plusSeconds(seconds);
    }

    /** By the built-in format numbers (those of Chinese Excel included) or by the letters of the format itself. */
    static boolean shownAsDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54
                || id == 57 || id == 58)) {
            return true;
        }
        if (format == null) {
            return false;
        }
        String letters = format.replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\[[^\\]]*\\]|\\\\.|_.", "")
                .toLowerCase(Locale.ROOT);
        boolean words = format.contains("年") || format.contains("月");
        boolean code = letters.matches(".*(y|d|m[-/.]|[-/.]m).*") && !letters.contains("general") && !letters.contains("0");
        return code || words && letters.matches(".*[ymd].*");
    }
}
