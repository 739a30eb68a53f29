package org.huiyin.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.CostSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What returns have cost their complaints: rework, scrap and freight as they were entered. */
@Component
class ReturnCosts implements CostSource {

    private static final String SELECT = "select c.*, r.number, r.complaint_id from returns.cost c join returns.return_case r on r.company_id = c.company_id and r.id = c.return_id";

    private final JdbcClient sql;

    ReturnCosts(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cost> between(LocalDate from, LocalDate to) {
        return read(sql.sql(SELECT + " where c.day between ? and ? order by c.day, c.id").params(from, to));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cost> of(ComplaintId complaint) {
        return read(sql.sql(SELECT + " where r.complaint_id = ? order by c.day, c.id").param(complaint.value()));
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
