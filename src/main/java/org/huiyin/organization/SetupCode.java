package org.huiyin.organization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.platform.ReadyLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The code on the console that only who started Huiyin can read; without it a stranger could found the first company. */
@Component
class SetupCode implements ReadyLine {

    private static final String NAME = "setup.code";
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    private final JdbcClient sql;
    private final Companies companies;

    SetupCode(JdbcClient sql, Companies companies) {
        this.sql = sql;
        this.companies = companies;
    }

    @Override
    @Transactional
    public Optional<String> line(String address) {
        return companies.none() ? Optional.of("first steps  →  " + address + "/setup?code=" + current()) : Optional.empty();
    }

    /** Whether the typed code is the one on the console; case and dashes do not matter. */
    @Transactional
    boolean fits(String typed) {
        return MessageDigest.isEqual(plain(typed).getBytes(StandardCharsets.UTF_8), plain(current()).getBytes(StandardCharsets.UTF_8));
    }

    @Transactional
    void drop() {
        sql.sql("delete from platform.setting where name = ?").param(NAME).update();
    }

    private String current() {
        sql.sql("insert into platform.setting (name, value) values (?, ?) on conflict (name) do nothing").params(NAME, fresh()).update();
        return sql.sql("select value from platform.setting where name = ?").param(NAME).query(String.class).single();
    }

    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static String fresh() {
        var chance = new SecureRandom();
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "").append(SIGNS.charAt(chance.nextInt(SIGNS.length())));
        }
        return code.toString();
    }
}
