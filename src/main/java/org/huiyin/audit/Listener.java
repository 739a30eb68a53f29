package org.huiyin.audit;

import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.platform.CompanyScope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes each happening down in the transaction in which it happens: both or neither. */
@Component
class Listener {

    private final JdbcClient sql;
    private final JsonMapper json;
    private final AuditKey key;
    private final Sealer sealer;

    Listener(JdbcClient sql, JsonMapper json, AuditKey key, Sealer sealer) {
        this.sql = sql;
        this.json = json;
        this.key = key;
        this.sealer = sealer;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void hear(Happening happening) {
        var company = CompanyScope.required();
        write(entry(happening).marked(key, company.value()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sealer.waiting(company);
            }
        });
    }

    private Entry entry(Happening happening) {
        var by = happening.by();
        return new Entry(Ids.next(), happening.at().truncatedTo(ChronoUnit.MICROS), by == null ? null : by.value(),
                happening.subject().type(), happening.subject().id(), happening.verb(), text(happening.before()),
                text(happening.after()), new byte[0]);
    }

    private void write(Entry entry) {
        sql.sql("""
                with written as (
                  insert into audit.entry (id, at, person_id, subject_type, subject_id, verb, before, after, mark)
                  values (?,?,?,?,?,?,?,?,?) returning id)
                insert into audit.unsealed (entry_id) values (?)""")
                .params(Arrays.asList(entry.id(), Timestamp.from(entry.at()), entry.person(), entry.subjectType(),
                        entry.subject(), entry.verb(), entry.before(), entry.after(), entry.mark(), entry.id()))
                .update();
    }

    private String text(Map<String, @Nullable Object> values) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((name, value) -> plain.put(name, plain(value)));
        return json.writeValueAsString(plain);
    }

    /** Typed ids and other values of one part are written as that part. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Record wrapped when wrapped.getClass().getRecordComponents().length == 1 -> plain(only(wrapped));
            case UUID id -> id.toString();
            case Enum<?> constant -> constant.name();
            case Collection<?> many -> many.stream().map(Listener::plain).toList();
            case null, default -> value;
        };
    }

    private static @Nullable Object only(Record wrapped) {
        try {
            var accessor = wrapped.getClass().getRecordComponents()[0].getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(wrapped);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
