package org.huiyin.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.CostSource;
import org.huiyin.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What returns have cost their complaints: rework, scrap and freight as they were entered. */
@Component
class ReturnCosts implements CostSource {

    private static final String SELECT = "select c.*, r.number, r.complaint_id from returns.cost c join returns.return_case r on r.company_id = c.company_id and r.id = c.return_id";

    private final JdbcClient sql;
    private final Complaints complaints;

    ReturnCosts(JdbcClient sql, Complaints complaints) {
        this.sql = sql;
        this.complaints = complaints;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cost> between(Actor actor, LocalDate from, LocalDate to) {
        var all = read(sql.sql(SELECT + " where c.day between ? and ? order by c.day, c.id").params(from, to));
        var seen = complaints.seen(actor, all.stream().map(Cost::complaint).collect(Collectors.toSet()));
        return all.stream().filter(cost -> seen.contains(cost.complaint())).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cost> of(Actor actor, ComplaintId complaint) {
        return !complaints.visible(actor, complaint) ? List.of() : read(sql.sql(SELECT + " where r.complaint_id = ? order by c.day, c.id").param(complaint.value()));
    }

    private static List<Cost> read(JdbcClient.StatementSpec query) {
        return query.query((row, n) -> new Cost(new ComplaintId(row.getObject("complaint_id", UUID.class)), kind(CostKind.valueOf(row.getString("kind"))),
                row.getBigDecimal("amount"), row.getObject("day", LocalDate.class), row.getString("number"), "returns/" + row.getString("number"))).list();
    }

    private static Kind kind(CostKind kind) {
        return switch (kind) {
            case REWORK -> Kind.REWORK;
            case SCRAP -> Kind.SCRAP;
            case FREIGHT -> Kind.FREIGHT;
            case OTHER -> Kind.OTHER;
        };
    }
}
