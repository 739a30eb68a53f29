package org.huiyin.web;

import jakarta.servlet.http.HttpServletRequest;

/** What htmx says of a request. */
final class Htmx {

    private Htmx() {}

    static boolean asked(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** A fragment is wanted, unless the whole page is being restored or replaced. */
    static boolean wantsFragment(HttpServletRequest request) {
        return asked(request)
                && !"true".equals(request.getHeader("HX-Boosted"))
                && !"true".equals(request.getHeader("HX-History-Restore-Request"));
    }
}
