package org.huiyin.approval;

import java.time.Clock;
import java.util.UUID;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Asks for the password again; a wrong one counts towards the lock of the account, although the signing rolls back. */
@Component
class PasswordCheck {

    private final Accounts accounts;
    private final Clock clock;

    PasswordCheck(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    void check(UUID account, String password) {
        var known = accounts.byId(account).orElseThrow();
        var until = known.lockedUntil();
        if (known.disabled() || (until != null && clock.instant().isBefore(until))) {
            throw new BrokenRule("approval.sign.locked", until == null ? "" : until);
        }
        if (!accounts.matches(account, password)) {
            count(known.login());
            throw new InvalidInput("password", "approval.sign.wrongPassword");
        }
        accounts.succeeded(known.login());
    }

    /** After the transaction that fails because of it, and on a connection that is not waited for while holding another. */
    private void count(String login) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            accounts.failed(login);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                Thread.ofVirtual().name("wrong password").start(() -> accounts.failed(login));
            }
        });
    }
}
