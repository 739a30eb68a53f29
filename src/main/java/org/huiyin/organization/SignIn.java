package org.huiyin.organization;

import java.time.Clock;
import org.huiyin.web.security.SignedInAccount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Connects accounts with Spring Security and counts wrong passwords. */
@Configuration(proxyBeanMethods = false)
class SignIn {

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

    @EventListener
    void wrongPassword(AuthenticationFailureBadCredentialsEvent event) {
        accounts.failed(event.getAuthentication().getName());
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        accounts.succeeded(event.getAuthentication().getName());
    }
}
