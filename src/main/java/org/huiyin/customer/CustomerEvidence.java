package org.huiyin.customer;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The records that prove the clauses on customer list, file and classes. */
@Component
class CustomerEvidence implements EvidenceSource {

    private final JdbcClient sql;
    private final CustomerRules rules;

    CustomerEvidence(JdbcClient sql, CustomerRules rules) {
        this.sql = sql;
        this.rules = rules;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<EvidenceLine>> evidence() {
        int all = count("select count(*) from customer.customer c where c.active and c.merged_into is null");
        int lacking = count("select count(*) from customer.customer c where c.active and c.merged_into is null and c.file_note is null and not "
                + rules.file().complete());
        int runs = count("select count(*) from customer.grading_end where confirmed");
        return Map.of(
                "customer.list", List.of(new EvidenceLine(new Sentence("customer.evidence.list", all), "customers", all, all == 0)),
                "customer.file", List.of(new EvidenceLine(new Sentence("customer.evidence.file", lacking), "customers?state=incomplete", lacking, lacking > 0)),
                "customer.grading", List.of(new EvidenceLine(new Sentence("customer.evidence.grading", runs), "gradings", runs, runs == 0)));
    }

    private int count(String query) {
        return sql.sql(query).query(Integer.class).single();
    }
}
