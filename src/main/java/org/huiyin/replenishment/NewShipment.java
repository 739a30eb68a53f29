package org.huiyin.replenishment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The goods have left: when, under which delivery note, with whom. */
public record NewShipment(@Nullable LocalDate day, String deliveryNote, String carrier) {

    public NewShipment {
        deliveryNote = deliveryNote.strip();
        carrier = carrier.strip();
    }
}
