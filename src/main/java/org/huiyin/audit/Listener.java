package org.huiyin.audit;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Happenings;
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
        write(List.of(happening));
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void hear(Happenings happenings) {
        write(happenings.all());
    }

    private void write(List<Happening> happenings) {
        var company = CompanyScope.required();
        store(happenings.stream().map(happening -> row(entry(happening).marked(key, company.value()))).toList());
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

    /** An entry as the statement reads it; the values stay the very text that was marked. */
    private record Row(UUID id, String at, @Nullable UUID person, String type, UUID subject, String verb, String before, String after, String mark) {}

    private static Row row(Entry entry) {
        return new Row(entry.id(), entry.at().toString(), entry.person(), entry.subjectType(), entry.subject(), entry.verb(), entry.before(),
                entry.after(), HexFormat.of().formatHex(entry.mark()));
    }

    private void store(List<Row> rows) {
        sql.sql("""
                with written as (
                  insert into audit.entry (id, at, person_id, subject_type, subject_id, verb, before, after, mark)
                  select id, at, person, type, subject, verb, before, after, decode(mark, 'hex')
                  from jsonb_to_recordset(?::jsonb) as g (id uuid, at timestamptz, person uuid, type text, subject uuid, verb text,
                    before text, after text, mark text)
                  returning id)
                insert into audit.unsealed (entry_id) select id from written""")
                .param(json.writeValueAsString(rows))
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
