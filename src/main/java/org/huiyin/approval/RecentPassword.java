package org.huiyin.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Remembers in the session of the request when the password was last given; outside a session it never was. */
@Component
class RecentPassword {

    static final Duration LASTS = Duration.ofMinutes(5);
    private static final String ATTRIBUTE = RecentPassword.class.getName();

    private final Clock clock;

    RecentPassword(Clock clock) {
        this.clock = clock;
    }

    boolean given(UUID account) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null
                || !(request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_SESSION) instanceof String stored)) {
            return false;
        }
        var parts = stored.split(" ", 2);
        var age = Duration.between(Instant.parse(parts[1]), clock.instant());
        return parts[0].equals(account.toString()) && !age.isNegative() && age.compareTo(LASTS) <= 0;
    }

    void remember(UUID account) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, account + " " + clock.instant(), RequestAttributes.SCOPE_SESSION);
        }
    }
}
