package org.huiyin.approval;

import java.time.Clock;
import java.util.Locale;
import org.huiyin.audit.Head;
import org.huiyin.audit.HeadCourier;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.Mails;
import org.huiyin.notification.OutgoingMail;
import org.huiyin.organization.Companies;
import org.huiyin.platform.CompanyScope;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.springframework.stereotype.Component;

/** Mails the head of the audit chain, which vouches for every signature, to where no administrator of this server reaches. */
@Component
class HeadLetter implements HeadCourier {

    private final Mails mails;
    private final Messages messages;
    private final Companies companies;
    private final Clock clock;

    HeadLetter(Mails mails, Messages messages, Companies companies, Clock clock) {
        this.mails = mails;
        this.messages = messages;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public void carry(String address, Head head) {
        var company = companies.current();
        var words = messages.in(Language.of(Locale.forLanguageTag(company.language())), company.zone());
        var day = clock.instant().atZone(company.zone()).toLocalDate();
        var subject = words.t("approval.head.subject", company.name(), day);
        var text = String.join("\n", words.t("approval.head.text", company.name()), "", words.t("approval.head.position", String.valueOf(head.position())),
                words.t("approval.head.mark", head.mark()), words.t("approval.head.at", head.at().toString()), "", words.t("approval.head.use"));
        mails.send(OutgoingMail.plain(address, null, subject, text, new SubjectRef("audit", CompanyScope.required().value())));
    }
}
