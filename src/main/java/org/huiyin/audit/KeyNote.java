package org.huiyin.audit;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which key the chains of this installation are made with; a lost key file must not pass unnoticed. */
@Component
class KeyNote implements ApplicationRunner {

    private static final String NAME = "audit.key";

    private final JdbcClient sql;
    private final AuditKey key;

    KeyNote(JdbcClient sql, AuditKey key) {
        this.sql = sql;
        this.key = key;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        sql.sql("insert into platform.setting (name, value) values (?, ?) on conflict (name) do nothing")
                .params(NAME, key.fingerprint())
                .update();
    }

    /** Whether the key of today is the one that the first entry was made with. */
    boolean fits() {
        return sql.sql("select value from platform.setting where name = ?").param(NAME).query(String.class).optional()
                .map(key.fingerprint()::equals)
                .orElse(true);
    }
}
