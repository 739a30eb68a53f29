package org.huiyin.platform;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a record once under the identity that its form carries, so that a form sent twice, also at the same moment, makes one. */
@Component
public class Once {

    private final JdbcClient sql;

    Once(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Whoever sends the form while another is making the record waits for her commit and then finds it.
     *
     * @param there the record that came of this form before
     * @return the record made now or before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <I> I make(I wanted, Function<I, Optional<I>> there, Consumer<I> making) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 20))").param(wanted.toString()).query(row -> {});
        return there.apply(wanted).orElseGet(() -> {
            making.accept(wanted);
            return wanted;
        });
    }
}
