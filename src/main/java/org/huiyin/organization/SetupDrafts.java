package org.huiyin.organization;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the wizard's draft on the server, and which browser goes on with it: only one at a time. */
@Component
class SetupDrafts {

    private static final String DRAFT = "setup.draft";
    private static final String BROWSER = "setup.browser";

    private final JdbcClient sql;
    private final JsonMapper json;

    SetupDrafts(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Whoever knows the code goes on where the draft stands; the browser before it is told so at its next step. */
    @Transactional
    void take(String browser) {
        put(BROWSER, browser);
        if (get(DRAFT).isEmpty()) {
            put(DRAFT, json.writeValueAsString(SetupDraft.EMPTY));
        }
    }

    @Transactional(readOnly = true)
    boolean heldBy(String browser) {
        return get(BROWSER).filter(browser::equals).isPresent();
    }

    @Transactional(readOnly = true)
    SetupDraft draft() {
        return get(DRAFT).map(text -> json.readValue(text, SetupDraft.class)).orElse(SetupDraft.EMPTY);
    }

    @Transactional
    void keep(SetupDraft draft) {
        put(DRAFT, json.writeValueAsString(draft));
    }

    @Transactional
    void drop() {
        sql.sql("delete from platform.setting where name in (?, ?)").params(DRAFT, BROWSER).update();
    }

    private Optional<String> get(String name) {
        return sql.sql("select value from platform.setting where name = ?").param(name).query(String.class).optional();
    }

    private void put(String name, String value) {
        sql.sql("insert into platform.setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value")
                .params(name, value).update();
    }
}
