package org.huiyin.returns.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.PersonId;
import org.huiyin.records.AttachmentList;
import org.huiyin.returns.Ground;
import org.huiyin.returns.ReturnAlert;
import org.huiyin.returns.ReturnEvent;
import org.huiyin.returns.ReturnView;
import org.huiyin.returns.Returns;
import org.huiyin.web.Option;
import org.huiyin.web.Step;
import org.jspecify.annotations.Nullable;

/**
 * A return with everything its page shows.
 *
 * @param ground on what ground it may be fetched, by what was said of it or of its complaint
 * @param replenishes whether replacement orders can be proposed from here
 * @param correct whether the reader may correct the slip
 * @param identify whether the reader may say whose goods they are
 */
public record Story(ReturnView r, Returns.May may, @Nullable Ground ground, @Nullable ReturnAlert alert, boolean late, LocalDate today, List<ReturnEvent> events,
        AttachmentList files, Map<PersonId, String> names, String area, List<Step> steps, List<Option> ways,
        boolean replenishes, boolean correct, boolean identify) {

    public String name(@Nullable PersonId person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }
}
