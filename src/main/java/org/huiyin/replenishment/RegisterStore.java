package org.huiyin.replenishment;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.huiyin.kernel.Actor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists replacement orders; clerks see those of their customers and those they proposed. */
@Component
class RegisterStore {

    /** Released, and nobody has said yes or no since. */
    static final String OUTSTANDING = "(r.released_on is not null and r.approved_on is null and r.refused_on is null and r.state <> 'WITHDRAWN')";
    static final String OPEN = "(r.state in ('PROPOSED', 'RELEASED', 'APPROVED', 'SCHEDULED', 'SHIPPED') or " + OUTSTANDING + ")";
    /** Should have left, or its approval after a release should have come; what was late stays late. */
    static final String LATE = "(r.state not in ('REFUSED', 'WITHDRAWN') and coalesce(r.shipped_on, cast(:today as date)) > coalesce(r.wanted_by, r.scheduled_for)"
            + " or r.state <> 'WITHDRAWN' and coalesce(r.approved_on, r.refused_on, cast(:today as date)) > r.approval_due)";
    /** Urgent ones in front, then what must leave first. */
    private static final String ORDER = " order by " + OPEN + " desc, r.urgent and " + OPEN + " desc, case when " + OPEN
            + " then coalesce(r.wanted_by, r.scheduled_for) end nulls last, r.proposed_at desc, r.id desc";

    private final JdbcClient sql;

    RegisterStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<ReplenishmentRow> list(Actor actor, ReplenishmentFilter filter, LocalDate today) {
        var p = new MapSqlParameterSource().addValue("size", filter.size()).addValue("skip", (filter.page() - 1) * filter.size());
        return sql.sql(ReplenishmentStore.SELECT + where(actor, filter, today, p) + ORDER + " limit :size offset :skip").paramSource(p).query(ReplenishmentStore::row).list();
    }

    void each(Actor actor, ReplenishmentFilter filter, LocalDate today, Consumer<ReplenishmentRow> sink) {
        var p = new MapSqlParameterSource();
        sql.sql(ReplenishmentStore.SELECT + where(actor, filter, today, p) + ORDER).paramSource(p).query(row -> {
            sink.accept(ReplenishmentStore.row(row, 0));
        });
    }

    long count(Actor actor, ReplenishmentFilter filter, LocalDate today) {
        var p = new MapSqlParameterSource();
        return sql.sql("select count(*) from (" + ReplenishmentStore.SELECT + where(actor, filter, today, p) + ") x").paramSource(p).query(Long.class).single();
    }

    /** Whether the actor may see the order. */
    boolean seen(Actor actor, ReplenishmentId id, LocalDate today) {
        var p = new MapSqlParameterSource().addValue("id", id.value());
        return sql.sql("select exists (" + ReplenishmentStore.SELECT + where(actor, ReplenishmentFilter.all(), today, p) + " and r.id = :id)").paramSource(p).query(Boolean.class).single();
    }

    private static String where(Actor actor, ReplenishmentFilter f, LocalDate today, MapSqlParameterSource p) {
        var where = new StringBuilder(" where true");
        if (!actor.may("customer.readAll")) {
            where.append(" and (r.proposed_by = :me or k.sales_owner = :me or c.owner_id = :me)");
            p.addValue("me", actor.id().value());
        }
        if (!f.q().isBlank()) {
            where.append("""
                     and (r.number ilike :q or r.source_number ilike :q or k.number ilike :q or r.reason ilike :q or r.customer_name ilike :q or c.name ilike :q
                       or c.code ilike :q or exists (select 1 from replenishment.item i where i.company_id = r.company_id and i.replenishment_id = r.id
                         and i.round = r.round and (i.part ilike :q or i.part_name ilike :q))
                       or exists (select 1 from replenishment.step s where s.company_id = r.company_id and s.replenishment_id = r.id and s.delivery_note ilike :q))""");
            p.addValue("q", "%" + f.q().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (f.state() != null) {
            where.append(" and r.state = :state");
            p.addValue("state", f.state().name());
        }
        if (f.openOnly()) {
            where.append(" and ").append(OPEN);
        }
        if (f.lateOnly()) {
            where.append(" and ").append(LATE);
            p.addValue("today", today);
        }
        if (f.urgentOnly()) {
            where.append(" and r.urgent");
        }
        if (f.topOnly()) {
            where.append(" and r.top_too");
        }
        if (f.outstandingOnly()) {
            where.append(" and ").append(OUTSTANDING);
        }
        if (f.customer() != null) {
            where.append(" and r.customer_id in (select id from customer.customer where id = :customer or merged_into = :customer)");
            p.addValue("customer", f.customer().value());
        }
        if (f.proposedBy() != null) {
            where.append(" and r.proposed_by = :proposer");
            p.addValue("proposer", f.proposedBy().value());
        }
        if (f.from() != null) {
            where.append(" and r.proposed_on >= :from");
            p.addValue("from", f.from());
        }
        if (f.to() != null) {
            where.append(" and r.proposed_on <= :to");
            p.addValue("to", f.to());
        }
        return where.toString();
    }
}
