package org.huiyin.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.audit.Finding.Kind;
import org.huiyin.kernel.CompanyId;
import org.huiyin.platform.CompanyScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Computes the whole chain of the bound company anew and names each place that does not fit. */
@Component
class Verifier {

    private static final int SHOWN = 100;
    private static final int AT_ONCE = 2000;

    private final JdbcTemplate sql;
    private final AuditKey key;
    private final KeyNote keyNote;
    private final HeadFiles files;
    private final Clock clock;

    Verifier(JdbcTemplate sql, AuditKey key, KeyNote keyNote, HeadFiles files, Clock clock) {
        this.sql = new JdbcTemplate(java.util.Objects.requireNonNull(sql.getDataSource()));
        this.sql.setFetchSize(AT_ONCE);
        this.key = key;
        this.keyNote = keyNote;
        this.files = files;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Verification verify() {
        var company = CompanyScope.required();
        var heads = files.all(company);
        var walk = new Walk(company, key, heads);
        if (!keyNote.fits()) {
            walk.note(Kind.OTHER_KEY, null, null);
        }
        sql.query("""
                select s.position, s.entry_id, s.mark as seal, e.* from audit.seal s
                left join audit.entry e on e.company_id = s.company_id and e.id = s.entry_id order by s.position""",
                row -> {
                    walk.step(row.getLong("position"), row.getObject("entry_id", UUID.class), row.getBytes("seal"),
                            row.getObject("id") == null ? null : Entry.read(row));
                });
        walk.end();
        long waiting = unsealed(company, walk);
        if (heads.isEmpty() && walk.checked > 0) {
            walk.note(Kind.HEADS_MISSING, null, null);
        }
        return walk.result(clock.instant(), waiting, heads.size());
    }

    private long unsealed(CompanyId company, Walk walk) {
        var waiting = new long[1];
        sql.query("""
                select e.*, u.entry_id is not null as waiting from audit.entry e
                left join audit.seal s on s.company_id = e.company_id and s.entry_id = e.id
                left join audit.unsealed u on u.company_id = e.company_id and u.entry_id = e.id
                where s.entry_id is null""",
                row -> {
                    var entry = Entry.read(row);
                    if (!Arrays.equals(entry.mark(), entry.expectedMark(key, company.value()))) {
                        walk.note(Kind.INSERTED, null, entry.id());
                    } else if (row.getBoolean("waiting")) {
                        waiting[0]++;
                    } else {
                        walk.note(Kind.UNSEALED, null, entry.id());
                    }
                });
        return waiting[0];
    }

    /** One pass along the chain. */
    private static final class Walk {

        private final CompanyId company;
        private final AuditKey key;
        private final Map<Long, String> heads = new HashMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private long found;
        private long checked;
        private long position;
        private byte[] previous = Chain.START;

        Walk(CompanyId company, AuditKey key, List<Head> written) {
            this.company = company;
            this.key = key;
            written.forEach(head -> heads.put(head.position(), head.mark()));
        }

        void step(long place, UUID id, byte[] seal, @Nullable Entry entry) {
            for (long gone = position + 1; gone < place && gone - position <= SHOWN; gone++) {
                note(Kind.REMOVED, gone, null);
            }
            if (entry == null) {
                note(Kind.REMOVED, place, id);
            } else if (!Arrays.equals(entry.mark(), entry.expectedMark(key, company.value()))) {
                note(Kind.CHANGED, place, id);
            } else if (place == position + 1 && !Arrays.equals(seal, Chain.link(key, company.value(), place, previous, id, entry.mark()))) {
                note(Kind.OUT_OF_PLACE, place, id);
            }
            compareHead(place, seal);
            position = place;
            previous = seal;
            checked++;
        }

        void compareHead(long place, byte[] seal) {
            var written = heads.remove(place);
            if (written != null && !written.equals(HexFormat.of().formatHex(seal))) {
                note(Kind.REWRITTEN, place, null);
            }
        }

        /** Heads that are left over stand behind the end, or in a gap that has been named already. */
        void end() {
            heads.keySet().stream().filter(place -> place > position).max(Long::compare)
                    .ifPresent(place -> note(Kind.CUT_OFF, place, null));
        }

        void note(Kind kind, @Nullable Long place, @Nullable UUID entry) {
            found++;
            if (findings.size() < SHOWN) {
                findings.add(new Finding(kind, place, entry));
            }
        }

        Verification result(Instant at, long waiting, long heads) {
            return new Verification(at, checked, waiting, heads,
                    checked == 0 ? null : Head.of(position, previous, at), found, List.copyOf(findings));
        }
    }
}
