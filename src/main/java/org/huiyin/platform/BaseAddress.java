package org.huiyin.platform;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The address under which people outside reach this installation; links in mails and QR codes start with it. */
@Component
public class BaseAddress {

    /** The name of the row of platform.setting that the wizard writes. */
    public static final String SETTING = "base-url";

    private final String configured;
    private final JdbcClient sql;

    BaseAddress(@Value("${huiyin.base-url:}") String configured, JdbcClient sql) {
        this.configured = configured;
        this.sql = sql;
    }

    /** The address without a stroke at its end; empty while nobody has set it. */
    @Transactional(readOnly = true)
    public Optional<String> get() {
        var address = configured.isBlank() ? stored() : Optional.of(configured);
        return address.map(text -> text.strip().replaceAll("/+$", "")).filter(text -> !text.isEmpty());
    }

    /** Keeps the address under which the one who set Huiyin up reached it; what is known already stays. */
    @Transactional
    public void keep(String reached) {
        sql.sql("insert into platform.setting (name, value) values (?, ?) on conflict (name) do nothing").params(SETTING, reached).update();
    }

    private Optional<String> stored() {
        return sql.sql("select value from platform.setting where name = ?").param(SETTING).query(String.class).optional();
    }
}
