package org.huiyin.notification;

import java.util.Locale;
import org.huiyin.kernel.Sentence;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts sentences into words for mails, where no request says in which language. */
@Component
class Wording {

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    String say(Sentence sentence, Locale locale) {
        return String.valueOf(messages.getMessage(sentence.key(), sentence.args().toArray(), sentence.key(), locale));
    }
}
