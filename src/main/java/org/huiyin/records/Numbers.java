package org.huiyin.records;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.DocumentNumber;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives documents the numbers that people cite: one series per company, prefix and year, without gaps or doubles, also
 * with two instances. Call it last in the transaction, since the counter stays locked until the commit; what rolls
 * back gives its numbers back.
 */
@Service
@Transactional
public class Numbers {

    /** No import needs a larger block. */
    static final int LARGEST_BLOCK = 1_000_000;

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Numbers(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** A series as the list of numbers shows it. */
    public record Series(String prefix, int year, DocumentNumber last, long voided) {}

    /** A number that stays used although no document carries it. */
    public record Voided(DocumentNumber number, String reason, PersonId by, java.time.Instant at) {}

    /** The next number of the series. */
    @Transactional(propagation = Propagation.MANDATORY)
    public DocumentNumber next(String prefix, int year) {
        return new DocumentNumber(prefix, year, advance(prefix, year, 1));
    }

    /** A block of numbers for an import, in order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DocumentNumber> reserve(String prefix, int year, int count) {
        if (count < 0 || count > LARGEST_BLOCK) {
            throw new IllegalArgumentException("a block of " + count + " numbers");
        }
        if (count == 0) {
            return List.of();
        }
        var last = advance(prefix, year, count);
        return LongStream.rangeClosed(last - count + 1, last)
                .mapToObj(sequence -> new DocumentNumber(prefix, year, sequence))
                .toList();
    }

    /** Notes that nothing carries the number any more; it is never given again. */
    public void voided(DocumentNumber number, String reason) {
        voided(PersonId.SYSTEM, number, reason);
    }

    /** The same, by a person. */
    public void voided(Actor actor, DocumentNumber number, String reason) {
        voided(actor.id(), number, reason);
    }

    private void voided(PersonId by, DocumentNumber number, String reason) {
        var why = reason.strip();
        if (why.isEmpty()) {
            throw new BrokenRule("records.number.noReason", number);
        }
        if (number.sequence() > last(number)) {
            throw new BrokenRule("records.number.neverGiven", number);
        }
        try {
            sql.sql("""
                    insert into records.voided_number (prefix, year, sequence, reason, voided_by, voided_at)
                    values (?,?,?,?,?,?)""")
                    .params(number.prefix(), number.year(), number.sequence(), why, by.value(), Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException again) {
            throw new BrokenRule("records.number.voidedAlready", number);
        }
        events.publishEvent(new Happening(new SubjectRef("number", id(number)), "void", by, Map.of(),
                Map.of("number", number.toString(), "reason", why), clock.instant()));
    }

    /** All series, the youngest year first. */
    @Transactional(readOnly = true)
    public List<Series> series() {
        return sql.sql("""
                select c.*, (select count(*) from records.voided_number v where v.company_id = c.company_id
                             and v.prefix = c.prefix and v.year = c.year) as voided
                from records.counter c order by year desc, prefix""")
                .query((row, n) -> new Series(row.getString("prefix"), row.getInt("year"),
                        new DocumentNumber(row.getString("prefix"), row.getInt("year"), row.getLong("last")),
                        row.getLong("voided")))
                .list();
    }

    /** The numbers that stay used although nothing carries them, the latest first. */
    @Transactional(readOnly = true)
    public List<Voided> voidedOnes() {
        return sql.sql("select * from records.voided_number order by voided_at desc, sequence desc limit 1000")
                .query((row, n) -> new Voided(
                        new DocumentNumber(row.getString("prefix"), row.getInt("year"), row.getLong("sequence")),
                        row.getString("reason"),
                        new PersonId(row.getObject("voided_by", UUID.class)),
                        row.getTimestamp("voided_at").toInstant()))
                .list();
    }

    private long advance(String prefix, int year, int by) {
        return sql.sql("""
                insert into records.counter as c (prefix, year, last) values (:prefix, :year, :by)
                on conflict (company_id, prefix, year) do update set last = c.last + :by returning last""")
                .param("prefix", prefix)
                .param("year", year)
                .param("by", by)
                .query(Long.class)
                .single();
    }

    private long last(DocumentNumber number) {
        return sql.sql("select last from records.counter where prefix = ? and year = ?")
                .params(number.prefix(), number.year())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static UUID id(DocumentNumber number) {
        return UUID.nameUUIDFromBytes(number.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
