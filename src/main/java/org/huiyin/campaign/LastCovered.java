package org.huiyin.campaign;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Grade;
import org.jspecify.annotations.Nullable;

/** When each customer was covered last: wherever he stood, or as a member of the class alone (decision D9). */
final class LastCovered {

    /** A customer as a member of a class. */
    record Key(CustomerId customer, String stratum) {}

    private final Map<Key, LocalDate> inClass;
    private final Map<CustomerId, LocalDate> anywhere = new HashMap<>();
    private final boolean byClass;

    LastCovered(Map<Key, LocalDate> inClass, boolean byClass) {
        this.inClass = Map.copyOf(inClass);
        this.byClass = byClass;
        inClass.forEach((key, day) -> anywhere.merge(key.customer(), day, AnswerMemory::later));
    }

    @Nullable LocalDate of(CustomerId customer, Grade grade) {
        return byClass ? inClass.get(new Key(customer, grade.name())) : anywhere.get(customer);
    }
}
