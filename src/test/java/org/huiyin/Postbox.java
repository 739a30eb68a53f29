package org.huiyin;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** A mail server for a test, which Huiyin finds by its settings while it is open; {@code try (var post = Postbox.open())}. */
public final class Postbox implements AutoCloseable {

    private final GreenMail server;
    private final int port;

    private Postbox(GreenMail server, int port) {
        this.server = server;
        this.port = port;
    }

    /** A running mail server. */
    public static Postbox open() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        var box = new Postbox(server, server.getSmtp().getPort());
        box.set();
        return box;
    }

    /** The settings of a mail server that does not answer. */
    public static Postbox silent() {
        var box = open();
        box.stop();
        return box;
    }

    private void set() {
        System.setProperty("huiyin.mail.host", "127.0.0.1");
        System.setProperty("huiyin.mail.port", Integer.toString(port));
        System.setProperty("huiyin.mail.from", "huiyin@test.example");
    }

    /** Goes down; the settings stay. */
    public void stop() {
        server.stop();
    }

    /** What has come in. */
    public List<MimeMessage> received() {
        return Arrays.asList(server.getReceivedMessages());
    }

    /** The mails to an address. */
    public List<MimeMessage> to(String address) {
        return received().stream().filter(mail -> addresses(mail).contains(address)).toList();
    }

    private static String addresses(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients());
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        server.stop();
        System.clearProperty("huiyin.mail.host");
        System.clearProperty("huiyin.mail.port");
        System.clearProperty("huiyin.mail.from");
    }
}
