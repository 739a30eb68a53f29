package org.huiyin.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A count against the slip (001/5.3.3).
 *
 * @param more what came without standing on the slip; the quantity is the counted one
 */
public record NewCount(LocalDate day, String place, String words, boolean keepLots, List<Line> lines, List<NewReturn.Line> more) {

    public NewCount {
        place = place.strip();
        words = words.strip();
        lines = List.copyOf(lines);
        more = more.stream().filter(line -> !line.empty()).toList();
    }

    /** What was found of a line; 0 is a count, blank is none. Part and lot are what stands on the goods, empty where they are as on the slip. */
    public record Line(UUID line, @Nullable BigDecimal quantity, String unit, String part, String lot) {

        public Line {
            unit = unit.strip();
            part = part.strip();
            lot = lot.strip();
        }
    }
}
