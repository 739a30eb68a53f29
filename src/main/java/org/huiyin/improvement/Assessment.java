package org.huiyin.improvement;

import java.time.LocalDate;
import java.util.List;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How an effect stands today, reckoned from the records: a draft that a person confirms or contradicts.
 *
 * @param draft null while there is too little to judge by
 * @param earliest the first day on which enough days have passed
 * @param latest the day on which it is decided in any case
 */
public record Assessment(int days, Exposure exposure, @Nullable Verdict draft, List<Sentence> reasons, LocalDate earliest, LocalDate latest) {

    public Assessment {
        reasons = List.copyOf(reasons);
    }

    public boolean ready() {
        return draft != null;
    }
}
