package org.huiyin.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.huiyin.organization.Companies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands a mail over by SMTP and says honestly what became of it. */
@Component
class MailServer {

    private final MailSettings settings;
    private final Companies companies;
    private final Clock clock;

    MailServer(MailSettings settings, Companies companies, Clock clock) {
        this.settings = settings;
        this.companies = companies;
        this.clock = clock;
    }

    /** What became of a mail. */
    sealed interface Outcome {}

    /** The server has it. */
    record Taken() implements Outcome {}

    /** The server will never take it. */
    record Refused(String reason) implements Outcome {}

    /** It has certainly not gone out, but may later. */
    record NotNow(String reason) implements Outcome {}

    /** The connection broke at a moment at which nobody knows. */
    record Unknown(String reason) implements Outcome {}

    Outcome send(MailStore.Stored stored) {
        var session = Session.getInstance(settings.properties());
        MimeMessage message;
        try {
            message = message(session, stored);
        } catch (MessagingException | UnsupportedEncodingException unsendable) {
            return new Refused(words(unsendable));
        }
        Transport transport;
        try {
            transport = session.getTransport(settings.protocol());
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
        } catch (AuthenticationFailedException wrong) {
            return new NotNow(words(wrong));
        } catch (MessagingException unreachable) {
            return new NotNow(words(unreachable));
        }
        return hand(transport, message);
    }

    private static Outcome hand(Transport transport, MimeMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Taken();
        } catch (MessagingException failed) {
            return judge(failed);
        } finally {
            try {
                transport.close();
            } catch (MessagingException gone) {
                // The mail is over by now, one way or the other.
            }
        }
    }

    /** 5xx is for good, 4xx for now; without an answer of the server nobody knows. */
    private static Outcome judge(MessagingException failed) {
        var code = code(failed);
        var reason = words(failed);
        return code >= 500 ? new Refused(reason) : code >= 400 ? new NotNow(reason) : new Unknown(reason);
    }

    private static int code(@Nullable Exception failed) {
        return switch (failed) {
            case null -> 0;
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> Math.max(code(send.getNextException()), send.getReturnCode());
            case SendFailedException send -> code(send.getNextException());
            case MessagingException other -> code(other.getNextException());
            default -> 0;
        };
    }

    private static String words(Exception failed) {
        var words = new StringBuilder();
        Throwable cause = failed;
        for (int depth = 0; cause != null && depth < 4; depth++) {
            var text = cause.getMessage() == null ? cause.getClass().getSimpleName() : MailAddress.line(cause.getMessage(), 400);
            if (words.indexOf(text) < 0) {
                words.append(words.isEmpty() ? "" : " | ").append(text);
            }
            cause = cause instanceof MessagingException chained && chained.getNextException() != null
                    ? chained.getNextException() : cause.getCause();
        }
        return words.toString();
    }

    private MimeMessage message(Session session, MailStore.Stored stored) throws MessagingException, UnsupportedEncodingException {
        var mail = stored.mail();
        var message = new FixedMessage(session, stored.messageId());
        var utf8 = StandardCharsets.UTF_8.name();
        message.setFrom(new InternetAddress(settings.from(), companies.current().name(), utf8));
        message.setRecipients(MimeMessage.RecipientType.TO, new Address[] {new InternetAddress(mail.to(), mail.toName(), utf8)});
        message.setSubject(mail.subject(), utf8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        for (var header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), jakarta.mail.internet.MimeUtility.encodeText(header.getValue(), utf8, null));
        }
        fill(message, mail);
        message.saveChanges();
        return message;
    }

    private static void fill(MimeMessage message, OutgoingMail mail) throws MessagingException {
        if (mail.html() == null && mail.attachments().isEmpty()) {
            message.setText(mail.text(), StandardCharsets.UTF_8.name());
            return;
        }
        var mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(body(mail));
        for (var file : mail.attachments()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
            part.setFileName(file.name());
            mixed.addBodyPart(part);
        }
        message.setContent(mixed);
    }

    private static MimeBodyPart body(OutgoingMail mail) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(mail.text(), StandardCharsets.UTF_8.name());
        if (mail.html() == null) {
            return text;
        }
        var html = new MimeBodyPart();
        html.setText(mail.html(), StandardCharsets.UTF_8.name(), "html");
        var both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", text, html));
        return both;
    }

    /** The library would make a new Message-ID with each try. */
    private static final class FixedMessage extends MimeMessage {

        private final String id;

        FixedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
