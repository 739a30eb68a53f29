package org.huiyin.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.kernel.Actor;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads lists of returns: filters, search, pages, and all of them one after the other. */
@Component
class ReturnList {

    private static final int FETCHED = 200;
    private static final String OPEN = "r.stage not in ('CLOSED', 'CANCELLED')";

    private final JdbcClient sql;
    private final ReturnStore store;

    ReturnList(JdbcClient sql, ReturnStore store) {
        this.sql = sql;
        this.store = store;
    }

    /** What a list is held against: whose eyes, which day, until when an unscheduled rework is early enough. */
    record View(Actor actor, boolean all, LocalDate today, LocalDate alertBy, java.time.ZoneId zone) {}

    private record Where(StringBuilder text, MapSqlParameterSource parameters) {

        void and(String condition) {
            text.append(" and ").append(condition);
        }

        void and(String condition, String name, @Nullable Object value) {
            and(condition);
            parameters.addValue(name, value);
        }
    }

    List<ReturnView> page(ReturnFilter filter, View view) {
        var where = where(filter, view);
        where.parameters().addValue("size", filter.size()).addValue("skip", (long) (filter.page() - 1) * filter.size());
        return store.many(sql.sql("select r.id from returns.return_case r where true" + where.text() + order(filter) + " limit :size offset :skip")
                .paramSource(where.parameters()).query(UUID.class).list());
    }

    long count(ReturnFilter filter, View view) {
        var where = where(filter, view);
        return sql.sql("select count(*) from returns.return_case r where true" + where.text()).paramSource(where.parameters()).query(Long.class).single();
    }

    void each(ReturnFilter filter, View view, Consumer<ReturnView> sink) {
        var where = where(filter, view);
        var batch = new ArrayList<UUID>();
        try (var ids = sql.sql("select r.id from returns.return_case r where true" + where.text() + order(filter)).withFetchSize(FETCHED)
                .paramSource(where.parameters()).query(UUID.class).stream()) {
            ids.forEach(id -> {
                batch.add(id);
                if (batch.size() == FETCHED) {
                    store.many(batch).forEach(sink);
                    batch.clear();
                }
            });
        }
        store.many(batch).forEach(sink);
    }

    /** Open ones by the date of being back, else the latest first. */
    private static String order(ReturnFilter filter) {
        return filter.openOnly() || filter.lateOnly() || filter.alert() ? " order by r.back_by nulls last, r.id" : " order by r.registered_at desc, r.id desc";
    }

    private static Where where(ReturnFilter f, View view) {
        var where = new Where(new StringBuilder(), new MapSqlParameterSource());
        if (!view.all()) {
            where.and("(r.sales_owner = :me or r.sales_owner is null or r.registered_by = :me or r.customer_id in (select id from customer.customer where owner_id = :me))",
                    "me", view.actor().id().value());
        }
        Arrays.stream(f.q().strip().split("\\s+")).map(Names::key).filter(word -> !word.isEmpty()).limit(8).forEach(word -> {
            var name = "q" + where.parameters().getValues().size();
            where.and("position(:" + name + " in r.sought) > 0", name, word);
        });
        if (!f.stages().isEmpty()) {
            where.and("r.stage = any(:stages)", "stages", f.stages().stream().map(Enum::name).toArray(String[]::new));
        }
        if (f.kind() != null) {
            where.and("r.kind = :kind", "kind", f.kind().name());
        }
        goods(where, f);
        if (f.customer() != null) {
            where.and("r.customer_id in (select id from customer.customer where id = :customer or merged_into = :customer)", "customer", f.customer().value());
        }
        if (f.complaint() != null) {
            where.and("r.complaint_id = :complaint", "complaint", f.complaint().value());
        }
        if (f.openOnly()) {
            where.and(OPEN);
        }
        if (f.untold()) {
            where.and("r.untold");
        }
        dates(where, f, view);
        return where;
    }

    private static void goods(Where where, ReturnFilter f) {
        if (f.verdict() != null) {
            where.and("exists (select 1 from returns.judgement j join returns.share s on s.company_id = j.company_id and s.judgement_id = j.id where j.return_id = r.id"
                    + " and s.verdict = :verdict and not exists (select 1 from returns.judgement n where n.line_id = j.line_id and n.id > j.id))", "verdict", f.verdict().name());
        }
        if (f.disposition() != null) {
            where.and("exists (select 1 from returns.decision e join returns.disposal d on d.company_id = e.company_id and d.decision_id = e.id where e.return_id = r.id"
                    + " and d.disposition = :disposition and not exists (select 1 from returns.decision n where n.line_id = e.line_id and n.id > e.id))",
                    "disposition", f.disposition().name());
        }
    }

    private static void dates(Where where, ReturnFilter f, View view) {
        where.parameters().addValue("today", view.today());
        if (f.lateOnly()) {
            where.and("r.back_by is not null and r.stage <> 'CANCELLED' and (r.missed is not null or " + OPEN + " and r.stage <> 'HANDLED' and r.back_by < :today"
                    + " or exists (select 1 from returns.delivery d where d.return_id = r.id and d.day > r.back_by))");
        }
        if (f.alert()) {
            where.and(OPEN + " and r.rework_open and r.back_by is not null and (r.ready_on is null and r.back_by <= :alertBy or r.ready_on > r.back_by)",
                    "alertBy", view.alertBy());
        }
        if (f.from() != null) {
            where.and("r.registered_at >= :from", "from", java.sql.Timestamp.from(f.from().atStartOfDay(view.zone()).toInstant()));
        }
        if (f.to() != null) {
            where.and("r.registered_at < :to", "to", java.sql.Timestamp.from(f.to().plusDays(1).atStartOfDay(view.zone()).toInstant()));
        }
    }
}
