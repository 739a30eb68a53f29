package org.huiyin.demo;

import java.util.List;
import org.huiyin.customer.CustomerFilter;
import org.huiyin.customer.Customers;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.NewVoice;
import org.huiyin.voice.Voices;
import org.springframework.stereotype.Component;

/** A few words of customers from the last weeks: answered in time, answered late, waiting. */
@Component
class DemoVoices {

    private record Word(String kind, String channel, int daysAgo, int answeredAfter) {}

    private static final List<Word> WORDS = List.of(
            new Word("CALL", "PHONE", 34, 1),
            new Word("LETTER", "LETTER", 27, 2),
            new Word("CALL", "PHONE", 21, 6),
            new Word("VISIT", "VISIT", 15, 1),
            new Word("LETTER", "MAIL", 4, -1),
            new Word("CALL", "PHONE", 1, -1));

    private final Voices voices;
    private final Customers customers;
    private final Procedures procedures;

    DemoVoices(Voices voices, Customers customers, Procedures procedures) {
        this.voices = voices;
        this.customers = customers;
        this.procedures = procedures;
    }

    void hear(DemoCast cast, DemoDays days) {
        var clerk = cast.as("SALES_CLERK");
        var known = customers.list(cast.as("SALES_HEAD"), CustomerFilter.all().onPage(1, WORDS.size())).rows();
        for (int i = 0; i < WORDS.size(); i++) {
            var word = WORDS.get(i);
            var customer = known.get(i % known.size()).id();
            var words = cast.word("voice." + (i + 1));
            var day = days.today().minusDays(word.daysAgo());
            days.on(day, () -> {
                var now = days.morning(day);
                var voice = voices.hear(clerk, new NewVoice(word.kind(), customer, null, words,
                        null, now, clerk.id(), word.channel(), voices.promise(word.kind(), now, null, customer),
                        procedures.inForce().clauseOf("clock.rules." + word.kind())));
                if (word.answeredAfter() >= 0) {
                    days.on(day.plusDays(word.answeredAfter()), () -> voices.answered(clerk, voice, word.channel(),
                            days.morning(day.plusDays(word.answeredAfter()))));
                }
            });
        }
    }
}
