package org.huiyin.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A portion of rework: what was taken is what turned out good and what is scrap (001/3.5). */
public record NewRework(UUID line, LocalDate day, @Nullable BigDecimal taken, @Nullable BigDecimal good, @Nullable BigDecimal scrap, String words) {

    public NewRework {
        words = words.strip();
    }
}
