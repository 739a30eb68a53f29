package org.huiyin.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.kernel.CompanyId;
import org.huiyin.platform.CompanyScope;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed entries their place in the chain, in batches within about a second; a head locked by each business
 * transaction would cost three quarters of the throughput (wiring.md, "Audit").
 */
@Component
class Sealer implements CompanyRoutine {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);
    private static final int BATCH = 2000;

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final AuditKey key;
    private final HeadFiles files;
    private final Clock clock;
    private final Set<CompanyId> waiting = ConcurrentHashMap.newKeySet();

    Sealer(JdbcTemplate sql, TransactionTemplate transaction, AuditKey key, HeadFiles files, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.key = key;
        this.files = files;
        this.clock = clock;
    }

    private record Waiting(UUID entry, byte[] mark) {}

    private record Last(long position, byte[] mark) {}

    /** Notes that the company has entries to seal. */
    void waiting(CompanyId company) {
        waiting.add(company);
    }

    /** Seals what this process knows to be waiting. */
    void sealWaiting() {
        for (var company : List.copyOf(waiting)) {
            waiting.remove(company);
            try {
                CompanyScope.run(company, this::run);
            } catch (RuntimeException failure) {
                waiting.add(company);
                log.error("the audit chain of company {} could not be sealed", company.value(), failure);
            }
        }
    }

    @Override
    public String name() {
        return "audit.seal";
    }

    /** Sweeps up what another instance left unsealed when it died. */
    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        var company = CompanyScope.required();
        Optional<Head> head;
        do {
            head = Objects.requireNonNull(transaction.execute(status -> sealBatch(company)));
            head.ifPresent(sealed -> files.append(company, sealed));
        } while (head.isPresent());
        last().ifPresent(known -> files.append(company, Head.of(known.position(), known.mark(), clock.instant())));
    }

    private Optional<Last> last() {
        return Objects.requireNonNull(transaction.execute(status -> lastSeal()));
    }

    private Optional<Head> sealBatch(CompanyId company) {
        // A second instance waits here; two heads would make two chains.
        sql.queryForList("select pg_advisory_xact_lock(hashtextextended(?, 77))", company.value().toString());
        var batch = genuine(company, batch());
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        var last = lastSeal().orElse(new Last(0, Chain.START));
        var at = clock.instant();
        long first = last.position() + 1;
        var entries = new ArrayList<UUID>();
        var marks = new ArrayList<byte[]>();
        for (var entry : batch) {
            var position = last.position() + 1;
            last = new Last(position, Chain.link(key, company.value(), position, last.mark(), entry.entry(), entry.mark()));
            entries.add(entry.entry());
            marks.add(last.mark());
        }
        sql.update("""
                with sealed as (
                  insert into audit.seal (position, entry_id, mark, sealed_at)
                  select ?::bigint + g.n - 1, g.entry, g.mark, ?::timestamptz from unnest(?::uuid[], ?::bytea[]) with ordinality as g (entry, mark, n) returning entry_id)
                delete from audit.unsealed u using sealed where u.entry_id = sealed.entry_id""",
                first, Timestamp.from(at), entries.toArray(UUID[]::new), marks.toArray(byte[][]::new));
        return Optional.of(Head.of(last.position(), last.mark(), at));
    }

    private List<Entry> batch() {
        return sql.query("""
                select e.* from (select company_id, entry_id from audit.unsealed order by entry_id limit ?) u
                cross join lateral (select * from audit.entry e where e.company_id = u.company_id and e.id = u.entry_id offset 0) e
                order by e.id""", (row, n) -> Entry.read(row), BATCH);
    }

    /** An entry that Huiyin did not write gets no place in the chain; the verifier shows it. */
    private List<Waiting> genuine(CompanyId company, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> {
                    var genuine = Arrays.equals(entry.mark(), entry.expectedMark(key, company.value()));
                    if (!genuine) {
                        log.error("audit entry {} of company {} was not written by Huiyin", entry.id(), company.value());
                    }
                    return genuine;
                })
                .map(entry -> new Waiting(entry.id(), entry.mark()))
                .toList();
    }

    private Optional<Last> lastSeal() {
        return sql.query("select position, mark from audit.seal order by position desc limit 1",
                (row, n) -> new Last(row.getLong(1), row.getBytes(2))).stream().findFirst();
    }
}
