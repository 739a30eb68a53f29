package org.huiyin.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Optional;
import org.huiyin.kernel.Sentence;

/** What went wrong at the last sign-in of this browser; told once. */
public record SignInTrouble(String login, String key, ArrayList<Object> args) implements Serializable {

    private static final String ATTRIBUTE = SignInTrouble.class.getName();

    static void leave(HttpServletRequest request, String login, Sentence sentence) {
        var trouble = new SignInTrouble(login, sentence.key(), new ArrayList<>(sentence.args()));
        request.getSession().setAttribute(ATTRIBUTE, trouble);
    }

    /** Takes the trouble out of the session, if there is one. */
    public static Optional<SignInTrouble> take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof SignInTrouble trouble)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(trouble);
    }

    public Sentence sentence() {
        return new Sentence(key, args);
    }
}
