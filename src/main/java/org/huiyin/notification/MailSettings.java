package org.huiyin.notification;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The mail server as the operator has set it: huiyin.mail.host, port, user, password, from, starttls, ssl. */
@Component
class MailSettings {

    private static final String SECONDS_15 = "15000";

    private final Environment environment;

    MailSettings(Environment environment) {
        this.environment = environment;
    }

    /** Whether there is a mail server; without one mails wait. */
    boolean present() {
        return host() != null && !from().isBlank();
    }

    @Nullable String host() {
        var host = environment.getProperty("huiyin.mail.host", "").strip();
        return host.isEmpty() ? null : host;
    }

    int port() {
        return environment.getProperty("huiyin.mail.port", Integer.class, ssl() ? 465 : starttls() ? 587 : 25);
    }

    @Nullable String user() {
        var user = environment.getProperty("huiyin.mail.user", "");
        return user.isBlank() ? null : user;
    }

    @Nullable String password() {
        return environment.getProperty("huiyin.mail.password");
    }

    /** The sender's address; the user's name serves where it is one. */
    String from() {
        var user = user();
        return environment.getProperty("huiyin.mail.from", user != null && user.contains("@") ? user : "").strip();
    }

    String protocol() {
        return ssl() ? "smtps" : "smtp";
    }

    private boolean ssl() {
        return environment.getProperty("huiyin.mail.ssl", Boolean.class, false);
    }

    private boolean starttls() {
        return environment.getProperty("huiyin.mail.starttls", Boolean.class, false);
    }

    /** The settings as the mail library reads them; certificates are checked. */
    Properties properties() {
        var prefix = "mail." + protocol() + ".";
        var all = new Properties();
        all.setProperty(prefix + "auth", Boolean.toString(user() != null));
        all.setProperty(prefix + "starttls.enable", Boolean.toString(starttls()));
        all.setProperty(prefix + "starttls.required", Boolean.toString(starttls()));
        all.setProperty(prefix + "ssl.checkserveridentity", "true");
        all.setProperty(prefix + "connectiontimeout", SECONDS_15);
        all.setProperty(prefix + "timeout", SECONDS_15);
        all.setProperty(prefix + "writetimeout", SECONDS_15);
        return all;
    }
}
