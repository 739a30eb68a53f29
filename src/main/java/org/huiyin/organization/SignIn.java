package org.huiyin.organization;

import java.time.Clock;
import org.huiyin.kernel.Sentence;
import org.huiyin.web.security.SignInWords;
import org.huiyin.web.security.SignedInAccount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Connects accounts with Spring Security and counts wrong passwords. */
@Configuration(proxyBeanMethods = false)
class SignIn implements SignInWords {

    private final Accounts accounts;
    private final Clock clock;

    SignIn(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Bean
    UserDetailsService accountsForSignIn() {
        return login -> accounts.find(login)
                .map(this::signedIn)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    private SignedInAccount signedIn(Accounts.Account account) {
        var until = account.lockedUntil();
        var locked = until != null && clock.instant().isBefore(until);
        return new SignedInAccount(
                account.id(), account.login(), account.hash(), locked, account.disabled(), account.mustChange());
    }

    @Override
    public Sentence refusal(String login, AuthenticationException why) {
        if (why instanceof DisabledException) {
            return new Sentence("organization.login.disabled");
        }
        var attempts = accounts.attempts(login);
        return attempts.lockedUntil() == null
                ? new Sentence("organization.login.wrong", attempts.left())
                : new Sentence("organization.login.locked", Accounts.FAILURES_ALLOWED, attempts.lockedUntil());
    }

    @EventListener
    void wrongPassword(AuthenticationFailureBadCredentialsEvent event) {
        accounts.failed(event.getAuthentication().getName());
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        accounts.succeeded(event.getAuthentication().getName());
    }
}
