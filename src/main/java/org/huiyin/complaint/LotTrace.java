package org.huiyin.complaint;

import java.time.LocalDate;
import java.util.List;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** What a module above knows of a lot, such as the goods that came back; shown on the lot's page. */
public interface LotTrace {

    /** Nothing where the actor may not see it. */
    List<Entry> of(Actor actor, String lot, String part);

    /** A record about the lot: what it is, the number people cite, its day, a line of words, and its page below the company's address. */
    record Entry(Sentence what, String number, @Nullable LocalDate day, Sentence words, String path) {}
}
