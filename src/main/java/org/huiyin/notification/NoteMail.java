package org.huiyin.notification;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Companies;
import org.huiyin.organization.PersonView;
import org.huiyin.platform.BaseAddress;
import org.springframework.stereotype.Component;

/** Writes notices as mails, in the reader's language, with links that work outside. */
@Component
class NoteMail {

    private final Wording wording;
    private final Companies companies;
    private final BaseAddress address;
    private final Mails mails;

    NoteMail(Wording wording, Companies companies, BaseAddress address, Mails mails) {
        this.wording = wording;
        this.companies = companies;
        this.address = address;
        this.mails = mails;
    }

    /** One notice at once. */
    UUID single(PersonView reader, Sentence title, SubjectRef about, String path) {
        var locale = locale(reader);
        var subject = wording.say(title, locale);
        var text = String.join("\n", wording.say(new Sentence("notification.mail.greeting", reader.name()), locale), "",
                subject, link(path), "", foot(locale));
        return mails.send(OutgoingMail.plain(email(reader), reader.name(), subject, text, about));
    }

    /** What is unread, once a day. */
    UUID digest(PersonView reader, List<NoteView> unread) {
        var locale = locale(reader);
        var text = new StringBuilder(wording.say(new Sentence("notification.mail.greeting", reader.name()), locale)).append("\n\n");
        for (var note : unread) {
            text.append("· ").append(wording.say(note.title(), locale)).append('\n');
            if (!link(note.path()).isEmpty()) {
                text.append("  ").append(link(note.path())).append('\n');
            }
        }
        text.append('\n').append(foot(locale));
        var subject = wording.say(new Sentence("notification.mail.digest", unread.size()), locale);
        return mails.send(OutgoingMail.plain(email(reader), reader.name(), subject, text.toString(),
                new SubjectRef("digest", reader.id().value())));
    }

    /** Whether the person can be reached by mail. */
    static boolean reachable(PersonView reader) {
        return reader.active() && reader.email() != null && MailAddress.valid(reader.email().strip());
    }

    private static String email(PersonView reader) {
        return java.util.Objects.requireNonNull(reader.email());
    }

    private Locale locale(PersonView reader) {
        var own = reader.language();
        return Locale.forLanguageTag(own == null ? companies.current().language() : own);
    }

    private String link(String path) {
        return address.get().map(base -> base + "/c/" + companies.current().slug() + "/" + path).orElse("");
    }

    private String foot(Locale locale) {
        return wording.say(new Sentence("notification.mail.foot", companies.current().name()), locale);
    }
}
