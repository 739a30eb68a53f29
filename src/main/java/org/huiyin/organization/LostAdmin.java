package org.huiyin.organization;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Tokens;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * The command {@code lost-admin LOGIN}: gives a login a new password that works once, because who holds the server holds
 * the keys. It starts nothing of Huiyin but the database, and works while Huiyin runs and while it does not.
 */
public final class LostAdmin {

    private LostAdmin() {}

    /** What the command needs of Huiyin: the way to the database. */
    @ComponentScan("org.huiyin.platform.postgres")
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class})
    static class Database {}

    /** Ends with 0, or with 1 and the reason. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        if (args.length != 1 || args[0].isBlank()) {
            System.err.println("Say whose login: lost-admin LOGIN");
            System.exit(1);
            return;
        }
        var answer = run(args[0], Map.of("huiyin.database.join", "true"));
        answer.lines().forEach(System.out::println);
        System.exit(answer.found() ? 0 : 1);
    }

    /** What the command has to say. */
    record Answer(boolean found, List<String> lines) {}

    static Answer run(String login, Map<String, Object> settings) {
        var builder = new SpringApplicationBuilder(Database.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=warn");
        var arguments = settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue()).toArray(String[]::new);
        try (var context = builder.run(arguments)) {
            return rescue(context.getBean(JdbcClient.class), login);
        }
    }

    private static Answer rescue(JdbcClient sql, String login) {
        var accounts = new Accounts(sql, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(), event -> {}, Clock.systemUTC());
        var password = Tokens.next();
        try {
            if (!accounts.rescue(login, password)) {
                return new Answer(false, List.of("Nobody signs in as " + Accounts.tidy(login) + "."));
            }
        } catch (InvalidInput unlikely) {
            return rescue(sql, login);
        }
        Rescues.note(sql, Accounts.tidy(login), Clock.systemUTC().instant());
        return new Answer(true, List.of("", "  login     " + Accounts.tidy(login), "  password  " + password, "",
                "It works once: Huiyin asks for a new one at the next sign-in. All sessions of this login have ended."));
    }
}
