package org.huiyin.notification;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Which addresses a webhook may have: http or https, no credentials in it, and no address by which clouds give out secrets. */
final class WebhookTarget {

    private WebhookTarget() {}

    static boolean wellFormed(String url) {
        try {
            var uri = URI.create(url.strip());
            var scheme = uri.getScheme();
            return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                    && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null && url.strip().length() <= 500;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Link-local, multicast and wildcard addresses; asked again before each delivery, since names can move. */
    static boolean forbidden(URI url) {
        try {
            return Arrays.stream(InetAddress.getAllByName(url.getHost()))
                    .anyMatch(address -> address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress());
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** The client says nothing when nobody listens there. */
    static String words(Exception broken) {
        return broken instanceof ConnectException ? "connection refused or address unreachable" : broken.getClass().getSimpleName();
    }
}
