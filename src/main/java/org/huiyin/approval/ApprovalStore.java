package org.huiyin.approval;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ApprovalStore {

    /** The state follows from the decisions, as {@link ApprovalView#state()} says. */
    private static final String SELECT = """
            select * from (select r.*, case
                when exists (select 1 from approval.withdrawal w where w.company_id = r.company_id and w.request_id = r.id) then 'WITHDRAWN'
                when exists (select 1 from approval.decision d where d.company_id = r.company_id and d.request_id = r.id
                             and not d.approved) then 'REFUSED'
                when exists (select 1 from approval.part p where p.company_id = r.company_id and p.request_id = r.id and not exists (
                             select 1 from approval.decision d where d.company_id = p.company_id and d.request_id = p.request_id
                             and d.step = p.step and d.role = p.role)) then 'PENDING'
                else 'APPROVED' end as state
              from approval.request r) a
            """;

    private final JdbcClient sql;
    private final Sentences sentences;

    ApprovalStore(JdbcClient sql, Sentences sentences) {
        this.sql = sql;
        this.sentences = sentences;
    }

    /** Whoever decides on the same thing at the same time waits here until the commit. */
    void lock(UUID id) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 7))").param(id.toString()).query(rows -> {});
    }

    void insert(UUID id, ApprovalRequest request, PersonId proposer, Instant at) {
        var amount = request.amount();
        sql.sql("""
                insert into approval.request (id, subject_type, subject_id, title, path, amount, currency, content_hash,
                  profile_version, clause, proposed_by, proposed_at) values (?,?,?,cast(? as jsonb),?,?,?,?,?,?,?,?)""")
                .params(Arrays.asList(id, request.subject().type(), request.subject().id(), sentences.write(request.title()),
                        request.path(), amount == null ? null : amount.amount(),
                        amount == null ? null : amount.currency().getCurrencyCode(), request.contentHash(),
                        request.profileVersion(), request.clause(), proposer.value(), Timestamp.from(at)))
                .update();
        for (int step = 1; step <= request.route().size(); step++) {
            for (var role : request.route().get(step - 1).roles()) {
                sql.sql("insert into approval.part (request_id, step, role) values (?,?,?)").params(id, step, role).update();
            }
        }
    }

    void decide(UUID request, ApprovalView.Part part, ApprovalView.Decision decision) {
        var behalf = decision.onBehalfOf();
        sql.sql("""
                insert into approval.decision (id, request_id, step, role, approved, reason, decided_by, on_behalf_of,
                  signature_id, decided_at) values (?,?,?,?,?,?,?,?,?,?)""")
                .params(Arrays.asList(Ids.next(), request, part.step(), part.role(), decision.approved(), decision.reason(),
                        decision.by().value(), behalf == null ? null : behalf.value(), decision.signature().value(),
                        Timestamp.from(decision.at())))
                .update();
    }

    void withdraw(UUID request, ApprovalView.Withdrawal withdrawal) {
        sql.sql("insert into approval.withdrawal (request_id, reason, withdrawn_by, withdrawn_at) values (?,?,?,?)")
                .params(request, withdrawal.reason(), withdrawal.by().value(), Timestamp.from(withdrawal.at()))
                .update();
    }

    /** Notes a reminder; false when it has been said already. */
    boolean remind(UUID request, int step, int number, Instant at) {
        return sql.sql("""
                        insert into approval.reminder (request_id, step, number, reminded_at) values (?,?,?,?)
                        on conflict do nothing""")
                        .params(request, step, number, Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean signatureUsed(SignatureId signature) {
        return sql.sql("select exists (select 1 from approval.decision where signature_id = ?)")
                .param(signature.value())
                .query(Boolean.class)
                .single();
    }

    Optional<ApprovalView> find(UUID id) {
        return views(sql.sql(SELECT + "where id = ?").param(id).query(this::head).list()).stream().findFirst();
    }

    List<ApprovalView> of(SubjectRef subject) {
        return views(sql.sql(SELECT + "where subject_type = ? and subject_id = ? order by id desc")
                .params(subject.type(), subject.id())
                .query(this::head)
                .list());
    }

    List<ApprovalView> pending() {
        return views(sql.sql(SELECT + "where state = 'PENDING' order by id").query(this::head).list());
    }

    List<ApprovalView> list(@Nullable PersonId proposer, @Nullable ApprovalState state, String words, long offset, int limit) {
        return views(filtered("select * from (" + SELECT, ") x order by id desc offset :offset limit :limit", proposer, state, words)
                .param("offset", offset)
                .param("limit", limit)
                .query(this::head)
                .list());
    }

    long count(@Nullable PersonId proposer, @Nullable ApprovalState state, String words) {
        return filtered("select count(*) from (" + SELECT, ") x", proposer, state, words).query(Long.class).single();
    }

    private JdbcClient.StatementSpec filtered(
            String before, String after, @Nullable PersonId proposer, @Nullable ApprovalState state, String words) {
        return sql.sql(before + """
                where (cast(:proposer as uuid) is null or proposed_by = :proposer)
                  and (cast(:state as text) is null or state = :state) and title::text ilike :words""" + after)
                .param("proposer", proposer == null ? null : proposer.value())
                .param("state", state == null ? null : state.name())
                .param("words", "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    /** Adds routes, decisions and withdrawals in one query each. */
    private List<ApprovalView> views(List<ApprovalView> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        var ids = heads.stream().map(ApprovalView::id).toList();
        var parts = parts(ids);
        var withdrawals = withdrawals(ids);
        return heads.stream()
                .map(head -> new ApprovalView(head.id(), head.subject(), head.title(), head.path(), head.amount(),
                        head.contentHash(), head.profileVersion(), head.clause(), head.proposer(), head.proposedAt(),
                        parts.getOrDefault(head.id(), List.of()), withdrawals.get(head.id())))
                .toList();
    }

    private record OwnedPart(UUID request, ApprovalView.Part part) {}

    private Map<UUID, List<ApprovalView.Part>> parts(Collection<UUID> ids) {
        return sql.sql("""
                select p.request_id, p.step, p.role, d.approved, d.reason, d.decided_by, d.on_behalf_of, d.signature_id, d.decided_at
                from approval.part p left join approval.decision d on d.company_id = p.company_id
                  and d.request_id = p.request_id and d.step = p.step and d.role = p.role
                where p.request_id = any(?) order by p.request_id, p.step, d.decided_at nulls last, p.role""")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> new OwnedPart(row.getObject("request_id", UUID.class),
                        new ApprovalView.Part(row.getInt("step"), row.getString("role"), decision(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(OwnedPart::request, Collectors.mapping(OwnedPart::part, Collectors.toList())));
    }

    private static ApprovalView.@Nullable Decision decision(ResultSet row) throws SQLException {
        var at = row.getTimestamp("decided_at");
        if (at == null) {
            return null;
        }
        var behalf = row.getObject("on_behalf_of", UUID.class);
        return new ApprovalView.Decision(row.getBoolean("approved"), row.getString("reason"),
                new PersonId(row.getObject("decided_by", UUID.class)), behalf == null ? null : new PersonId(behalf),
                new SignatureId(row.getObject("signature_id", UUID.class)), at.toInstant());
    }

    private Map<UUID, ApprovalView.Withdrawal> withdrawals(Collection<UUID> ids) {
        var found = new java.util.HashMap<UUID, ApprovalView.Withdrawal>();
        sql.sql("select * from approval.withdrawal where request_id = any(?)").param(ids.toArray(UUID[]::new)).query(row -> {
            found.put(row.getObject("request_id", UUID.class), new ApprovalView.Withdrawal(row.getString("reason"),
                    new PersonId(row.getObject("withdrawn_by", UUID.class)), row.getTimestamp("withdrawn_at").toInstant()));
        });
        return found;
    }

    private ApprovalView head(ResultSet row, int n) throws SQLException {
        return new ApprovalView(
                row.getObject("id", UUID.class),
                new SubjectRef(row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
                sentences.read(row.getString("title")),
                row.getString("path"),
                amount(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("content_hash"),
                row.getObject("profile_version", UUID.class),
                row.getString("clause"),
                new PersonId(row.getObject("proposed_by", UUID.class)),
                row.getTimestamp("proposed_at").toInstant(),
                List.of(),
                null);
    }

    private static @Nullable Money amount(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : new Money(amount, Currency.getInstance(currency));
    }
}
