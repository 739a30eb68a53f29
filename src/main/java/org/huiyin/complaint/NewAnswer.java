package org.huiyin.complaint;

import java.time.Instant;
import org.huiyin.voice.Channel;

/**
 * A report that goes to the customer (001/5.2.2.6).
 *
 * @param last the final one; an interim one says what is known and planned (D5)
 * @param way by which it goes; MAIL sends it
 * @param language in which the mail's own words are written
 */
public record NewAnswer(boolean last, String words, Channel way, String recipient, String language, Instant at) {

    public NewAnswer {
        words = words.strip();
        recipient = recipient.strip();
    }
}
