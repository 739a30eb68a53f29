package org.huiyin.organization.web;

import java.time.Instant;
import org.huiyin.organization.Accounts;
import org.jspecify.annotations.Nullable;

/** What an administrator may see of a colleague's sign-in. */
public record AccountLine(String login, boolean firstPassword, @Nullable Instant lockedUntil) {

    static AccountLine of(Accounts.Account account) {
        return new AccountLine(account.login(), account.mustChange(), account.lockedUntil());
    }
}
