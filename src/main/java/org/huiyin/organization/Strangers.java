package org.huiyin.organization;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts wrong passwords for logins that nobody has, just as for others; otherwise the answer would tell which exist. */
final class Strangers {

    private static final int REMEMBERED = 10_000;

    private final Map<String, Accounts.Attempts> attempts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Accounts.Attempts> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized void failed(String login, Instant now) {
        if (attempts(login, now).lockedUntil() != null) {
            return;
        }
        int left = attempts(login, now).left() - 1;
        attempts.put(login, left > 0
                ? new Accounts.Attempts(left, null)
                : new Accounts.Attempts(Accounts.FAILURES_ALLOWED, now.plus(Accounts.LOCK)));
    }

    synchronized Accounts.Attempts attempts(String login, Instant now) {
        var known = attempts.get(login);
        var lapsed = known != null && known.lockedUntil() != null && !now.isBefore(known.lockedUntil());
        return known == null || lapsed ? new Accounts.Attempts(Accounts.FAILURES_ALLOWED, null) : known;
    }
}
