package org.huiyin.organization.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** The first administrator as the wizard asks for her. */
public record AdministratorForm(
        @Nullable String person, @Nullable String login, @Nullable String password, @Nullable String again,
        @Nullable List<String> roles, @Nullable List<String> demo) {

    public String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    public List<String> chosen() {
        return roles == null ? List.of() : roles;
    }

    /** The procedures whose demo companies are wanted. */
    public List<String> demos() {
        return demo == null ? List.of() : demo;
    }

    void check() {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (text(person).isEmpty() || text(person).length() > 60) {
            problems.put("person", new Sentence("organization.setup.person.missing"));
        }
        if (text(login).isEmpty()) {
            problems.put("login", new Sentence("organization.account.loginForm"));
        }
        if (password == null || !password.equals(again)) {
            problems.put("again", new Sentence("organization.account.notTheSame"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
