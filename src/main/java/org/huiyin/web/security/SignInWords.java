package org.huiyin.web.security;

import org.huiyin.kernel.Sentence;
import org.springframework.security.core.AuthenticationException;

/** Says why a sign-in came to nothing, and what to do about it; provided by the module that keeps accounts. */
public interface SignInWords {

    /** A sentence that tells a stranger nothing about which logins exist. */
    Sentence refusal(String login, AuthenticationException why);
}
