package org.huiyin.customer;

/** Whether something looks like a mail address; whether it lives, the mail server says. */
public final class MailAddress {

    private MailAddress() {}

    public static boolean looksRight(String text) {
        return text.length() <= 200 && ContactCheck.MAIL.matcher(text).matches();
    }
}
