package org.huiyin.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.Accounts;
import org.huiyin.web.security.SignedInAccount;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The session of the browser that asks: a new password gives it a new name and ends all others of the account. */
@Component
class CurrentSession {

    private final Accounts accounts;

    CurrentSession(Accounts accounts) {
        this.accounts = accounts;
    }

    void changePassword(SignedInAccount account, String old, String password, String again, HttpServletRequest request) {
        if (!password.equals(again)) {
            throw new InvalidInput("again", "organization.account.notTheSame");
        }
        var session = request.getSession();
        accounts.change(account.id(), old, password, session.getId());
        request.changeSessionId();
        var renewed = new SignedInAccount(account.id(), account.getUsername(), "", false, false, false);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(renewed, null, renewed.getAuthorities()));
        SecurityContextHolder.setContext(context);
        request.getSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
    }
}
