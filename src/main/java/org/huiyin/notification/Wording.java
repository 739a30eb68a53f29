package org.huiyin.notification;

import java.util.Locale;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Companies;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.springframework.stereotype.Component;

/** Puts sentences into words for mails, where no request says in which language. */
@Component
class Wording {

    private final Messages messages;
    private final Companies companies;

    Wording(Messages messages, Companies companies) {
        this.messages = messages;
        this.companies = companies;
    }

    String say(Sentence sentence, Locale locale) {
        return messages.in(Language.of(locale), companies.current().zone()).say(sentence);
    }
}
